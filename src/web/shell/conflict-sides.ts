import type { Conflict } from '../drafts/merge-drafts.ts';
import type { Wording } from '../shared/language.tsx';
import type { Decided } from '../state/merge.ts';
import type { PoolChoice, RuleChange, SizeChange } from '../state/work.ts';

/** Both sides of a conflict in words. */
export function conflictSides(
  conflict: Conflict,
  wording: Wording,
): { readonly mine: string; readonly theirs: string } {
  const each = sayingOf(conflict, wording);
  return { mine: each('mine'), theirs: each('theirs') };
}

type Side = 'mine' | 'theirs';

function sayingOf(conflict: Conflict, wording: Wording): (side: Side) => string {
  const { say } = wording;
  switch (conflict.of) {
    case 'pool':
    case 'units':
      return (side) => tableIn(conflict[side], wording);
    case 'rules':
      return (side) => conflict[side].id;
    case 'size':
      return (side) => sizeIn(conflict[side], wording);
    case 'title':
      return (side) => conflict[side] || say('web.draft-untitled');
    case 'slate':
      return (side) => say('web.conflict-members', { count: conflict[side].length });
    case 'rule':
      return (side) => changeIn(conflict[side], wording);
    case 'person':
      return (side) => decidedIn(conflict[side], wording);
    case 'scenario':
      return (side) => conflict[side]?.title ?? say('web.conflict-nothing');
  }
}

function tableIn(table: PoolChoice | undefined, { say }: Wording): string {
  if (table === undefined) return say('web.conflict-nothing');
  return table.kind === 'shipped' ? table.name : table.file;
}

function sizeIn(size: SizeChange | undefined, { say, number }: Wording): string {
  return size === undefined ? say('web.as-in-rules') : `${number(size.min)}–${number(size.max)}`;
}

function changeIn(change: RuleChange | undefined, { say, number }: Wording): string {
  if (change === undefined) return say('web.as-in-rules');
  const bound = (value: number | 'none'): string =>
    value === 'none' ? say('web.conflict-nothing') : number(value);
  const { min, max, strength, weight } = change;
  const parts = [
    ...(min === undefined ? [] : [`${say('web.at-least')} ${bound(min)}`]),
    ...(max === undefined ? [] : [`${say('web.at-most')} ${bound(max)}`]),
    ...(strength === undefined ? [] : [say(`web.strength-${strength}-short`)]),
    ...(weight === undefined ? [] : [`${say('web.weight')} ${number(weight)}`]),
  ];
  return parts.join(', ');
}

function decidedIn({ pin, exclude, member }: Decided, { say }: Wording): string {
  if (exclude) return say('web.conflict-excluded');
  if (pin) return say('web.conflict-pinned');
  return say(member ? 'web.conflict-on' : 'web.conflict-off');
}
