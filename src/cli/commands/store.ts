import type { Command } from '@commander-js/extra-typings';
import { type DocumentVersion, listDocuments } from '../../store/documents.ts';
import { listDrafts } from '../../store/drafts.ts';
import { shownPlace } from '../../store/place.ts';
import { listRuns } from '../../store/runs.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { tableOptions } from '../options.ts';
import type { Read } from '../question-command.ts';
import { dataOption, withStore } from '../store-access.ts';
import { documentNamed, keep, remove, show } from '../store-documents.ts';
import { backup, move, restore } from '../store-copies.ts';
import { tableLines } from '../table.ts';

/** `slate store`: what is kept, and where. Its commands keep, show and remove documents, and carry the whole. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command.addOption(dataOption(say)).action(cli.answering(async () => summary(command.opts(), cli)));
  const part = (name: string, help: string) => command.command(name).description(help);
  const read = (from: { readonly optsWithGlobals: () => Read }): Read => from.optsWithGlobals();

  const keeping = part('keep', say('cli.store-keep', undefined))
    .argument('<kind>', say('cli.store-kind', undefined))
    .argument('<file>', say('cli.store-file', undefined))
    .option('--name <name>', say('cli.store-name', undefined))
    .option('--from <office>', say('cli.store-from', undefined))
    .option('--rules <id|file>', say('cli.store-rules', undefined));
  for (const option of tableOptions(say)) keeping.addOption(option);
  keeping.action(cli.answering(async (kind, file) => keep({ kind, file }, read(keeping), cli)));

  const showing = part('show', say('cli.store-show', undefined))
    .argument('<document>', say('cli.store-document', undefined))
    .option('--out <file>', say('cli.store-out', undefined));
  showing.action(cli.answering(async (document) => show(document, read(showing), cli)));

  const listing = part('list', say('cli.store-list', undefined)).argument(
    '[kind]',
    say('cli.store-kind', undefined),
  );
  listing.action(cli.answering(async (kind) => list(kind, read(listing), cli)));

  const removing = part('remove', say('cli.store-remove', undefined)).argument(
    '<document>',
    say('cli.store-removed', undefined),
  );
  removing.action(cli.answering(async (document) => remove(document, read(removing), cli)));

  const backing = part('backup', say('cli.store-backup', undefined)).argument(
    '<file>',
    say('cli.store-backup-file', undefined),
  );
  backing.action(cli.answering(async (file) => backup(file, read(backing), cli)));
  const restoring = part('restore', say('cli.store-restore', undefined)).argument(
    '<file>',
    say('cli.store-backup-file', undefined),
  );
  restoring.action(cli.answering(async (file) => restore(file, read(restoring), cli)));
  const moving = part('move', say('cli.store-move', undefined)).argument(
    '<to>',
    say('cli.store-move-to', undefined),
  );
  moving.action(cli.answering(async (to) => move(to, read(moving), cli)));
}

async function summary(read: Read, { say }: Cli): Promise<Answer> {
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
async function list(named: string | undefined, read: Read, cli: Cli): Promise<Answer> {
  const asked = named === undefined ? {} : documentNamed(named);
  return withStore(read, async ({ db }, { body }) => {
    const documents = await listDocuments(db, body, asked);
    return { exit: EXIT.done, json: { documents }, text: () => documentLines(documents, cli).join('\n') };
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
