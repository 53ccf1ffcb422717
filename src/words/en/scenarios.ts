import type { AboutPlan } from '../about-plan.ts';
import type { Text } from '../language.ts';
import { count, enumerate, formatDifference, formatNumber } from '../number.ts';

const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '' : ` (did you mean “${meant}”?)`;
const number = (value: number): string => formatNumber(value, 'en');
const listOf = (ids: readonly string[]): string => enumerate(ids, 'en');

/** The bounds of a rule as shown, and what it has. */
export interface Need {
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly actual: string | undefined;
}

/** How many losses leave the slate compliant, mendable by as many replacements, or neither. */
export interface Standings {
  readonly compliant: number;
  readonly mendable: number;
  readonly broken: number;
}

const standings = (p: Standings): string =>
  `of ${count(p.compliant + p.mendable + p.broken, 'case')}, the rules are still kept in ${number(p.compliant)}, as many replacements mend ${number(p.mendable)}, and nothing mends ${number(p.broken)}`;

const nounOf = ({ plan }: AboutPlan): string => (plan ? 'plan' : 'slate');

const baseOf = (base: number | 'none' | 'unknown'): string => {
  if (base === 'unknown') return 'whether one exists as the rules stand is not known';
  return base === 'none' ? 'none exists as the rules stand' : `${number(base)} as the rules stand`;
};

/** Why a rule cannot be measured member by member, after its name. */
const NO_MEASURE: Readonly<
  Record<'units' | 'groups' | 'rules' | 'average' | 'difference' | 'empty cells', (rule: string) => string>
> = {
  units: (rule) =>
    `counts units, and a measure adds up members one by one: a second woman in a unit makes no second unit; ask for its price with slate cost ${rule}, or measure a rule that counts members`,
  groups: () =>
    'has a count for every group, or counts groups, and a measure adds up members one by one; measure a rule that counts members, without forEach',
  rules: (rule) =>
    `counts rules, and a measure adds up members one by one; ask for its price with slate cost ${rule}, or measure a rule that counts members`,
  average: () => 'is an average, and a measure adds up members one by one; measure a sum',
  difference: (rule) =>
    `says by how many two sides differ, either way, and a measure adds up members one by one; ask for its price with slate cost ${rule}`,
  'empty cells': () =>
    'leaves out those without a value, and a measure needs one of everybody; give the fact a default under facts',
};

/** English sentences of `scenarios`. */
export const scenariosEn = {
  'scenarios.base': () => 'As the rules stand',

  // Scenario files
  'scenarios.empty-file': () => 'the file is empty; it needs scenarios: and a list',
  'scenarios.repeated-id': (p: { readonly id: string; readonly line: number }) =>
    `the scenario “${p.id}” is already there on line ${p.line}; each needs its own id`,
  'scenarios.no-scenario': (p: {
    readonly id: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) =>
    `there is no scenario “${p.id}”${didYouMean(p.meant)}; ${p.allowed.length === 0 ? 'the file has no other' : `there are ${listOf(p.allowed)}`}`,
  'scenarios.circular': (p: { readonly chain: readonly string[] }) =>
    `the scenarios build on each other in a circle: ${p.chain.join(' → ')}; remove one of these`,
  'scenarios.no-rule': (p: {
    readonly id: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) => `the rule set has no rule “${p.id}”${didYouMean(p.meant)}; it has ${listOf(p.allowed)}`,
  'scenarios.still-off': (p: { readonly id: string }) =>
    `“${p.id}” is switched off, by its file or a scenario that this one builds on; add strength: hard or soft, or this changes nothing`,
  'scenarios.min-alone': ({ id }: { readonly id: string }) =>
    `the rule “${id}” counts rules that are kept, and has a min alone; move its min`,
  'scenarios.bounds-in-proportion': ({ id }: { readonly id: string }) =>
    `the bounds of “${id}” follow from the numbers of its groups, and none is set by hand; switch the rule off, or write another rule file with other numbers`,
  'scenarios.bounds-by-size': ({ id }: { readonly id: string }) =>
    `the bounds of “${id}” stand in a table by size, and none moves alone; move the size, or switch the rule off and add another`,
  'scenarios.size-without-line': (p: { readonly id: string; readonly size: number }) =>
    `“${p.id}” has its bounds in a table by size, and no line of it says what holds of a slate of ${p.size}`,
  'scenarios.max-alone': ({ id }: { readonly id: string }) =>
    `the rule “${id}” says by how many two sides may differ, and has a max alone; move its max`,
  'scenarios.stretches-of-rule': ({ id }: { readonly id: string }) =>
    `“${id}” is several rules about stretches of places that overlap, whose bounds would have to move together; write scenarios and lay them beside each other with slate compare`,
  'scenarios.several-rules': (p: {
    readonly id: string;
    readonly parts: readonly { readonly name: string; readonly title: Text }[];
  }) =>
    `“${p.id}” is ${p.parts.length} rules, one for each of its groups; ask for one of them: ${p.parts.map(({ name, title }) => `${name} (${title.en})`).join(', ')}; to move all together, write scenarios and lay them beside each other with slate compare`,
  'scenarios.no-bounds': (p: { readonly id: string }) =>
    `“${p.id}” is a rule of eligibility and has no bounds; it can be soft, hard or off`,
  'scenarios.min-over-max': (p: { readonly min: string; readonly max: string }) =>
    `min would be ${p.min} and max ${p.max}, so the rule could never be kept; give both, or exactly`,
  'scenarios.no-term': (p: { readonly meant?: string }) =>
    `the objective has no term with this fact and condition${didYouMean(p.meant)}; a new weight needs a term as the rule file has it`,

  // What is varied
  'scenarios.bad-variation': (p: { readonly text: string }) =>
    `“${p.text}” does not say what to vary; write women=9..15, women.min=9..15/2, women=9,11,13 or size=45..47`,
  'scenarios.bad-values': (p: { readonly text: string; readonly max: number }) =>
    `“${p.text}”: whole numbers are needed, as in 9..15, 9..15/2 or 9,11,13; the smaller one first`,
  'scenarios.bad-shares': (p: { readonly text: string; readonly max: number }) =>
    `“${p.text}”: shares are needed, as in 20%..40%/5% (a range with its step) or 1/4,1/3`,
  'scenarios.bad-amounts': (p: { readonly text: string; readonly max: number }) =>
    `“${p.text}”: numbers are needed, as in 50000..60000/1000 (a range with its step) or 2.5,3`,
  'scenarios.too-many-values': (p: { readonly text: string; readonly max: number }) =>
    `“${p.text}” has more than ${number(p.max)} values; take a larger step`,
  'scenarios.too-many-cells': (p: { readonly cells: number; readonly max: number }) =>
    `this makes ${number(p.cells)} cells, but at most ${number(p.max)} are possible; vary less, or take larger steps`,
  'scenarios.varied-twice': (p: { readonly name: string }) =>
    `“${p.name}” is varied twice; vary each bound once`,
  'scenarios.crossed': (p: { readonly id: string; readonly min: string; readonly max: string }) =>
    `in some cells “${p.id}” would ask for at least ${p.min} and allow at most ${p.max}; end the range where the bounds meet, or vary “${p.id}” without .min or .max, which moves both bounds`,
  'scenarios.nothing-varied': () => 'nothing is varied; say what, as in --vary women=9..15',
  'scenarios.side': (p: { readonly title: string; readonly side: 'min' | 'max' }) =>
    p.side === 'min' ? `${p.title}, at least` : `${p.title}, at most`,

  // Trade-offs
  'scenarios.no-measure': (p: {
    readonly text: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) =>
    `“${p.text}” cannot be measured${didYouMean(p.meant)}; measures are ${listOf(p.allowed)}; a minus sign before one says that less is better`,
  'scenarios.no-measure-of-groups': (p: {
    readonly rule: string;
    readonly title: Text;
    readonly of: 'units' | 'groups' | 'rules' | 'average' | 'difference' | 'empty cells';
  }) => `“${p.rule}” (${p.title.en}) ${NO_MEASURE[p.of](p.rule)}`,
  'scenarios.measures-needed': () =>
    'two or three different measures are needed, as in --measure objective --measure women',

  // Robustness
  'scenarios.robustness': (p: {
    readonly members: number;
    readonly one: Standings;
    readonly two: Standings | undefined;
    readonly plan: boolean;
  }) =>
    [
      p.plan
        ? `If one of ${count(p.members, 'appointment')} falls through: ${standings(p.one)}.`
        : `If one of ${count(p.members, 'member')} drops out: ${standings(p.one)}.`,
      ...(p.two === undefined || p.members < 2 ? [] : [`If two do: ${standings(p.two)}.`]),
    ].join(' '),

  // Reports and tables
  'scenarios.scenario': () => 'Scenario',
  'scenarios.outcome': () => 'Outcome',
  'scenarios.objective': () => 'Objective',
  'scenarios.members': (p: AboutPlan): string => (p.plan ? 'Appointments' : 'Members'),
  'scenarios.rule': () => 'Rule',
  'scenarios.comes': () => 'Comes',
  'scenarios.goes': () => 'Goes',
  'scenarios.from-to': () => 'From → to',
  'scenarios.who': (p: AboutPlan): string =>
    p.plan ? 'Which appointment is in which plan' : 'Who is on which slate',
  'scenarios.need-and-have': () => 'Need and have of every rule',
  'scenarios.swaps': () => 'Swaps between each two',
  'scenarios.off': () => 'off',
  'scenarios.status-optimal': (_: AboutPlan) => 'optimal',
  'scenarios.status-feasible': (_: AboutPlan) => 'found, not proven best',
  'scenarios.status-infeasible': (p: AboutPlan) => `no ${nounOf(p)} exists`,
  'scenarios.status-unknown': (_: AboutPlan) => 'time ran out',
  'scenarios.need-have': (p: Need) => {
    const need =
      p.min !== undefined && p.min === p.max
        ? `exactly ${p.min}`
        : p.min !== undefined && p.max !== undefined
          ? `${p.min} to ${p.max}`
          : p.min !== undefined
            ? `at least ${p.min}`
            : p.max === undefined
              ? 'any'
              : `at most ${p.max}`;
    return p.actual === undefined ? need : `${p.actual} (${need})`;
  },
  'scenarios.eligible': (p: { readonly failing: number | undefined; readonly plan: boolean }) => {
    const every = p.plan ? 'every appointment' : 'every member';
    if (p.failing === undefined) return every;
    return p.failing === 0 ? `all (${every})` : `all but ${number(p.failing)} (${every})`;
  },
  'scenarios.compare-title': (p: { readonly title: Text }) => `${p.title.en}: scenarios compared`,
  'scenarios.sweep-title': (p: { readonly title: Text }) => `${p.title.en}: what other quotas would give`,
  'scenarios.map-label': (p: { readonly title: string }) => `Heat map of the objective: ${p.title}`,
  'scenarios.map-legend': (p: AboutPlan) =>
    `The stronger the colour, the better. Hatched: no ${nounOf(p)} exists. Outlined: one step further none exists. Point at a cell to see what changes, or why there is none.`,
  'scenarios.all-cells': () => 'All cells',
  'scenarios.incomplete': () => 'Not all cells were solved: it was stopped, or time ran out.',
  'scenarios.no-slate': (p: AboutPlan) => `no ${nounOf(p)} exists`,
  'scenarios.not-known': (_: AboutPlan) => 'not known: time ran out',
  'scenarios.sweep-summary': (p: {
    readonly cells: number;
    readonly total: number;
    readonly possible: number;
    readonly proven: number;
    readonly plan: boolean;
    readonly base: number | 'none' | 'unknown';
    readonly least?: number;
    readonly most?: number;
  }) =>
    [
      `${number(p.cells)} of ${count(p.total, 'cell')} solved; a ${nounOf(p)} exists in ${number(p.possible)}`,
      p.proven === p.cells
        ? 'all of them proven'
        : `${number(p.proven)} of them proven, the others as one solver says`,
      ...(p.least === undefined || p.most === undefined
        ? []
        : [`objective from ${number(p.least)} to ${number(p.most)}`]),
      baseOf(p.base),
    ].join('; '),
  'scenarios.cell': (p: {
    readonly objective: number;
    readonly difference: number | undefined;
    readonly comes: readonly string[];
    readonly goes: readonly string[];
  }) =>
    [
      number(p.objective),
      ...(p.difference === undefined ? [] : [formatDifference(p.difference, 'en')]),
      ...(p.comes.length > 0 ? [`${listOf(p.comes)} ${p.comes.length === 1 ? 'comes' : 'come'}`] : []),
      ...(p.goes.length > 0 ? [`${listOf(p.goes)} ${p.goes.length === 1 ? 'goes' : 'go'}`] : []),
    ].join('; '),
};
