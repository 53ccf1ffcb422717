import { csvLine, inert } from '../../tables/csv/write-csv.ts';
import { phrase } from '../../words/catalogue.ts';
import type { Language } from '../../words/language.ts';
import type { Prices } from '../propose-answer.ts';

/**
 * Prices as CSV whose totals are formulas, so that a spreadsheet does the sum again: a line a rule, price ×
 * bound; a line a candidate who is worth more than the prices of what they count for, points × 1; and the sum.
 */
export function pricesCsv({ lines, beyond }: Prices, language: Language): string {
  const head = (['rule', 'price', 'bound', 'total'] as const).map((code) =>
    phrase(language, `prices.${code}`, undefined),
  );
  const factors = [
    ...lines.map(({ title, group, price, bound }) => [
      titleWithGroup(title[language], group),
      price,
      String(bound),
    ]),
    ...beyond.map(({ candidate, points }) => [phrase(language, 'prices.beyond', { candidate }), points, '1']),
  ];
  const rows = factors.map(([text = '', price = '', bound = ''], index) =>
    csvLine([inert(text), price, bound, `=B${index + 2}*C${index + 2}`]),
  );
  const sum = rows.length === 0 ? '0' : `=SUM(D2:D${rows.length + 1})`;
  return [csvLine(head), ...rows, csvLine([phrase(language, 'prices.sum', undefined), '', '', sum])].join('');
}

/** `One of a ward (Ái Quốc)` */
export function titleWithGroup(title: string, group: string | undefined): string {
  return group === undefined ? title : `${title} (${group})`;
}
