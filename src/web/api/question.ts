import type { CaseInput } from '../../questions/case-schema.ts';
import type { Questions } from '../../questions/list.ts';
import type { OptionsOf } from '../../questions/question.ts';
import type { Asked } from './service.ts';

/** What a question is about besides its case. */
interface Besides {
  readonly case: object;
  readonly slate: { readonly slate: readonly string[] };
  readonly scenarios: { readonly scenarios: readonly object[] };
}

type AboutOf<Name extends keyof Questions> = Besides[Questions[Name]['about']];

/**
 * Asks a question of the list of questions: what it may be asked and what it answers are those of the list.
 *
 * @param answer the schema of its answer, by which the page reads it.
 */
export function question<Name extends keyof Questions>(
  name: Name,
  body: CaseInput & OptionsOf<Questions[Name]> & AboutOf<Name>,
  answer: Questions[Name]['answer'],
): Asked<Questions[Name]['answer']> {
  return { path: `/${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, body, answer };
}
