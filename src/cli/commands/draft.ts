import type { Command } from '@commander-js/extra-typings';
import { bytesOfFile } from '../../tables/read-file.ts';
import { draftFormSchema } from '../../store/drafts/draft-form.ts';
import { type DraftState, NEXT_STATES } from '../../store/drafts/draft-states.ts';
import {
  type DraftVersion,
  listDrafts,
  readDraft,
  type Stepped,
  stepDraft,
  writeDraft,
} from '../../store/drafts/drafts.ts';
import { InputError, problem, valueOf } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { type OptionValues, wholeOption } from '../options/options.ts';
import { dataOption, withStore } from '../store/store-access.ts';
import { tableLines } from '../printing/table.ts';
import { jsonIn } from '../../tables/text/json-text.ts';

/** More than a draft ever has. */
const MOST_VERSIONS = 999_999_999;

/** The steps, by the command that takes them. */
const STEPS = { submit: 'submitted', approve: 'approved', withdraw: 'withdrawn', return: 'draft' } as const;

/** `slate draft [DRAFT]`: the drafts that are kept; `keep` one from a file, and take it from state to state. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .argument('[draft]', say('cli.draft-argument', undefined))
    .addOption(dataOption(say))
    .action(
      cli.answering(async (id) =>
        id === undefined ? listed(command.opts(), cli) : shown(id, command.opts()),
      ),
    );
  const keeping = command.command('keep').description(say('cli.draft-keep', undefined));
  keeping
    .argument('<file>', say('cli.draft-file', undefined))
    .addOption(wholeOption('--onto', 1, MOST_VERSIONS, say('cli.draft-onto', undefined)))
    .action(cli.answering(async (file) => kept(file, keeping.optsWithGlobals(), cli)));
  for (const [name, to] of Object.entries(STEPS)) {
    const stepping = command.command(name).description(say('cli.draft-step', { to }));
    stepping
      .argument('<draft>', say('cli.draft-argument', undefined))
      .action(cli.answering(async (id) => stepped(id, to, stepping.optsWithGlobals(), cli)));
  }
}

async function listed(read: OptionValues, { say, width }: Cli): Promise<Answer> {
  return withStore(read, async ({ db }, { body }) => {
    const drafts = await listDrafts(db, body);
    const columns = [
      { heading: say('cli.draft-id', undefined) },
      { heading: say('cli.title', undefined), folds: true as const },
      { heading: say('cli.draft-version', undefined), align: 'right' as const },
      { heading: say('cli.draft-state', undefined) },
      { heading: say('cli.run-when', undefined) },
    ];
    const rows = drafts.map((each) => [
      each.id,
      each.title,
      String(each.version),
      say('cli.state', { state: each.state }),
      `${each.writtenAt.slice(0, 16).replace('T', ' ')} ${each.writtenBy}`,
    ]);
    const text = (): string =>
      drafts.length === 0 ? say('cli.no-drafts', undefined) : tableLines(columns, rows, width).join('\n');
    return { exit: EXIT.done, json: { drafts }, text };
  });
}

/** The draft as a file, which the page and `slate draft keep` read. */
async function shown(id: string, read: OptionValues): Promise<Answer> {
  return withStore(read, async ({ db }, { body }) => {
    const found = await readDraft(db, body, id);
    if (found.kind === 'unknown') throw new InputError([problem('store.no-draft', { id })]);
    if (found.kind === 'removed') {
      throw new InputError([problem('store.removed', { named: `draft/${id}`, at: found.at })]);
    }
    return { exit: EXIT.done, json: found.form, text: () => JSON.stringify(found.form, null, 2) };
  });
}

async function kept(file: string, read: OptionValues, cli: Cli): Promise<Answer> {
  const bytes = valueOf(await bytesOfFile(file));
  const form = draftFormSchema.safeParse(jsonIn(bytes.toString('utf8')));
  if (!form.success) throw new InputError([problem('store.no-draft-file', undefined, { file })]);
  return withStore(read, async ({ db }, actor) => {
    // What nobody has said that he knows of is not written over.
    const seen = typeof read.onto === 'number' ? read.onto : 0;
    return answerTo(await writeDraft(db, actor, form.data, seen), form.data.id, undefined, cli);
  });
}

async function stepped(id: string, to: DraftState, read: OptionValues, cli: Cli): Promise<Answer> {
  return withStore(read, async ({ db }, actor) => {
    const before = await readDraft(db, actor.body, id);
    if (before.kind === 'unknown') throw new InputError([problem('store.no-draft', { id })]);
    return answerTo(await stepDraft(db, actor, { id, seen: before.draft.version, to }), id, to, cli);
  });
}

/** What came of a write. @throws InputError where it was refused */
function answerTo(written: Stepped, id: string, to: DraftState | undefined, { say }: Cli): Answer {
  switch (written.kind) {
    case 'written':
      return {
        exit: EXIT.done,
        json: written.draft,
        text: () => say('cli.draft-is', stateOf(written.draft)),
      };
    case 'unknown':
      throw new InputError([problem('store.no-draft', { id })]);
    case 'conflict': {
      const { version, writtenBy: by } = written.newest;
      throw new InputError([problem('store.conflict', { version, by })]);
    }
    case 'removed':
      throw new InputError([problem('store.removed', { named: `draft/${id}`, at: written.at })]);
    case 'closed':
      throw new InputError([problem('store.closed', { state: written.newest.state })]);
    case 'refused': {
      const from = written.newest.state;
      throw new InputError([problem('store.no-step', { from, to: to ?? from, allowed: NEXT_STATES[from] })]);
    }
  }
}

function stateOf({ id, version, state }: DraftVersion): Pick<DraftVersion, 'id' | 'version' | 'state'> {
  return { id, version, state };
}
