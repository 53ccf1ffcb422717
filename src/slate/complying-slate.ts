import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { idOfRow } from '../rules/facts/fact-table.ts';
import { SlateFault } from '../words/fault.ts';
import { type Checked, checkRows } from '../check/check.ts';
import { inOrderOfPlaces } from './list-order.ts';
import type { Slate } from './propose-answer.ts';
import type { SlateCase } from '../check/slate-case.ts';

/** A slate that the optimiser called compliant breaks a rule in the check: a bug, never an answer. */
export class ReadingsDisagree extends SlateFault {
  constructor() {
    super('A proposed slate does not pass the check');
    this.name = 'ReadingsDisagree';
  }
}

/**
 * Builds the slate of the chosen rows and holds it against its rules.
 *
 * @param rows in ascending order of id.
 * @param excepted ids of the rules that the slate was allowed to break.
 * @throws ReadingsDisagree if it breaks any other hard rule, or a decision on persons.
 */
export async function slateOf(
  asked: Checked & Pick<SlateCase, 'placement'>,
  decided: DecidedCase,
  rows: readonly number[],
  excepted: ReadonlySet<string> = new Set(),
): Promise<Slate> {
  const inOrder = inOrderOfPlaces(asked.ruleSet, rows);
  const members = inOrder.map((row) => idOfRow(asked.facts, row));
  const report = await checkRows(asked, inOrder);
  const kept =
    report.rules.every(
      ({ id, strength, status }) => strength === 'soft' || status === 'kept' || excepted.has(id),
    ) && (report.decisions ?? []).every(({ status }) => status === 'kept');
  if (!kept) throw new ReadingsDisagree();
  const soft = report.rules
    .filter((rule) => rule.strength === 'soft' && rule.cost > 0)
    .map(({ id, deviation, cost }) => ({ rule: id, deviation, cost }));
  const price = soft.reduce((sum, each) => sum + each.cost, 0);
  const levels = decided.objective.levels.map(({ level, points, scale }) => ({
    title: level.title,
    value: rows.reduce((sum, row) => sum + points[row]!, 0) / scale - (level.softRules ? price : 0),
  }));
  const { placement } = asked;
  return {
    members,
    objective: levels[0]!.value,
    ...(levels.length > 1 && { levels }),
    soft,
    ...(placement && { appointments: inOrder.map(placement.appointmentOf) }),
    report,
  };
}
