import type { Named, RowDecisions } from '../pool/decisions.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import { phraseInEach } from '../words/catalogue.ts';
import type { DecisionReport } from './check-answer.ts';

type Kind = DecisionReport['kind'];

/**
 * The line of every decision on persons: pins, exclusions, groups that are together or apart, in this order.
 *
 * @param rows the rows of the slate.
 */
export function decisionReports(
  facts: FactTable,
  decisions: RowDecisions,
  rows: readonly number[],
): readonly DecisionReport[] {
  const on = new Set(rows);
  const line = (kind: Kind, name: string, named: readonly Named[]): DecisionReport =>
    decisionReport({ kind, name, named, on, facts });
  return [
    ...decisions.pin.map((each) => line('pin', each.id, [each])),
    ...decisions.exclude.map((each) => line('exclude', each.id, [each])),
    ...decisions.together.map((group, index) => line('together', String(index + 1), group)),
    ...decisions.apart.map((group, index) => line('apart', String(index + 1), group)),
  ];
}

interface Decision {
  readonly kind: Kind;
  readonly name: string;
  readonly named: readonly Named[];
  readonly on: ReadonlySet<number>;
  readonly facts: FactTable;
}

function decisionReport({ kind, name, named, on, facts }: Decision): DecisionReport {
  const present = named.filter(({ rows }) => rows.some((row) => on.has(row)));
  const chosen = [...new Set(named.flatMap(({ rows }) => rows))].filter((row) => on.has(row));
  const isKept = keeps(kind, { named: named.length, present: present.length, chosen: chosen.length });
  const [candidates, there] = [named, present].map((all) => all.map(({ id }) => id));
  const plan = facts.personOf !== undefined;
  const said = { kind, name, candidates: candidates!, members: there!, plan };
  return {
    id: `${kind}:${name}`,
    kind,
    candidates: candidates!,
    members: chosen.map((row) => facts.ids[row]!),
    status: isKept ? 'kept' : 'violated',
    title: phraseInEach('slate.decision', said),
    message: phraseInEach(isKept ? 'slate.decision-kept' : 'slate.decision-broken', said),
  };
}

interface Counts {
  /** How many the decision names, how many of them are on the slate, and with how many appointments. */
  readonly named: number;
  readonly present: number;
  readonly chosen: number;
}

function keeps(kind: Kind, { named, present, chosen }: Counts): boolean {
  switch (kind) {
    case 'pin':
      return present === named;
    case 'exclude':
      return present === 0;
    case 'together':
      return present === 0 || present === named;
    case 'apart':
      return chosen <= 1;
  }
}
