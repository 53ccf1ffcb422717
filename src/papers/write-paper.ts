import type { SlateCase } from '../check/slate-case.ts';
import type { Language } from '../words/language.ts';
import { InputError, type Problem } from '../words/problem.ts';
import { columnsNamed } from './columns.ts';
import type { PaperFormat, PaperOptions, PaperSlate } from './paper.ts';

/** What is wrong with what is asked of a paper. */
export function paperProblems(asked: SlateCase, { columns = [] }: PaperOptions): readonly Problem[] {
  return columnsNamed(columns, asked).problems;
}

/**
 * A slate or a plan as a file of some format, in one language. What writes a format is loaded only once a
 * paper of it is written.
 *
 * @throws InputError for columns that these candidates have not.
 */
export async function writePaper(
  base: SlateCase,
  slate: PaperSlate,
  format: PaperFormat,
  { language, columns, blind, letterhead }: PaperOptions & { readonly language: Language },
): Promise<Uint8Array> {
  const asked = slate.under ?? base;
  const named = columns === undefined ? undefined : columnsNamed(columns, asked);
  if (named !== undefined && named.problems.length > 0) throw new InputError(named.problems);
  const shown = { columns: named?.columns, blind };
  if (format === 'csv') {
    const { slateCsv } = await import('./slate-csv.ts');
    return new TextEncoder().encode(slateCsv(asked, slate, shown));
  }
  const { rosterOf } = await import('./roster.ts');
  const roster = rosterOf(asked, slate, { ...shown, language, letterhead });
  switch (format) {
    case 'html': {
      const { rosterHtml } = await import('./roster-html.ts');
      return new TextEncoder().encode(rosterHtml(roster));
    }
    case 'xlsx': {
      const { rosterXlsx } = await import('./roster-xlsx.ts');
      return rosterXlsx(roster);
    }
    case 'docx': {
      const { rosterDocx } = await import('./roster-docx.ts');
      return rosterDocx(roster);
    }
  }
}
