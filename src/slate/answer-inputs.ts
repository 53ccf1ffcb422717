import type { Proposal } from './propose-answer.ts';
import type { SlateCase } from '../check/slate-case.ts';
import type { ProposeOptions } from './propose.ts';

/**
 * What an answer was made from. How long it might take, who confirmed it and which proof was known before decide
 * nothing of an answer that is finished, and differ from machine to machine: they are no inputs.
 */
export function answerInputs(asked: SlateCase, options: object): Proposal['inputs'] {
  const { decisions, placement, pool, ruleSet } = asked;
  const {
    signal: _signal,
    giveWay: _giveWay,
    began: _began,
    familiar: _familiar,
    timeLimitMs: _timeLimitMs,
    confirmation: _confirmation,
    kept: _kept,
    ...rest
  } = options as ProposeOptions & { giveWay?: boolean };
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value !== 'function'));
  return {
    pool: { sha256: pool.sha256, size: pool.size },
    ...(placement && { units: { sha256: placement.unitsSha256, size: placement.units.length } }),
    rules: { id: ruleSet.id, sha256: ruleSet.under?.rulesSha256 ?? ruleSet.sha256 },
    ...(ruleSet.under && { scenario: ruleSet.under.scenario }),
    options: { ...said, decisions },
  };
}
