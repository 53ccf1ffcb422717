import { Option } from '@commander-js/extra-typings';
import type { OpenCase } from '../../opening/open-case.ts';
import type { FrozenCase } from '../../records/frozen-case.ts';
import type { Answered } from '../../records/write-report.ts';
import { problem, type Problem } from '../../words/problem.ts';
import type { Cli, Say } from '../context.ts';
import { fileIn, type FileToWrite } from './written-files.ts';
import type { OptionValues } from '../options/options.ts';

/** `--report`, of every command that finds a slate. */
export const reportOption = (say: Say): Option =>
  new Option('--report <file>', say('records.report-option', undefined));

/** Whether a command that finds a slate is to write a report of record. */
export function isReported(read: OptionValues): boolean {
  return fileIn(read, 'report') !== undefined;
}

/** What is wrong with the name of the report. */
export function reportProblems(read: OptionValues): readonly Problem[] {
  const file = fileIn(read, 'report');
  return file === undefined || /\.html?$/i.test(file) ? [] : [problem('records.needs-format', { file })];
}

/** The options of a question whose answer may be reported. */
export async function optionsReported<Options extends object>(
  read: OptionValues,
  question: string,
  options: Options,
): Promise<Options> {
  if (!isReported(read)) return options;
  const { optionsForReport } = await import('../../records/write-report.ts');
  return optionsForReport(question, options);
}

/** The report of record of an answer, to be written where it was asked for. */
export async function reportFiles(
  read: OptionValues,
  { frozen, opened }: { readonly frozen: FrozenCase | undefined; readonly opened: OpenCase },
  answered: readonly Answered[],
  { language, signal }: Cli,
): Promise<readonly FileToWrite[]> {
  const file = fileIn(read, 'report');
  if (file === undefined || frozen === undefined) return [];
  const { writeReport } = await import('../../records/write-report.ts');
  const report = await writeReport(frozen, opened, answered, {
    language,
    signal,
    blind: read['blind'] === true,
  });
  return [{ file, content: () => report }];
}
