import fc from 'fast-check';
import type { RuleSet } from '../../src/rules/rule-set.ts';
import { type SlateCase } from '../../src/check/slate-case.ts';
import {
  below,
  drawnRules,
  isOpen,
  is,
  type Plan,
  type PlainPerson,
  type PlainPlacement,
  type PlainAppointment,
  type PlainRule,
  stays,
  text,
} from './plain-rules.ts';
import {
  COMBINED_OF_THREE,
  declared,
  has,
  type PlainShape,
  type PlainTitle,
  SEVERAL_SEATS,
  TWO_TITLES,
  waysIn,
  WITH_COMMITTEE,
} from './plain-titles.ts';
import { caseOf } from './reading.ts';
import { type Decisions, NO_DECISIONS } from '../../src/pool/decisions.ts';

/** Every way to place the people, each at most once, no seat twice. */
export function* allPlans(plain: PlainPlacement, from = 0): Generator<Plan> {
  const { candidates, units, shape } = plain;
  const candidate = candidates[from];
  if (candidate === undefined) {
    yield [];
    return;
  }
  for (const rest of allPlans(plain, from + 1)) {
    yield rest;
    for (const unit of units) {
      for (const way of waysIn(unit, units, shape)) {
        if (isOpen(plain, { candidate, unit, way })) continue;
        if (way.every(({ title, at }) => holdersOf(rest, title, at) < title.max))
          yield [{ candidate, unit, way }, ...rest];
      }
    }
  }
}

/** How many hold a title of a unit. */
export function holdersOf(plan: Plan, title: PlainTitle, unit: string): number {
  return plan.filter(({ way }) => way.some((post) => post.title === title && post.at === unit)).length;
}

/** How many seats stay vacant that should not. */
function vacantSeats({ units, shape }: PlainPlacement, plan: Plan): number {
  let vacant = 0;
  for (const title of shape.titles) {
    for (const unit of units.filter((each) => has(each, title)))
      vacant += below(title.min, holdersOf(plan, title, unit.name));
  }
  return vacant;
}

/** `p0@X/secretary`: an appointment as answers name it. */
export function idOf({ candidate, unit, way }: PlainAppointment): string {
  return `${candidate.id}@${unit.name}/${way.map(({ title }) => title.id).join('+')}`;
}

/** What broken goals and vacant seats cost; `undefined` where a hard rule is broken. */
export function priceOf(plain: PlainPlacement, plan: Plan): number | undefined {
  const vacant = vacantSeats(plain, plan);
  if (vacant > 0 && plain.vacancy === 'never') return undefined;
  let price = plain.vacancy === 'never' ? 0 : plain.vacancy * vacant;
  for (const { rule, off } of plain.rules) {
    const deviation = off(plan, plain);
    if (deviation > 1e-9 && rule.strength === 'hard') return undefined;
    price += rule.weight * deviation;
  }
  return price;
}

/** Merit, five for everybody who stays, less the price. */
export function valueOfPlan(plain: PlainPlacement, plan: Plan): number {
  const merit = plan.reduce((sum, one) => sum + one.candidate.merit + (stays(plain, one) ? 5 : 0), 0);
  return merit - (priceOf(plain, plan) ?? Infinity);
}

/** The placement as the code under test is asked it. */
export function opened(plain: PlainPlacement, decisions: Decisions = NO_DECISIONS): Promise<SlateCase> {
  return caseOf(plain.ruleSet, unitsText(plain), poolText(plain.candidates), { decisions });
}

function poolText(candidates: readonly PlainPerson[]): string {
  const lines = candidates.map(({ id, gender, home, merit, terms }) =>
    [id, id, gender, home, home, 'ward', merit, terms].join(','),
  );
  return ['id,name,gender,unit,homeUnit,bloc,merit,termsInPost', ...lines].join('\n');
}

function unitsText({ units, shape }: PlainPlacement): string {
  const lines = units.map(({ name, kind, holders }) =>
    [name, kind, ...holders.map((holder) => (holder === undefined ? '' : `p${holder}`))].join(','),
  );
  return [`name,kind,${shape.titles.map(({ id }) => id).join(',')}`, ...lines].join('\n');
}

/** Random placements, by default small enough for brute force: two units with two titles, up to five people. */
export function plainPlacement(
  names: readonly string[] = ['X', 'Y'],
  most = 5,
  shape: PlainShape = TWO_TITLES,
): fc.Arbitrary<PlainPlacement> {
  const person = fc.record({
    gender: fc.constantFrom('female' as const, 'male' as const),
    home: fc.constantFrom(...names),
    merit: fc.integer({ min: -2, max: 9 }),
    terms: fc.integer({ min: 1, max: 3 }),
  });
  const seats = names.length * shape.titles.length;
  return fc
    .record({
      people: fc.array(person, { minLength: 1, maxLength: most }),
      picks: fc.array(fc.nat(most * 2 - 1), { minLength: seats, maxLength: seats }),
      drawn: drawnRules,
      vacancy: fc.constantFrom<(number | 'never')[]>('never', 4, 20),
    })
    .map(({ people, picks, drawn, vacancy }) => {
      const candidates = people.map((each, index) => ({ id: `p${index}`, ...each }));
      const kinds = names.map((_, unit) => shape.kinds[unit % shape.kinds.length]!);
      const units = names.map((name, unit) => ({
        name,
        kind: kinds[unit]!,
        holders: presentHolders(picks, unit, { kinds, shape, people: candidates.length }),
      }));
      const chosen = drawn.filter((rule) => rule !== undefined);
      const ruleSet = ruleSetOf(chosen, vacancy, shape);
      return { candidates, units, rules: chosen, vacancy, ruleSet, shape };
    });
}

/** The placements of every shape, each as large as brute force can bear. */
export function anyPlacement(): fc.Arbitrary<PlainPlacement> {
  return fc.oneof(
    plainPlacement(),
    plainPlacement(['X', 'Y'], 3, COMBINED_OF_THREE),
    plainPlacement(['X', 'Y'], 4, SEVERAL_SEATS),
    plainPlacement(['X', 'Y'], 4, WITH_COMMITTEE),
    // Names that look like the parts of an id.
    plainPlacement(['X@Y/secretary', 'Z/a@b'], 3),
  );
}

interface Holding {
  readonly kinds: readonly string[];
  readonly shape: PlainShape;
  readonly people: number;
}

/** Nobody holds posts in two units; the same person may hold several of one, and a seat besides. */
function presentHolders(
  picks: readonly number[],
  unit: number,
  { kinds, shape: { titles }, people }: Holding,
): readonly (number | undefined)[] {
  const isPost = (at: number): boolean => !titles[at % titles.length]!.concurrent;
  const unitOf = (at: number): number => Math.floor(at / titles.length);
  return titles.map((title, index) => {
    const holder = picks[unit * titles.length + index]!;
    if (holder >= people || !has({ name: '', kind: kinds[unit]! }, title)) return undefined;
    if (title.concurrent) return holder;
    const elsewhere = picks.some((other, at) => other === holder && isPost(at) && unitOf(at) < unit);
    return elsewhere ? undefined : holder;
  });
}

function ruleSetOf(chosen: readonly PlainRule[], vacancy: number | 'never', shape: PlainShape): RuleSet {
  return {
    id: 'random',
    title: text('random'),
    referenceDate: '2020-06-05',
    size: { min: 0, max: Number.MAX_SAFE_INTEGER },
    titles: declared(shape, vacancy),
    combined: shape.combined,
    retirementAge: { female: 55, male: 60 },
    facts: { merit: { type: 'number' } },
    rules: chosen.map(({ rule }) => rule),
    objective: [
      {
        title: text('merit'),
        terms: [
          { fact: 'merit', weight: 1 },
          { where: is('stays', true), weight: 5 },
        ],
        softRules: true,
      },
    ],
    sha256: '',
  };
}

/** Decisions on persons and on appointments. */
export function decisionsOn({ candidates, units, shape }: PlainPlacement): fc.Arbitrary<Decisions> {
  const persons = candidates.map(({ id }) => id);
  const appointments = candidates.flatMap((candidate) =>
    units.flatMap((unit) => waysIn(unit, units, shape).map((way) => idOf({ candidate, unit, way }))),
  );
  const pair = (of: readonly string[]) => fc.subarray([...of], { maxLength: Math.min(2, of.length) });
  return fc
    .record({
      pin: fc.subarray(persons, { maxLength: 1 }),
      pinned: fc.subarray(appointments, { maxLength: 1 }),
      exclude: fc.subarray(persons, { maxLength: 1 }),
      together: fc.array(fc.oneof(pair(appointments), pair(persons)), { maxLength: 1 }),
      apart: fc.array(pair(persons), { maxLength: 1 }),
    })
    .filter(({ pin, exclude }) => !pin.some((id) => exclude.includes(id)))
    .map(({ pin, pinned, exclude, together, apart }) => ({
      pin: [...pin, ...pinned],
      exclude,
      together: together.filter((group) => group.length === 2),
      apart: apart.filter((group) => group.length === 2),
    }));
}

/** Whether a plan is as decided, by its persons and appointments. */
export function isDecided(plan: Plan, { pin, exclude, together, apart }: Decisions): boolean {
  const chosen = new Set(plan.flatMap((one) => [one.candidate.id, idOf(one)]));
  const many = (group: readonly string[]): number => group.filter((id) => chosen.has(id)).length;
  return (
    many(pin) === pin.length &&
    many(exclude) === 0 &&
    together.every((group) => many(group) === 0 || many(group) === group.length) &&
    apart.every((group) => many(group) <= 1)
  );
}
