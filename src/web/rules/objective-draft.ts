import { z } from 'zod';
import {
  comparisonsIn,
  conditionSchema,
  isWhole,
  type JoinedDraft,
  NO_PARTS,
  writtenCondition,
} from './condition-draft.ts';

/** Points per unit of a fact, or per member of a kind: what makes one slate better than another. */
export interface Term {
  /** Empty: members are counted. */
  readonly fact: string;
  /** Whose points count; no part: everybody's. */
  readonly where: JoinedDraft;
  readonly weight: number;
}

/** Terms that come before those of later levels, whatever these come to. */
export interface Level {
  /** As it is written: one text, or one for each language. */
  readonly title: unknown;
  readonly terms: readonly Term[];
  /** Whether missed goals are paid here. */
  readonly softRules: boolean;
}

/** The objective of a file: terms alone, or levels of them. */
export interface Objective {
  readonly isLevelled: boolean;
  /** One, without a title, where there are terms alone. */
  readonly levels: readonly Level[];
}

const termSchema = z
  .strictObject({ fact: z.string().optional(), where: conditionSchema.optional(), weight: z.number() })
  .transform(({ fact = '', where = NO_PARTS, weight }): Term => ({ fact, where, weight }));

const levelSchema = z
  .strictObject({
    level: z.unknown(),
    terms: z.array(termSchema).optional(),
    softRules: z.boolean().optional(),
  })
  .transform(({ level, terms = [], softRules = false }): Level => ({ title: level, terms, softRules }));

/** What a form can hold of an objective as it is written; `undefined` where it says more than a form can. */
export function objectiveOf(written: unknown): Objective | undefined {
  const terms = z.array(termSchema).safeParse(written);
  if (terms.success) {
    return { isLevelled: false, levels: [{ title: '', terms: terms.data, softRules: false }] };
  }
  const levels = z.array(levelSchema).safeParse(written);
  return levels.success ? { isLevelled: true, levels: levels.data } : undefined;
}

/** Whether something is still missing in a term or a level, so that no file can have it. */
export function isComplete({ isLevelled, levels }: Objective): boolean {
  const terms = levels.flatMap((level) => level.terms);
  const isWholeTerm = ({ fact, where }: Term): boolean =>
    (fact !== '' || where.parts.length > 0) && isWhole(where);
  return terms.every(isWholeTerm) && (!isLevelled || levels.every(({ title }) => title !== ''));
}

/** The objective as a file writes it. */
export function writtenObjectiveOf({ isLevelled, levels }: Objective): readonly object[] {
  const terms = (level: Level): readonly object[] =>
    level.terms.map(({ fact, where, weight }) => ({
      ...(fact !== '' && { fact }),
      ...(where.parts.length > 0 && { where: writtenCondition(where) }),
      weight,
    }));
  if (!isLevelled) return levels.flatMap(terms);
  return levels.map((level) => ({
    level: level.title,
    ...(level.terms.length > 0 && { terms: terms(level) }),
    ...(level.softRules && { softRules: true }),
  }));
}

/** The facts that an objective names. */
export function factsOfObjective({ levels }: Objective): readonly string[] {
  return levels
    .flatMap(({ terms }) => terms)
    .flatMap(({ fact, where }) => [fact, ...comparisonsIn(where).map((part) => part.fact)])
    .filter((fact) => fact !== '');
}
