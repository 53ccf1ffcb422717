import { titleOfFact } from '../../rules/facts/known-facts.ts';
import type { SetAside } from '../../check/answer-parts.ts';
import { enumerate } from '../../words/number.ts';
import type { Cli } from '../context.ts';
import { paint } from './paint.ts';
import type { People } from '../../papers/people.ts';
import { tableLines } from './table.ts';

/** Rows that people read; the rest is counted. */
const MOST_ROWS = 20;

/** Who could not take part and which facts are missing, one line a candidate; nothing if nobody. */
export function setAsideLines(setAside: readonly SetAside[], people: People, cli: Cli): readonly string[] {
  if (setAside.length === 0) return [];
  const { language, say, width } = cli;
  const byCandidate = [...Map.groupBy(setAside, calledOf)];
  const rows = byCandidate.slice(0, MOST_ROWS).map(([called, reasons]) => {
    const id = reasons[0]!.candidate;
    const facts = new Set(reasons.flatMap((reason) => reason.facts));
    const titles = [...facts].map((fact) => titleOfFact(fact)[language]);
    return [called, people.name(id), enumerate(titles, language)];
  });
  const more = byCandidate.length - rows.length;
  return [
    '',
    paint(say('cli.set-aside', { candidates: byCandidate.length }), 'strong'),
    ...tableLines(
      [
        { heading: say('cli.id', undefined) },
        { heading: say('cli.name', undefined), folds: true },
        { heading: say('cli.missing-facts', undefined), folds: true },
      ],
      rows,
      width,
    ),
    ...(more > 0 ? [say('cli.and-more', { more })] : []),
  ];
}

/** Appointments that a line names. */
const MOST_NAMED = 3;

/** A candidate, or those of their appointments that a reason is about. */
function calledOf({ candidate, appointments }: SetAside): string {
  if (appointments === undefined) return candidate;
  const more = appointments.length - MOST_NAMED;
  return [...appointments.slice(0, MOST_NAMED), ...(more > 0 ? [`… (+${more})`] : [])].join(', ');
}
