import { parseDocument, stringify } from 'yaml';
import type { Report } from '../../check/check-answer.ts';
import type { Person } from '../people/person.ts';

/**
 * The text of tests with one more: the slate in hand, and what the rules say of it now. People stand there
 * without their names, under ids of the test's own, with the facts that the rules use.
 *
 * @param columns the columns that are written of each person.
 * @returns `undefined` where the text cannot be read.
 */
export function withTestOf(
  text: string,
  title: string,
  members: readonly Person[],
  columns: readonly string[],
  report: Pick<Report, 'rules' | 'compliant'>,
): string | undefined {
  const people = members.map(({ cells }, index) => ({
    id: `P${index + 1}`,
    ...Object.fromEntries(
      columns.flatMap((column) =>
        cells[column] === undefined || cells[column] === '' ? [] : [[column, cells[column]]],
      ),
    ),
  }));
  const byRule = Map.groupBy(
    report.rules.filter(({ id }) => id !== 'size'),
    ({ id }) => id,
  );
  const broken = [...byRule].filter(([, lines]) => lines.some(({ status }) => status === 'violated'));
  const kept = [...byRule].filter(([, lines]) => lines.every(({ status }) => status === 'kept'));
  const test = {
    test: title,
    pool: people,
    slate: people.map(({ id }) => id),
    ...(kept.length > 0 && { keeps: kept.map(([id]) => id) }),
    ...(broken.length > 0 && { breaks: broken.map(([id]) => id) }),
    compliant: report.compliant,
  };
  if (text.trim() === '') return stringify({ tests: [test] }, { lineWidth: 0 });
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  document.addIn(['tests'], document.createNode(test));
  return document.toString({ lineWidth: 0 });
}
