import { quotaCostSchema } from '../explain/answers.ts';
import { costOfRule, noSuchRule } from '../explain/quota-cost.ts';
import { QUESTION } from '../opening/sources.ts';
import { placedAt } from '../words/problem.ts';
import { name, timeLimit } from './options.ts';
import { question } from './question.ts';

/** What does each bound of a rule cost? */
export const costQuestion = question({
  name: 'cost',
  tag: 'Explanations',
  summary: 'Find the best slate at every bound that a rule could have',
  work: 'solve',
  about: 'case',
  options: { rule: name('cli.rule-argument'), timeLimitMs: timeLimit() },
  answer: quotaCostSchema,
  // The rules that a placement brings along are known only once it is opened.
  wrong: ({ rule }, { rules }) =>
    rules === undefined || rules.titles !== undefined
      ? []
      : noSuchRule(rules, rule).map((found) => placedAt(found, { file: QUESTION, field: '/rule' })),
  ask: ({ asked }, { rule, ...options }, control) => costOfRule(asked, rule, { ...control, ...options }),
  outcome: ({ curves }) => (curves.every(({ complete }) => complete) ? 'complete' : 'partial'),
});
