import { problem, type Problem } from '../../words/problem.ts';
import { conditionProblems } from './condition-problems.ts';
import type { KnownFact } from '../facts/known-facts.ts';
import { nearest } from './nearest.ts';
import { factsOfPlaces } from '../lists/ordered-list.ts';
import { appointmentFacts, type Holdable, UNIT_PREFIX } from '../titles.ts';
import { usableFact, type UsableFacts } from './usable-facts.ts';
import { fieldsOf, isFields, itemsOf, writtenText, wholeIn, type Path } from '../yaml/written-values.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';

/** The facts of appointments that a file has because it declares titles; none for a file of a slate. */
export function factsByTitles(yaml: YamlFile): ReadonlyMap<string, KnownFact> {
  const { list } = fieldsOf(yaml.data);
  if (list !== undefined) return factsOfPlaces(list);
  const titles = titlesIn(yaml);
  return titles.length === 0 ? new Map() : appointmentFacts(titles, combinedIn(yaml));
}

/** What the titles of a file say that cannot be meant. */
export function titleProblems(yaml: YamlFile, facts: UsableFacts): readonly Problem[] {
  return [
    ...repeatedTitles(yaml),
    ...itemsOf(fieldsOf(yaml.data)['titles']).flatMap((title, index) => [
      ...seatsProblems(fieldsOf(title)['seats'], ['titles', index, 'seats'], yaml),
      ...whereProblems(fieldsOf(title)['where'], ['titles', index, 'where'], yaml, facts),
    ]),
    ...combinedProblems(yaml),
  ];
}

/** The ids of the titles of a file. */
export function titleIds(yaml: YamlFile): readonly string[] {
  return titlesIn(yaml).map(({ id }) => id);
}

function titlesIn(yaml: YamlFile): readonly Holdable[] {
  return itemsOf(fieldsOf(yaml.data)['titles']).flatMap((title) => {
    const { id, concurrent } = fieldsOf(title);
    return typeof id === 'string' ? [{ id, concurrent: concurrent === true }] : [];
  });
}

function combinedIn(yaml: YamlFile): readonly (readonly string[])[] {
  return itemsOf(fieldsOf(yaml.data)['combined']).map((ids) =>
    itemsOf(ids).flatMap((id) => writtenText(id) ?? []),
  );
}

/** Which units have a title is decided before anybody is: of all facts only those of units are there. */
function whereProblems(where: unknown, path: Path, yaml: YamlFile, facts: UsableFacts): readonly Problem[] {
  const ofUnits = [...facts.declared.keys()].filter((name) => name.startsWith(UNIT_PREFIX));
  const others = factsIn(where, path)
    .filter(({ fact }) => !fact.startsWith(UNIT_PREFIX) && usableFact(fact, facts) !== undefined)
    .map((leaf) =>
      problem('rules.title-where', { fact: leaf.fact, allowed: ofUnits }, yaml.placeOf(leaf.path)),
    );
  return [...conditionProblems(where, path, yaml, facts), ...others];
}

/** The facts that a condition reads, and where they stand. */
function factsIn(condition: unknown, path: Path): readonly { readonly fact: string; readonly path: Path }[] {
  const written = fieldsOf(condition);
  const fact = writtenText(written['fact']);
  return [
    ...(fact === undefined ? [] : [{ fact, path: [...path, 'fact'] }]),
    ...['all', 'any'].flatMap((key) =>
      itemsOf(written[key]).flatMap((part, index) => factsIn(part, [...path, key, index])),
    ),
    ...(written['not'] === undefined ? [] : factsIn(written['not'], [...path, 'not'])),
  ];
}

function repeatedTitles(yaml: YamlFile): readonly Problem[] {
  const first = new Map<string, number>();
  return itemsOf(fieldsOf(yaml.data)['titles']).flatMap((title, index) => {
    const id = writtenText(fieldsOf(title)['id']);
    if (id === undefined) return [];
    const earlier = first.get(id);
    first.set(id, earlier ?? index);
    if (earlier === undefined) return [];
    const line = yaml.placeOf(['titles', earlier, 'id']).line ?? 0;
    return [problem('rules.repeated-title', { id, line }, yaml.placeOf(['titles', index, 'id']))];
  });
}

function seatsProblems(seats: unknown, path: Path, yaml: YamlFile): readonly Problem[] {
  if (!isFields(seats)) return [];
  const [min, max] = [wholeIn(seats['min']), wholeIn(seats['max'])];
  return min !== undefined && max !== undefined && min > max
    ? [problem('rules.min-over-max', { min: String(min), max: String(max) }, yaml.placeOf([...path, 'min']))]
    : [];
}

/** A combination names different titles of this file, none of them held besides another anyway. */
function combinedProblems(yaml: YamlFile): readonly Problem[] {
  const titles = titlesIn(yaml);
  const known = titles.map(({ id }) => id);
  return combinedIn(yaml).flatMap((ids, index) =>
    ids.flatMap((id, nth) => {
      const place = yaml.placeOf(['combined', index, nth]);
      const title = titles.find((each) => each.id === id);
      if (title === undefined) {
        const meant = nearest(id, known);
        return [
          problem(
            'rules.unknown-title',
            { id, allowed: known, ...(meant !== undefined && { meant }) },
            place,
          ),
        ];
      }
      if (title.concurrent) return [problem('rules.combined-concurrent', { id }, place)];
      return ids.indexOf(id) < nth ? [problem('rules.combined-twice', { id }, place)] : [];
    }),
  );
}
