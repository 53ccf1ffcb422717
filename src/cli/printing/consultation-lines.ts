import type {
  ConsultationReport,
  ReportedPerson,
  ReportedRound,
  ReportedWay,
  StageInWords,
} from '../../store/consultation/consultation-report.ts';
import type { Cli } from '../context.ts';
import { paint, type Paint } from './paint.ts';
import { printable, type Row, tableLines } from './table.ts';

const PAINT: Readonly<Record<ReportedPerson['outcome']['kind'], Paint>> = {
  carried: 'good',
  'fell-out': 'bad',
  tied: 'open',
};

/** The stages of a procedure: who goes on, and where that comes from. */
export function stageLines(
  stages: readonly StageInWords[],
  { language, say, width }: Cli,
): readonly string[] {
  const columns = [
    { heading: say('cli.rounds-stage', undefined) },
    { heading: say('cli.rounds-called', undefined), folds: true as const },
    { heading: say('cli.rounds-rule', undefined), folds: true as const },
    { heading: say('cli.rounds-source', undefined), folds: true as const, isOptional: true as const },
  ];
  const rows = stages.map(({ id, title, rule, source }) => [
    id,
    title[language],
    rule[language],
    source?.[language] ?? '',
  ]);
  return tableLines(columns, rows, width);
}

/** A consultation round by round: how many went on, who fell out and why, and what has to be decided. */
export function roundLines({ consultation, stages }: ConsultationReport, cli: Cli): readonly string[] {
  const { language, say } = cli;
  const { title, procedure, seats, units } = consultation;
  const lines = [
    paint(printable(title), 'strong'),
    say('cli.rounds-about', { procedure: procedure.title[language], seats, units }),
  ];
  for (const { round, ...stage } of stages) {
    lines.push('', paint(printable(stage.title[language]), 'strong'), stage.rule[language]);
    lines.push(...(round === undefined ? [say('cli.rounds-not-yet', undefined)] : roundIn(round, cli)));
  }
  return lines;
}

function roundIn(round: ReportedRound, cli: Cli): readonly string[] {
  const { language, say } = cli;
  const { version, carried, fellOut, tied, writtenAt, writtenBy: by } = round.version;
  const at = writtenAt.slice(0, 16).replace('T', ' ');
  const number = round.number === undefined ? {} : { number: round.number };
  return [
    say('cli.rounds-counts', { carried, fellOut, tied, ...number }),
    say('cli.rounds-recorded-by', { version, at, by }),
    ...round.notices.map((notice) => paint(`! ${printable(notice[language])}`, 'open')),
    ...(round.people === undefined
      ? [say('cli.rounds-removed', undefined)]
      : stoppedLines(round.people, cli)),
  ];
}

/** Those who did not go on: of the others there is nothing to explain. */
function stoppedLines(people: readonly ReportedPerson[], { language, say, width }: Cli): readonly string[] {
  const stopped = people.filter(({ outcome }) => outcome.kind !== 'carried');
  if (stopped.length === 0) return [];
  const columns = personColumns(say);
  return tableLines(
    columns,
    stopped.map(({ id, name = '', votes, outcome }) => [
      id,
      name,
      votes === undefined ? '' : say('rounds.votes', votes),
      { text: outcome.text[language], paint: PAINT[outcome.kind] },
    ]),
    width,
  );
}

/** Each person's way through the rounds. */
export function wayLines(
  ways: readonly ReportedWay[],
  stages: readonly StageInWords[],
  { language, say, width }: Cli,
): readonly string[] {
  const titles = new Map(stages.map(({ id, title }) => [id, title[language]]));
  const rows = ways.flatMap(({ id, name = '', steps }): readonly Row[] => [
    { section: name === '' ? id : `${id} ${name}` },
    ...steps.map(({ stage, votes, joined, outcome }): Row => [
      titles.get(stage) ?? stage,
      joined ? say('rounds.joined', undefined) : '',
      votes === undefined ? '' : say('rounds.votes', votes),
      { text: outcome.text[language], paint: PAINT[outcome.kind] },
    ]),
  ]);
  const columns = [
    { heading: say('cli.rounds-round', undefined), folds: true as const },
    { heading: '', folds: true as const },
    ...personColumns(say).slice(2),
  ];
  return tableLines(columns, rows, width);
}

function personColumns(say: Cli['say']) {
  return [
    { heading: say('cli.rounds-id', undefined) },
    { heading: say('cli.rounds-name', undefined), folds: true as const },
    { heading: say('cli.rounds-votes', undefined), align: 'right' as const },
    { heading: say('cli.rounds-outcome', undefined), folds: true as const },
  ];
}
