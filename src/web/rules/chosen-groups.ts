import { z } from 'zod';
import { conditionSchema, type JoinedDraft, writtenCondition } from './condition-draft.ts';

/** Which groups a rule holds for: all that the pool has, those with somebody of a kind in them, or a list of them. */
export type ChosenGroups =
  | { readonly by: 'all' }
  | { readonly by: 'where'; readonly where: JoinedDraft }
  | { readonly by: 'values'; readonly values: readonly GroupValue[] };

/** The value of a fact that all of one group have. */
export type GroupValue = string | number | boolean;

/** The ways in which groups are chosen. */
export const WAYS_TO_CHOOSE = ['all', 'where', 'values'] as const;

/** Every group counts. */
export const ALL_GROUPS: ChosenGroups = { by: 'all' };

/** What a rule counts apart by, and for which groups it holds. */
interface Grouping {
  readonly forEach: readonly string[];
  readonly chosen: ChosenGroups;
}

/** One fact or several, as a file writes them. */
export const factsSchema = z.union([z.string().transform((fact) => [fact]), z.array(z.string()).min(1)]);

/** What a file says of groups, read into a form. */
export const forEachSchema = z.union([
  factsSchema.transform((forEach): Grouping => ({ forEach, chosen: ALL_GROUPS })),
  z
    .strictObject({ fact: factsSchema })
    .transform(({ fact }): Grouping => ({ forEach: fact, chosen: ALL_GROUPS })),
  z
    .strictObject({ fact: factsSchema, where: conditionSchema })
    .transform(({ fact, where }): Grouping => ({ forEach: fact, chosen: { by: 'where', where } })),
  z
    .strictObject({
      fact: factsSchema,
      values: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
    })
    .transform(({ fact, values }): Grouping => ({ forEach: fact, chosen: { by: 'values', values } })),
]);

/** One fact or several, as a file writes them. */
export function writtenFacts(facts: readonly string[]): unknown {
  return facts.length === 1 ? facts[0] : facts;
}

/** Groups as a file writes them. */
export function writtenForEach({ forEach, chosen }: Grouping): unknown {
  const fact = writtenFacts(forEach);
  switch (chosen.by) {
    case 'all':
      return fact;
    case 'where':
      return { fact, where: writtenCondition(chosen.where) };
    case 'values':
      return { fact, values: chosen.values };
  }
}
