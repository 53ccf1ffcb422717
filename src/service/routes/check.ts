import { planOf } from '../../placements/plan-answer.ts';
import { rowsById } from '../../slate/case.ts';
import { checkSlate } from '../../slate/check.ts';
import type { SlateCase } from '../../slate/requests.ts';
import { Task } from '../../slate/task.ts';
import { BadInput, problem, type Problem } from '../../words/problem.ts';
import { checkAnswerSchema } from '../answers.ts';
import { checkRequestSchema } from '../requests.ts';
import { route } from '../route.ts';

/** Does this slate keep the rules? */
export const checkRoute = route({
  operation: 'check',
  method: 'post',
  path: '/api/v1/check',
  tag: 'Slates',
  summary: 'Hold a slate against its rules',
  work: 'read',
  body: checkRequestSchema,
  answer: checkAnswerSchema,
  handle: async ({ body }, desk, control) => {
    const asked = await desk.caseOf(body, body.slate);
    const problems = slateProblems(asked, body.slate);
    if (problems.length > 0) throw new BadInput(problems);
    const report = await checkSlate(asked, body.slate, new Task(control));
    const placement = planOf(asked, body.slate);
    return { ...report, ...(placement !== undefined && { placement }) };
  },
  outcome: ({ compliant }) => (compliant ? 'compliant' : 'violated'),
});

/** Ids that are not in the pool, or stand on the slate twice. */
export function slateProblems({ facts }: SlateCase, slate: readonly string[]): readonly Problem[] {
  const rows = rowsById(facts);
  const seen = new Set<number>();
  return slate.flatMap((id, index) => {
    const place = { file: 'body', field: `/slate/${index}` };
    const row = rows.get(id);
    if (row === undefined) return [problem('pool.unknown-member', { id }, place)];
    if (seen.has(row)) return [problem('slate.repeated-person', { id }, place)];
    seen.add(row);
    return [];
  });
}
