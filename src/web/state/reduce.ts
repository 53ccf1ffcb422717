import {
  type Changes,
  NO_CHANGES,
  type PoolChoice,
  type RuleChange,
  type RulesChoice,
  type KeptScenario,
  type SizeChange,
  type UnitsChoice,
  type Work,
} from './work.ts';

/**
 * What changes along with a choice where the rest of the work does not fit it: another pool, other rules, other
 * units or none.
 */
export type Companions = Partial<Pick<Work, 'pool' | 'rules' | 'units'>>;

/** One thing that the board does. */
export type Action =
  | { readonly do: 'choose-pool'; readonly pool: PoolChoice; readonly with?: Companions }
  | { readonly do: 'mend-pool'; readonly pool: PoolChoice; readonly ids: readonly string[] }
  /** Says otherwise how the table in hand is read. */
  | { readonly do: 'map-pool'; readonly pool: PoolChoice }
  /** Takes over what a new delivery of the table in hand says; only these ids are left. */
  | { readonly do: 'take-delivery'; readonly pool: PoolChoice; readonly ids: readonly string[] }
  /** Finds what looks odd in the candidates to be right, by the key of the notice. */
  | { readonly do: 'accept-notice'; readonly key: string }
  | { readonly do: 'mend-units'; readonly units: UnitsChoice }
  | {
      readonly do: 'choose-rules';
      readonly rules: RulesChoice;
      readonly with?: Companions;
      /** Brought by the step before, with which it is taken back. */
      readonly follows?: true;
    }
  | { readonly do: 'choose-units'; readonly units: UnitsChoice | undefined; readonly with?: Companions }
  | { readonly do: 'edit-rules'; readonly rules: RulesChoice }
  | { readonly do: 'pin'; readonly id: string }
  | { readonly do: 'exclude'; readonly id: string }
  /** Takes back a pin or an exclusion. */
  | { readonly do: 'release'; readonly id: string }
  | { readonly do: 'add'; readonly id: string }
  | { readonly do: 'remove'; readonly id: string }
  | { readonly do: 'swap'; readonly out: string; readonly in: string }
  /** Puts somebody into a post: their other appointment goes, and those whom they take the place of. */
  | {
      readonly do: 'appoint';
      readonly id: string;
      readonly person: string;
      readonly leave: readonly string[];
    }
  /** Of a placement: somebody must get some post. */
  | { readonly do: 'pin-person'; readonly id: string }
  /** Of a placement: somebody gets no post; theirs in the plan goes. */
  | { readonly do: 'exclude-person'; readonly id: string; readonly appointments: readonly string[] }
  | { readonly do: 'take'; readonly members: readonly string[]; readonly from: SlateSource }
  | { readonly do: 'change-rule'; readonly rule: string; readonly change: RuleChange | undefined }
  | { readonly do: 'change-size'; readonly size: SizeChange | undefined }
  | { readonly do: 'take-changes'; readonly changes: Changes; readonly members: readonly string[] }
  /** Accepts a way out of a contradiction: other quotas, fewer decisions, and the slate that then exists. */
  | {
      readonly do: 'relax';
      readonly changes: Changes;
      readonly pin: readonly string[];
      readonly exclude: readonly string[];
      readonly members: readonly string[];
    }
  | { readonly do: 'keep-scenario'; readonly scenario: KeptScenario }
  | { readonly do: 'drop-scenario'; readonly id: string }
  | { readonly do: 'restore-rules' }
  /** Back to an earlier state, whole. */
  | { readonly do: 'restore'; readonly work: Work }
  /** Decides for one's own side what others decided otherwise. */
  | { readonly do: 'settle'; readonly work: Work };

/** Where a whole slate came from. */
export type SlateSource = 'proposal' | 'repair' | 'alternative' | 'scenario' | 'nobody' | 'present';

/** The work after one action. Pure; what changes nothing gives back the same object. */
export function reduce(work: Work, action: Action): Work {
  switch (action.do) {
    case 'choose-pool':
      return undecided({ ...accompanied(work, action.with), pool: action.pool });
    case 'choose-units':
      return undecided({ ...accompanied(work, action.with), units: action.units });
    case 'accept-notice':
      return { ...work, accepted: having(work.accepted, action.key) };
    case 'mend-units':
      return { ...work, units: action.units };
    case 'map-pool':
      return remapped(work, action.pool);
    case 'take-delivery':
    case 'mend-pool':
      return mended(work, action.pool, new Set(action.ids));
    case 'choose-rules':
      return ruled(work, { ...work, ...action.with, rules: action.rules });
    case 'edit-rules':
      return { ...work, rules: action.rules };
    case 'take':
      return withMembers(work, action.members);
    case 'change-rule':
      return withRuleChange(work, action.rule, action.change);
    case 'change-size':
      return { ...work, changes: sized(work.changes, action.size) };
    case 'take-changes':
      return withMembers({ ...work, changes: action.changes }, action.members);
    case 'keep-scenario':
      return { ...work, scenarios: [...work.scenarios, action.scenario] };
    case 'drop-scenario':
      return { ...work, scenarios: work.scenarios.filter(({ id }) => id !== action.id) };
    case 'relax': {
      const { changes, pin, exclude, members } = action;
      return withMembers({ ...work, changes, pin, exclude }, members);
    }
    case 'restore-rules':
      return { ...work, changes: NO_CHANGES };
    case 'restore':
    case 'settle':
      return action.work;
    default:
      return decided(work, action);
  }
}

/** The work with what a choice brings with it; no quota of other rules is changed yet. */
function accompanied(work: Work, companions: Companions | undefined): Work {
  const isRuled = companions?.rules !== undefined && companions.rules !== work.rules;
  return { ...work, ...companions, ...(isRuled && { changes: NO_CHANGES }) };
}

/** Other people or other posts: what was decided on those before is of no use. */
function undecided(work: Work): Work {
  return { ...work, pin: [], exclude: [], members: [] };
}

/** Other rules: no quota of theirs is changed yet; decisions stand where persons and posts are the same. */
function ruled(before: Work, work: Work): Work {
  const unchanged = { ...work, changes: NO_CHANGES };
  return before.pool === work.pool && before.units === work.units ? unchanged : undecided(unchanged);
}

/** The ids of the same people are other ones where they come from another column. */
function remapped(work: Work, pool: PoolChoice): Work {
  const next = { ...work, pool };
  return idColumn(pool) === idColumn(work.pool) ? next : undecided(next);
}

function idColumn(pool: PoolChoice): string | undefined {
  const columns = pool.kind === 'shipped' ? {} : (pool.mapping?.columns ?? {});
  return Object.keys(columns).find((heading) => {
    const said = columns[heading];
    return (typeof said === 'string' ? said : said?.as) === 'id';
  });
}

type Decision = Extract<
  Action,
  {
    readonly do:
      | 'pin'
      | 'exclude'
      | 'release'
      | 'add'
      | 'remove'
      | 'swap'
      | 'appoint'
      | 'pin-person'
      | 'exclude-person';
  }
>;

/**
 * Decisions keep each other true: who is pinned is on the slate and not excluded; who is excluded is
 * neither on it nor pinned; who is taken off is no longer pinned; who is put on is no longer excluded.
 */
function decided(work: Work, action: Decision): Work {
  switch (action.do) {
    case 'pin':
      return {
        ...work,
        pin: having(work.pin, action.id),
        exclude: lacking(work.exclude, action.id),
        members: having(work.members, action.id),
      };
    case 'exclude':
      return { ...off(work, action.id), exclude: having(work.exclude, action.id) };
    case 'release':
      return { ...work, pin: lacking(work.pin, action.id), exclude: lacking(work.exclude, action.id) };
    case 'add':
      return on(work, action.id);
    case 'remove':
      return off(work, action.id);
    case 'appoint': {
      const free = action.leave.reduce(off, work);
      return on({ ...free, exclude: lacking(free.exclude, action.person) }, action.id);
    }
    case 'pin-person':
      return { ...work, pin: having(work.pin, action.id), exclude: lacking(work.exclude, action.id) };
    case 'exclude-person': {
      const free = [...action.appointments, action.id].reduce(off, work);
      return { ...free, exclude: having(free.exclude, action.id) };
    }
    default:
      return on(off(work, action.out), action.in);
  }
}

function on(work: Work, id: string): Work {
  return { ...work, exclude: lacking(work.exclude, id), members: having(work.members, id) };
}

function off(work: Work, id: string): Work {
  return { ...work, pin: lacking(work.pin, id), members: lacking(work.members, id) };
}

function withMembers(work: Work, members: readonly string[]): Work {
  return { ...work, members: inOrder(members) };
}

/** Whoever is no longer in the table is no longer decided on. */
function mended(work: Work, pool: PoolChoice, ids: ReadonlySet<string>): Work {
  const known = (each: readonly string[]): readonly string[] => each.filter((id) => ids.has(id));
  return {
    ...work,
    pool,
    pin: known(work.pin),
    exclude: known(work.exclude),
    members: known(work.members),
  };
}

function withRuleChange(work: Work, rule: string, change: RuleChange | undefined): Work {
  const { [rule]: _before, ...others } = work.changes.rules;
  const rules = change === undefined ? others : { ...others, [rule]: change };
  return { ...work, changes: { ...work.changes, rules } };
}

function sized({ rules }: Changes, size: SizeChange | undefined): Changes {
  return size === undefined ? { rules } : { rules, size };
}

function having(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : inOrder([...ids, id]);
}

function lacking(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : ids;
}

/** By UTF-16 code units, as the service orders the ids of a slate. */
function inOrder(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}
