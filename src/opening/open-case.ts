import { placesOfList } from '../placements/places-of-list.ts';
import type { PlacementOptions } from '../placements/placement.ts';
import { problemsOfDecisions } from '../placements/problems-of-decisions.ts';
import type { Units } from '../placements/units.ts';
import { noticeKey, poolNotices } from '../pool/notices/notices.ts';
import type { Pool, PoolReading } from '../pool/pool.ts';
import type { Checkpoint } from '../rules/checkpoint.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { CompareAsked } from '../scenarios/compare.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { openCase } from '../slate/case.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';
import { placedInDecisions } from './decision-places.ts';
import { type CaseReader, DirectReader } from './reader.ts';
import { type Laid, scenariosOf, unreadableScenario } from './scenario.ts';
import { membersRead, readSlateSource, type WrittenMembers } from './written-slate.ts';
import { type CaseSources, type DecisionsInput, decisionsOf } from './sources.ts';
import type { Decisions } from '../pool/decisions.ts';
import { withoutUnitFacts } from '../rules/titles.ts';
import { factsOf } from '../pool/facts/derived-facts.ts';

/** A case that is open. */
export interface OpenCase {
  readonly asked: SlateCase;
  /** The members of the slate that was named; none where none was. */
  readonly slate: readonly string[];
  /** The scenarios that were named to be compared. */
  readonly scenarios: readonly Scenario[];
  /** The rules with the scenario laid over, and how the same candidates are opened under others. */
  readonly ground: CompareAsked;
  readonly pool: Pool;
  readonly units: Units | undefined;
  /** The decisions of the question itself, as it made them. */
  readonly decided: DecisionsInput | undefined;
}

/** What could be read of a case, for whoever looks at what else is wrong with a question about it. */
export interface PartsRead {
  readonly pool?: Pool;
  readonly rules?: RuleSet;
  /** Ids of the slate. */
  readonly slate?: readonly string[];
}

/** How a case is opened. */
export interface Opening {
  readonly reader?: CaseReader;
  readonly signal?: AbortSignal;
  /** Taken between the steps of a large opening; absent: nobody limits it. */
  readonly checkpoint?: Checkpoint;
  /** What else is wrong with a question, as far as the parts that could be read tell. */
  readonly alsoWrong?: (read: PartsRead) => readonly Problem[] | Promise<readonly Problem[]>;
}

/**
 * Brings candidates, rules, units, a scenario, decisions and members together: a case, or everything that
 * is wrong with any of them, each problem at its place. This is the one way to a case; library, service and
 * command line only say where its parts come from.
 *
 * @throws the reason of `signal`; what `checkpoint` throws.
 */
export async function openCaseOf(
  sources: CaseSources,
  { reader = new DirectReader(), signal, checkpoint, alsoWrong }: Opening = {},
): Promise<Reading<OpenCase>> {
  const parts = await readParts(sources, reader);
  signal?.throwIfAborted();
  const further = (await alsoWrong?.(readOf(parts))) ?? [];
  const opened = await broughtTogether(parts, reader, checkpoint);
  signal?.throwIfAborted();
  const { scenarios } = parts;
  const problems = [
    ...further,
    ...hiddenByScenario(parts),
    ...[scenarios, opened].flatMap((each) => (each.ok ? [] : each.problems)),
  ];
  if (!opened.ok || !scenarios.ok || problems.length > 0) {
    const notices = noticesOf(parts);
    return { ok: false, problems: placedInDecisions(problems, sources.decisions), notices };
  }
  return { ok: true, value: { ...opened.value, scenarios: scenarios.value, decided: sources.decisions } };
}

/** Every part as it was read. */
interface Parts {
  readonly pool: PoolReading;
  /** As they stand. */
  readonly rules: Reading<RuleSet>;
  /** With the scenario laid over, and all decisions. */
  readonly laid: Reading<Laid>;
  readonly scenarios: Reading<readonly Scenario[]>;
  readonly decisions: Decisions;
  readonly units: Reading<Units> | undefined;
  readonly slate: WrittenMembers | undefined;
}

async function readParts(sources: CaseSources, reader: CaseReader): Promise<Parts> {
  const decisions = decisionsOf(sources.decisions);
  const [pool, rules, units, slate] = await Promise.all([
    reader.pool(sources.pool),
    reader.rules(sources.rules),
    sources.units && reader.units(sources.units),
    sources.slate && readSlateSource(sources.slate),
  ]);
  const laid: Reading<Laid> = rules.ok
    ? await reader.laid(sources.scenario, rules.value, decisions)
    : { ok: false, problems: [...rules.problems, ...(await unreadableScenario(sources.scenario))] };
  const scenarios: Parts['scenarios'] = laid.ok
    ? await scenariosOf(sources.scenarios, laid.value.ruleSet)
    : { ok: false, problems: await unreadableScenario(sources.scenarios) };
  // What rules find in candidates, a scenario leaves as it is.
  const told: PoolReading = pool.ok ? pool : { ...pool, problems: poolProblems(pool, rules) };
  return { pool: told, rules, laid, scenarios, decisions, units, slate };
}

/** What looks odd in the candidates, under the rules as far as these can be read; of a table with errors, how it was read. */
function noticesOf({ pool, rules }: Parts): readonly Problem[] {
  if (pool.ok) return poolNotices(pool.value, rules.ok ? rules.value : undefined);
  const { notices = [], accepted } = pool.readable ?? {};
  return notices.filter((each) => accepted?.has(noticeKey(each)) !== true);
}

function readOf(parts: Parts): PartsRead {
  const { pool, rules, laid, slate } = parts;
  const under = laid.ok ? laid.value.ruleSet : rules.ok ? rules.value : undefined;
  const isPlan = slate?.isTable === true && isPlacement(parts);
  const members = slate === undefined || isPlan ? undefined : membersRead(slate);
  return {
    ...(pool.ok && { pool: pool.value }),
    ...(under !== undefined && { rules: under }),
    ...(members !== undefined && { slate: members }),
  };
}

/** What sound rules find in sound candidates, where a bad scenario keeps both from being brought together. */
function hiddenByScenario({ pool, rules, laid }: Parts): readonly Problem[] {
  return !laid.ok && pool.ok && rules.ok ? problemsUnderRules(pool.value, rules.value) : [];
}

/** An open case without the scenarios that it is compared under. */
type Opened = Omit<OpenCase, 'scenarios' | 'decided'>;

async function broughtTogether(
  parts: Parts,
  reader: CaseReader,
  checkpoint: Checkpoint | undefined,
): Promise<Reading<Opened>> {
  const { pool, laid, decisions, slate } = parts;
  const units = isPlacement(parts) ? unitsUnder(parts) : undefined;
  if (!pool.ok || !laid.ok || units?.ok === false) {
    const unread = [pool, laid, units].flatMap((each) =>
      each === undefined || each.ok ? [] : each.problems,
    );
    const inSlate = slate?.problems({ ...(pool.ok && units === undefined && { pool: pool.value }) }) ?? [];
    return { ok: false, problems: [...unread, ...inSlate, ...problemsOfDecisions(pool, decisions)] };
  }
  return units === undefined
    ? slateCase(pool.value, laid.value, slate)
    : placementCase({ pool: pool.value, units: units.value, laid: laid.value }, slate, reader, checkpoint);
}

/** Whether posts in units are filled: the rules have titles, or a table of units is given. */
function isPlacement({ units, laid }: Parts): boolean {
  return units !== undefined || (laid.ok && laid.value.ruleSet.titles !== undefined);
}

/** The units that were given; of an ordered list its places, for which no table is given. */
function unitsUnder({ units, laid }: Parts): Reading<Units> {
  const list = laid.ok ? laid.value.ruleSet.list : undefined;
  if (list === undefined) return units ?? unitsNeeded(laid);
  if (units === undefined) return { ok: true, value: placesOfList(list) };
  const rules = laid.ok ? laid.value.ruleSet.id : '';
  return { ok: false, problems: [problem('placements.no-units-of-list', { rules })] };
}

function unitsNeeded(laid: Reading<Laid>): Reading<Units> {
  const rules = laid.ok ? laid.value.ruleSet.id : '';
  return { ok: false, problems: [problem('placements.units-needed', { rules })] };
}

function slateCase(
  pool: Pool,
  { ruleSet, decisions }: Laid,
  slate: WrittenMembers | undefined,
): Reading<Opened> {
  const opened = openCase(pool, ruleSet, decisions);
  const problems = [...(opened.ok ? [] : opened.problems), ...(slate?.problems({ pool }) ?? [])];
  if (!opened.ok || problems.length > 0) return { ok: false, problems };
  const ground: CompareAsked = { ruleSet, decisions, open: async (...under) => openCase(pool, ...under) };
  const members = slate === undefined ? [] : (membersRead(slate) ?? []);
  return { ok: true, value: { asked: opened.value, slate: members, ground, pool, units: undefined } };
}

async function placementCase(
  { pool, units, laid }: { readonly pool: Pool; readonly units: Units; readonly laid: Laid },
  slate: WrittenMembers | undefined,
  reader: CaseReader,
  checkpoint: Checkpoint | undefined,
): Promise<Reading<Opened>> {
  const { ruleSet, decisions } = laid;
  const plan = await slate?.appointments({ pool, units, ruleSet });
  const options: PlacementOptions = { decisions, also: plan?.ok === true ? plan.value : [] };
  const opened = await reader.placement(pool, units, ruleSet, options, checkpoint);
  const inPlan = opened.ok && plan?.ok === true ? (slate?.unknown(opened.value) ?? []) : [];
  const problems = [opened, plan].flatMap((each) => (each === undefined || each.ok ? [] : each.problems));
  if (!opened.ok || problems.length + inPlan.length > 0)
    return { ok: false, problems: [...problems, ...inPlan] };
  const open: CompareAsked['open'] = (rules, decided) =>
    reader.placement(pool, units, rules, { decisions: decided, also: [] }, checkpoint);
  const ground: CompareAsked = { ruleSet, decisions, open };
  const members = plan?.ok === true ? plan.value : [];
  // The places of a list come with its rules wherever it is opened again.
  const table = ruleSet.list === undefined ? units : undefined;
  return { ok: true, value: { asked: opened.value, slate: members, ground, pool, units: table } };
}

/**
 * All that is wrong with candidates who could not be read, in one go: what their table gets wrong by
 * itself, and what the rule set finds in it beyond, in columns that it declares for example. In the order
 * of the lines; what has no line comes first.
 */
function poolProblems(reading: PoolReading, rules: Reading<RuleSet>): readonly Problem[] {
  if (reading.ok) return [];
  const { problems, readable } = reading;
  if (readable === undefined || !rules.ok) return problems;
  const line = ({ place }: Problem): number => place?.line ?? 0;
  return [...problems, ...problemsUnderRules(readable, rules.value)].toSorted(
    (one, other) => line(one) - line(other),
  );
}

/**
 * What only a rule set finds in candidates: columns that it declares and they lack, cells of another type.
 * No scenario that is laid over the rules changes that.
 */
function problemsUnderRules(pool: Pool, ruleSet: RuleSet): readonly Problem[] {
  const facts = factsOf(pool, withoutUnitFacts(ruleSet));
  return facts.ok ? [] : facts.problems;
}
