import { differencesOf } from '../drafts/differences.ts';
import { boundsWords } from '../shared/bounds.ts';
import { nameOfPerson, ruleTitle, type Teller } from '../shared/action-words.ts';
import type { Changes, Work } from '../state/work.ts';

const LISTS = ['joined', 'left', 'pinned', 'unpinned', 'excluded', 'readmitted'] as const;

/** What a decision changed, one sentence a thing: quotas with their bounds before and after, and people by name. */
export function changeWords(before: Work, after: Work, teller: Teller): readonly string[] {
  const { wording, people } = teller;
  const { say } = wording;
  const { quotas, pool, rules, units, ...lists } = differencesOf(before, after);
  const whole = [
    pool ? say('web.pool') : undefined,
    rules ? say('web.rules') : undefined,
    units ? say('web.units') : undefined,
  ].filter((each) => each !== undefined);
  return [
    ...whole.map((title) => `${title}: ${say('web.is-different')}`),
    ...quotas.map((id) => quotaWords(id, before.changes, after.changes, teller)),
    ...LISTS.flatMap((list) => {
      const ids = lists[list];
      if (ids.length === 0) return [];
      const names = ids.map((id) => nameOfPerson(id, people)).join(', ');
      return [`${say(`web.difference-${list}`, { count: ids.length })}: ${names}`];
    }),
  ];
}

function quotaWords(id: string, before: Changes, after: Changes, teller: Teller): string {
  const { wording } = teller;
  const words = {
    before: boundsUnder(id, before, teller),
    after: boundsUnder(id, after, teller),
  };
  return `${ruleTitle(id, teller)}: ${wording.say('web.cell-now', words)}`;
}

/** The bounds of a rule, or of the size, under changed quotas. */
function boundsUnder(id: string, changes: Changes, { wording, ruleSet }: Teller): string {
  const { language, say } = wording;
  if (id === 'size') {
    const { min, max } = changes.size ?? ruleSet?.size ?? { min: null, max: null };
    return boundsWords(min, max, 'count', language);
  }
  const rule = ruleSet?.rules.find((each) => each.id === id);
  const change = changes.rules[id];
  if (change?.strength === 'off') return say('web.strength-off-short');
  const bound = (moved: number | 'none' | undefined, written: number | null): number | null =>
    moved === undefined ? written : moved === 'none' ? null : moved;
  const unit = rule?.kind === 'share' ? 'share' : 'count';
  return boundsWords(
    bound(change?.min, rule?.min ?? null),
    bound(change?.max, rule?.max ?? null),
    unit,
    language,
  );
}
