import type { Command } from '@commander-js/extra-typings';
import { entriesOf } from '../../store/audit.ts';
import { inspectDraft } from '../../store/audit/inspection.ts';
import type { AuditRow } from '../../store/schema/tables.ts';
import { verifyAudit } from '../../store/audit/verify-audit.ts';
import { InputError, problem } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { paint } from '../printing/paint.ts';
import { dataOption, withStore } from '../store/store-access.ts';
import { printable, tableLines } from '../printing/table.ts';
import type { OptionValues } from '../options/options.ts';

/** `slate audit`: who did what; `verify` finds tampering, `report` is about one draft. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command.addOption(dataOption(say)).action(cli.answering(async () => listed(command.opts(), cli)));
  const verifying = command.command('verify').description(say('cli.audit-verify', undefined));
  verifying
    .option('--head <hash>', say('cli.audit-head', undefined))
    .action(cli.answering(async () => verified(verifying.optsWithGlobals(), cli)));
  const reporting = command.command('report').description(say('cli.audit-report', undefined));
  reporting
    .argument('<draft>', say('cli.draft-argument', undefined))
    .action(cli.answering(async (id) => reported(id, reporting.optsWithGlobals(), cli)));
}

async function listed(read: OptionValues, cli: Cli): Promise<Answer> {
  return withStore(read, async ({ db }, { body }) => {
    const entries = await entriesOf(db, body);
    return { exit: EXIT.done, json: { entries }, text: () => entryLines(entries, cli).join('\n') };
  });
}

function entryLines(entries: readonly AuditRow[], { say, width }: Cli): readonly string[] {
  const columns = [
    { heading: '#', align: 'right' as const },
    { heading: say('cli.audit-when', undefined) },
    { heading: say('cli.audit-who', undefined) },
    { heading: say('cli.audit-what', undefined) },
    { heading: say('cli.audit-subject', undefined), folds: true as const },
    { heading: say('cli.audit-after', undefined) },
  ];
  const rows = entries.map(({ seq, at, who, what, subject, after }) => [
    String(seq),
    at.slice(0, 19).replace('T', ' '),
    who,
    say('cli.deed', { what }),
    subject,
    after?.slice(0, 12) ?? '',
  ]);
  return tableLines(columns, rows, width);
}

async function verified(read: OptionValues, { say }: Cli): Promise<Answer> {
  const { head } = read;
  return withStore(read, async ({ db }) => {
    const found = await verifyAudit(db, typeof head === 'string' ? head : undefined);
    const { faults, entries } = found;
    return {
      exit: faults.length === 0 ? EXIT.done : EXIT.violated,
      json: found,
      text: () =>
        faults.length === 0
          ? paint(say('cli.audit-whole', { entries, head: found.head }), 'good')
          : [
              paint(say('cli.audit-broken', { faults: faults.length }), 'bad'),
              ...faults.map(({ kind, at }) => `- ${printable(say('cli.audit-fault', { kind, at }))}`),
            ].join('\n'),
    };
  });
}

/** Everything that is known of how a draft came about. */
async function reported(id: string, read: OptionValues, cli: Cli): Promise<Answer> {
  const { say } = cli;
  return withStore(read, async ({ db }, { body }) => {
    const report = await inspectDraft(db, body, id);
    if (report === undefined) throw new InputError([problem('store.no-draft', { id })]);
    const { entries, versions, whole, head } = report;
    return {
      exit: whole ? EXIT.done : EXIT.violated,
      json: report,
      text: () =>
        [
          paint(printable(versions.at(-1)?.title ?? id), 'strong'),
          say('cli.audit-state', { state: versions.at(-1)?.state ?? 'draft', versions: versions.length }),
          '',
          ...entryLines(entries, cli),
          '',
          whole
            ? say('cli.audit-whole', { entries: report.audited, head })
            : say('cli.audit-broken', { faults: report.faults.length }),
        ].join('\n'),
    };
  });
}
