import { QUESTION } from '../opening/sources.ts';
import { tradeOffPartSchema, tradeOffSchema } from '../scenarios/answers.ts';
import { readMeasures, wrongNumber } from '../scenarios/measure.ts';
import { tradeOff, type TradeOffTask } from '../scenarios/trade-off.ts';
import { joinTradeOff, saidByBands, searchBands } from '../scenarios/trade-off-parts.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { placedAt, valueOf } from '../words/problem.ts';
import { each, timeLimit, whole } from './options.ts';
import { paperSlate } from './paper-slate.ts';
import { question } from './question.ts';
import { measureSchema } from './written-bounds.ts';

/** What is the best compromise between two or three measures? */
export const tradeOffQuestion = question({
  name: 'tradeOff',
  tag: 'Scenarios',
  summary: 'Find every slate that no other betters on two or three measures',
  work: 'solve',
  about: 'case',
  jobs: 'trade-offs',
  options: {
    measures: each('cli.measure-option', measureSchema, 2, 3),
    most: whole('cli.most-option', 1, 100_000),
    timeLimitMs: timeLimit(),
  },
  answer: tradeOffSchema,
  division: {
    part: tradeOffPartSchema,
    said: ({ asked }, options, signal) => saidByBands(tradeOffTask(asked, options), signal),
    beside: 0,
    find: ({ asked }, options, parts, control) => searchBands(tradeOffTask(asked, options), parts, control),
    isFinal: ({ complete }) => complete,
    mayBePartial: true,
    join: ({ asked }, options, found, milliseconds, signal) =>
      joinTradeOff(tradeOffTask(asked, options), found, milliseconds, signal),
  },
  wrong: ({ measures }, { rules }) => {
    const read = rules && readMeasures(measures, rules);
    const problems = read === undefined ? wrongNumber(measures) : read.ok ? [] : read.problems;
    return problems.map((found) => placedAt(found, { file: QUESTION, field: '/measures' }));
  },
  ask: ({ asked }, { measures, ...options }, control) =>
    tradeOff(asked, valueOf(readMeasures(measures, asked.ruleSet)), { ...control, ...options }),
  papers: ({ points }, { asked }) => Promise.all(points.map(({ members }) => paperSlate(asked, members))),
  outcome: ({ status }) => status,
});

function tradeOffTask(
  asked: SlateCase,
  { measures, most }: { readonly measures: readonly string[]; readonly most?: number },
): TradeOffTask {
  return {
    case: asked,
    measures: valueOf(readMeasures(measures, asked.ruleSet)),
    ...(most !== undefined && { most }),
  };
}
