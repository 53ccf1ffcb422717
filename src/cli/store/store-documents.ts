import { writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { contentOf } from '../../store/documents/contents.ts';
import type { Database } from '../../store/database.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../store/documents/document-kinds.ts';
import {
  documentSubject,
  type DocumentVersion,
  findDocument,
  keepDocument,
  listDocuments,
} from '../../store/documents/documents.ts';
import { removeDocument } from '../../store/documents/document-removal.ts';
import { removeDraft } from '../../store/drafts/drafts.ts';
import { readDocument } from '../../store/documents/read-document.ts';
import { removeRounds } from '../../store/consultation/rounds.ts';
import { readRun, removeRun } from '../../store/runs.ts';
import { pathNamed, SHIPPED } from '../../opening/shipped.ts';
import { bytesOfFile } from '../../tables/read-file.ts';
import { InputError, problem, valueOf } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { readingIn } from '../inputs.ts';
import { withStore } from './store-access.ts';
import { unwritable } from '../files/written-files.ts';
import { hyphenated } from '../../tables/text/same-word.ts';
import type { OptionValues } from '../options/options.ts';

/** What a command line names: `pool`, `pool/hai-duong`, `pool/hai-duong@2`. @throws InputError */
export function documentNamed(named: string): {
  readonly kind: DocumentKind;
  readonly name?: string;
  readonly version?: number;
} {
  const [, word = '', name, version] = /^(\w+)(?:\/([a-z0-9-]+)(?:@(\d+))?)?$/.exec(named) ?? [];
  const kind = kindNamed(word === '' ? named : word);
  return {
    kind,
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version: Number(version) }),
  };
}

function kindNamed(word: string): DocumentKind {
  const kind = DOCUMENT_KINDS.find((each) => each === word);
  if (kind !== undefined) return kind;
  throw new InputError([
    problem('cli.not-one-of', { option: '<kind>', value: word, allowed: DOCUMENT_KINDS }),
  ]);
}

/** The file of a shipped pool that its name stands for. */
const SHIPPED_FILES: Partial<Record<DocumentKind, 'pool.csv' | 'units.csv'>> = {
  pool: 'pool.csv',
  units: 'units.csv',
};

/** `slate store keep`: reads a file as what it is said to be, and keeps it as the next version of its name. */
export async function keep(
  { kind: word, file }: { readonly kind: string; readonly file: string },
  read: OptionValues,
  { say }: Cli,
): Promise<Answer> {
  const kind = kindNamed(word);
  const { name: named, from } = read;
  const name = typeof named === 'string' ? named : nameOf(file);
  if (!/^[a-z0-9-]{1,100}$/.test(name)) throw new InputError([problem('store.bad-name', { name })]);
  const { rules } = read;
  const called = pathNamed(file, SHIPPED, SHIPPED_FILES[kind]);
  const bytes = valueOf(await bytesOfFile(called));
  const under = typeof rules === 'string' ? rules : undefined;
  const document = await readDocument(kind, { bytes, called }, readingIn(read, file), under);
  return withStore(read, async ({ db }, actor) => {
    const kept = await keepDocument(db, actor, {
      kind,
      name,
      ...document,
      ...(typeof from === 'string' && { deliveredBy: from }),
    });
    const subject = documentSubject(kept.document);
    return {
      exit: EXIT.done,
      json: kept,
      text: () =>
        kept.isNew
          ? say('cli.store-has-kept', { subject, entries: kept.document.entries })
          : say('cli.store-has-it', { subject }),
    };
  });
}

/** `pool-2025` of `Pool 2025.csv`. */
function nameOf(file: string): string {
  return hyphenated(basename(file, extname(file)));
}

/** A kept document with its bytes. @throws InputError where there is none, or it was removed */
export async function keptDocument(
  db: Database,
  body: string,
  named: string,
): Promise<{ readonly document: DocumentVersion; readonly bytes: Buffer }> {
  const document = await documentIn(db, body, named);
  const content = await contentOf(db, body, document.sha256);
  if (content.kind === 'there') return { document, bytes: content.bytes };
  const at = content.kind === 'removed' ? content.at : '';
  throw new InputError([problem('store.removed', { named: documentSubject(document), at })]);
}

async function documentIn(db: Database, body: string, named: string): Promise<DocumentVersion> {
  const { kind, name, version } = documentNamed(named);
  const found =
    name === undefined
      ? undefined
      : await findDocument(db, body, { kind, name, ...(version !== undefined && { version }) });
  if (found !== undefined) return found;
  const allowed = (await listDocuments(db, body, { kind })).map(documentSubject);
  throw new InputError([problem('store.no-document', { named, allowed })]);
}

/** `slate store show`: what a document holds, as it was delivered. */
export async function show(named: string, read: OptionValues, { say }: Cli): Promise<Answer> {
  const { out } = read;
  const problems = await unwritable([typeof out === 'string' ? out : undefined]);
  if (problems.length > 0) throw new InputError(problems);
  return withStore(read, async ({ db }, { body }) => {
    const { document, bytes } = await keptDocument(db, body, named);
    if (typeof out !== 'string') {
      const content = bytes.toString('utf8');
      return { exit: EXIT.done, json: { document, content }, text: () => content.replace(/\n$/, '') };
    }
    await writeFile(out, bytes);
    return { exit: EXIT.done, json: { document }, text: () => say('cli.wrote', { file: out }) };
  });
}

/**
 * `slate store remove`: takes away for good what a document, a draft, a run or the rounds of a consultation
 * hold of people.
 */
export async function remove(named: string, read: OptionValues, { say }: Cli): Promise<Answer> {
  return withStore(read, async ({ db }, actor) => {
    const [, kind, id = ''] = /^(draft|run|consultation)\/(.+)$/.exec(named) ?? [];
    const done = await removedOf(kind, id);
    return {
      exit: EXIT.done,
      json: { removed: done },
      text: () => say(done ? 'cli.store-has-removed' : 'cli.store-nothing-left', { subject: named }),
    };

    async function removedOf(kind: string | undefined, id: string): Promise<boolean> {
      switch (kind) {
        case 'draft':
          return removeDraft(db, actor, id);
        case 'run':
          return removedRun(id);
        case 'consultation':
          return removeRounds(db, actor, id);
        default:
          return removeDocument(db, actor, await documentIn(db, actor.body, named));
      }
    }

    async function removedRun(id: string): Promise<boolean> {
      const found = await readRun(db, actor.body, id);
      if (found.kind === 'unknown') throw new InputError([problem('store.no-run', { id })]);
      return removeRun(db, actor, found.run);
    }
  });
}
