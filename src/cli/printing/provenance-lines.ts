import type { Assurance } from '../../check/answer-parts.ts';
import type { Proposal } from '../../slate/propose-answer.ts';
import type { Cli } from '../context.ts';
import { paint } from './paint.ts';
import { printable } from './table.ts';

/** Digits of a hash that people compare. */
const SHORT_HASH = 12;

/** Who solved it, and from what it was made. */
export function provenanceLines(
  { solver, inputs, assurance }: Pick<Proposal, 'solver' | 'inputs' | 'assurance'>,
  { language, say }: Cli,
): readonly string[] {
  const { name, version, milliseconds, confirmedBy, notes = [] } = solver;
  return [
    ...(assurance === undefined ? [] : [assuranceLine(assurance, say)]),
    say('cli.solved-by', {
      solver: [name, version].filter((part) => part !== '').join(' '),
      seconds: milliseconds / 1000,
      confirmedBy,
    }),
    ...notes.map((note) => printable(note[language])),
    paint(
      say('cli.inputs', {
        pool: inputs.pool.sha256.slice(0, SHORT_HASH),
        rules: inputs.rules.id,
        rulesHash: inputs.rules.sha256.slice(0, SHORT_HASH),
        ...(inputs.scenario && {
          scenario: inputs.scenario.name,
          scenarioHash: inputs.scenario.sha256.slice(0, SHORT_HASH),
        }),
      }),
      'faint',
    ),
  ];
}

/** Whether the answer is proven, or only said by solvers. */
function assuranceLine(assurance: Assurance, say: Cli['say']): string {
  return paint(say(`slate.assurance-${assurance}`, undefined), assurance === 'proven' ? 'good' : 'open');
}
