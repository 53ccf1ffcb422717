import { Option } from '@commander-js/extra-typings';
import type { OpenCase } from '../../opening/open-case.ts';
import type { Letterhead } from '../../papers/letterhead-schema.ts';
import { PAPER_FORMATS, type PaperFormat, type PaperOptions, type PaperSlate } from '../../papers/paper.ts';
import { paperProblems, writePaper } from '../../papers/write-paper.ts';
import { InputError, problem, type Problem, type Reading } from '../../words/problem.ts';
import type { Cli, Say } from '../context.ts';
import { wholeNumber } from '../options/options.ts';
import { fileIn, type FileToWrite } from './written-files.ts';

/** Slates that an answer can hold at most. */
const MOST_SLATES = 100;

/** The paper that a command line asks for, and what is wrong with that. */
interface PaperAsked {
  /** Absent: none is asked for. */
  readonly file?: string;
  readonly format?: PaperFormat;
  /** Which of the slates of the answer, from 1. */
  readonly which: number;
  readonly options: PaperOptions;
  readonly problems: readonly Problem[];
}

/** What is asked of a command that finds no slate. */
export const NO_PAPER: PaperAsked = { which: 1, options: {}, problems: [] };

/** The options by which every command that finds a slate writes it as a paper. */
export function paperOptions(say: Say): readonly Option[] {
  return [
    new Option('--out <file>', say('cli.out-option', undefined)),
    new Option('--which <number>', say('cli.which-option', undefined)).argParser((text) =>
      wholeNumber('--which', 1, MOST_SLATES, text),
    ),
    new Option('--columns <names>', say('cli.columns-option', undefined)).argParser(namesBetweenCommas),
    new Option('--blind', say('cli.blind-option', undefined)),
    new Option('--letterhead <file>', say('cli.letterhead-option', undefined)),
  ];
}

function namesBetweenCommas(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.normalize('NFC').trim())
    .filter((name) => name !== '');
}

/** Reads what a command line says of a paper. */
export async function paperAsked(read: Readonly<Record<string, unknown>>): Promise<PaperAsked> {
  const { which, columns, blind } = read;
  const [file, letterheadFile] = [fileIn(read, 'out'), fileIn(read, 'letterhead')];
  const letterhead = letterheadFile === undefined ? undefined : await letterheadIn(letterheadFile);
  const format = PAPER_FORMATS.find((each) => file?.toLowerCase().endsWith(`.${each}`) === true);
  // A report of record may be without names, too.
  const isBlindReport = fileIn(read, 'report') !== undefined;
  const ofPapers = ['which', 'columns', ...(isBlindReport ? [] : ['blind']), 'letterhead'];
  const useless = file === undefined ? ofPapers : [];
  const problems = [
    ...useless
      .filter((option) => read[option] !== undefined)
      .map((option) => problem('cli.needs-option', { option: `--${option}`, needed: '--out' })),
    ...(file !== undefined && format === undefined
      ? [problem('papers.no-format', { file, allowed: PAPER_FORMATS.map((each) => `.${each}`) })]
      : []),
    ...(letterhead?.ok === false ? letterhead.problems : []),
  ];
  return {
    ...(file !== undefined && { file }),
    ...(format !== undefined && { format }),
    which: typeof which === 'number' ? which : 1,
    options: {
      ...(Array.isArray(columns) && { columns: columns.map(String) }),
      ...(blind === true && { blind }),
      ...(letterhead?.ok === true && { letterhead: letterhead.value }),
    },
    problems,
  };
}

async function letterheadIn(file: string): Promise<Reading<Letterhead>> {
  const { readLetterhead } = await import('../../papers/letterhead.ts');
  return readLetterhead(file);
}

/** @throws InputError for columns that the candidates have not, before any work is done. */
export function throwIfPaperUnfit({ options }: PaperAsked, { asked }: OpenCase): void {
  const problems = paperProblems(asked, options);
  if (problems.length > 0) throw new InputError(problems);
}

/**
 * The paper that is asked for, to be written; where the answer has slates but not this one, the problem instead.
 * An answer without any slate says by its own exit code that there was none; that is noted.
 */
export function paperFiles(
  { file, format, which, options }: PaperAsked,
  { asked }: OpenCase,
  slates: readonly (PaperSlate | undefined)[],
  { language, note, say }: Cli,
): readonly FileToWrite[] {
  if (file === undefined || format === undefined) return [];
  const slate = slates[which - 1];
  if (slate !== undefined)
    return [{ file, content: () => writePaper(asked, slate, format, { ...options, language }) }];
  const found = slates.filter((each) => each !== undefined).length;
  const parameters = { wanted: which, found };
  if (found > 0) return [{ file, content: problem('papers.no-such-slate', parameters) }];
  note(say('papers.no-such-slate', parameters));
  return [];
}
