/** A column that stands behind a fact which a rule file declares: of the candidates or of their units. */
export interface DeclaredColumn {
  readonly of: 'candidate' | 'unit';
  readonly name: string;
}

const OF_UNIT = 'unit.';
const APPRAISAL_OF_YEAR = /^appraisal\d{4}$/;

/**
 * The column that a rule file declares as this fact; absent for a fact that Slate knows and has a title for.
 *
 * @param titles what the known facts are called in a language.
 */
export function declaredColumn(
  fact: string,
  titles: Readonly<Record<string, string>>,
): DeclaredColumn | undefined {
  if (Object.hasOwn(titles, fact) || APPRAISAL_OF_YEAR.test(fact)) return undefined;
  return fact.startsWith(OF_UNIT)
    ? { of: 'unit', name: fact.slice(OF_UNIT.length) }
    : { of: 'candidate', name: fact };
}
