import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ruleDraftOf } from '../../src/web/rules/read-draft.ts';
import { type RuleDraft } from '../../src/web/rules/rule-draft.ts';
import { writtenRule } from '../../src/web/rules/written-rule.ts';
import { rulesIn, withCopy, withMoved, withoutRule, withRuleSaying } from '../../src/web/rules/rule-list.ts';

/** Every rule that is written somewhere: those of the shipped sets, and those that the paper on rules shows. */
const FOLDER = join(import.meta.dirname, '../../rules');

const shipped = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.test.yaml'))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

const shown = [...readFileSync(join(FOLDER, 'README.md'), 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, block = ''], index) => ({
    name: `README ${index + 1}`,
    text: block.startsWith('- ') ? `rules:\n${block}` : block,
  }),
);

const files = [...shipped, ...shown].filter(({ text }) => rulesIn(text).length > 0);

const everyRule = files.flatMap(({ name, text }) =>
  rulesIn(text)
    // One that is only switched off says nothing that a form could hold.
    .filter(({ written, isOff }) => !isOff || Object.keys(written as object).length > 2)
    .map(({ id, written }) => ({ name, text, id, written })),
);

const HAVE_LEAST = new Set(['count', 'each', 'share', 'sum', 'average', 'groups', 'choice']);

/** One field of a form that is set to something else, as long as the kind of the rule has it. */
const CHANGES: readonly ((draft: RuleDraft) => Partial<RuleDraft>)[] = [
  ({ strength }) => ({ strength: strength === 'hard' ? 'soft' : 'hard' }),
  ({ title }) => ({ title: title === 'Another' ? 'One more' : 'Another' }),
  () => ({ source: { vi: 'Nghị quyết mới', en: 'A new decision' } }),
  ({ relaxCost }) => ({ relaxCost: relaxCost === 7 ? 8 : 7 }),
  ({ at }) => ({ at: at === '2030-01-01' ? '2031-01-01' : '2030-01-01' }),
  ({ mode, min }) => (typeof min === 'number' && HAVE_LEAST.has(mode) ? { min: min + 0.5 } : {}),
  ({ max }) => (typeof max === 'number' ? { max: max + 0.5 } : {}),
  ({ where: { join: how, parts } }) =>
    parts.length > 1 ? { where: { join: how === 'all' ? 'any' : 'all', parts } } : {},
];

/** A rule as values, without what a form may write in another way that means the same. */
function without(written: unknown, keys: readonly string[]): unknown {
  const entries = Object.entries(written as object);
  return Object.fromEntries(entries.filter(([key]) => !keys.includes(key)));
}

describe('every rule that is written somewhere', () => {
  test('opens in the form, of whatever kind it is', () => {
    expect(everyRule.length).toBeGreaterThan(150);
    const unheld = everyRule.filter(({ written }) => ruleDraftOf(written) === undefined);
    expect(unheld.map(({ name, id }) => `${name}: ${id}`)).toEqual([]);
  });

  test('stays as it is written where the form changes nothing', () => {
    for (const { text, id, written } of everyRule) {
      const same = writtenRule(ruleDraftOf(written)!);
      const saved = withRuleSaying(text, [], id, { before: same, after: same }, []);
      expect(parse(saved ?? '')).toEqual(parse(text));
      expect(saved?.match(/#.*/g)).toEqual(text.match(/#.*/g));
    }
  });

  test('keeps all else where one field is changed: what it says, its comments, and the other rules', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everyRule),
        fc.constantFrom(...CHANGES),
        ({ text, id, written }, change) => {
          const draft = ruleDraftOf(written)!;
          const field = change(draft);
          const next = { ...draft, ...field };
          const saved = withRuleSaying(
            text,
            [],
            id,
            { before: writtenRule(draft), after: writtenRule(next) },
            [],
          );
          const after = rulesIn(saved ?? '');
          expect(ruleDraftOf(after.find((rule) => rule.id === id)?.written)).toEqual(
            // A weight is written with a goal alone.
            next.strength === 'hard' ? { ...next, weight: 1 } : next,
          );
          expect(after.filter((rule) => rule.id !== id)).toEqual(
            rulesIn(text).filter((rule) => rule.id !== id),
          );
          expect(without(parse(saved ?? ''), ['rules'])).toEqual(without(parse(text), ['rules']));
          // Fields beside the kind, which alone are changed here, leave the kind in the words of its author.
          const touched = ['strength', 'weight', 'title', 'source', 'relaxCost', 'at'];
          if (!('min' in field || 'max' in field || 'where' in field))
            expect(without(after.find((rule) => rule.id === id)?.written, touched)).toEqual(
              without(written, touched),
            );
          const isOuter = !('where' in field) && !('min' in field) && !('max' in field);
          const ownLines = (all: string): readonly string[] => all.match(/#.*/g) ?? [];
          if (isOuter) expect(ownLines(saved ?? '').length).toBeGreaterThanOrEqual(ownLines(text).length - 1);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('says what it said where what it quotes is changed, moved or deleted elsewhere', () => {
    const text = `id: quoting
rules:
  - { id: a, count: { min: 1 }, source: &plan { vi: Kế hoạch, en: Plan } }
  - { id: b, count: { max: 9 }, source: *plan }
  - { id: c, count: { max: 8 }, source: *plan }
`;
    const sources = (saved: string | undefined): unknown =>
      rulesIn(saved ?? '').map(({ id, written }) => [id, (written as { source: { en: string } }).source.en]);
    expect(sources(withoutRule(text, 'a'))).toEqual([
      ['b', 'Plan'],
      ['c', 'Plan'],
    ]);
    const moved = [withMoved(text, 'a', 1), withMoved(text, 'b', -1)];
    for (const each of moved)
      expect(sources(each)).toEqual([
        ['b', 'Plan'],
        ['a', 'Plan'],
        ['c', 'Plan'],
      ]);
    expect(sources(withCopy(text, 'b'))).toEqual([
      ['a', 'Plan'],
      ['b', 'Plan'],
      ['b-2', 'Plan'],
      ['c', 'Plan'],
    ]);
  });

  test('is copied from the file that it stands in into one that extends that', () => {
    const base = 'id: base\nrules:\n  - id: women\n    count: { min: 3, max: 5 }\n    source: A law\n';
    const draft = ruleDraftOf(rulesIn(base)[0]?.written)!;
    const saved = withRuleSaying(
      'id: mine\nextends: base\n',
      [base],
      'women',
      { before: writtenRule(draft), after: writtenRule({ ...draft, min: 4 }) },
      [],
    );
    expect(parse(saved ?? '')).toEqual({
      id: 'mine',
      extends: 'base',
      rules: [{ id: 'women', count: { min: 4, max: 5 }, source: 'A law' }],
    });
  });
});
