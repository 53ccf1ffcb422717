import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { textWidth } from '../../src/cli/printing/table.ts';

test('is what the package for every script says, with and without it', () => {
  const letters = fc.string({
    unit: fc.oneof(
      fc.constantFrom('N', 'ễ', 'Đ', ' ', '–', '“', '…', '≥', '½'),
      fc.constantFrom('e\u0302', '中', '👩‍🔧', '\u200B', '\t'),
    ),
  });
  fc.assert(
    fc.property(letters, (text) => {
      expect(textWidth(text)).toBe(stringWidth(text));
    }),
  );
});
