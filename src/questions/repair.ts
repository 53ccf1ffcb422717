import { QUESTION } from '../opening/sources.ts';
import { canonicalIds } from '../slate/case.ts';
import { repairSlate } from '../slate/repair.ts';
import { repairSchema } from '../slate/repair-answer.ts';
import { InputError, problem } from '../words/problem.ts';
import { notInPool, notOnSlate } from './named-persons.ts';
import { names, timeLimit, whole } from './options.ts';
import { question } from './question.ts';

/** What are the fewest changes that mend a slate? */
export const repairQuestion = question({
  name: 'repair',
  tag: 'Explanations',
  summary: 'Mend a slate with the fewest changes',
  work: 'solve',
  about: 'slate',
  options: {
    keep: names('cli.keep-option'),
    alternatives: whole('cli.repairs-option', 1, 100),
    differ: whole('cli.differ-option', 1, 10_000),
    timeLimitMs: timeLimit(),
  },
  answer: repairSchema,
  wrong: ({ keep = [] }, read) => {
    const named = keep.map((id, index) => [{ id, field: `/keep/${index}` }]);
    return named.flatMap((each) => [...notInPool(each, read), ...notOnSlate(each, read)]);
  },
  ask: async ({ asked, slate }, options, control) => {
    const { keep = [] } = options;
    const members = new Set(canonicalIds(asked, slate));
    const others = keep.flatMap((id, index) =>
      canonicalIds(asked, [id]).some((each) => members.has(each))
        ? []
        : [problem('explain.not-on-slate', { id }, { file: QUESTION, field: `/keep/${index}` })],
    );
    if (others.length > 0) throw new InputError(others);
    return repairSlate(asked, slate, { ...control, ...options });
  },
  slates: ({ repairs }) => repairs.map(({ slate }) => slate),
  outcome: ({ status }) => status,
});
