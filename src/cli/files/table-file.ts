import { Option } from '@commander-js/extra-typings';
import { type PlainTable, TABLE_FORMATS, writeTable } from '../../papers/write-table.ts';
import { problem, type Problem } from '../../words/problem.ts';
import type { Say } from '../context.ts';
import { fileIn, type FileToWrite } from './written-files.ts';

/** The option by which an answer that is a table is written as one. */
export function tableOption(say: Say): Option {
  return new Option('--table <file>', say('cli.table-option', undefined));
}

/** What is wrong with the file that is named for the table. */
export function tableProblems(read: Readonly<Record<string, unknown>>): readonly Problem[] {
  const file = fileIn(read, 'table');
  return file === undefined || formatOf(file) !== undefined
    ? []
    : [problem('papers.no-format', { file, allowed: TABLE_FORMATS.map((each) => `.${each}`) })];
}

/** The table, to be written where a file is named for it. @param name that of its sheet. */
export function tableFiles(
  read: Readonly<Record<string, unknown>>,
  table: () => PlainTable,
  name: string,
): readonly FileToWrite[] {
  const file = fileIn(read, 'table');
  const format = file === undefined ? undefined : formatOf(file);
  return format === undefined ? [] : [{ file, content: () => writeTable(table(), format, name) }];
}

function formatOf(file: string): (typeof TABLE_FORMATS)[number] | undefined {
  return TABLE_FORMATS.find((each) => file.toLowerCase().endsWith(`.${each}`));
}
