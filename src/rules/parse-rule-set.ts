import type { Problem, Reading } from '../words/problem.ts';
import { type Library, readRuleFiles, type Resolve } from './extends.ts';
import { headProblems } from './problems/head-problems.ts';
import { ruleSetOf } from './normalise.ts';
import { readRetirement } from './facts/retirement-table.ts';
import type { RuleSet } from './rule-set.ts';
import { rulesProblems } from './problems/rule-problems.ts';
import { shapeProblems } from './problems/shape-problems.ts';
import { wholeProblems } from './problems/merged-problems.ts';

/**
 * Reads a rule set from text. Answers with every problem of the file and of those it extends, each
 * at its own place, or with the rule set; never throws for what the user wrote.
 *
 * @param file the name that problems carry
 * @param resolve finds the files that are extended
 * @param idsNear what could be meant by one that is not found; absent: nothing is suggested
 */
export async function parseRuleSet(
  text: string,
  file: string,
  resolve: Resolve,
  idsNear: Library['idsNear'] = async () => [],
): Promise<Reading<RuleSet>> {
  const library = { resolve, idsNear };
  const { files, problems } = await readRuleFiles(text, file, library);
  const retirement = await readRetirement(files, library);
  const found = [
    ...problems,
    ...retirement.problems,
    ...files.flatMap(({ yaml, facts }) => [
      ...shapeProblems(yaml),
      ...headProblems(yaml, facts),
      ...rulesProblems(yaml, facts),
    ]),
    ...(files.at(-1)?.yaml.file === file ? wholeProblems(files) : []),
  ];
  if (found.length > 0) return { ok: false, problems: inOrder(found, file) };
  return { ok: true, value: ruleSetOf(files, retirement.tables) };
}

/** The file that was asked for first, then the others by name; each from top to bottom. */
function inOrder(problems: readonly Problem[], first: string): readonly Problem[] {
  const key = ({ place }: Problem): readonly [number, string, number, number] => [
    place?.file === first ? 0 : 1,
    place?.file ?? '',
    place?.line ?? 0,
    place?.column ?? 0,
  ];
  return problems.toSorted((a, b) => {
    const [rankA, fileA, lineA, columnA] = key(a);
    const [rankB, fileB, lineB, columnB] = key(b);
    return rankA - rankB || compareNames(fileA, fileB) || lineA - lineB || columnA - columnB;
  });
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
