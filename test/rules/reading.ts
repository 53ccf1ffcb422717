import { parseRuleSet } from '../../src/rules/parse-rule-set.ts';
import type { Rule, RuleSet } from '../../src/rules/rule-set.ts';
import { describeProblem, type Problem, valueOf } from '../../src/words/problem.ts';

/** Files by id that a rule set under test may extend. */
export type Shelf = Readonly<Record<string, string>>;

/** Reads a rule set whose extended files stand on a shelf, each named `<id>.yaml`. */
export function read(text: string, shelf: Shelf = {}, file = 'r.yaml') {
  return parseRuleSet(text, file, async (id) =>
    Object.hasOwn(shelf, id) ? { text: shelf[id]!, file: `${id}.yaml` } : undefined,
  );
}

/** The rule set; throws with all problems if there are any. */
export async function ruleSetFrom(text: string, shelf: Shelf = {}): Promise<RuleSet> {
  return valueOf(await read(text, shelf));
}

/** All problems of a text, none if it is sound. */
export async function problemsIn(text: string, shelf: Shelf = {}): Promise<readonly Problem[]> {
  const reading = await read(text, shelf);
  return reading.ok ? [] : reading.problems;
}

/** `line:column code` of every problem. */
export async function codesIn(text: string, shelf: Shelf = {}): Promise<readonly string[]> {
  const problems = await problemsIn(text, shelf);
  return problems.map(({ code, place }) => `${place?.line}:${place?.column} ${code.replace('rules.', '')}`);
}

/** Every problem as English readers see it. */
export async function sentencesIn(text: string, shelf: Shelf = {}): Promise<readonly string[]> {
  const problems = await problemsIn(text, shelf);
  return problems.map((each) => describeProblem(each, 'en'));
}

/** A head of three lines, so that what follows begins in line 4. */
export const HEAD = 'id: r\nreferenceDate: 2020-06-05\nsize: { min: 5, max: 8 }\n';

/** A sound rule set of one rule, whose text begins in line 5, column 5. */
export function withRule(rule: string): string {
  return `${HEAD}rules:\n  - ${rule}\n`;
}

/** The only rule of a rule set. */
export async function ruleFrom(rule: string): Promise<Rule> {
  const { rules } = await ruleSetFrom(withRule(rule));
  return rules[0]!;
}
