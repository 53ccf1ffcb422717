import { type Breath, NO_LIMIT, paced } from '../rules/breath.ts';
import type { Consequence, Report, RuleReport } from './check-answer.ts';
import { rowsById } from '../rules/fact-table.ts';
import { decidedOf } from './case.ts';
import { type Checked, slateChecker } from './check.ts';
import type { SlateCase } from './requests.ts';

/**
 * What would become of a slate if somebody joined it, or took the place of a member: for each candidate who
 * is neither on it nor excluded, which rules would be broken or mended and what it would be worth more.
 * The best first: those who break least and mend most, among them those who bring most points.
 *
 * @param leave the member whose place is taken; absent: nobody leaves.
 * @param most how many candidates are tried: those with the most points of their own.
 */
export async function consequencesOf(
  asked: Checked & Pick<SlateCase, 'decisions'>,
  members: readonly string[],
  { leave, most }: { readonly leave?: string | undefined; readonly most: number },
  breath: Breath = NO_LIMIT,
): Promise<readonly Consequence[]> {
  const pace = paced(breath);
  const check = await slateChecker(asked, breath);
  const worth = await pointsById(asked, breath);
  const before = check(members);
  const staying = members.filter((id) => id !== leave);
  const tried = candidatesOff(asked, members)
    .toSorted((a, b) => (worth(b) ?? -Infinity) - (worth(a) ?? -Infinity))
    .slice(0, most);
  const found: Consequence[] = [];
  for (const candidate of tried) {
    await pace.breathe();
    const after = check([...staying, candidate]);
    const own = pointsMore(worth(candidate), leave === undefined ? 0 : worth(leave));
    const points = pointsMore(
      own,
      asked.ruleSet.objective[0]?.softRules === true ? pricesOf(after) - pricesOf(before) : 0,
    );
    found.push({
      candidate,
      compliant: after.compliant,
      ...(points !== undefined && { points }),
      ...changesBetween(before, after),
    });
  }
  return found.toSorted(
    (a, b) =>
      a.broken.length - a.mended.length - (b.broken.length - b.mended.length) ||
      (b.points ?? -Infinity) - (a.points ?? -Infinity),
  );
}

function candidatesOff(
  { facts, decisions }: Pick<SlateCase, 'facts' | 'decisions'>,
  members: readonly string[],
): readonly string[] {
  const out = new Set([...members, ...decisions.exclude]);
  return facts.ids.filter((id) => !out.has(id));
}

/** The points of every candidate on the first level, by id; `undefined` where a missing fact leaves them open. */
async function pointsById(
  asked: Pick<SlateCase, 'facts' | 'ruleSet'>,
  breath: Breath,
): Promise<(id: string) => number | undefined> {
  const { objective } = await decidedOf(asked, breath);
  const rows = rowsById(asked.facts);
  const [level] = objective.levels;
  return (id) => {
    const row = rows.get(id);
    if (row === undefined || level === undefined || objective.open[row] === 1) return undefined;
    return level.points[row]! / level.scale;
  };
}

function pointsMore(come: number | undefined, go: number | undefined): number | undefined {
  if (come === undefined || go === undefined) return undefined;
  // Sums of decimals keep no more digits than prices are written with.
  return Number((come - go).toFixed(6));
}

function pricesOf({ rules }: Report): number {
  return rules.reduce((sum, { cost }) => sum + cost, 0);
}

/** Which rules are kept no longer, or again, and which goals are missed or reached; each once, whatever its groups. */
function changesBetween(
  before: Report,
  after: Report,
): Pick<Consequence, 'broken' | 'mended' | 'missed' | 'reached'> {
  const [was, is] = [unkept(before), unkept(after)];
  return {
    broken: [...is.hard].filter((id) => !was.hard.has(id)),
    mended: [...was.hard].filter((id) => !is.hard.has(id)),
    missed: [...is.soft].filter((id) => !was.soft.has(id)),
    reached: [...was.soft].filter((id) => !is.soft.has(id)),
  };
}

function unkept({ rules }: Report): Readonly<Record<RuleReport['strength'], ReadonlySet<string>>> {
  const ids = (strength: RuleReport['strength']): ReadonlySet<string> =>
    new Set(rules.filter((each) => each.strength === strength && each.status !== 'kept').map(({ id }) => id));
  return { hard: ids('hard'), soft: ids('soft') };
}
