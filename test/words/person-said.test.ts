import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phrase } from '../../src/words/catalogue.ts';
import { personSaid } from '../../src/words/person-said.ts';
import { saidAlready } from '../../src/words/said-already.ts';

test('an id that could be read as a count or a word stands in quotes', () => {
  expect(personSaid('12')).toBe('“12”');
  expect(personSaid('A')).toBe('“A”');
  expect(personSaid('2020-06')).toBe('“2020-06”');
  expect(personSaid('HD-012')).toBe('HD-012');
  expect(personSaid('12@Ái Quốc/chair')).toBe('12@Ái Quốc/chair');
});

test('no person whose id is a number is taken for a count, in either language', () => {
  fc.assert(
    fc.property(
      fc.nat(99),
      fc.nat(99),
      fc.constantFrom('en' as const, 'vi' as const),
      (id, loss, language) => {
        const sentence = phrase(language, 'explain.why-on', {
          candidate: String(id),
          loss,
          leave: [String(id)],
          enter: [],
        });
        expect(sentence.split(`“${id}”`)).toHaveLength(3);
      },
    ),
  );
});

test('a bound that the title says already is not said twice', () => {
  expect(saidAlready('at least 12', 'At least 12 members are female')).toBe(true);
  expect(saidAlready('at least 1', 'At least 12 members are female')).toBe(false);
  expect(saidAlready('at least 1', 'Women')).toBe(false);
  const member = { title: 'Ít nhất 12 người là nữ', bound: 'ít nhất 12' };
  expect(phrase('vi', 'explain.member', member)).toBe('“Ít nhất 12 người là nữ”');
});
