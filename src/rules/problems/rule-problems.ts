import { problem, type Problem } from '../../words/problem.ts';
import { foundIn } from '../../words/found-value.ts';
import { amountProblems, countProblems, shareProblems } from './bound-problems.ts';
import { conditionProblems } from './condition-problems.ts';
import { countedGroupProblems, groupFactProblems, groupProblems } from './group-problems.ts';
import { daysOfIsoDate } from '../facts/iso-date.ts';
import { AMOUNTS, PART_KINDS, RULE_KINDS } from './kind-shapes.ts';
import { DATED_FACTS } from '../../words/dated-fact.ts';
import { proportionProblems } from './proportion-problems.ts';
import { relaxProblems } from './relax-problems.ts';
import { sizeTableProblems } from './size-problems.ts';
import type { UsableFacts } from './usable-facts.ts';
import {
  fieldsOf,
  isFields,
  itemsOf,
  writtenText,
  wholeIn,
  type Fields,
  type Path,
} from '../yaml/written-values.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';

/** The id that reports give to the size of the slate. */
const RESERVED_ID = 'size';

/** What the rules of one file say that cannot be meant, seen by themselves: no size, no other file. */
export function rulesProblems(yaml: YamlFile, facts: UsableFacts): readonly Problem[] {
  const rules = itemsOf(fieldsOf(yaml.data)['rules']);
  return [
    ...repeatedIds(rules, yaml),
    ...rules.flatMap((rule, index) =>
      isFields(rule) ? ruleProblems(rule, ['rules', index], yaml, facts) : [],
    ),
  ];
}

function repeatedIds(rules: readonly unknown[], yaml: YamlFile): readonly Problem[] {
  const first = new Map<string, number>();
  return rules.flatMap((rule, index) => {
    const id = writtenText(fieldsOf(rule)['id']);
    if (id === undefined) return [];
    const place = yaml.placeOf(['rules', index, 'id']);
    if (id === RESERVED_ID) return [problem('rules.reserved-id', { id }, place)];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    return [
      problem('rules.repeated-id', { id, line: yaml.placeOf(['rules', earlier, 'id']).line ?? 0 }, place),
    ];
  });
}

function ruleProblems(rule: Fields, path: Path, yaml: YamlFile, facts: UsableFacts): readonly Problem[] {
  return [
    ...kindProblems(rule, path, yaml),
    ...weightProblems(rule, path, yaml),
    ...perUnitProblems(rule, path, yaml),
    ...dayProblems(rule, path, yaml),
    ...askedProblems(rule, path, yaml, facts),
    ...countedProblems(rule, path, yaml, facts),
    ...proportionProblems(rule['proportion'], [...path, 'proportion'], yaml, facts),
    ...factsOfForms(rule, path).flatMap((form) => groupFactProblems(form.fact, form.path, yaml, facts)),
    ...partsOfRule(rule, path).flatMap((part) => [
      ...kindsOf(part.written, PART_KINDS, part.path, yaml),
      ...askedProblems(part.written, part.path, yaml, facts),
    ]),
  ];
}

/** What is wrong with what a rule, or one inside another, asks of members. */
function askedProblems(rule: Fields, path: Path, yaml: YamlFile, facts: UsableFacts): readonly Problem[] {
  const count = fieldsOf(rule['count']);
  return [
    ...(count['bySize'] === undefined ? countProblems : sizeTableProblems)(count, [...path, 'count'], yaml),
    ...shareProblems(fieldsOf(rule['share']), [...path, 'share'], yaml),
    ...AMOUNTS.flatMap((kind) => amountProblems(fieldsOf(rule[kind]), [...path, kind], yaml, facts)),
    ...relaxProblems(rule, path, yaml),
    ...(['count', 'difference', 'share'] as const).flatMap((kind) =>
      groupProblems(fieldsOf(rule[kind]), [...path, kind], yaml, facts),
    ),
    ...AMOUNTS.flatMap((kind) => {
      // What is added up may be missing, too, so `missing` says something without groups.
      const { missing: _, ...amount } = fieldsOf(rule[kind]);
      return groupProblems(amount, [...path, kind], yaml, facts);
    }),
    ...PART_KINDS.flatMap((kind) =>
      ['where', 'between', 'and', 'of', 'satisfy'].flatMap((key) =>
        conditionProblems(fieldsOf(rule[kind])[key], [...path, kind, key], yaml, facts),
      ),
    ),
  ];
}

function kindProblems(rule: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  // A rule that is switched off need not say what it was: it names the inherited one.
  const isNamedAlone = rule['strength'] === 'off' && !RULE_KINDS.some((kind) => rule[kind] !== undefined);
  return isNamedAlone ? [] : kindsOf(rule, RULE_KINDS, path, yaml);
}

/** A rule is of exactly one kind. */
function kindsOf(rule: Fields, allowed: readonly string[], path: Path, yaml: YamlFile): readonly Problem[] {
  const kinds = allowed.filter((kind) => rule[kind] !== undefined);
  if (kinds.length > 1)
    return [problem('rules.several-kinds', { kinds }, yaml.placeOfKey([...path, kinds[1]!]))];
  if (kinds.length === 1) return [];
  // A kind that cannot stand here is told as an unknown key.
  if (RULE_KINDS.some((kind) => rule[kind] !== undefined)) return [];
  return [problem('rules.no-kind', { kinds: allowed }, yaml.placeOf(path))];
}

/** The rules inside a choice, or after ifAny. */
function partsOfRule(rule: Fields, path: Path): readonly { readonly written: Fields; readonly path: Path }[] {
  const need = fieldsOf(rule['ifAny'])['need'];
  return [
    ...itemsOf(fieldsOf(rule['choice'])['of']).map((part, index) => ({
      written: part,
      path: [...path, 'choice', 'of', index],
    })),
    ...(need === undefined ? [] : [{ written: need, path: [...path, 'ifAny', 'need'] }]),
  ].flatMap((part) => (isFields(part.written) ? [{ ...part, written: part.written }] : []));
}

/** What is wrong with rules that count groups or rules. */
function countedProblems(rule: Fields, path: Path, yaml: YamlFile, facts: UsableFacts): readonly Problem[] {
  const groups = fieldsOf(rule['groups']);
  const inGroups: Path = [...path, 'groups'];
  const { min, of } = fieldsOf(rule['choice']);
  const [needed, all] = [wholeIn(min), itemsOf(of).length];
  const inUnits = ['groups', 'choice', 'ifAny', 'alternate', 'pair'].find((kind) => rule[kind] !== undefined);
  return [
    ...countProblems(groups, inGroups, yaml),
    ...countedGroupProblems(groups['of'], [...inGroups, 'of'], yaml, facts),
    ...conditionProblems(groups['where'], [...inGroups, 'where'], yaml, facts),
    ...conditionProblems(fieldsOf(rule['ifAny'])['where'], [...path, 'ifAny', 'where'], yaml, facts),
    ...(needed !== undefined && all > 0 && needed > all
      ? [problem('rules.more-than-rules', { needed, all }, yaml.placeOf([...path, 'choice', 'min']))]
      : []),
    ...(rule['per'] !== undefined && inUnits !== undefined
      ? [problem('rules.per-of-groups', { kind: inUnits }, yaml.placeOfKey([...path, 'per']))]
      : []),
  ];
}

/** The facts that short forms of lists name, and where. */
function factsOfForms(rule: Fields, path: Path): readonly { readonly fact: unknown; readonly path: Path }[] {
  const { alternate, pair } = rule;
  const inPair = fieldsOf(pair);
  const key = Object.keys(inPair)[0];
  return [
    ...(isFields(alternate)
      ? [{ fact: alternate['fact'], path: [...path, 'alternate', 'fact'] }]
      : [{ fact: alternate, path: [...path, 'alternate'] }]),
    ...(key === undefined ? [] : [{ fact: inPair[key], path: [...path, 'pair', key] }]),
  ];
}

function weightProblems(rule: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  const hard = rule['strength'] === undefined || rule['strength'] === 'hard';
  return hard && rule['weight'] !== undefined
    ? [problem('rules.weight-of-hard', undefined, yaml.placeOfKey([...path, 'weight']))]
    : [];
}

/** Units are counted, or a part of them is: nothing is asked of each or added up, and no group has units of its own. */
function perUnitProblems(rule: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  if (rule['per'] !== 'unit') return [];
  if (fieldsOf(rule['count'])['bySize'] !== undefined)
    return [problem('rules.by-size-of-slate', undefined, yaml.placeOfKey([...path, 'count', 'bySize']))];
  const grouped = ['count', 'share'].some((kind) => fieldsOf(rule[kind])['forEach'] !== undefined);
  const asked =
    [...AMOUNTS, 'difference', 'require', 'proportion'].some((kind) => rule[kind] !== undefined) || grouped;
  return asked ? [problem('rules.per-unit', undefined, yaml.placeOfKey([...path, 'per']))] : [];
}

/** A day that does not exist, or one that nothing in the rule is counted at. */
function dayProblems(rule: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  const day = writtenText(rule['at']);
  if (day === undefined) return [];
  if (daysOfIsoDate(day) === undefined) {
    // What is no date at all is wrong by its shape already.
    return /^\d{4}-\d{2}-\d{2}$/.test(day)
      ? [problem('rules.bad-date', { found: foundIn(day) }, yaml.placeOf([...path, 'at']))]
      : [];
  }
  const asked = [rule, ...partsOfRule(rule, path).map(({ written }) => written)];
  const isCounted = asked.some((each) =>
    RULE_KINDS.some((kind) =>
      [fieldsOf(each[kind]), ...Object.values(fieldsOf(each[kind]))].some((part) =>
        factsNamedIn(part).some((fact) => DATED_FACTS.includes(fact)),
      ),
    ),
  );
  return isCounted || rule['strength'] === 'off'
    ? []
    : [problem('rules.day-without-use', { allowed: DATED_FACTS }, yaml.placeOfKey([...path, 'at']))];
}

/** The facts that a condition, or a choice of groups, names, as far as it can be understood. */
function factsNamedIn(condition: unknown): readonly string[] {
  const written = fieldsOf(condition);
  const parts = [...itemsOf(written['all']), ...itemsOf(written['any']), written['not'], written['where']];
  const own = writtenText(written['fact']);
  return [
    ...(own === undefined ? [] : [own]),
    ...parts.flatMap((part) => (part === undefined ? [] : factsNamedIn(part))),
  ];
}
