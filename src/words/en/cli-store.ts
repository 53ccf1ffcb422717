import { count, formatNumber } from '../number.ts';

/** How the deeds of the audit are called. */
const DEEDS: Readonly<Record<string, string>> = {
  found: 'founded',
  keep: 'kept',
  remove: 'removed for good',
  write: 'wrote',
  ask: 'asked',
  submit: 'submitted',
  approve: 'approved',
  withdraw: 'withdrew',
  return: 'returned',
  begin: 'began',
  record: 'recorded',
  'let-in': 'gave a key',
  'shut-out': 'withdrew a key',
  'add-person': 'added a person',
  'give-role': 'gave a role',
  invite: 'invited',
  'end-invitation': 'ended an invitation',
  'set-password': 'set a password',
  'sign-in': 'signed in',
  'refuse-sign-in': 'was refused at signing in',
  'sign-out': 'signed out',
};
const STATES: Readonly<Record<string, string>> = {
  draft: 'draft',
  submitted: 'submitted',
  approved: 'approved',
  withdrawn: 'withdrawn',
};
const STEPS: Readonly<Record<string, string>> = {
  draft: 'return a submitted draft to be worked on',
  submitted: 'submit a draft: it cannot be changed until it is returned',
  approved: 'approve a submitted draft',
  withdrawn: 'withdraw a draft',
};
const FAULTS: Readonly<Record<string, string>> = {
  gap: 'entries before this one are missing or in another order',
  'entry-changed': 'this entry was changed',
  'row-changed': 'it is not what its entry says',
  'row-missing': 'an entry tells of it, and it is gone',
  'row-unknown': 'it is there, and no entry tells of it',
  'content-changed': 'its bytes are not those of its hash',
  'content-missing': 'its bytes are gone, and no entry says who removed them',
  'head-missing': 'this entry, which was noted elsewhere, is not in the chain',
};

/** English sentences of `cli` about the store. */
export const cliStoreEn = {
  'cli.store-summary': () =>
    'what is kept, and where; keep pools and rule sets in versions; back up, restore and move',
  'cli.store-holds': (of: {
    readonly place: string;
    readonly documents: number;
    readonly drafts: number;
    readonly runs: number;
  }) =>
    `${of.place}\n${count(of.documents, 'version')} of documents, ${count(of.drafts, 'draft')}, ${count(of.runs, 'run')}`,
  'cli.runs-summary': () => 'the questions that were recorded with their answers (--record)',
  'cli.replay-summary': () =>
    'ask once more what a report of record tells, or what was recorded, and say what differs',
  'cli.audit-summary': () => 'who did what; find any tampering; report on one draft',
  'cli.draft-summary': () => 'the drafts that are kept: submit, approve, withdraw',
  'cli.worker-summary': () => 'work on the jobs of a store without HTTP, from any machine that reaches it',
  'cli.worker-threads-option': () =>
    'jobs that are worked on at once (default: as many as the machine has cores)',
  'cli.working': (of: { readonly place: string }) =>
    `Working on the jobs of ${of.place}. Ctrl-C stops; what is not done goes back to the queue.`,
  'cli.data-option': () =>
    'where the store is: a folder, or a database as postgresql://… (default: SLATE_DATA, else DATABASE_URL, else a folder of the user)',
  'cli.record-option': () =>
    'keep the question with its answer in the store, for slate runs and slate replay',
  'cli.recorded': ({ id }: { readonly id: string }) => `Recorded as run ${id}`,
  'cli.store-keep': () => 'keep a file as the next version of its name; the same content is kept once',
  'cli.store-show': () => 'print what a document holds, as it was delivered',
  'cli.store-list': () =>
    'the documents that are kept, or those of a kind, or all versions of one: pool/ward-a',
  'cli.store-remove': () =>
    'remove for good what a document, a draft, a run or a consultation holds of people; hashes and counts stay',
  'cli.store-backup': () => 'write the whole store into one new file, while others go on working',
  'cli.store-restore': () => 'bring a backup into an empty store',
  'cli.store-move': () => 'copy the whole store into another, empty one; the old one stays as it is',
  'cli.store-kind': () => 'pool, units, rules, scenario or mapping',
  'cli.store-file': () => 'the file, or the name of a shipped pool',
  'cli.store-name': () => 'name in lower-case letters, digits and hyphens (default: that of the file)',
  'cli.store-from': () => 'the office that delivered it',
  'cli.store-rules': () => 'for scenarios: the rules that they change',
  'cli.store-document': () => 'a document: pool/ward-a, or a version of it: pool/ward-a@2',
  'cli.store-removed': () =>
    'a document (pool/ward-a@2), a draft (draft/ID), a run (run/ID) or who stood in a consultation (consultation/NAME)',
  'cli.store-out': () => 'file to write it to, as the bytes that were delivered',
  'cli.store-backup-file': () => 'the file of the backup',
  'cli.store-move-to': () => 'a folder, or a database as postgresql://…',
  'cli.store-find': () =>
    'everything that is kept of somebody: tables, drafts, rounds, runs and jobs in which a name or an id stands, with the lines',
  'cli.store-found-text': () => 'a name or an id; spelling counts, capitals do not',
  'cli.store-where': () => 'Where',
  'cli.store-line': () => 'Line',
  'cli.store-found-nothing': () => 'This stands nowhere in what is kept.',
  'cli.store-nothing': () => 'Nothing is kept yet; slate store keep pool FILE keeps a pool.',
  'cli.store-document-heading': () => 'Document',
  'cli.store-entries': () => 'Entries',
  'cli.store-delivered': () => 'Delivered by',
  'cli.store-kept': () => 'Kept',
  'cli.store-is-removed': ({ at }: { readonly at: string }) => `removed for good on ${at.slice(0, 10)}`,
  'cli.store-has-kept': ({ subject, entries }: { readonly subject: string; readonly entries: number }) =>
    `Kept as ${subject}, with ${count(entries, 'entry', 'entries')}; questions name it kept:${subject.replace(/^\w+\//, '')}`,
  'cli.store-has-it': ({ subject }: { readonly subject: string }) =>
    `The same is kept already, as ${subject}`,
  'cli.store-has-removed': ({ subject }: { readonly subject: string }) =>
    `What ${subject} held is removed for good; its hash and its counts stay. Backups made before still hold it.`,
  'cli.store-nothing-left': ({ subject }: { readonly subject: string }) =>
    `Of ${subject} nothing is left to be removed`,
  'cli.store-copied': (of: {
    readonly to: string;
    readonly documents: number;
    readonly drafts: number;
    readonly runs: number;
    readonly head: string;
    readonly faults: number;
  }) =>
    [
      `Copied to ${of.to}: ${count(of.documents, 'version')} of documents, ${count(of.drafts, 'draft')}, ${count(of.runs, 'run')}`,
      of.faults === 0
        ? `The audit of the copy is whole; its last entry is ${of.head}`
        : `The audit of the copy is not whole: slate audit verify tells what was tampered with`,
    ].join('\n'),
  'cli.run-argument': () => 'id of a run, or its beginning (slate runs lists them)',
  'cli.run': () => 'Run',
  'cli.run-question': () => 'Question',
  'cli.run-status': () => 'Answer',
  'cli.run-when': () => 'When and who',
  'cli.run-seconds': () => 'Seconds',
  'cli.no-runs': () => 'No run is kept yet; --record keeps a question with its answer.',
  'cli.replay-same': (of: { readonly question: string; readonly at: string; readonly by: string }) =>
    `The same answer: ${of.question} of ${of.at}, asked by ${of.by}`,
  'cli.replay-differs': (of: { readonly question: string; readonly at: string; readonly slate: string }) =>
    `Another answer than ${of.question} of ${of.at} by Slate ${of.slate}. They differ in:`,
  'cli.audit-verify': () => 'compute the whole chain anew and hold everything that is kept against it',
  'cli.audit-report': () => 'everything that is known of how one draft came about',
  'cli.audit-head': () => 'hash of an entry that was noted elsewhere: it must still be in the chain',
  'cli.audit-when': () => 'When (UTC)',
  'cli.audit-who': () => 'Who',
  'cli.audit-what': () => 'What',
  'cli.audit-subject': () => 'Of what',
  'cli.audit-after': () => 'Hash',
  'cli.deed': ({ what }: { readonly what: string }) => DEEDS[what] ?? what,
  'cli.state': ({ state }: { readonly state: string }) => STATES[state] ?? state,
  'cli.audit-state': ({ state, versions }: { readonly state: string; readonly versions: number }) =>
    `${STATES[state] ?? state}, ${count(versions, 'version')}`,
  'cli.audit-whole': ({ entries, head }: { readonly entries: number; readonly head: string }) =>
    `The audit is whole: ${count(entries, 'entry', 'entries')}, and everything kept is as they say. Last entry: ${head}`,
  'cli.audit-broken': ({ faults }: { readonly faults: number }) =>
    `The audit is not whole: ${count(faults, 'place')} where something was tampered with`,
  'cli.audit-fault': ({ kind, at }: { readonly kind: string; readonly at: string }) =>
    `${at}: ${FAULTS[kind] ?? kind}`,
  'cli.draft-argument': () => 'id of a draft (slate draft lists them)',
  'cli.draft-keep': () => 'keep a draft from a file that the page wrote',
  'cli.draft-file': () => 'the file of the draft',
  'cli.draft-onto': () =>
    'the version that it is based on; without it the draft must be new, so that nobody is written over',
  'cli.draft-step': ({ to }: { readonly to: string }) => STEPS[to] ?? to,
  'cli.draft-id': () => 'Draft',
  'cli.draft-version': () => 'Version',
  'cli.draft-state': () => 'State',
  'cli.no-drafts': () => 'No draft is kept yet.',
  'cli.draft-is': (of: { readonly id: string; readonly version: number; readonly state: string }) =>
    `${of.id}: version ${formatNumber(of.version, 'en')}, ${STATES[of.state] ?? of.state}`,
};
