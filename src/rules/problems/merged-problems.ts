import { problem, type Problem } from '../../words/problem.ts';
import { lastWord, prevailingFile, type RuleFile } from '../extends.ts';
import { nearest } from './nearest.ts';
import { saysRetirement } from '../facts/retirement-table.ts';
import { RULE_KINDS } from './kind-shapes.ts';
import { listOfFile, placesProblems } from './list-problems.ts';
import { PLACE_TITLE, SUBSTITUTE_TITLE } from '../lists/ordered-list.ts';
import type { Size } from '../rule-set.ts';
import { sizeLeftOut } from './size-problems.ts';
import { titleIds } from './title-problems.ts';
import { standingRuleIds } from '../titles.ts';
import {
  fieldsOf,
  isFields,
  itemsOf,
  writtenText,
  wholeIn,
  type Fields,
  type Path,
} from '../yaml/written-values.ts';
import { ownProperty } from '../../words/own-property.ts';

/** A rule as written, and where. */
export interface PlacedRule {
  readonly id: string;
  readonly rule: Fields;
  readonly path: Path;
  readonly file: RuleFile;
}

/** What an extending file takes over unless it says it itself. */
const INHERITED = ['referenceDate', 'size', 'list', 'titles', 'combined', 'objective'] as const;

/** What only shows once all files are laid over each other. */
export function wholeProblems(files: readonly RuleFile[]): readonly Problem[] {
  const root = files.at(-1);
  if (root === undefined) return [];
  const settled = INHERITED.map((key) => {
    const { file, problems } = prevailingFile([key], files);
    return { key, file, problems };
  });
  // A placement has as many appointments as its units have posts, if it does not say otherwise.
  const listed = settled.find(({ key }) => key === 'list')?.file;
  const hasTitles = settled.some(
    ({ key, file }) => (key === 'titles' || key === 'list') && file !== undefined,
  );
  const needed = hasTitles ? ['referenceDate'] : ['referenceDate', 'size'];
  const required = settled
    .filter(({ key, file }) => needed.includes(key) && file === undefined)
    // What is missing here may stand in a file that could not be read.
    .filter(() => root.facts.complete)
    .map(({ key }) => problem('rules.missing', { key }, root.yaml.placeOf([])));
  const titled = settled.find(({ key }) => key === 'titles')?.file;
  return [
    ...settled.flatMap(({ problems }) => problems),
    ...rivalRetirements(files),
    ...required,
    ...factProblems(files),
    ...offProblems(files),
    ...rivalRules(files),
    ...tableProblems(files, settled),
    ...(titled === undefined ? [] : reservedProblems(files, titleIds(titled.yaml))),
    ...(listed === undefined ? [] : reservedProblems(files, [PLACE_TITLE, SUBSTITUTE_TITLE])),
    ...listedTitles(listed, titled),
    ...(root.facts.complete ? inPlaces(files, listed) : []),
  ];
}

/** A list has titles of its own, so none may come from another file. */
function listedTitles(listed: RuleFile | undefined, titled: RuleFile | undefined): readonly Problem[] {
  return listed === undefined || titled === undefined || listed === titled
    ? []
    : [problem('rules.list-beside', { key: 'titles' }, listed.yaml.placeOfKey(['list']))];
}

/** What rules say of places that the list, which another file may declare, does not allow. */
function inPlaces(files: readonly RuleFile[], listed: RuleFile | undefined): readonly Problem[] {
  const list = listOfFile(listed?.yaml);
  if (listed !== undefined && list === undefined) return [];
  const { standing, off } = placedRules(files);
  return [...standing, ...off].flatMap(({ rule, path, file }) => placesProblems(rule, path, file.yaml, list));
}

/** Tables of bounds by size that leave out a size of the slate, or stand in a placement, which has none. */
function tableProblems(
  files: readonly RuleFile[],
  settled: readonly { readonly key: string; readonly file: RuleFile | undefined }[],
): readonly Problem[] {
  const [sized, titled, listed] = ['size', 'titles', 'list'].map(
    (key) => settled.find((each) => each.key === key)?.file,
  );
  const size = sized && sizeIn(fieldsOf(sized.yaml.data)['size']);
  return placedRules(files).standing.flatMap(({ rule, path, file }) => {
    if (fieldsOf(rule['count'])['bySize'] === undefined) return [];
    const place = file.yaml.placeOfKey([...path, 'count', 'bySize']);
    if (titled !== undefined || listed !== undefined)
      return [problem('rules.by-size-of-slate', undefined, place)];
    const leftOut = size && sizeLeftOut(rule, size);
    return leftOut === undefined ? [] : [problem('rules.size-without-line', { size: leftOut }, place)];
  });
}

/** A size in any of its spellings; `undefined` for anything else. */
export function sizeIn(written: unknown): Size | undefined {
  const exactly = wholeIn(written) ?? wholeIn(fieldsOf(written)['exactly']);
  if (exactly !== undefined) return { min: exactly, max: exactly };
  const [min, max] = [wholeIn(fieldsOf(written)['min']), wholeIn(fieldsOf(written)['max'])];
  return min === undefined || max === undefined || min > max ? undefined : { min, max };
}

/**
 * The rules of all files laid over each other, in order: a rule takes the place of an extended file's
 * rule of the same id. One that is switched off by its id alone stays what it was in the extended file.
 */
export function placedRules(files: readonly RuleFile[]): {
  readonly standing: readonly PlacedRule[];
  readonly off: readonly PlacedRule[];
} {
  const placed = new Map<string, PlacedRule>();
  const off = new Set<string>();
  for (const file of files) {
    for (const [index, rule] of itemsOf(fieldsOf(file.yaml.data)['rules']).entries()) {
      const id = writtenText(fieldsOf(rule)['id']);
      if (id === undefined || !isFields(rule)) continue;
      if (rule['strength'] === 'off') off.add(id);
      else off.delete(id);
      if (!isBareOff(rule)) placed.set(id, { id, rule, path: ['rules', index], file });
    }
  }
  const rules = [...placed.values()];
  return { standing: rules.filter(({ id }) => !off.has(id)), off: rules.filter(({ id }) => off.has(id)) };
}

/** Switched off by its id alone: what it was stands in an extended file. */
function isBareOff(rule: Fields): boolean {
  return rule['strength'] === 'off' && !RULE_KINDS.some((kind) => kind in rule);
}

/** The names of all declared facts, in order of declaration. */
export function declaredNames(files: readonly RuleFile[]): readonly string[] {
  return [...new Set(files.flatMap((file) => Object.keys(fieldsOf(fieldsOf(file.yaml.data)['facts']))))];
}

function factProblems(files: readonly RuleFile[]): readonly Problem[] {
  return declaredNames(files).flatMap((name) => {
    const path: Path = ['facts', name];
    const types = files.flatMap((file) => {
      const own = ownProperty(fieldsOf(fieldsOf(file.yaml.data)['facts']), name);
      const type = writtenText(isFields(own) ? own['type'] : own);
      return type === undefined ? [] : [{ file, type }];
    });
    const other = types.find(({ type }) => type !== types[0]?.type);
    if (other === undefined) return prevailingFile(path, files).problems;
    const first = types[0]!;
    return [
      problem(
        'rules.redeclared',
        { fact: name, first: `${first.file.yaml.file}:${first.file.yaml.placeOf(path).line ?? 1}` },
        other.file.yaml.placeOfKey(path),
      ),
    ];
  });
}

/** A rule that is switched off by its id alone must exist in what the file extends. */
function offProblems(files: readonly RuleFile[]): readonly Problem[] {
  return files.flatMap((file) => {
    const inherited = [...file.ancestors].flatMap((base) => ruleIds(base));
    return itemsOf(fieldsOf(file.yaml.data)['rules']).flatMap((rule, index) => {
      const written = fieldsOf(rule);
      const id = writtenText(written['id']);
      if (!isBareOff(written) || id === undefined || inherited.includes(id) || !file.facts.complete)
        return [];
      const meant = nearest(id, inherited);
      const place = file.yaml.placeOf(['rules', index, 'id']);
      return [
        problem('rules.nothing-to-switch-off', { id, ...(meant === undefined ? {} : { meant }) }, place),
      ];
    });
  });
}

/** Files of which none builds upon the other say different things of retirement, and none above them decides. */
function rivalRetirements(files: readonly RuleFile[]): readonly Problem[] {
  const { rivals } = lastWord(saysRetirement, files);
  if (rivals === undefined) return [];
  const place = files.at(-1)!.yaml.placeOf(['extends']);
  return [problem('rules.disagreement', { key: 'retirement', first: rivals[0], second: rivals[1] }, place)];
}

/** Different rules of one id in files of which none builds upon the other, and no rule above that decides. */
function rivalRules(files: readonly RuleFile[]): readonly Problem[] {
  const place = files.at(-1)!.yaml.placeOf(['extends']);
  const paths = new Map(files.map((file) => [file, pathsOfRules(file)]));
  return [...new Set(files.flatMap(ruleIds))].flatMap((id) => {
    const { rivals } = lastWord((file) => paths.get(file)?.get(id), files);
    return rivals === undefined
      ? []
      : [problem('rules.rival-rules', { id, first: rivals[0], second: rivals[1] }, place)];
  });
}

/** Where the rules of a file stand, by id; the first of those that have the same. */
function pathsOfRules(file: RuleFile): ReadonlyMap<unknown, Path> {
  const rules = itemsOf(fieldsOf(file.yaml.data)['rules']);
  const places = rules.map((rule, index) => [fieldsOf(rule)['id'], ['rules', index] as const] as const);
  return new Map(places.toReversed());
}

function ruleIds(file: RuleFile): readonly string[] {
  return itemsOf(fieldsOf(file.yaml.data)['rules']).flatMap(
    (rule) => writtenText(fieldsOf(rule)['id']) ?? [],
  );
}

/** Rules with the id of one that every placement has: they would take its place without a word. */
function reservedProblems(files: readonly RuleFile[], titles: readonly string[]): readonly Problem[] {
  const reserved = standingRuleIds(titles);
  const { standing, off } = placedRules(files);
  return [...standing, ...off]
    .filter(({ id }) => reserved.includes(id))
    .map(({ id, path, file }) =>
      problem('rules.reserved-by-titles', { id, reserved }, file.yaml.placeOf([...path, 'id'])),
    );
}
