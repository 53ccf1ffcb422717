import { phrase } from '../words/catalogue.ts';
import type { Language } from '../words/language.ts';
import { placesFact } from '../words/places-fact.ts';
import { factsTogether } from './grouping.ts';
import type { ListForm } from './list-declaration.ts';
import { PLACE_FACT } from './ordered-list.ts';
import type { Condition, CountRule, ShareRule } from './rule-set.ts';

/** The sentence of a short form of an ordered list. */
export function describeForm(
  { where, forEach = '', groups }: CountRule | ShareRule,
  form: ListForm,
  language: Language,
): string {
  if (!('alternate' in form)) {
    const own = groups !== undefined && 'where' in groups ? placesIn(groups.where) : {};
    return phrase(language, 'rules.pair-sentence', { ...form, ...own });
  }
  const stretches = factsTogether(forEach).flatMap((fact) => placesFact(fact) ?? []);
  const places = where === undefined ? undefined : placesIn(where);
  const from = stretches[0]?.from ?? 1;
  return phrase(language, 'rules.alternate-sentence', { fact: form.alternate, begin: from, ...places });
}

/** The first and the last of the places that a condition asks for, as far as it does. */
function placesIn(condition: Condition): { readonly from?: number; readonly to?: number } {
  if ('all' in condition) return Object.assign({}, ...condition.all.map(placesIn));
  if (!('fact' in condition) || condition.fact !== PLACE_FACT || typeof condition.value !== 'number')
    return {};
  return condition.operator === 'greaterThanInclusive' ? { from: condition.value } : { to: condition.value };
}
