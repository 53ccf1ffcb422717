import type { Pool } from '../pool/pool.ts';
import type { TitleDeclaration } from '../rules/rule-set.ts';
import { problem, type Problem } from '../words/problem.ts';
import { writtenHolders } from './present-posts.ts';
import type { Units } from './units.ts';

/** What people put between two ids of one cell, where `;` belongs. */
const BETWEEN = /[\s,/+&|]+/;

/**
 * Holders in the units table who are written so that no candidate is found, though one is meant: by
 * name, in another spelling, or several without `;` between them. Somebody who is no candidate may
 * hold a title; but one overlooked would seem to be new in it, and rules on terms would not bind.
 */
export function holderProblems(
  pool: Pool,
  units: Units,
  titles: readonly TitleDeclaration[],
): readonly Problem[] {
  const ids = new Set(pool.ids);
  const strangers = writtenHolders(units, titles).filter(({ id }) => !ids.has(id));
  if (strangers.length === 0) return [];
  const idOf = new Map([
    ...pool.names.map((name, row) => [spelling(name), pool.ids[row]!] as const),
    ...pool.ids.map((id) => [spelling(id), id] as const),
  ]);
  return strangers.flatMap(({ id: text, unit, heading }) => {
    const place = units.placeOf(unit, heading);
    const meant = idOf.get(spelling(text));
    if (meant !== undefined) return [problem('placements.holder-meant', { text, meant }, place)];
    return text.split(BETWEEN).some((part) => ids.has(part))
      ? [problem('placements.several-holders', { text }, place)]
      : [];
  });
}

/** Upper and lower case, and how often spaces stand, say nothing of who is meant; accents do. */
function spelling(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
