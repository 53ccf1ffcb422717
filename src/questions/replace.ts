import { replacementSchema } from '../explain/answers.ts';
import { replaceMember } from '../explain/replace.ts';
import { notInPool, notOnSlate } from './named-persons.ts';
import { name, timeLimit, whole } from './options.ts';
import { question } from './question.ts';

/** Who best replaces a member who withdraws? */
export const replaceQuestion = question({
  name: 'replace',
  tag: 'Explanations',
  summary: 'Find the best replacements of a member who withdraws',
  work: 'solve',
  about: 'slate',
  options: {
    candidate: name('cli.candidate-argument'),
    furtherChanges: whole('cli.changes-option', 0, 10_000),
    alternatives: whole('cli.replacements-option', 1, 100),
    timeLimitMs: timeLimit(),
  },
  answer: replacementSchema,
  wrong: ({ candidate }, read) => {
    const named = [{ id: candidate, field: '/candidate' }];
    return [...notInPool(named, read), ...notOnSlate(named, read)];
  },
  ask: ({ asked, slate }, { candidate, ...options }, control) =>
    replaceMember(asked, slate, candidate, { ...control, ...options }),
  slates: ({ replacements }) => replacements.map(({ slate }) => slate),
  outcome: ({ status }) => status,
});
