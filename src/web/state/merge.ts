import type { Changes, KeptScenario, PoolChoice, RuleChange, SizeChange, UnitsChoice, Work } from './work.ts';

/** What two people decided differently, each as it stands in their work. */
export type Conflict =
  | { readonly of: 'pool'; readonly mine: PoolChoice; readonly theirs: PoolChoice }
  | { readonly of: 'rules'; readonly mine: Work['rules']; readonly theirs: Work['rules'] }
  | { readonly of: 'units'; readonly mine: UnitsChoice | undefined; readonly theirs: UnitsChoice | undefined }
  | { readonly of: 'size'; readonly mine: SizeChange | undefined; readonly theirs: SizeChange | undefined }
  | {
      readonly of: 'rule';
      readonly id: string;
      readonly mine: RuleChange | undefined;
      readonly theirs: RuleChange | undefined;
    }
  | {
      readonly of: 'scenario';
      readonly id: string;
      readonly mine: KeptScenario | undefined;
      readonly theirs: KeptScenario | undefined;
    }
  | { readonly of: 'person'; readonly id: string; readonly mine: Decided; readonly theirs: Decided }
  /** Each took another whole slate. */
  | { readonly of: 'slate'; readonly mine: readonly string[]; readonly theirs: readonly string[] };

/** What is decided on one person: one decision, however many lists it stands in. */
export interface Decided {
  readonly pin: boolean;
  readonly exclude: boolean;
  readonly member: boolean;
}

/** Work in which two sides are together, and what they decided differently: there it has theirs. */
export interface Merged {
  readonly work: Work;
  readonly conflicts: readonly Conflict[];
}

/**
 * Lays what I changed over what others changed, both since the same work. Different decisions go
 * together; of the same one, decided differently, theirs stands and both sides are told.
 *
 * @param whole whether I took a whole slate, which goes together with no change to another
 */
export function mergeWork(base: Work, mine: Work, theirs: Work, whole = false): Merged {
  if (sameAs(theirs, base)) return { work: mine, conflicts: [] };
  if (sameAs(mine, theirs)) return { work: theirs, conflicts: [] };
  if (sameAs(mine, base)) return { work: theirs, conflicts: [] };
  const conflicts: Conflict[] = [];
  const part = <Part>(of: (work: Work) => Part, clash: (parts: Parts<Part>) => Conflict): Part =>
    decide({ base: of(base), mine: of(mine), theirs: of(theirs) }, clash, conflicts);
  const work: Work = {
    pool: part(
      ({ pool }) => pool,
      ({ mine: my, theirs: their }) => ({ of: 'pool', mine: my, theirs: their }),
    ),
    rules: part(
      ({ rules }) => rules,
      ({ mine: my, theirs: their }) => ({ of: 'rules', mine: my, theirs: their }),
    ),
    units: part(
      ({ units }) => units,
      ({ mine: my, theirs: their }) => ({ of: 'units', mine: my, theirs: their }),
    ),
    changes: mergedChanges({ base: base.changes, mine: mine.changes, theirs: theirs.changes }, conflicts),
    ...mergedPersons({ base, mine, theirs }, whole, conflicts),
    accepted: mergedIds({ base: base.accepted, mine: mine.accepted, theirs: theirs.accepted }),
    scenarios: mergedScenarios(
      { base: base.scenarios, mine: mine.scenarios, theirs: theirs.scenarios },
      conflicts,
    ),
  };
  return { work, conflicts };
}

interface Parts<Part> {
  readonly base: Part;
  readonly mine: Part;
  readonly theirs: Part;
}

/** The side that changed; where both did and not alike, theirs, and the clash is told. */
function decide<Part>(
  { base, mine, theirs }: Parts<Part>,
  clash: (parts: Parts<Part>) => Conflict,
  conflicts: Conflict[],
): Part {
  if (sameAs(mine, base) || sameAs(mine, theirs)) return theirs;
  if (sameAs(theirs, base)) return mine;
  conflicts.push(clash({ base, mine, theirs }));
  return theirs;
}

function mergedChanges({ base, mine, theirs }: Parts<Changes>, conflicts: Conflict[]): Changes {
  const ids = [...new Set([base, mine, theirs].flatMap(({ rules }) => Object.keys(rules)))].sort();
  const rules = ids.flatMap((id): readonly (readonly [string, RuleChange])[] => {
    const parts = { base: base.rules[id], mine: mine.rules[id], theirs: theirs.rules[id] };
    const change = decide(
      parts,
      ({ mine: my, theirs: their }) => ({ of: 'rule', id, mine: my, theirs: their }),
      conflicts,
    );
    return change === undefined ? [] : [[id, change]];
  });
  const size = decide(
    { base: base.size, mine: mine.size, theirs: theirs.size },
    ({ mine: my, theirs: their }) => ({ of: 'size', mine: my, theirs: their }),
    conflicts,
  );
  return { rules: Object.fromEntries(rules), ...(size !== undefined && { size }) };
}

type Persons = Pick<Work, 'pin' | 'exclude' | 'members'>;

function mergedPersons(sides: Parts<Work>, whole: boolean, conflicts: Conflict[]): Persons {
  const { base, mine, theirs } = sides;
  const otherPeople = [mine, theirs].some((side) => !samePeople(base, side));
  if (otherPeople || (whole && !sameAs(base.members, mine.members)))
    return takenWhole(sides, otherPeople, conflicts);
  const ids = new Set(
    [base, mine, theirs].flatMap(({ pin, exclude, members }) => [...pin, ...exclude, ...members]),
  );
  const decided = [...ids].sort().map((id) => {
    const parts = { base: decidedOn(base, id), mine: decidedOn(mine, id), theirs: decidedOn(theirs, id) };
    const now = decide(
      parts,
      ({ mine: my, theirs: their }) => ({ of: 'person', id, mine: my, theirs: their }),
      conflicts,
    );
    return { id, ...now };
  });
  const having = (what: keyof Decided): readonly string[] =>
    decided.flatMap((each) => (each[what] ? [each.id] : []));
  return { pin: having('pin'), exclude: having('exclude'), members: having('member') };
}

/** Other candidates or posts, or a whole slate: what is decided on persons is one decision then. */
function takenWhole({ base, mine, theirs }: Parts<Work>, all: boolean, conflicts: Conflict[]): Persons {
  const persons = ({ pin, exclude, members }: Work): Persons => ({ pin, exclude, members });
  const slate = ({ mine: my, theirs: their }: Parts<Persons>): Conflict => ({
    of: 'slate',
    mine: my.members,
    theirs: their.members,
  });
  if (all)
    return decide({ base: persons(base), mine: persons(mine), theirs: persons(theirs) }, slate, conflicts);
  const list = (what: 'pin' | 'exclude'): readonly string[] =>
    mergedIds({ base: base[what], mine: mine[what], theirs: theirs[what] });
  const members = decide(
    { base: base.members, mine: mine.members, theirs: theirs.members },
    ({ mine: my, theirs: their }) => ({ of: 'slate', mine: my, theirs: their }),
    conflicts,
  );
  const excluded = new Set(list('exclude'));
  const here = (ids: readonly string[]): readonly string[] => ids.filter((id) => !excluded.has(id));
  const pin = here(list('pin'));
  // Whoever is pinned is on the slate; in a plan somebody may be pinned without a post.
  const on = base.units === undefined ? [...new Set([...members, ...pin])].sort() : members;
  return { pin, exclude: [...excluded], members: here(on) };
}

/** Whether candidates and posts are the same ones, be it in a table that was mended. */
function samePeople(a: Work, b: Work): boolean {
  const named = (table: PoolChoice | undefined): string => {
    if (table === undefined) return '';
    // A table that is kept stays the same one when another file of it is delivered.
    return table.kind === 'shipped' ? `shipped ${table.name}` : `own ${table.kept ?? table.file}`;
  };
  return named(a.pool) === named(b.pool) && named(a.units) === named(b.units);
}

/** What a work decides on somebody. */
function decidedOn({ pin, exclude, members }: Work, id: string): Decided {
  return { pin: pin.includes(id), exclude: exclude.includes(id), member: members.includes(id) };
}

/** Of yes and no there are no two ways to change: no set of ids has a conflict. */
function mergedIds({ base, mine, theirs }: Parts<readonly string[]>): readonly string[] {
  const ids = new Set([...base, ...mine, ...theirs]);
  const isIn = (id: string): boolean =>
    mine.includes(id) === base.includes(id) ? theirs.includes(id) : mine.includes(id);
  return [...ids].filter(isIn).sort();
}

function mergedScenarios(
  { base, mine, theirs }: Parts<readonly KeptScenario[]>,
  conflicts: Conflict[],
): readonly KeptScenario[] {
  const ids = new Set([...theirs, ...mine, ...base].map(({ id }) => id));
  const named = (all: readonly KeptScenario[], id: string): KeptScenario | undefined =>
    all.find((each) => each.id === id);
  return [...ids].flatMap((id) => {
    const parts = { base: named(base, id), mine: named(mine, id), theirs: named(theirs, id) };
    const kept = decide(
      parts,
      ({ mine: my, theirs: their }) => ({ of: 'scenario', id, mine: my, theirs: their }),
      conflicts,
    );
    return kept === undefined ? [] : [kept];
  });
}

/** The same work with a conflict decided for my side. */
export function withMine(work: Work, conflict: Conflict): Work {
  switch (conflict.of) {
    case 'pool':
      return { ...work, pool: conflict.mine };
    case 'rules':
      return { ...work, rules: conflict.mine };
    case 'units':
      return { ...work, units: conflict.mine };
    case 'size': {
      const { size: _theirs, ...changes } = work.changes;
      return {
        ...work,
        changes: { ...changes, ...(conflict.mine !== undefined && { size: conflict.mine }) },
      };
    }
    case 'rule': {
      const { [conflict.id]: _theirs, ...others } = work.changes.rules;
      const rules = conflict.mine === undefined ? others : { ...others, [conflict.id]: conflict.mine };
      return { ...work, changes: { ...work.changes, rules } };
    }
    case 'scenario': {
      const others = work.scenarios.filter(({ id }) => id !== conflict.id);
      return { ...work, scenarios: conflict.mine === undefined ? others : [...others, conflict.mine] };
    }
    case 'person':
      return {
        ...work,
        pin: withId(work.pin, conflict.id, conflict.mine.pin),
        exclude: withId(work.exclude, conflict.id, conflict.mine.exclude),
        members: withId(work.members, conflict.id, conflict.mine.member),
      };
    case 'slate': {
      const excluded = new Set(work.exclude);
      return { ...work, members: conflict.mine.filter((id) => !excluded.has(id)) };
    }
  }
}

function withId(ids: readonly string[], id: string, isIn: boolean): readonly string[] {
  const others = ids.filter((each) => each !== id);
  return isIn ? [...others, id].sort() : others;
}

/** Whether two parts of a work decide the same; a field that holds nothing is as none. */
export function sameAs(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [one, other] = [
    new Map<string, unknown>(Object.entries(a)),
    new Map<string, unknown>(Object.entries(b)),
  ];
  return [...new Set([...one.keys(), ...other.keys()])].every((key) => sameAs(one.get(key), other.get(key)));
}
