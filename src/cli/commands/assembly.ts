import { join } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import {
  type AssemblyFile,
  importAssembly,
  type ImportedAssembly,
} from '../../assemblies/import-assembly.ts';
import { splitRespondents } from '../../assemblies/split-respondents.ts';
import { membersRead, readSlateSource } from '../../opening/written-slate.ts';
import { pathNamed } from '../../opening/shipped.ts';
import { smallWorkbookTable } from '../../pool/reading/workbook-table.ts';
import { bytesOfFile } from '../../tables/read-file.ts';
import { noticeItems } from '../../questions/notices.ts';
import { InputError, problem, type Problem, type Reading, valueOf } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import type { TableEncodings } from '../options/table-encodings.ts';
import { encodingOption } from '../options/options.ts';
import { tellNotices } from '../printing/notice-lines.ts';
import { unwritable, writeFiles } from '../files/written-files.ts';
import { makeFolder } from '../../tables/make-folder.ts';

/** What can be said of the respondents. */
interface Said {
  readonly encoding?: TableEncodings | undefined;
  readonly id?: string | undefined;
  readonly household?: readonly string[] | undefined;
}

/** `slate assembly`: the files of the tools for citizens' assemblies, both ways. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .command('import')
    .description(say('cli.assembly-import', undefined))
    .argument('<categories>', say('cli.assembly-categories', undefined))
    .argument('[respondents]', say('cli.assembly-respondents', undefined))
    .option('--number <number>', say('cli.assembly-number', undefined))
    .option('--out <folder>', say('cli.assembly-out', undefined))
    .option('--id <column>', say('cli.assembly-id', undefined))
    .option('--household <column...>', say('cli.assembly-household', undefined))
    .option('--seed <text>', say('cli.assembly-seed', undefined))
    .addOption(encodingOption(say))
    .action(
      cli.answering(async (categories, respondents, said) =>
        imported({ categories, respondents }, said, cli),
      ),
    );
  command
    .command('split')
    .description(say('cli.assembly-split', undefined))
    .argument('<slate>', say('cli.slate-argument', undefined))
    .argument('<respondents>', say('cli.assembly-respondents', undefined))
    .option('--selected <file>', say('cli.assembly-selected', undefined))
    .option('--remaining <file>', say('cli.assembly-remaining', undefined))
    .option('--id <column>', say('cli.assembly-id', undefined))
    .option('--household <column...>', say('cli.assembly-household', undefined))
    .addOption(encodingOption(say))
    .action(cli.answering(async (slate, respondents, said) => parted({ slate, respondents }, said, cli)));
}

async function fileRead(file: string, said?: TableEncodings): Promise<Reading<AssemblyFile>> {
  const path = pathNamed(file);
  const bytes = await bytesOfFile(path);
  if (!bytes.ok) return bytes;
  const table = await smallWorkbookTable(bytes.value, file, { encoding: said?.of(file) });
  return table.ok ? { ok: true, value: { text: table.value, called: file } } : table;
}

/** What `slate assembly import` is told. */
interface ImportSaid extends Said {
  readonly number?: string | undefined;
  readonly out?: string | undefined;
  readonly seed?: string | undefined;
}

async function imported(
  { categories, respondents }: { readonly categories: string; readonly respondents: string | undefined },
  { out, number: written, seed, id, household, encoding }: ImportSaid,
  cli: Cli,
): Promise<Answer> {
  const first = await fileRead(categories, encoding);
  const second = respondents === undefined ? undefined : await fileRead(respondents, encoding);
  const { number, problems: misread } = numberIn(written);
  const before: readonly Problem[] = [
    ...misread,
    ...(encoding?.ofOthersThan([categories, respondents]) ?? []),
    ...(out === undefined ? [problem('cli.missing-option', { option: '--out' })] : []),
    ...[first, second].flatMap((each) => (each === undefined || each.ok ? [] : each.problems)),
  ];
  if (before.length > 0 || !first.ok || second?.ok === false || number === undefined || out === undefined)
    throw new InputError(before);
  const assembly = valueOf(
    importAssembly({ categories: first.value, respondents: second?.value, number, seed, id, household }),
  );
  const inputs = [categories, respondents].flatMap((each) => (each === undefined ? [] : [pathNamed(each)]));
  return assemblyWritten(assembly, { folder: out, number, inputs }, cli);
}

function numberIn(written: string | undefined): {
  readonly number?: number;
  readonly problems: readonly Problem[];
} {
  if (written === undefined) return { problems: [problem('cli.missing-option', { option: '--number' })] };
  if (/^[1-9]\d{0,5}$/.test(written)) return { number: Number(written), problems: [] };
  return { problems: [problem('assemblies.number', { found: written })] };
}

async function assemblyWritten(
  { rules, pool, notices, ...counts }: ImportedAssembly,
  {
    folder,
    number,
    inputs,
  }: { readonly folder: string; readonly number: number; readonly inputs: readonly string[] },
  cli: Cli,
): Promise<Answer> {
  const { say } = cli;
  const files = [
    { file: join(folder, 'rules.yaml'), content: () => rules },
    ...(pool === undefined ? [] : [{ file: join(folder, 'pool.csv'), content: () => pool }]),
  ];
  try {
    makeFolder(folder);
  } catch {
    // The files that cannot be written in it are told below.
  }
  const outputs = await unwritable(
    files.map(({ file }) => file),
    inputs,
  );
  if (outputs.length > 0) throw new InputError(outputs);
  tellNotices(notices, cli);
  return {
    exit: EXIT.done,
    unwritten: await writeFiles(files, cli),
    json: { ...counts, number, ...(notices.length > 0 && { notices: noticeItems(notices) }) },
    text: () =>
      [
        say('cli.assembly-imported', { ...counts, people: counts.people, number }),
        ...(pool === undefined ? [] : [say('cli.assembly-next', { folder })]),
      ].join('\n'),
  };
}

async function parted(
  { slate, respondents }: { readonly slate: string; readonly respondents: string },
  said: Said & { readonly selected?: string | undefined; readonly remaining?: string | undefined },
  cli: Cli,
): Promise<Answer> {
  const { selected, remaining, id, household } = said;
  const written = await readSlateSource({ file: slate });
  const read = await fileRead(respondents, said.encoding);
  const ids = membersRead(written);
  const problems: readonly Problem[] = [
    ...(await unwritable([selected, remaining], [slate, respondents])),
    ...(said.encoding?.ofOthersThan([respondents]) ?? []),
    ...(read.ok ? [] : read.problems),
    ...(written.listed.ok ? [] : written.listed.problems),
  ];
  if (!read.ok || ids === undefined || !written.listed.ok || problems.length > 0)
    throw new InputError(problems);
  const parts = valueOf(splitRespondents(read.value, written.listed.value, { id, household }));
  return {
    exit: EXIT.done,
    unwritten: await writeFiles(
      [
        { file: selected, content: () => parts.selected },
        { file: remaining, content: () => parts.remaining },
      ],
      cli,
    ),
    json: parts.counts,
    text: () => cli.say('cli.assembly-parted', parts.counts),
  };
}
