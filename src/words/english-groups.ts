import type { GroupsSaid } from './sentence.ts';
import { factTitle, valueWord } from './en/facts.ts';

/** The end of a sentence about each of some groups. */
export function forEach(groups: GroupsSaid | undefined): string {
  if (groups === undefined) return '';
  const fact = groups.facts.map(factTitle).join(' and ');
  const [one] = groups.facts;
  const named = (groups.values ?? []).map((value) => `“${valueWord(one!, value)}”`);
  const none = groups.none ? ' (an empty cell is no group)' : '';
  if (named.length === 1 && groups.with === undefined) return `, for the ${fact} ${named[0]!}${none}`;
  const chosen =
    (groups.with === undefined ? '' : ` with somebody in the pool who ${groups.with}`) +
    (named.length === 0 ? '' : ` of ${listed(named)}`);
  return `, for each ${fact}${chosen}${none}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
