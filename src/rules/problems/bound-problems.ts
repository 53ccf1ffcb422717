import { problem, type Problem } from '../../words/problem.ts';
import { compareRatios, exactNumber, FINEST_DENOMINATOR, readShare, exactShare } from '../facts/ratio.ts';
import { factNameProblem, usableFact, type UsableFacts } from './usable-facts.ts';
import { writtenText, wholeIn, type Fields, type Path } from '../yaml/written-values.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';

/** Whether bounds are given at all, and given once. */
function boundsProblems(kind: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  if (Object.keys(kind).length === 0) return [];
  const has = (key: string): boolean => kind[key] !== undefined;
  if (has('exactly') && (has('min') || has('max'))) {
    return [problem('rules.exactly-and-range', undefined, yaml.placeOfKey([...path, 'exactly']))];
  }
  if (!has('exactly') && !has('min') && !has('max'))
    return [problem('rules.no-bound', undefined, yaml.placeOf(path))];
  return [];
}

/** What a count says of its bounds that cannot be meant. */
export function countProblems(count: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  return [...boundsProblems(count, path, yaml), ...wholeRangeProblems(count, path, yaml)];
}

/** A least whole number that is more than the most. */
export function wholeRangeProblems(range: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  const [min, max] = [wholeIn(range['min']), wholeIn(range['max'])];
  if (min === undefined || max === undefined || min <= max) return [];
  return [
    problem('rules.min-over-max', { min: String(min), max: String(max) }, yaml.placeOf([...path, 'min'])),
  ];
}

/** What is wrong with a sum or an average: a fact that is no number, and bounds that cannot be meant. */
export function amountProblems(
  amount: Fields,
  path: Path,
  yaml: YamlFile,
  facts: UsableFacts,
): readonly Problem[] {
  const problems = [...boundsProblems(amount, path, yaml)];
  const fact = writtenText(amount['fact']);
  if (fact !== undefined) problems.push(...addedFactProblems(fact, [...path, 'fact'], yaml, facts));
  for (const key of ['exactly', 'min', 'max']) {
    const bound = exactNumber(amount[key]);
    const isCoarse = bound === undefined || bound.denominator <= FINEST_DENOMINATOR;
    const isSmall = bound === undefined || Number.isSafeInteger(bound.numerator);
    if (isCoarse && isSmall) continue;
    problems.push(problem('rules.amount-too-fine', undefined, yaml.placeOf([...path, key])));
  }
  const [min, max] = [amount['min'], amount['max']];
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    const place = yaml.placeOf([...path, 'min']);
    problems.push(problem('rules.min-over-max', { min: String(min), max: String(max) }, place));
  }
  return problems;
}

/** Only numbers can be added up. */
function addedFactProblems(fact: string, path: Path, yaml: YamlFile, facts: UsableFacts): readonly Problem[] {
  const place = yaml.placeOf(path);
  const unusable = factNameProblem(fact, facts, place);
  if (unusable !== undefined) return [unusable];
  const type = usableFact(fact, facts)?.type;
  return type === undefined || type === 'number' ? [] : [problem('rules.added-type', { fact, type }, place)];
}

/** What a share says of its bounds and its rounding that cannot be meant. */
export function shareProblems(share: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  const problems = [...boundsProblems(share, path, yaml)];
  if (share['round'] !== undefined && share['deviation'] === 'exact')
    problems.push(problem('rules.round-and-exact', undefined, yaml.placeOfKey([...path, 'round'])));
  for (const key of ['exactly', 'min', 'max']) {
    const written = share[key];
    if (typeof written !== 'string' && typeof written !== 'number') continue;
    const place = yaml.placeOf([...path, key]);
    const reading = readShare(written);
    if (reading === 'too-fine') problems.push(problem('rules.share-too-fine', undefined, place));
    // A number outside 0 to 1, and a text that is no share, are already wrong by their shape.
    if (typeof written === 'string' && reading === 'out-of-range') {
      problems.push(problem('rules.share-range', { found: { kind: 'scalar', value: written } }, place));
    }
    if (typeof written === 'string' && reading === 'not-a-share' && /\/\s*0+\s*$/.test(written)) {
      problems.push(problem('rules.bad-share', { found: { kind: 'scalar', value: written } }, place));
    }
  }
  const min = exactShare(share['min']);
  const max = exactShare(share['max']);
  if (min !== undefined && max !== undefined && compareRatios(min, max) > 0) {
    const place = yaml.placeOf([...path, 'min']);
    problems.push(
      problem('rules.min-over-max', { min: String(share['min']), max: String(share['max']) }, place),
    );
  }
  return problems;
}
