import fc from 'fast-check';

/** Ordered lists once more, as plainly as possible: arrays of people by place, and rules as they are written. */

export interface PlainPerson {
  readonly id: string;
  readonly gender: 'female' | 'male';
  readonly region: 'North' | 'South';
  readonly votes: number;
}

/** Somebody at a place; both holders of a place stand at it. */
export interface Standing {
  readonly person: PlainPerson;
  readonly place: number;
  readonly title: 'place' | 'substitute';
}

type Where = { readonly fact: 'gender' | 'region'; readonly value: string };
export type PlainWithin =
  | { readonly first: number }
  | { readonly from: number; readonly to: number }
  | { readonly blocks: number; readonly first?: number }
  | { readonly windows: number; readonly first?: number };

interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

const ROUNDINGS = ['largest-remainder', 'dhondt', 'sainte-lague', 'nearest', 'up', 'down', 'either'] as const;
const BOUNDS = ['exactly', 'min', 'max'] as const;

interface PlainProportion {
  readonly kind: 'proportion';
  readonly fact: 'gender' | 'region';
  readonly to: Readonly<Record<string, number>>;
  readonly seats: number;
  readonly each: number;
  readonly round: (typeof ROUNDINGS)[number];
  readonly bound: (typeof BOUNDS)[number];
  readonly where?: Where | undefined;
}

export type PlainAsked =
  | ({
      readonly kind: 'count';
      readonly where?: Where | undefined;
      readonly forEach?: 'gender' | 'region' | undefined;
    } & Bounds)
  | ({
      readonly kind: 'share';
      readonly where: Where;
      readonly round?: 'nearest' | 'down' | undefined;
    } & Bounds)
  | ({ readonly kind: 'sum' } & Bounds)
  | { readonly kind: 'difference'; readonly fact: 'gender' | 'region'; readonly max: number }
  | ({ readonly kind: 'groups'; readonly of: 'gender' | 'region' } & Bounds)
  | PlainProportion
  | { readonly kind: 'head'; readonly where: Where; readonly at: number }
  | { readonly kind: 'alternate'; readonly fact: 'gender' | 'region' }
  | { readonly kind: 'choice'; readonly of: readonly PlainAsked[] }
  | { readonly kind: 'ifAny'; readonly where: Where; readonly need: PlainAsked }
  | { readonly kind: 'pair'; readonly fact: 'gender' | 'region'; readonly same: boolean };

export interface PlainListRule {
  readonly asked: PlainAsked;
  readonly within?: PlainWithin | undefined;
  readonly weight?: number | undefined;
}

export interface PlainList {
  readonly people: readonly PlainPerson[];
  readonly places: { readonly min: number; readonly max: number };
  readonly substitutes: boolean;
  readonly rules: readonly PlainListRule[];
}

const ENDS = { gender: ['female', 'male'], region: ['North', 'South'] } as const;

const where: fc.Arbitrary<Where> = fc.constantFrom<Where>(
  { fact: 'gender', value: 'female' },
  { fact: 'gender', value: 'male' },
  { fact: 'region', value: 'North' },
);
const either = fc.constantFrom<'gender' | 'region'>('gender', 'region');
const bounds = (most: number): fc.Arbitrary<Bounds> =>
  fc.tuple(fc.constantFrom('min', 'max', 'both'), fc.nat(most), fc.nat(most)).map(([which, one, other]) => ({
    ...(which !== 'max' && { min: Math.min(one, other) }),
    ...(which !== 'min' && { max: Math.max(one, other) }),
  }));
/** Shares in fifths. */
const shareBounds = bounds(5).map(({ min, max }) => ({
  ...(min !== undefined && { min: min / 5 }),
  ...(max !== undefined && { max: max / 5 }),
}));

const groupable: fc.Arbitrary<PlainAsked> = fc.oneof(
  fc
    .record({
      where: fc.option(where, { nil: undefined }),
      forEach: fc.option(either, { nil: undefined }),
      bounds: bounds(2),
    })
    .map(({ bounds: both, ...rest }): PlainAsked => ({ kind: 'count', ...rest, ...both })),
  fc
    .record({
      where,
      round: fc.constantFrom<'nearest' | 'down' | undefined>('nearest', 'down', undefined),
      bounds: shareBounds,
    })
    .map(({ bounds: both, ...rest }): PlainAsked => ({ kind: 'share', ...rest, ...both })),
  fc.tuple(either, fc.nat(2)).map(([fact, max]): PlainAsked => ({ kind: 'difference', fact, max })),
  bounds(20).map((both): PlainAsked => ({ kind: 'sum', ...both })),
);

/** Seats that can be shared out as the rule says. */
const proportion: fc.Arbitrary<PlainAsked> = either
  .chain((fact) =>
    fc.record({
      kind: fc.constant('proportion' as const),
      fact: fc.constant(fact),
      to: fc
        .tuple(fc.nat(5), fc.nat(5), fc.boolean(), fc.boolean())
        .map(([one, other, isOne, isTurned]): Readonly<Record<string, number>> => {
          const [first, second] = isTurned ? ENDS[fact].toReversed() : ENDS[fact];
          return isOne ? { [first]: one } : { [first]: one, [second]: other };
        }),
      seats: fc.integer({ min: 1, max: 4 }),
      each: fc.constantFrom(0, 0, 1),
      round: fc.constantFrom(...ROUNDINGS),
      bound: fc.constantFrom(...BOUNDS),
      where: fc.option(where, { nil: undefined }),
    }),
  )
  .filter((each) => isShareable(each));

function isShareable(rule: PlainProportion): boolean {
  const numbers = Object.values(rule.to);
  if (numbers.every((number) => number === 0) || rule.each * numbers.length > rule.seats) return false;
  const dues = duesOf(rule);
  const [least, most] = [0, 1].map((side) => dues.reduce((sum, due) => sum + due[side]!, 0));
  return (rule.bound === 'max' || least! <= rule.seats) && (rule.bound === 'min' || most! >= rule.seats);
}

/** The fewest and the most that each group is due, in the order in which they are written. */
function duesOf({ to, seats, each, round }: PlainProportion): readonly (readonly [number, number])[] {
  const numbers = Object.values(to);
  const all = numbers.reduce((sum, number) => sum + number, 0);
  const rest = seats - each * numbers.length;
  const whole = numbers.map((number) => Math.floor((number * rest) / all + 1e-9));
  const left = numbers.map((number, index) => number * rest - whole[index]! * all);
  const held = numbers.map(() => 0);
  // Who has the greatest claim, the earlier one where two are equal, and a seat to them.
  const give = (claim: (index: number) => number): void => {
    const claims = numbers.map((_, index) => claim(index));
    held[claims.indexOf(Math.max(...claims))]! += 1;
  };
  if (round === 'dhondt' || round === 'sainte-lague') {
    const divisor = (seatsHeld: number): number => (round === 'dhondt' ? seatsHeld + 1 : 2 * seatsHeld + 1);
    for (let seat = 0; seat < rest; seat += 1) give((index) => numbers[index]! / divisor(held[index]!));
  } else if (round === 'largest-remainder') {
    whole.forEach((number, index) => (held[index] = number));
    while (held.reduce((sum, number) => sum + number, 0) < rest)
      give((index) => (held[index] === whole[index] ? left[index]! : -1));
  }
  return numbers.map((_, index) => {
    const [low, high] = [whole[index]!, whole[index]! + (left[index]! > 0 ? 1 : 0)];
    const nearest = 2 * left[index]! >= all ? high : low;
    const rounded = { nearest: [nearest, nearest], up: [high, high], down: [low, low], either: [low, high] };
    const [min, max] =
      round in rounded ? rounded[round as keyof typeof rounded] : [held[index]!, held[index]!];
    return [min! + each, max! + each];
  });
}

function anyRule(length: number, substitutes: boolean): fc.Arbitrary<PlainListRule> {
  const place = fc.integer({ min: 1, max: length });
  const range = fc.oneof(
    place.map((first): PlainWithin => ({ first })),
    fc
      .tuple(place, place)
      .map(([one, other]): PlainWithin => ({ from: Math.min(one, other), to: Math.max(one, other) })),
  );
  const stretch = fc
    .tuple(fc.constantFrom('blocks', 'windows'), fc.integer({ min: 2, max: Math.max(2, length) }))
    .chain(([key, size]) =>
      fc
        .option(fc.integer({ min: size, max: Math.max(size, length) }), { nil: undefined })
        .map((upTo): PlainWithin => {
          const within = upTo === undefined || upTo > length ? {} : { first: upTo };
          return key === 'blocks' ? { blocks: size, ...within } : { windows: size, ...within };
        }),
    );
  const weight = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
  const maybe = (one: fc.Arbitrary<PlainWithin>) => fc.option(one, { nil: undefined });
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ asked: groupable, within: maybe(fc.oneof(range, stretch)), weight }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        asked: fc.tuple(either, bounds(2)).map(([of, both]): PlainAsked => ({ kind: 'groups', of, ...both })),
        within: maybe(range),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        asked: fc.oneof(
          fc.tuple(groupable, groupable).map((of): PlainAsked => ({ kind: 'choice', of })),
          fc.record({ where, need: groupable }).map((parts): PlainAsked => ({ kind: 'ifAny', ...parts })),
        ),
        within: maybe(range),
        weight,
      }),
    },
    { weight: 2, arbitrary: fc.record({ asked: proportion, within: maybe(range), weight }) },
    {
      weight: 1,
      arbitrary: fc.record({
        asked: fc.tuple(where, place).map(([each, at]): PlainAsked => ({ kind: 'head', where: each, at })),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        asked: either.map((fact): PlainAsked => ({ kind: 'alternate', fact })),
        within: maybe(range),
        weight,
      }),
    },
    ...(substitutes
      ? [
          {
            weight: 3,
            arbitrary: fc.record({
              asked: fc
                .tuple(either, fc.boolean())
                .map(([fact, same]): PlainAsked => ({ kind: 'pair', fact, same })),
              within: maybe(range),
              weight,
            }),
          },
        ]
      : []),
  );
}

/** Lists with seats in proportion within some of their places, alone or beside another rule. */
export function listInProportion(): fc.Arbitrary<PlainList> {
  return plainList(2).chain((plain) => {
    const place = fc.integer({ min: 1, max: plain.places.max });
    const within = fc.oneof(
      place.map((first): PlainWithin => ({ first })),
      fc
        .tuple(place, place)
        .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) })),
    );
    const weight = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
    return fc
      .record({ asked: proportion, within, weight })
      .chain((first) =>
        fc
          .boolean()
          .map((isAlone) => ({ ...plain, rules: [first, ...(isAlone ? [] : plain.rules.slice(0, 1))] })),
      );
  });
}

/** Random lists that are small enough for every order of everybody to be tried. */
export function plainList(most = 3): fc.Arbitrary<PlainList> {
  return fc
    .tuple(fc.boolean(), fc.boolean(), fc.integer({ min: 2, max: 4 }))
    .chain(([isPaired, isOpen, length]) => {
      const substitutes = isPaired && length === 2;
      const places = { min: isOpen && length > 2 ? length - 1 : length, max: length };
      const person = fc.record({
        gender: fc.constantFrom<'female' | 'male'>('female', 'male'),
        region: fc.constantFrom<'North' | 'South'>('North', 'South'),
        votes: fc.integer({ min: 0, max: 9 }),
      });
      return fc.record({
        people: fc
          .array(person, { minLength: 4, maxLength: 6 })
          .map((all) => all.map((each, index) => ({ id: `P${index}`, ...each }))),
        places: fc.constant(places),
        substitutes: fc.constant(substitutes),
        rules: fc.array(anyRule(length, substitutes), { minLength: 1, maxLength: most }),
      });
    });
}

/** The rule file of a list. */
export function fileOf({ places, substitutes, rules }: PlainList): string {
  return JSON.stringify({
    id: 'plain',
    referenceDate: '2024-01-01',
    list: { places: places.min === places.max ? places.max : places, substitutes },
    facts: { region: 'text', votes: 'number' },
    rules: rules.map(({ asked, within, weight }, index) => ({
      id: `rule-${index}`,
      ...written(asked),
      ...(within && { within }),
      ...(weight && { strength: 'soft', weight }),
    })),
    objective: [{ fact: 'votes', weight: 1 }],
  });
}

function written(asked: PlainAsked): object {
  const leaf = (each: Where | undefined) => each && { where: { ...each, operator: 'equal' } };
  switch (asked.kind) {
    case 'alternate':
      return { alternate: asked.fact };
    case 'choice':
      return { choice: { min: 1, of: asked.of.map(written) } };
    case 'ifAny':
      return { ifAny: { ...leaf(asked.where), need: written(asked.need) } };
    case 'pair':
      return { pair: asked.same ? { same: asked.fact } : { different: asked.fact } };
    case 'head':
      return {
        require: {
          where: { fact: 'place', operator: 'equal', value: asked.at },
          satisfy: { ...asked.where, operator: 'equal' },
        },
      };
    case 'sum':
      return { sum: { fact: 'votes', min: asked.min, max: asked.max } };
    case 'difference': {
      const [one, other] = ENDS[asked.fact];
      const side = (value: string) => ({ fact: asked.fact, operator: 'equal', value });
      return { difference: { between: side(one), and: side(other), max: asked.max } };
    }
    case 'groups':
      return { groups: { of: asked.of, min: asked.min, max: asked.max } };
    case 'proportion': {
      const { fact: forEach, kind: _, where: each, ...rest } = asked;
      return { proportion: { ...leaf(each), forEach, ...rest } };
    }
    case 'share': {
      const { min, max, round } = asked;
      return { share: { ...leaf(asked.where), min, max, round } };
    }
    case 'count': {
      const { min, max, forEach } = asked;
      return { count: { ...leaf(asked.where), forEach, min, max } };
    }
  }
}

/** Every way to fill the places from the first on, none left out between. */
export function* allLists({ people, places, substitutes }: PlainList): Iterable<readonly Standing[]> {
  const titles = substitutes ? (['place', 'substitute'] as const) : (['place'] as const);
  function* filled(rest: readonly PlainPerson[], done: readonly Standing[]): Iterable<readonly Standing[]> {
    const next = done.length;
    if (next % titles.length === 0 && next / titles.length >= places.min) yield done;
    if (next === places.max * titles.length) return;
    const [place, title] = [Math.floor(next / titles.length) + 1, titles[next % titles.length]!];
    for (const person of rest) {
      yield* filled(
        rest.filter((each) => each !== person),
        [...done, { person, place, title }],
      );
    }
  }
  yield* filled(people, []);
}

/** The stretches of places that a rule is about, and whether the list can stop before their end. */
function stretches(
  within: PlainWithin | undefined,
  { min, max }: PlainList['places'],
): readonly { readonly from: number; readonly to: number; readonly whole: boolean }[] {
  if (within === undefined) return [{ from: 1, to: max, whole: true }];
  if ('first' in within && !('blocks' in within) && !('windows' in within))
    return [{ from: 1, to: within.first, whole: true }];
  if ('from' in within) return [{ ...within, whole: true }];
  const end = 'first' in within ? (within.first ?? max) : max;
  const all: { from: number; to: number; whole: boolean }[] = [];
  if ('blocks' in within) {
    for (let from = 1; from <= end; from += within.blocks) {
      const last = from + within.blocks - 1;
      all.push({ from, to: Math.min(end, last), whole: last <= Math.min(min, end) });
    }
  } else {
    for (let from = 1; from + within.windows - 1 <= end; from += 1) {
      const to = from + within.windows - 1;
      all.push({ from, to, whole: to <= min });
    }
  }
  return all;
}

/** By how much a list misses a rule; members, or votes. */
export function offBy(
  { asked, within }: PlainListRule,
  list: readonly Standing[],
  { people, places }: Pick<PlainList, 'people' | 'places'>,
): number {
  const is = ({ person }: Standing, each: Where): boolean => person[each.fact] === each.value;
  if (asked.kind === 'head')
    return list.filter((each) => each.place === asked.at && !is(each, asked.where)).length;
  if (asked.kind === 'choice' || asked.kind === 'ifAny') {
    const parts = asked.kind === 'choice' ? asked.of : [asked.need];
    const isKept = (part: PlainAsked): boolean =>
      offBy({ asked: part, within }, list, { people, places }) < 1e-9;
    const [only] = stretches(within, places);
    const isNobody =
      asked.kind === 'ifAny' &&
      !list.some((each) => each.place >= only!.from && each.place <= only!.to && is(each, asked.where));
    return isNobody || parts.some(isKept) ? 0 : 1;
  }
  if (asked.kind === 'pair') {
    let sum = 0;
    const [only] = stretches(within, places);
    for (const value of new Set(people.map((each) => each[asked.fact]))) {
      for (let place = only!.from; place <= Math.min(only!.to, places.max); place += 1) {
        const here = list.filter((each) => each.place === place && each.person[asked.fact] === value);
        if (!asked.same) sum += Math.max(0, here.length - 1);
        // One of two where two are alike; else one is of the value, who holds the place or stands in.
        else if (here.length === 1) sum += 1;
      }
    }
    return sum;
  }
  if (asked.kind === 'proportion') {
    const [only] = stretches(within, places);
    const counted = list.filter(
      (each) =>
        each.place >= only!.from &&
        each.place <= only!.to &&
        (asked.where === undefined || is(each, asked.where)),
    );
    const dues = duesOf(asked);
    return Object.keys(asked.to).reduce((sum, group, index) => {
      const own = counted.filter(({ person }) => person[asked.fact] === group).length;
      const [min, max] = dues[index]!;
      const [few, many] = [asked.bound === 'max' ? 0 : min - own, asked.bound === 'min' ? 0 : own - max];
      return sum + Math.max(0, few, many);
    }, 0);
  }
  if (asked.kind === 'alternate') {
    const [only] = stretches(within, places);
    const holders = list.filter(
      ({ title, place }) => title === 'place' && place >= only!.from && place <= only!.to,
    );
    return holders.filter((each) =>
      holders.some(
        (next) => next.place === each.place + 1 && next.person[asked.fact] === each.person[asked.fact],
      ),
    ).length;
  }
  const { min = -Infinity, max = Infinity }: Bounds = asked;
  const outside = (value: number): number => Math.max(0, min - value, value - max);
  return stretches(within, places).reduce((sum, { from, to, whole }) => {
    const here = list.filter(({ place }) => place >= from && place <= to);
    const isLeast = (asked.kind === 'count' || asked.kind === 'sum') && asked.min !== undefined;
    if (isLeast && !whole) return sum;
    if (asked.kind === 'sum')
      return sum + outside(here.reduce((votes, { person }) => votes + person.votes, 0));
    if (asked.kind === 'groups')
      return sum + outside(new Set(here.map(({ person }) => person[asked.of])).size);
    if (asked.kind === 'difference') {
      const [one, other] = ENDS[asked.fact].map(
        (value) => here.filter(({ person }) => person[asked.fact] === value).length,
      );
      return sum + Math.max(0, Math.abs(one! - other!) - asked.max);
    }
    if (asked.kind === 'share') {
      const matching = here.filter((each) => is(each, asked.where)).length;
      const made = (part: number, side: 'min' | 'max'): number => {
        // Fifths times a few people, without the dust of binary fractions.
        const exact = Math.round(part * 5) * here.length;
        if (asked.round === 'nearest') return Math.floor((2 * exact + 5) / 10);
        if (asked.round === 'down' || side === 'max') return Math.floor(exact / 5);
        return Math.ceil(exact / 5);
      };
      const low = asked.min === undefined ? 0 : made(asked.min, 'min') - matching;
      const high = asked.max === undefined ? 0 : matching - made(asked.max, 'max');
      return sum + Math.max(0, low > 0 ? low : high);
    }
    const { forEach } = asked;
    const groups = forEach === undefined ? [undefined] : [...new Set(people.map((each) => each[forEach]))];
    const matching = here.filter((each) => asked.where === undefined || is(each, asked.where));
    return groups.reduce((off, group) => {
      const mine = matching.filter(({ person }) => forEach === undefined || person[forEach] === group);
      return off + outside(mine.length);
    }, sum);
  }, 0);
}

/** What a list is worth; `undefined` where it breaks a rule that binds. */
export function valueOf(list: readonly Standing[], plain: PlainList): number | undefined {
  let value = list.reduce((sum, { person }) => sum + person.votes, 0);
  for (const rule of plain.rules) {
    const off = offBy(rule, list, plain);
    if (off > 0 && rule.weight === undefined) return undefined;
    value -= off * (rule.weight ?? 0);
  }
  return value;
}

/** What the order of a list is worth: the better earlier. */
export function earliness(list: readonly Standing[], { places }: PlainList): number {
  return list.reduce((sum, { person, place }) => sum + person.votes * (places.max - place), 0);
}
