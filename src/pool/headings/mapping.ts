import { wordKey } from '../../tables/text/same-word.ts';
import { plainText } from '../cells/cells.ts';
import type { Mapping, UNITS } from './mapping-schema.ts';

/** What a mapping says of one column. */
export interface MappedColumn {
  readonly as: string;
  readonly unit?: (typeof UNITS)[number] | undefined;
  readonly written?: (typeof UNITS)[number] | undefined;
}

/** What the mapping says of a heading; both are compared as words. */
export function mappedColumn(mapping: Mapping | undefined, heading: string): MappedColumn | undefined {
  const key = wordKey(plainText(heading));
  const found = Object.entries(mapping?.columns ?? {}).find(([each]) => wordKey(plainText(each)) === key);
  if (found === undefined) return undefined;
  return typeof found[1] === 'string' ? { as: found[1] } : found[1];
}

/** Headings that a mapping names and a table has not. */
export function unmetHeadings(mapping: Mapping | undefined, headings: readonly string[]): readonly string[] {
  const keys = new Set(headings.map((each) => wordKey(plainText(each))));
  return Object.keys(mapping?.columns ?? {}).filter((each) => !keys.has(wordKey(plainText(each))));
}

/** Puts the words and numbers of an office into those that Slate reads; `undefined` where they are the same. */
export function translator(
  mapping: Mapping | undefined,
  name: string,
  column?: MappedColumn,
): ((raw: string) => string) | undefined {
  const words = new Map(
    Object.entries(mapping?.values?.[name] ?? {}).flatMap(([value, spelled]) =>
      spelled.map((each) => [wordKey(each), value] as const),
    ),
  );
  const unit = column?.unit;
  if (words.size === 0 && unit === undefined) return undefined;
  return (raw) => {
    const word = words.get(wordKey(raw));
    return word ?? (unit === undefined ? raw : inUnit(raw, unit, column?.written ?? unit));
  };
}

const LENGTH = /^(?:(\d+)\s*(?:năm|years?|y))?[\s,]*(?:(\d+)\s*(?:tháng|months?|m))?$/iu;
const POINTS = /^([\d.,]+)\s*(?:điểm|points?|đ)?(?:\s*\/\s*\d+)?$/iu;

/** `5 năm 3 tháng` is 63 months, `85/100` is 85 points; what is neither stays, to be told as no number. */
function inUnit(raw: string, unit: (typeof UNITS)[number], written: (typeof UNITS)[number]): string {
  const text = plainText(raw);
  if (unit === 'points') return POINTS.exec(text)?.[1] ?? text;
  const whole = /^\d+$/.test(text) ? Number(text) : undefined;
  const [, years, months] = LENGTH.exec(text) ?? [];
  const total =
    whole === undefined
      ? years === undefined && months === undefined
        ? undefined
        : Number(years ?? 0) * 12 + Number(months ?? 0)
      : whole * (written === 'years' ? 12 : 1);
  if (total === undefined) return text;
  return String(unit === 'months' ? total : total / 12);
}
