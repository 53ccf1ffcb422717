import { type Checkpoint, NO_LIMIT, withGrace } from '../rules/checkpoint.ts';
import type { Consequence, Report, RuleReport } from '../check/check-answer.ts';
import { idOfRow, rowsById } from '../rules/facts/fact-table.ts';
import { bestLeaving } from './best-leaving.ts';
import { decidedOf } from './case.ts';
import { type Checked, slateChecker } from '../check/check.ts';
import { displacedBy, type Held } from './displaced.ts';
import type { SlateCase } from '../check/slate-case.ts';

/** Whose consequences are asked for. */
interface ConsequencesAsked {
  /** The member whose place is taken; absent: nobody's, or on a full slate whose leaving serves it best. */
  readonly leave?: string | undefined;
  /** Who could come; absent: everybody who is neither on the slate nor excluded. */
  readonly join?: readonly string[] | undefined;
  /** How many of them are tried: those with the most points of their own. */
  readonly most: number;
}

/** What the consequences of one case are worked out from. */
type Ground = Checked & Pick<SlateCase, 'decisions'>;

/**
 * What would become of a slate if somebody joined it, or took the place of a member: for each candidate who
 * could come, who would leave for them, which rules would be broken or mended and what it would be worth
 * more. On a full slate that is the best exchange (`best-leaving.ts`); in a plan whoever is displaced leaves.
 * The best first: those who break least and mend most, among them those who bring most points.
 */
export async function consequencesOf(
  asked: Ground,
  members: readonly string[],
  options: ConsequencesAsked,
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<readonly Consequence[]> {
  const graced = withGrace(checkpoint);
  const check = await slateChecker(asked, checkpoint);
  const worth = await pointsById(asked, checkpoint);
  const before = check(members);
  const tried = candidatesOff(asked, members, options.join)
    .toSorted((a, b) => (worth(b) ?? -Infinity) - (worth(a) ?? -Infinity))
    .slice(0, options.most);
  const leavingFor = await leaversFor(asked, members, { ...options, tried, worth }, checkpoint);
  const found: Consequence[] = [];
  for (const candidate of tried) {
    await graced.yieldOrThrow();
    const leave = leavingFor(candidate);
    const after = check([...members.filter((id) => !leave.includes(id)), candidate]);
    const own = pointsMore(worth(candidate), pointsOf(leave, worth));
    const points = pointsMore(own, arePriced(asked) ? pricesOf(after) - pricesOf(before) : 0);
    found.push({
      candidate,
      ...(leave.length > 0 && { leave: [...leave] }),
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

/** Who could come: those who are asked about and possible, or everybody. */
function candidatesOff(
  { facts, decisions }: Pick<Ground, 'facts' | 'decisions'>,
  members: readonly string[],
  join: readonly string[] | undefined,
): readonly string[] {
  const out = new Set([...members, ...decisions.exclude]);
  if (join === undefined) return facts.ids.filter((id) => !out.has(id));
  const rows = rowsById(facts);
  return [...new Set(join)].filter((id) => rows.has(id) && !out.has(id));
}

type PointsById = (id: string) => number | undefined;

/** Who leaves for each who is tried. */
async function leaversFor(
  asked: Ground,
  members: readonly string[],
  options: ConsequencesAsked & { readonly tried: readonly string[]; readonly worth: PointsById },
  checkpoint: Checkpoint,
): Promise<(candidate: string) => readonly string[]> {
  const { leave, tried, worth } = options;
  const { ruleSet, placement, facts, decisions } = asked;
  if (placement !== undefined) return displacing({ facts, ruleSet, placement }, members, leave);
  if (leave !== undefined) return () => [leave];
  if (members.length < ruleSet.size.max) return () => [];
  const rows = rowsById(facts);
  const rowOf = (id: string): number => rows.get(id)!;
  const pinned = new Set(decisions.pin);
  const leaving = await bestLeaving(
    { facts, ruleSet },
    {
      members: members.map(rowOf),
      mayLeave: members.filter((id) => !pinned.has(id)).map(rowOf),
      comes: tried.map(rowOf),
    },
    { points: (row) => worth(idOfRow(facts, row)) ?? 0, isPriced: arePriced(asked) },
    checkpoint,
  );
  const byId = new Map(tried.map((id, index) => [id, leaving[index]]));
  return (candidate) => {
    const row = byId.get(candidate);
    return row === undefined ? [] : [idOfRow(facts, row)];
  };
}

/** Of a plan: who is displaced by an appointment. */
function displacing(
  { facts, ruleSet, placement }: Pick<Ground, 'facts' | 'ruleSet'> & Required<Pick<Ground, 'placement'>>,
  members: readonly string[],
  leave: string | undefined,
): (candidate: string) => readonly string[] {
  const rows = rowsById(facts);
  const heldBy = (id: string): Held => {
    const { candidate, posts } = placement.appointmentOf(rows.get(id)!);
    return { id, candidate, posts };
  };
  const plan = members.map(heldBy);
  const seatsOf = (title: string): number => ruleSet.titles?.find(({ id }) => id === title)?.seats.max ?? 1;
  return (candidate) => displacedBy(heldBy(candidate), plan, seatsOf, leave);
}

/** Whether goals that are missed cost points of the first level. */
function arePriced({ ruleSet }: Pick<Ground, 'ruleSet'>): boolean {
  return ruleSet.objective[0]?.softRules === true;
}

/** What some are worth together; `undefined` where a missing fact leaves one of them open. */
function pointsOf(ids: readonly string[], worth: PointsById): number | undefined {
  return ids.reduce<number | undefined>((sum, id) => {
    const own = worth(id);
    return sum === undefined || own === undefined ? undefined : sum + own;
  }, 0);
}

/** The points of every candidate on the first level, by id; `undefined` where a missing fact leaves them open. */
async function pointsById(
  asked: Pick<SlateCase, 'facts' | 'ruleSet'>,
  checkpoint: Checkpoint,
): Promise<PointsById> {
  const { objective } = await decidedOf(asked, checkpoint);
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
