import type { PaperSlate } from '../papers/paper.ts';
import { planOf } from '../placements/plan-answer.ts';
import { checkSlate } from '../check/check.ts';
import type { SlateCase } from '../check/slate-case.ts';

/** A slate or a plan of which only the members are known, with what the rules say of it. */
export async function paperSlate(asked: SlateCase, members: readonly string[]): Promise<PaperSlate> {
  const report = await checkSlate(asked, members);
  const plan = planOf(asked, members);
  return { members, report, ...(plan !== undefined && { appointments: plan.appointments }) };
}
