import { z } from 'zod';
import { appointmentSchema } from '../slate/answers.ts';
import { rowsById } from '../slate/case.ts';
import type { SlateCase } from '../slate/requests.ts';

/** A post of a placement: a title in a unit, and who holds it now. */
export const postSchema = z
  .object({
    unit: z.string(),
    title: z.string(),
    /** Ids of the candidates who hold it by the units table. */
    holders: z.array(z.string()),
  })
  .meta({ id: 'Post' });

/** What a plan is made of. */
export const planAnswerSchema = z.object({
  /** Title after title in each unit that has it. */
  posts: z.array(postSchema),
  /** What each member is, in the order in which they were given. */
  appointments: z.array(appointmentSchema),
});

export type PlanAnswer = z.infer<typeof planAnswerSchema>;

/**
 * All posts of a placement, and each member of a plan as the appointment that it is; nothing for a slate.
 *
 * @param members ids of the table.
 */
export function planOf(
  { facts, placement }: Pick<SlateCase, 'facts' | 'placement'>,
  members: readonly string[],
): PlanAnswer | undefined {
  if (placement === undefined) return undefined;
  const rows = rowsById(facts);
  return {
    posts: placement.posts.map(({ unit, title, holders }) => ({ unit, title, holders: [...holders] })),
    appointments: members.map((id) => placement.appointmentOf(rows.get(id)!)),
  };
}
