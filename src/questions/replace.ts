import { replacementSchema } from '../explain/answers.ts';
import { replaceMember } from '../explain/replace.ts';
import { notInPool, notOnSlate } from './named-persons.ts';
import { name, names, timeLimit, whole } from './options.ts';
import { question } from './question.ts';

/** Who best replaces a member who withdraws, or several at once? */
export const replaceQuestion = question({
  name: 'replace',
  tag: 'Explanations',
  summary: 'Find the best replacements of members who withdraw',
  work: 'solve',
  about: 'slate',
  options: {
    candidate: name('cli.candidate-argument'),
    also: names('cli.also-argument'),
    keep: names('cli.confirmed-option'),
    furtherChanges: whole('cli.changes-option', 0, 10_000),
    alternatives: whole('cli.replacements-option', 1, 100),
    timeLimitMs: timeLimit(),
  },
  answer: replacementSchema,
  wrong: ({ candidate, also = [], keep = [] }, read) => {
    const named = [
      { id: candidate, field: '/candidate' },
      ...also.map((id, index) => ({ id, field: `/also/${index}` })),
      ...keep.map((id, index) => ({ id, field: `/keep/${index}` })),
    ];
    return [...notInPool(named, read), ...notOnSlate(named, read)];
  },
  ask: ({ asked, slate }, { candidate, ...options }, control) =>
    replaceMember(asked, slate, candidate, { ...control, ...options }),
  slates: ({ replacements }) => replacements.map(({ slate }) => slate),
  outcome: ({ status }) => status,
});
