import type { Language } from '../../words/language.ts';
import { phraseInEach } from '../../words/catalogue.ts';
import { QUESTION } from '../../opening/sources.ts';
import { isProblem, type Place, type Problem } from '../../words/problem.ts';
import type { ProblemItem } from './answers.ts';

/** Where the texts of a question stand in its body. */
const IN_QUESTION = {
  pool: '/pool',
  csv: '/pool/csv',
  candidates: '/pool/candidates',
  yaml: '/rules/yaml',
  units: '/units/csv',
} as const;
/** Where they stand in the body of a validation, which is the source alone. */
export const IN_VALIDATION = {
  pool: '/csv',
  csv: '/csv',
  candidates: '/candidates',
  yaml: '/yaml',
  units: '/csv',
} as const;

type Texts = Readonly<Record<keyof typeof IN_QUESTION, string>>;

/** Problems as the service answers them: worded, each with its code, its place and a pointer into the body. */
export function problemItems(
  problems: readonly Problem[],
  language: Language,
  texts: Texts = IN_QUESTION,
): ProblemItem[] {
  return problems.map((found) => {
    const message = phraseInEach(found.code, found.parameters);
    const pointer = pointerOf(found, texts);
    const place = placeOf(found);
    return {
      code: found.code,
      ...(isObject(found.parameters) && { parameters: { ...found.parameters } }),
      ...(pointer !== undefined && { pointer }),
      ...(place !== undefined && { place }),
      detail: message[language],
      message,
    };
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The field of the body that is to blame, if the problem tells. */
function pointerOf(found: Problem, texts: Texts): string | undefined {
  const { place } = found;
  if (place?.file === 'body' || place?.file === QUESTION) return place.field ?? '';
  if (place?.file === 'pool') {
    // Candidates that came as a list carry pointers into it, a CSV carries lines.
    const isInList = place.field === '' || place.field?.startsWith('/') === true;
    if (isInList) return `${texts.candidates}${place.field}`;
    return place.line === undefined ? texts.pool : texts.csv;
  }
  if (place?.file === 'rules') return texts.yaml;
  if (place?.file === 'units') return texts.units;
  if (place?.file === 'tests') return '/tests';
  if (isProblem(found, 'slate.unknown-person') || isProblem(found, 'slate.small-group')) {
    return `/decisions/${found.parameters.decision}`;
  }
  switch (found.code) {
    case 'slate.pinned-and-excluded':
      return '/decisions/pin';
    case 'scenarios.too-many-cells':
      return '/vary';
    case 'slate.missing-column':
      return '/pool';
    case 'placements.units-needed':
    case 'placements.no-titles':
    case 'placements.missing-unit-column':
      return '/units';
    case 'explain.no-rule':
      return '/rule';
    case 'explain.no-candidate':
    case 'explain.not-on-slate':
      return '/candidate';
    default:
      return undefined;
  }
}

/** Where in a text; the body itself is pointed into instead, if it could be read. */
function placeOf({ place }: Problem): Place | undefined {
  return (place?.file === 'body' || place?.file === QUESTION) && place.line === undefined ? undefined : place;
}
