import { z } from 'zod';
import { describeCondition } from '../rules/describe.ts';
import { titleOfFact, wordOfValue } from '../rules/facts/known-facts.ts';
import type { RequireRule } from '../rules/rule-set.ts';
import { appointmentSchema } from '../check/check-answer.ts';
import { textSchema } from '../check/answer-parts.ts';
import { rowsById } from '../rules/facts/fact-table.ts';
import { checkSlate } from '../check/check.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { inEachLanguage } from '../words/language.ts';
import { phrase } from '../words/catalogue.ts';

/** The facts that a course can change. */
const TRAINABLE: ReadonlySet<string> = new Set(['politicalTheory', 'degree', 'civilGrade']);

/** What one member of a slate or plan lacks by one rule. */
const trainingNeedSchema = z
  .object({
    candidate: z.string().describe('Candidate id.'),
    appointment: appointmentSchema.optional().describe('Of a placement: the appointment that asks for it.'),
    rule: z.string(),
    title: textSchema.describe('The title of the rule.'),
    strength: z
      .enum(['hard', 'soft'])
      .describe('Whether the rule forbids the appointment, or is a goal to be reached by a course.'),
    fact: z.string().describe('`politicalTheory`, `degree` or `civilGrade`.'),
    value: z
      .union([z.string(), z.number(), z.boolean()])
      .optional()
      .describe('Absent where it is not given.'),
    needed: textSchema.describe('What the rule asks for, in words.'),
    message: textSchema,
  })
  .meta({ id: 'TrainingNeed', description: 'What one member of a slate or plan lacks by one rule.' });

/** The answer of `training`: who needs which course, in the order of the rules. */
export const trainingSchema = z.object({ needs: z.array(trainingNeedSchema) }).meta({
  id: 'Training',
  description: 'The answer of `training`: who needs which course, in the order of the rules.',
});

/** What one member of a slate or plan lacks by one rule. */
export type TrainingNeed = z.infer<typeof trainingNeedSchema>;

/**
 * Who lacks which political theory, degree or civil-service grade by a rule of eligibility, hard or
 * soft: exactly those whom the check names. A rule that also reads other facts is told of the
 * trainable ones alone.
 *
 * @param members ids of the table: candidates of a slate, appointments of a plan.
 */
export async function trainingNeeds(
  asked: Pick<SlateCase, 'facts' | 'ruleSet' | 'placement'>,
  members: readonly string[],
): Promise<readonly TrainingNeed[]> {
  const { ineligible } = await checkSlate(asked, members);
  const { facts, placement, ruleSet } = asked;
  const rules = new Map(
    ruleSet.rules.flatMap((rule): [string, RequireRule][] =>
      rule.kind === 'require' ? [[rule.id, rule]] : [],
    ),
  );
  const rows = rowsById(facts);
  return ineligible
    .filter(({ fact }) => TRAINABLE.has(fact))
    .map(({ candidate: id, fact, rule: ruleId, value }): TrainingNeed => {
      const rule = rules.get(ruleId)!;
      const row = rows.get(id)!;
      const candidate = facts.personOf?.(row) ?? id;
      const needed = describeCondition(rule.satisfy, ruleSet);
      return {
        candidate,
        ...(placement && { appointment: placement.appointmentOf(row) }),
        rule: ruleId,
        title: rule.title,
        strength: rule.strength,
        fact,
        ...(value !== undefined && { value }),
        needed,
        message: inEachLanguage((language) =>
          phrase(language, 'placements.training-message', {
            candidate,
            fact: titleOfFact(fact)[language],
            value: value === undefined ? undefined : wordOfValue(fact, value)[language],
            needed: needed[language],
          }),
        ),
      };
    });
}
