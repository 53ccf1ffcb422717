import { problem, type Problem } from '../../words/problem.ts';
import { wholeRangeProblems, shareProblems } from './bound-problems.ts';
import { sizesIn, sizeWithoutStep } from '../bounds/by-size.ts';
import type { Size } from '../rule-set.ts';
import { fieldsOf, itemsOf, wholeIn, type Fields, type Path } from '../yaml/written-values.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';

/** What a table of bounds by size says that cannot be meant: bounds beside it, lines that are none or overlap. */
export function sizeTableProblems(count: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  const beside = ['exactly', 'min', 'max'].filter((key) => count[key] !== undefined);
  const lines = itemsOf(count['bySize']);
  return [
    ...beside.map((key) => problem('rules.bound-beside-table', { key }, yaml.placeOfKey([...path, key]))),
    ...lines.flatMap((line, index) => {
      const own: Path = [...path, 'bySize', index];
      return [...lineProblems(fieldsOf(line), own, yaml), ...overlaps(lines, index, own, yaml)];
    }),
  ];
}

function lineProblems(line: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  const { size, ...bounds } = line;
  if (size !== undefined && Object.keys(bounds).length === 0)
    return [problem('rules.no-bound', undefined, yaml.placeOf(path))];
  return [
    ...wholeRangeProblems(fieldsOf(size), [...path, 'size'], yaml),
    // Parts of the slate are read as shares are; a whole number is none, and passed over.
    ...shareProblems(bounds, path, yaml),
    ...wholeRangeProblems(bounds, path, yaml),
  ];
}

/** A line for sizes that an earlier one has already. */
function overlaps(lines: readonly unknown[], index: number, path: Path, yaml: YamlFile): readonly Problem[] {
  const own = writtenSizes(lines[index]);
  const earlier = lines.slice(0, index).findIndex((line) => {
    const other = writtenSizes(line);
    return own !== undefined && other !== undefined && own.min <= other.max && other.min <= own.max;
  });
  if (own === undefined || earlier === -1) return [];
  const size = Math.max(own.min, writtenSizes(lines[earlier])!.min);
  const line = yaml.placeOf([...path.slice(0, -1), earlier]).line ?? 0;
  return [problem('rules.sizes-overlap', { size, line }, yaml.placeOf([...path, 'size']))];
}

function writtenSizes(line: unknown): Size | undefined {
  const { size } = fieldsOf(line);
  const exactly = wholeIn(size);
  if (exactly !== undefined) return sizesIn(exactly);
  const [min, max] = [wholeIn(fieldsOf(size)['min']), wholeIn(fieldsOf(size)['max'])];
  return min === undefined || (max ?? min) < min ? undefined : sizesIn({ min, max });
}

/** The first size that a slate may have and that no line of the table of a rule has; `undefined` if there is none. */
export function sizeLeftOut(rule: Fields, size: Size): number | undefined {
  const table = itemsOf(fieldsOf(rule['count'])['bySize']);
  if (table.length === 0) return undefined;
  const sizes = table.flatMap((line) => writtenSizes(line) ?? []);
  // What a line that cannot be read is about nobody knows.
  if (sizes.length < table.length) return undefined;
  const inOrder = sizes.toSorted((one, other) => one.min - other.min).map((each) => ({ size: each }));
  return sizeWithoutStep(inOrder, size);
}
