import { problem, type Problem } from '../../words/problem.ts';
import { listIn, surplusIn } from '../lists/ordered-list.ts';
import type { OrderedList } from '../lists/list-declaration.ts';
import { fieldsOf, isFields, wholeIn, type Fields, type Path } from '../yaml/written-values.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';

/** What the list of one file says that cannot be meant. */
export function listProblems(yaml: YamlFile): readonly Problem[] {
  const top = fieldsOf(yaml.data);
  const { list } = top;
  if (list === undefined) return [];
  const beside = ['size', 'titles', 'combined'].filter((key) => top[key] !== undefined);
  return [
    ...beside.map((key) => problem('rules.list-beside', { key }, yaml.placeOfKey([key]))),
    ...(isFields(list) ? lengthProblems(list, ['list'], yaml) : []),
  ];
}

/** How long a list is, is said in one way: by its places, or by its seats and what stands behind them. */
function lengthProblems(list: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  const { places, seats, surplus, reserve } = list;
  if (places === undefined && seats === undefined)
    return [problem('rules.list-length', undefined, yaml.placeOf(path))];
  const behind = ['seats', 'surplus', 'reserve'].filter((key) => list[key] !== undefined);
  if (places !== undefined) {
    const [min, max] = [wholeIn(fieldsOf(places)['min']), wholeIn(fieldsOf(places)['max'])];
    return [
      ...behind.map((key) =>
        problem('rules.list-twice', { key, other: 'places' }, yaml.placeOfKey([...path, key])),
      ),
      ...(min !== undefined && max !== undefined && min > max
        ? [
            problem(
              'rules.min-over-max',
              { min: String(min), max: String(max) },
              yaml.placeOf([...path, 'places', 'min']),
            ),
          ]
        : []),
    ];
  }
  if (surplus === undefined) return [];
  if (reserve !== undefined)
    return [
      problem(
        'rules.list-twice',
        { key: 'reserve', other: 'surplus' },
        yaml.placeOfKey([...path, 'reserve']),
      ),
    ];
  const all = wholeIn(seats);
  const more = all === undefined ? undefined : surplusIn(surplus, all);
  return more !== undefined && more.min > more.max
    ? [problem('rules.surplus-of-nobody', { seats: all! }, yaml.placeOf([...path, 'surplus']))]
    : [];
}

/** The keys of a rule that only lists have. */
const OF_LISTS = ['within', 'alternate', 'pair'] as const;
/** What can be asked of stretches of places: what has groups. */
const IN_STRETCHES = ['count', 'difference', 'share', 'sum', 'average'] as const;

/** What a rule says of the places of the list that cannot be meant; `undefined`: there is no list. */
export function placesProblems(
  rule: Fields,
  path: Path,
  yaml: YamlFile,
  list: OrderedList | undefined,
): readonly Problem[] {
  const used = OF_LISTS.filter((key) => rule[key] !== undefined);
  if (list === undefined)
    return used.map((key) => problem('rules.no-list', { key }, yaml.placeOfKey([...path, key])));
  return [
    ...(rule['pair'] !== undefined && !list.substitutes
      ? [problem('rules.no-substitutes', undefined, yaml.placeOfKey([...path, 'pair']))]
      : []),
    ...withinProblems(rule, path, yaml, list),
  ];
}

function withinProblems(rule: Fields, path: Path, yaml: YamlFile, list: OrderedList): readonly Problem[] {
  const within = rule['within'];
  if (!isFields(within)) return [];
  const own: Path = [...path, 'within'];
  const given = (...keys: readonly string[]): boolean => keys.some((key) => within[key] !== undefined);
  const isUnclear =
    (given('first') && given('from', 'to')) ||
    (given('blocks') && given('windows')) ||
    !given('first', 'from', 'to', 'blocks', 'windows');
  if (isUnclear) return [problem('rules.within-ways', undefined, yaml.placeOf(own))];
  return [
    ...Object.entries(within).flatMap(([key, value]) => {
      const place = wholeIn(value);
      return place !== undefined && place > list.max
        ? [problem('rules.beyond-list', { found: place, places: list.max }, yaml.placeOf([...own, key]))]
        : [];
    }),
    ...rangeProblems(within, own, yaml),
    ...stretchProblems(rule, within, own, yaml, list),
  ];
}

function rangeProblems(within: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  const [from, to] = [wholeIn(within['from']), wholeIn(within['to'])];
  return from !== undefined && to !== undefined && from > to
    ? [problem('rules.min-over-max', { min: String(from), max: String(to) }, yaml.placeOf([...path, 'from']))]
    : [];
}

function stretchProblems(
  rule: Fields,
  within: Fields,
  path: Path,
  yaml: YamlFile,
  { max }: OrderedList,
): readonly Problem[] {
  const key = ['blocks', 'windows'].find((each) => within[each] !== undefined);
  if (key === undefined) return [];
  const kind = IN_STRETCHES.find((each) => rule[each] !== undefined);
  const place = yaml.placeOfKey([...path, key]);
  if (kind === undefined) return [problem('rules.not-in-stretches', { allowed: IN_STRETCHES }, place)];
  const from = wholeIn(within['from']) ?? 1;
  const places = (wholeIn(within['to']) ?? wholeIn(within['first']) ?? max) - from + 1;
  const length = wholeIn(within[key]) ?? 0;
  if (length > places && places > 0 && length <= max)
    return [problem('rules.beyond-list', { found: length, places }, yaml.placeOf([...path, key]))];
  return fieldsOf(fieldsOf(rule[kind])['forEach'])['values'] === undefined
    ? []
    : [problem('rules.listed-in-stretches', undefined, place)];
}

/** The list of the file that has the last word on it. */
export function listOfFile(yaml: YamlFile | undefined): OrderedList | undefined {
  return yaml === undefined ? undefined : listIn(fieldsOf(yaml.data)['list']);
}
