import { z } from 'zod';
import type { Language } from '../../words/language.ts';

/**
 * How much of an answer is wanted. Three slates of the reference case are 300 KB, most of them words that
 * every report repeats; without reports and in one language they are 7.
 */
export const presentationShape = {
  report: z
    .enum(['full', 'violations', 'none'])
    .optional()
    .describe(
      'How much each slate says of its rules: all, those that are not kept or cost something, or nothing (then `report` is absent, and `rules` of a check is empty). Left out: full.',
    ),
  language: z
    .enum(['vi', 'en'])
    .optional()
    .describe('Every text in this language alone, as a string. Left out: both, as `Text`.'),
} as const;

/** What a body asks of its answer. */
interface Presentation {
  readonly report?: 'full' | 'violations' | 'none' | undefined;
  readonly language?: Language | undefined;
}

/** An answer with as much of it as is wanted; itself where nothing was said. */
export function presented(answer: unknown, { report = 'full', language }: Presentation): unknown {
  if (report === 'full' && language === undefined) return answer;
  const show = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(show);
    if (typeof value !== 'object' || value === null) return value;
    if (language !== undefined && isText(value)) return value[language];
    const entries = Object.entries(isReport(value) ? shortened(value, report) : value);
    const kept = entries.filter(
      ([name, part]) => !(report === 'none' && name === 'report' && isReport(part)),
    );
    return Object.fromEntries(kept.map(([name, part]) => [name, show(part)]));
  };
  return show(answer);
}

type Text = Readonly<Record<Language, string>>;

function isText(value: object): value is Text {
  return 'vi' in value && 'en' in value && Object.keys(value).length === 2;
}

interface Reported {
  readonly compliant: boolean;
  readonly rules: readonly { readonly status: string; readonly cost: number }[];
}

function isReport(value: unknown): value is Reported {
  return typeof value === 'object' && value !== null && 'compliant' in value && 'rules' in value;
}

function shortened(report: Reported, wanted: 'full' | 'violations' | 'none'): Reported {
  if (wanted === 'full') return report;
  const told = ({ status, cost }: Reported['rules'][number]): boolean => status !== 'kept' || cost > 0;
  return { ...report, rules: wanted === 'none' ? [] : report.rules.filter(told) };
}
