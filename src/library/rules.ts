import { DirectReader } from '../opening/reader.ts';
import { SHIPPED } from '../opening/shipped.ts';
import { listRuleSets, type RuleSetEntry } from '../rules/load.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { valueOf } from '../words/problem.ts';
import type { QuestionSources } from './open-question.ts';

/**
 * Reads a rule set once, to open many questions with. Stable.
 *
 * @param folder where ids and what rule files extend are looked for; absent: what comes with Slate.
 * @throws InputError with every problem of the file and of those that it extends.
 */
export async function loadRules(
  source: QuestionSources['rules'],
  folder: string = SHIPPED.rulesFolder,
): Promise<RuleSet> {
  return valueOf(await new DirectReader({ ...SHIPPED, rulesFolder: folder }).rules(source));
}

/** The rule sets of a folder by id, with their titles; absent: those that come with Slate. Stable. */
export async function listRules(folder: string = SHIPPED.rulesFolder): Promise<readonly RuleSetEntry[]> {
  return listRuleSets(folder);
}
