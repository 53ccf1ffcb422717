import { type Command, Option } from '@commander-js/extra-typings';
import { closeSolverThreads } from '../../optimize/threads/solver-threads.ts';
import type { Diagnosis } from '../../explain/answers.ts';
import { diagnoseQuestion } from '../../questions/diagnose.ts';
import type { SlateCase } from '../../check/slate-case.ts';
import type { Cli } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { item, rulesTitle } from '../printing/explanation-lines.ts';
import { paint } from '../printing/paint.ts';
import { People } from '../../papers/people.ts';
import { provenanceLines } from '../printing/provenance-lines.ts';
import { askingCommand } from '../question-command.ts';
import { setAsideLines } from '../printing/set-aside-table.ts';

const EXIT_OF: Readonly<Record<Diagnosis['status'], ExitCode>> = {
  feasible: EXIT.done,
  infeasible: EXIT.violated,
  unknown: EXIT.outOfTime,
};

/** `slate diagnose`: why does no slate exist, and what would make one possible? */
export function configure(command: Command, cli: Cli): void {
  askingCommand(
    command,
    diagnoseQuestion,
    {
      without: ['proof'],
      further: [new Option('--proof <file>', cli.say('cli.proof-file-option', undefined))],
      files: { proof: (_, found) => () => `${JSON.stringify(found)}\n` },
      end: closeSolverThreads,
      progress: () => cli.say('cli.diagnosing', undefined),
      exit: ({ status }) => EXIT_OF[status],
      lines: ({ asked }, diagnosis) => diagnosisLines(asked, diagnosis, cli),
    },
    cli,
  );
}

function diagnosisLines(asked: SlateCase, diagnosis: Diagnosis, cli: Cli): readonly string[] {
  const { status, message } = diagnosis;
  const how = { feasible: 'good', infeasible: 'bad', unknown: 'open' } as const;
  return [
    paint(rulesTitle(asked, cli), 'strong'),
    paint(message[cli.language], how[status]),
    ...(status === 'feasible'
      ? []
      : [...conflictLines(diagnosis, cli), ...wayOutLines(asked, diagnosis, cli)]),
    ...setAsideLines(diagnosis.setAside, new People(asked, cli.language), cli),
    '',
    ...provenanceLines(diagnosis, cli),
  ];
}

function conflictLines({ conflicts, conflictsFound, capacity }: Diagnosis, cli: Cli): readonly string[] {
  const { language, say } = cli;
  const { complete, allUpTo } = conflictsFound;
  const alone = capacity.flatMap(({ message }) => item(message[language], '- ', cli));
  if (conflicts.length === 0) return alone;
  return [
    '',
    paint(say('cli.conflicts-heading', undefined), 'strong'),
    ...conflicts.flatMap(({ message }, index) => item(message[language], `${index + 1}. `, cli)),
    complete
      ? say('cli.conflicts-complete', { conflicts: conflicts.length })
      : say('cli.conflicts-partial', { allUpTo: allUpTo ?? 0 }),
  ];
}

function wayOutLines(
  { placement }: SlateCase,
  { relaxations, relaxationsFound }: Diagnosis,
  cli: Cli,
): readonly string[] {
  const { language, say } = cli;
  const plan = placement !== undefined;
  if (relaxations.length === 0) {
    if (relaxationsFound.complete) return ['', say('cli.no-way-out', { plan })];
    return relaxationsFound.stopped ? ['', say('cli.ways-time', undefined)] : [];
  }
  return [
    '',
    paint(say('cli.ways-out', undefined), 'strong'),
    ...relaxations.flatMap(({ cost, changes, slate }, index) => [
      say('cli.way', { number: index + 1, cost }),
      ...changes.flatMap(({ message }) => item(message[language], '   - ', cli)),
      ...item(
        say('cli.way-slate', { size: slate.members.length, objective: slate.objective, plan }),
        '   ',
        cli,
      ),
    ]),
    ...(relaxationsFound.complete
      ? []
      : [say('cli.ways-more', { told: relaxations.length, more: relaxationsFound.more })]),
    ...(relaxationsFound.assurance === 'proven' ? [] : [paint(say('cli.ways-unproven', undefined), 'open')]),
  ];
}
