import { type Command, Option } from '@commander-js/extra-typings';
import { type DocumentVersion, listDocuments } from '../../store/documents/documents.ts';
import { listDrafts } from '../../store/drafts/drafts.ts';
import { shownPlace } from '../../store/store-place.ts';
import { listRuns } from '../../store/runs.ts';
import type { PhraseCode } from '../../words/catalogue.ts';
import type { Answer, Cli, Say } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { type OptionValues, tableOptions } from '../options/options.ts';
import { dataOption, withStore } from '../store/store-access.ts';
import { documentNamed, keep, remove, show } from '../store/store-documents.ts';
import { backup, move, restore } from '../store/store-copies.ts';
import { tableLines } from '../printing/table.ts';

/** A command of `slate store`: its arguments, its options, and what it does. */
interface StoreCommand {
  readonly name: string;
  readonly help: PhraseCode;
  readonly arguments: readonly (readonly [string, PhraseCode])[];
  readonly options?: (say: Say) => readonly Option[];
  readonly run: (given: readonly string[], read: OptionValues, cli: Cli) => Promise<Answer>;
}

const STORE_COMMANDS: readonly StoreCommand[] = [
  {
    name: 'keep',
    help: 'cli.store-keep',
    arguments: [
      ['<kind>', 'cli.store-kind'],
      ['<file>', 'cli.store-file'],
    ],
    options: (say) => [
      new Option('--name <name>', say('cli.store-name', undefined)),
      new Option('--from <office>', say('cli.store-from', undefined)),
      new Option('--rules <id|file>', say('cli.store-rules', undefined)),
      ...tableOptions(say),
    ],
    run: ([kind = '', file = ''], read, cli) => keep({ kind, file }, read, cli),
  },
  {
    name: 'show',
    help: 'cli.store-show',
    arguments: [['<document>', 'cli.store-document']],
    options: (say) => [new Option('--out <file>', say('cli.store-out', undefined))],
    run: ([document = ''], read, cli) => show(document, read, cli),
  },
  {
    name: 'list',
    help: 'cli.store-list',
    arguments: [['[kind]', 'cli.store-kind']],
    run: ([kind], read, cli) => list(kind, read, cli),
  },
  {
    name: 'remove',
    help: 'cli.store-remove',
    arguments: [['<document>', 'cli.store-removed']],
    run: ([document = ''], read, cli) => remove(document, read, cli),
  },
  {
    name: 'find',
    help: 'cli.store-find',
    arguments: [['<text>', 'cli.store-found-text']],
    run: ([text = ''], read, cli) => find(text, read, cli),
  },
  {
    name: 'backup',
    help: 'cli.store-backup',
    arguments: [['<file>', 'cli.store-backup-file']],
    run: ([file = ''], read, cli) => backup(file, read, cli),
  },
  {
    name: 'restore',
    help: 'cli.store-restore',
    arguments: [['<file>', 'cli.store-backup-file']],
    run: ([file = ''], read, cli) => restore(file, read, cli),
  },
  {
    name: 'move',
    help: 'cli.store-move',
    arguments: [['<to>', 'cli.store-move-to']],
    run: ([to = ''], read, cli) => move(to, read, cli),
  },
];

/** `slate store`: what is kept, and where. Its commands keep, show and remove documents, and carry the whole. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command.addOption(dataOption(say)).action(cli.answering(async () => summary(command.opts(), cli)));
  // A help has no parameters; that its code is one of those no type can be shown.
  const help = (code: PhraseCode): string => say(code, undefined as never);
  for (const each of STORE_COMMANDS) {
    const part = command.command(each.name).description(help(each.help));
    for (const [argument, code] of each.arguments) part.argument(argument, help(code));
    for (const option of each.options?.(say) ?? []) part.addOption(option);
    part.action(
      cli.answering(async () =>
        each.run(part.args.slice(0, each.arguments.length), part.optsWithGlobals(), cli),
      ),
    );
  }
}

async function summary(read: OptionValues, { say }: Cli): Promise<Answer> {
  return withStore(read, async ({ db, place }, { body }) => {
    const [documents, drafts, runs] = [
      await listDocuments(db, body),
      await listDrafts(db, body),
      await listRuns(db, body),
    ];
    const found = {
      place: shownPlace(place),
      documents: documents.length,
      drafts: drafts.length,
      runs: runs.length,
    };
    return { exit: EXIT.done, json: found, text: () => say('cli.store-holds', found) };
  });
}

/** The documents that are kept; of one kind, or of one name all versions. */
async function list(named: string | undefined, read: OptionValues, cli: Cli): Promise<Answer> {
  const asked = named === undefined ? {} : documentNamed(named);
  return withStore(read, async ({ db }, { body }) => {
    const documents = await listDocuments(db, body, asked);
    return { exit: EXIT.done, json: { documents }, text: () => documentLines(documents, cli).join('\n') };
  });
}

/** Everything that is held in which a name or an id stands. */
async function find(text: string, read: OptionValues, { say, width }: Cli): Promise<Answer> {
  const { mentionsOf } = await import('../../store/mentions.ts');
  return withStore(read, async ({ db }, { body }) => {
    const mentions = await mentionsOf(db, body, text);
    const columns = [
      { heading: say('cli.store-where', undefined), folds: true as const },
      { heading: say('cli.store-line', undefined), folds: true as const },
    ];
    const rows = mentions.flatMap(({ subjects, lines }) => lines.map((line) => [subjects.join(', '), line]));
    const shown = (): string =>
      rows.length === 0
        ? say('cli.store-found-nothing', undefined)
        : tableLines(columns, rows, width).join('\n');
    return { exit: EXIT.done, json: { mentions }, text: shown };
  });
}

function documentLines(documents: readonly DocumentVersion[], { say, width }: Cli): readonly string[] {
  if (documents.length === 0) return [say('cli.store-nothing', undefined)];
  const columns = [
    { heading: say('cli.store-document-heading', undefined) },
    { heading: say('cli.store-entries', undefined), align: 'right' as const },
    { heading: say('cli.store-delivered', undefined), folds: true as const },
    { heading: say('cli.store-kept', undefined) },
    { heading: 'SHA-256' },
  ];
  const rows = documents.map((each) => [
    `${each.kind}/${each.name}@${each.version}`,
    String(each.entries),
    each.removedAt === undefined
      ? (each.deliveredBy ?? '')
      : say('cli.store-is-removed', { at: each.removedAt }),
    `${each.keptAt.slice(0, 16).replace('T', ' ')} ${each.keptBy}`,
    each.sha256.slice(0, 12),
  ]);
  return tableLines(columns, rows, width);
}
