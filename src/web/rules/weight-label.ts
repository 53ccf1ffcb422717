import type { RuleAnswer } from '../../service/answers/answers.ts';
import type { PagePhraseCode } from '../../words/page.ts';
import type { RuleDraft } from './rule-draft.ts';

/** What the price of a missed goal is for each of: what the rule counts, or adds up. */
export function weightLabel({
  kind,
  per,
}: Pick<RuleAnswer, 'kind' | 'per'>): PagePhraseCode & `web.weight${string}` {
  if (kind === 'sum' || kind === 'average') return 'web.weight-amount';
  return per === undefined || per === 'difference' ? 'web.weight' : `web.weight-${per}`;
}

/** The same of a rule in a form. */
export function weightLabelOf({
  mode,
  per,
}: Pick<RuleDraft, 'mode' | 'per'>): ReturnType<typeof weightLabel> {
  switch (mode) {
    case 'sum':
    case 'average':
      return 'web.weight-amount';
    case 'groups':
      return 'web.weight-group';
    case 'choice':
      return 'web.weight-rule';
    default:
      return per === 'unit' ? 'web.weight-unit' : 'web.weight';
  }
}
