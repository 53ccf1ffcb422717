import type { Command } from '@commander-js/extra-typings';
import type { Procedure } from '../../rounds/procedure.ts';
import { procedureIds, procedureNamed, shippedProcedure } from '../../rounds/shipped-procedures.ts';
import {
  type ConsultationReport,
  reportConsultation,
  stageInWords,
  consultationSummary,
} from '../../store/consultation/consultation-report.ts';
import { beginConsultation, listConsultations } from '../../store/consultation/consultations.ts';
import type { Database } from '../../store/database.ts';
import { roundHistory } from '../../store/consultation/rounds.ts';
import { InputError, problem, type Problem, type Reading, valueOf } from '../../words/problem.ts';
import { roundLines, stageLines, wayLines } from '../printing/consultation-lines.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { type OptionValues, encodingOption, wholeOption } from '../options/options.ts';
import { paint } from '../printing/paint.ts';
import { noConsultation, recorded } from '../store/round-record.ts';
import { dataOption, withStore } from '../store/store-access.ts';
import { printable, tableLines } from '../printing/table.ts';

/** More seats, units and ballots than anybody has. */
const MOST = 999_999_999;

/** `slate rounds`: consultations, the rounds in them, and each person's way through. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command.addOption(dataOption(say)).action(cli.answering(async () => listed(command.opts(), cli)));
  const part = (name: string, help: string) => command.command(name).description(help);
  const name = (to: ReturnType<typeof part>) =>
    to.argument('<name>', say('cli.rounds-name-argument', undefined));

  part('procedures', say('cli.rounds-procedures', undefined))
    .argument('[procedure]', say('cli.rounds-procedure-option', undefined))
    .action(cli.answering(async (named) => procedures(named, cli)));
  const beginning = name(part('begin', say('cli.rounds-begin', undefined)))
    .option('--procedure <id|file>', say('cli.rounds-procedure-option', undefined))
    .addOption(wholeOption('--seats', 1, MOST, say('cli.rounds-seats-option', undefined)))
    .addOption(wholeOption('--units', 1, MOST, say('cli.rounds-units-option', undefined)))
    .option('--draft <draft>', say('cli.rounds-draft-option', undefined))
    .option('--title <title>', say('cli.rounds-title-option', undefined));
  beginning.action(cli.answering(async (called) => begun(called, beginning.optsWithGlobals(), cli)));
  const recording = name(part('record', say('cli.rounds-record', undefined)))
    .argument('<stage>', say('cli.rounds-stage-argument', undefined))
    .argument('[ballots]', say('cli.rounds-ballots-argument', undefined))
    .addOption(wholeOption('--of', 1, MOST, say('cli.rounds-of-option', undefined)))
    .option('--pool <kept:name>', say('cli.rounds-pool-option', undefined))
    .option('--slate <file>', say('cli.rounds-slate-option', undefined))
    .addOption(wholeOption('--number', 0, MOST, say('cli.rounds-number-option', undefined)))
    .option('--choose <id...>', say('cli.rounds-choose-option', undefined))
    .addOption(encodingOption(say));
  recording.action(
    cli.answering(async (called, stage, ballots) =>
      recorded({ name: called, stage, ballots }, recording.optsWithGlobals(), cli),
    ),
  );
  const showing = name(part('show', say('cli.rounds-show', undefined)));
  showing.action(cli.answering(async (called) => shown(called, showing.optsWithGlobals(), cli)));
  const following = name(part('way', say('cli.rounds-way', undefined))).argument(
    '[id...]',
    say('cli.rounds-way-argument', undefined),
  );
  following.action(cli.answering(async (called, ids) => ways(called, ids, following.optsWithGlobals(), cli)));
}

async function listed(read: OptionValues, { say, width, language }: Cli): Promise<Answer> {
  return withStore(read, async ({ db }, { body }) => {
    const consultations = await listConsultations(db, body);
    const rows: string[][] = [];
    for (const { name, title, procedure, seats, begunAt, begunBy } of consultations) {
      const done = new Set((await roundHistory(db, body, name)).map(({ number }) => number)).size;
      rows.push([
        name,
        title,
        procedure.title[language],
        String(seats),
        say('cli.rounds-of', { done, all: procedure.stages.length }),
        `${begunAt.slice(0, 16).replace('T', ' ')} ${begunBy}`,
      ]);
    }
    const columns = [
      { heading: say('cli.rounds-consultation', undefined) },
      { heading: say('cli.title', undefined), folds: true as const },
      { heading: say('cli.rounds-procedure', undefined), folds: true as const },
      { heading: say('cli.rounds-seats', undefined), align: 'right' as const },
      { heading: say('cli.rounds-done', undefined) },
      { heading: say('cli.run-when', undefined) },
    ];
    return {
      exit: EXIT.done,
      json: { consultations: consultations.map(consultationSummary) },
      text: () =>
        rows.length === 0 ? say('cli.rounds-none', undefined) : tableLines(columns, rows, width).join('\n'),
    };
  });
}

/** The procedures that come with Slate, or one of them or of a file. */
async function procedures(named: string | undefined, cli: Cli): Promise<Answer> {
  const read =
    named === undefined
      ? (await Promise.all((await procedureIds()).map(shippedProcedure))).map(valueOf)
      : [valueOf(await procedureNamed(named))];
  const shownProcedures = read.map((each) => ({
    ...each,
    stages: each.stages.map((stage) => stageInWords(stage)),
  }));
  return {
    exit: EXIT.done,
    json: { procedures: shownProcedures },
    text: () =>
      shownProcedures
        .map(({ id, title, source, stages }) =>
          [
            paint(printable(`${id}: ${title[cli.language]}`), 'strong'),
            ...(source === undefined ? [] : [source[cli.language]]),
            ...stageLines(stages, cli),
          ].join('\n'),
        )
        .join('\n\n'),
  };
}

async function begun(name: string, read: OptionValues, cli: Cli): Promise<Answer> {
  const { procedure: named, seats, units = 1, draft, title = name } = read;
  const problems: Problem[] = [];
  if (!/^[a-z0-9-]{1,100}$/.test(name)) problems.push(problem('store.bad-name', { name }));
  if (typeof seats !== 'number') problems.push(problem('cli.missing-option', { option: '--seats <number>' }));
  const procedure: Reading<Procedure> =
    typeof named === 'string'
      ? await procedureNamed(named)
      : { ok: false, problems: [problem('cli.missing-option', { option: '--procedure <id|file>' })] };
  if (!procedure.ok) problems.push(...procedure.problems);
  if (problems.length > 0 || !procedure.ok) throw new InputError(problems);
  return withStore(read, async ({ db }, actor) => {
    const began = await beginConsultation(db, actor, {
      name,
      title: String(title),
      procedure: procedure.value,
      seats: Number(seats),
      units: Number(units),
      ...(typeof draft === 'string' && { draft }),
    });
    if (began.kind === 'taken') throw new InputError([problem('rounds.taken', { name })]);
    if (began.kind === 'no-draft') throw new InputError([problem('store.no-draft', { id: String(draft) })]);
    const { consultation, isNew } = began;
    const [first] = consultation.procedure.stages;
    return {
      exit: EXIT.done,
      json: { consultation: consultationSummary(consultation), isNew },
      text: () => cli.say('cli.rounds-begun', { name, isNew, first: first!.id }),
    };
  });
}

async function shown(name: string, read: OptionValues, cli: Cli): Promise<Answer> {
  return withStore(read, async ({ db }, { body }) => {
    const report = await reportOf(db, body, name);
    return { exit: EXIT.done, json: report, text: () => roundLines(report, cli).join('\n') };
  });
}

async function ways(name: string, ids: readonly string[], read: OptionValues, cli: Cli): Promise<Answer> {
  return withStore(read, async ({ db }, { body }) => {
    const report = await reportOf(db, body, name);
    const asked = new Set(ids.map((id) => id.normalize('NFC')));
    const unknown = [...asked].filter((id) => !report.ways.some((way) => way.id === id));
    if (unknown.length > 0) throw new InputError(unknown.map((id) => problem('rounds.nobody', { id, name })));
    const found = report.ways.filter(({ id }) => asked.size === 0 || asked.has(id));
    return {
      exit: EXIT.done,
      json: { ways: found },
      text: () =>
        found.length === 0
          ? cli.say('cli.rounds-nobody-yet', undefined)
          : wayLines(found, report.stages, cli).join('\n'),
    };
  });
}

async function reportOf(db: Database, body: string, name: string): Promise<ConsultationReport> {
  const report = await reportConsultation(db, body, name);
  if (report === undefined) throw new InputError([await noConsultation(db, body, name)]);
  return report;
}
