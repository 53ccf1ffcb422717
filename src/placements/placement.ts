import { conditionsOf } from '../rules/rule-conditions.ts';
import { factsOf } from '../pool/facts/derived-facts.ts';
import type { Pool } from '../pool/pool.ts';
import { type Checkpoint, NO_LIMIT } from '../rules/checkpoint.ts';
import { decide, leavesOf } from '../rules/conditions/deciding.ts';
import { cellOf, type FactTable, idOfRow } from '../rules/facts/fact-table.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { withoutUnitFacts } from '../rules/titles.ts';
import type { Appointment } from '../check/check-answer.ts';
import { missingColumns } from '../slate/case.ts';
import { type PlacementRows, type SlateCase } from '../check/slate-case.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';
import { appointmentTable, type AppointmentParts, type AppointmentRows, wayOf } from './appointments.ts';
import { resolvedDecisions } from './decisions.ts';
import { holderProblems } from './holder-problems.ts';
import { appointmentFinder, type RowPlace } from './named-appointments.ts';
import { postsOf } from './posts.ts';
import { type Present, presentOf } from './present-posts.ts';
import { problemsOfDecisions } from './problems-of-decisions.ts';
import { relationsOf } from './ways-to-posts.ts';
import { withStandingRules } from './standing-rules.ts';
import { unitFacts } from './unit-facts.ts';
import { NO_UNIT } from './unit-finder.ts';
import type { Units } from './units.ts';
import { type Decisions, NO_DECISIONS } from '../pool/decisions.ts';
import { VERDICT } from '../rules/conditions/three-valued.ts';

/** What a placement is opened with besides candidates, units and rules. */
export interface PlacementOptions {
  readonly decisions?: Decisions;
  /** Appointments that must be rows of the table whether they are eligible or not: those of a plan to check. */
  readonly also?: readonly string[];
}

/**
 * Brings candidates, units, rules and decisions together: the case of a placement, which everything
 * that works on slates takes. Its rows are the possible appointments; where they are very many, those
 * that no hard `require` forbids, with a plan's own, so that a check can say why one is not eligible.
 *
 * Problems: no titles, columns that the rules use and no table has, cells that do not fit a declared
 * fact, titles that no unit has, decisions on what is not known.
 *
 * @throws what `checkpoint` throws.
 */
export async function openPlacement(
  pool: Pool,
  units: Units,
  ruleSet: RuleSet,
  { decisions = NO_DECISIONS, also = [] }: PlacementOptions = {},
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<Reading<SlateCase>> {
  const { titles, list } = ruleSet;
  if (titles === undefined) {
    return { ok: false, problems: [problem('placements.no-titles', { rules: ruleSet.id })] };
  }
  const [candidates, unitTable] = [factsOf(pool, withoutUnitFacts(ruleSet)), unitFacts(units, ruleSet)];
  const unread = [candidates, unitTable].flatMap((each) => (each.ok ? [] : each.problems));
  if (!candidates.ok || !unitTable.ok) {
    const named = problemsOfDecisions({ ok: true, value: pool }, decisions);
    return { ok: false, problems: [...unread, ...holderProblems(pool, units, titles), ...named] };
  }
  const { ground, present } = await groundOf(candidates.value, unitTable.value, units, {
    ...ruleSet,
    titles,
  });
  const find = appointmentFinder(ground);
  const decided = resolvedDecisions(decisions, ground, find);
  const problems = [
    ...missingColumns(appointmentTable(ground, NO_ROWS), ruleSet),
    ...titlesNowhere(ground),
    ...titlesUnsure(ground, units),
    ...holderProblems(pool, units, titles),
    ...decided.problems,
  ];
  if (problems.length > 0) return { ok: false, problems };
  const rows = await eligibleRows(
    ground,
    ruleSet,
    [...also, ...decisions.pin].flatMap((id) => find(id) ?? []),
    checkpoint,
  );
  const facts = appointmentTable(ground, rows);
  return {
    ok: true,
    value: {
      pool,
      ruleSet: withStandingRules(ruleSet, ground.posts.all),
      facts,
      decisions: decided.decisions,
      placement: { ...rowsOf(ground, { units, present }, rows, facts), ...(list && { list }) },
    },
  };
}

/** What appointments are made of, and who holds which post today. */
async function groundOf(
  candidates: FactTable,
  unitTable: FactTable,
  units: Units,
  { titles, combined = [], list }: Pick<RuleSet, 'combined' | 'list'> & Pick<AppointmentParts, 'titles'>,
): Promise<{ readonly ground: AppointmentParts; readonly present: Present }> {
  const posts = await postsOf(unitTable, titles, combined);
  // A place of a list is nobody's workplace, whatever that is called.
  const present = presentOf(candidates, list === undefined ? units : NOWHERE, titles);
  const relations = relationsOf(candidates, units, present);
  return {
    ground: { candidates, units: unitTable, titles, posts, relations, ...(list && { list }) },
    present,
  };
}

/** No unit at all. */
const NOWHERE: Pick<Units, 'names' | 'kinds' | 'size' | 'columns'> = {
  names: [],
  kinds: [],
  size: 0,
  columns: new Map(),
};

const NO_ROWS: AppointmentRows = {
  candidate: new Uint32Array(),
  unit: new Uint32Array(),
  way: new Uint32Array(),
};

/** A title that nobody could ever hold is a slip in the file. */
function titlesNowhere({ titles, posts }: AppointmentParts): readonly Problem[] {
  const somewhere = new Set(posts.all.map(({ title }) => title.id));
  return titles
    .filter(({ id }) => !somewhere.has(id))
    .map(({ id }) => problem('placements.title-nowhere', { title: id }));
}

/**
 * Titles that could be held besides posts of other units, if only one unit had them: with several it is
 * not said whose seat it would be, so nobody there can hold one besides.
 */
function besidesNothing({ titles, posts, units }: AppointmentParts): readonly Text[] {
  return titles.flatMap(({ id, title, concurrent }) => {
    const having = new Set(posts.all.filter((post) => post.title.id === id).map(({ unit }) => unit));
    const others = new Set(posts.all.filter((post) => !post.title.concurrent).map(({ unit }) => unit));
    const without = [...others].filter((unit) => !having.has(unit));
    if (!concurrent || having.size < 2 || without.length === 0) return [];
    const names = (of: Iterable<number>): readonly string[] => Array.from(of, (unit) => units.ids[unit]!);
    return [
      inEachLanguage((language) =>
        phrase(language, 'placements.besides-nothing', {
          title: title[language],
          having: names(having),
          without: names(without),
        }),
      ),
    ];
  });
}

/** A unit that may have a title, but lacks the fact that tells, would lose the post without a word. */
function titlesUnsure({ posts, units: table }: AppointmentParts, units: Units): readonly Problem[] {
  return posts.open.map(({ unit, title }) => {
    const facts = title.where === undefined ? [] : leavesOf(title.where).map(({ fact }) => fact);
    const lacking = [...new Set(facts)].filter((fact) => cellOf(table.fact(fact)!, unit) === undefined);
    const parameters = { unit: units.names[unit]!, title: title.id, facts: lacking };
    return problem('placements.title-unsure', parameters, units.placeOf(unit));
  });
}

/** Up to so many appointments all are rows of the table, so that a diagnosis can blame eligibility, too. */
const ALL_ROWS = 300_000;

/**
 * Every way for everybody in every unit; beyond {@link ALL_ROWS} without those that a hard `require`
 * forbids for sure, which can be on no plan. Unit by unit, so that a province has no more in memory at
 * once than it needs.
 */
async function eligibleRows(
  ground: AppointmentParts,
  ruleSet: RuleSet,
  also: readonly RowPlace[],
  checkpoint: Checkpoint,
): Promise<AppointmentRows> {
  const ways = ground.posts.ways.reduce((sum, each) => sum + each.length, 0);
  const isLarge = ways * ground.candidates.size > ALL_ROWS;
  const kept: { candidate: Uint32Array; unit: Uint32Array; way: Uint32Array }[] = [];
  for (let unit = 0; unit < ground.units.size; unit += 1) {
    await checkpoint.yieldOrThrow();
    const all = everybodyIn(ground, unit);
    const out = isLarge
      ? await barred(ground, all, ruleSet, checkpoint)
      : new Uint8Array(all.candidate.length);
    for (const { candidate, way } of also.filter((each) => each.unit === unit)) {
      out[way * ground.candidates.size + candidate] = 0;
    }
    const stays = (_: number, row: number): boolean => out[row] === 0;
    kept.push({
      candidate: all.candidate.filter(stays),
      unit: all.unit.filter(stays),
      way: all.way.filter(stays),
    });
  }
  const joined = (part: keyof AppointmentRows): Uint32Array => {
    const size = kept.reduce((sum, each) => sum + each[part].length, 0);
    const all = new Uint32Array(size);
    let at = 0;
    for (const each of kept) {
      all.set(each[part], at);
      at += each[part].length;
    }
    return all;
  };
  return { candidate: joined('candidate'), unit: joined('unit'), way: joined('way') };
}

/** All candidates in all ways of one unit, way after way. */
function everybodyIn({ candidates, posts }: AppointmentParts, unit: number): AppointmentRows {
  const ways = posts.ways[unit]!.length;
  const size = ways * candidates.size;
  const candidate = new Uint32Array(size);
  const way = new Uint32Array(size);
  for (let row = 0; row < size; row += 1) candidate[row] = row % candidates.size;
  for (let each = 0; each < ways; each += 1) {
    way.fill(each, each * candidates.size, (each + 1) * candidates.size);
  }
  return { candidate, unit: new Uint32Array(size).fill(unit), way };
}

/** 1 for rows that do not satisfy a hard rule of eligibility. */
async function barred(
  ground: AppointmentParts,
  rows: AppointmentRows,
  ruleSet: RuleSet,
  checkpoint: Checkpoint,
): Promise<Uint8Array> {
  const required = ruleSet.rules.filter(({ kind, strength }) => kind === 'require' && strength === 'hard');
  const conditions = required.flatMap(conditionsOf);
  const decided = await decide(appointmentTable(ground, rows), conditions, checkpoint);
  const out = new Uint8Array(rows.candidate.length);
  for (const { verdicts } of decided) {
    for (let row = 0; row < out.length; row += 1) if (verdicts[row] === VERDICT.yes) out[row] = 1;
  }
  return out;
}

/** What answers and tables say of the rows. */
function rowsOf(
  ground: AppointmentParts,
  { units, present }: { readonly units: Units; readonly present: Present },
  rows: AppointmentRows,
  facts: FactTable,
): PlacementRows {
  const { candidates, relations, posts } = ground;
  const nameOf = (unit: number): string => units.names[unit]!;
  const workplace = candidates.fact('unit');
  const fromOf = (candidate: number): string | undefined => {
    const unit = present.unitOf[candidate]!;
    if (unit !== NO_UNIT) return nameOf(unit);
    const cell = workplace && cellOf(workplace, candidate);
    return typeof cell === 'string' ? cell : undefined;
  };
  return {
    units: units.names.map((name, unit) => ({ name, kind: units.kinds[unit]! })),
    unitsSha256: units.sha256,
    notices: besidesNothing(ground),
    posts: posts.all.map((post) => ({
      unit: nameOf(post.unit),
      title: post.title.id,
      holders: present.held
        .filter(({ unit, title }) => unit === post.unit && title.id === post.title.id)
        .map(({ candidate }) => candidates.ids[candidate]!),
    })),
    appointmentOf: (row): Appointment => {
      const [candidate, unit, way] = [rows.candidate[row]!, rows.unit[row]!, wayOf(ground, rows, row)];
      const isListed = ground.list !== undefined;
      const rotation = isListed ? undefined : relations.rotation(candidate, unit, way);
      const from = isListed ? undefined : fromOf(candidate);
      return {
        id: idOfRow(facts, row),
        candidate: candidates.ids[candidate]!,
        unit: nameOf(unit),
        posts: way.titles.map(({ id }, index) => ({ title: id, unit: nameOf(way.units[index]!) })),
        stays: relations.stays(candidate, way),
        ...(rotation !== undefined && { rotation }),
        ...(from !== undefined && { from }),
      };
    },
  };
}
