import { fontOf, garbledAs } from '../../tables/text/garbled.ts';
import { problem, type Place, type Problem } from '../../words/problem.ts';

/** What was read as headings: one a column, and their line where they stand on one. */
interface ReadHeadings {
  readonly headings: readonly string[];
  readonly line: number | undefined;
}

/**
 * That a column is missing, and what was read as headings instead; or that the headings are in letters that
 * only an old font shows rightly.
 */
export function missingColumn(column: string, { headings, line }: ReadHeadings, place: Place): Problem {
  const font = fontOf(headings.join('\t'));
  if (font !== undefined) {
    const text = headings.find((heading) => garbledAs(heading) !== undefined) ?? '';
    return problem('pool.garbled-headings', { text, encoding: font }, place);
  }
  const read = headings.filter((heading) => heading !== '');
  return problem(
    'pool.missing-column',
    { column, ...(line !== undefined && { line, headings: read }) },
    place,
  );
}
