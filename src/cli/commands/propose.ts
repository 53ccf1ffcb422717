import { type Command, Option } from '@commander-js/extra-typings';
import { closeSolverThreads } from '../../optimize/threads/solver-threads.ts';
import { proposeQuestion } from '../../questions/propose.ts';
import { type Prices, type Proposal, roomAbove, type Slate } from '../../slate/propose-answer.ts';
import { pricesCsv, titleWithGroup } from '../../slate/proofs/prices-csv.ts';
import type { SlateCase } from '../../check/slate-case.ts';
import { formatDecimal, formatNumber } from '../../words/number.ts';
import { alternativeLines } from '../printing/alternatives-table.ts';
import type { Cli } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { paint } from '../printing/paint.ts';
import { nearBestLines } from '../printing/near-best-table.ts';
import { People } from '../../papers/people.ts';
import { listTable, membersTable } from '../printing/members-table.ts';
import { planHeading, planTable } from '../printing/plan-table.ts';
import { provenanceLines } from '../printing/provenance-lines.ts';
import { askingCommand } from '../question-command.ts';
import { quotasTable } from '../printing/quotas-table.ts';
import { setAsideLines } from '../printing/set-aside-table.ts';
import { printable, wrapped, tableLines } from '../printing/table.ts';
import { withoutValueLines } from '../printing/without-value-lines.ts';
import type { ProposeOptions } from '../../slate/propose.ts';

/** Milliseconds that an answer without a proof may wait for the second solver to confirm it. */
const CONFIRMATION = 500;

const EXIT_OF: Readonly<Record<Proposal['status'], ExitCode>> = {
  optimal: EXIT.done,
  feasible: EXIT.done,
  infeasible: EXIT.violated,
  unknown: EXIT.outOfTime,
};

/** `slate propose`: the best slate under the rules. */
export function configure(command: Command, cli: Cli): void {
  askingCommand(
    command,
    proposeQuestion,
    {
      without: ['proof', 'prices'],
      further: [
        new Option('--proof <file>', cli.say('cli.proof-file-option', undefined)),
        new Option('--prices [file]', cli.say('cli.prices-file-option', undefined)),
      ],
      files: {
        proof: (_, found) => () => `${JSON.stringify(found)}\n`,
        // As a table whose formulas a spreadsheet computes again.
        prices: (_, { prices }) => prices && (() => pricesCsv(prices, cli.language)),
      },
      control: { confirmation: CONFIRMATION },
      exit: ({ status }) => EXIT_OF[status],
      lines: ({ asked }, proposal, options) => proposalLines(asked, proposal, options, cli),
      end: closeSolverThreads,
    },
    cli,
  );
}

function proposalLines(
  asked: SlateCase,
  proposal: Proposal,
  { alternatives: wanted = 1, prices = false }: Pick<ProposeOptions, 'alternatives' | 'prices'>,
  cli: Cli,
): readonly string[] {
  const people = new People(asked, cli.language);
  const [best] = proposal.slates;
  return [
    ...(best === undefined
      ? noSlateLines(asked, proposal, cli)
      : bestLines(asked, proposal, best, people, cli)),
    ...(wanted > 1 && best !== undefined ? alternativeLines(proposal, wanted, people, cli) : []),
    ...nearBestLines(asked, proposal, people, cli),
    ...(prices && best !== undefined ? pricesLines(proposal.prices, cli) : []),
    ...withoutValueLines(proposal.withoutValue, cli),
    ...setAsideLines(proposal.setAside, people, cli),
    '',
    ...provenanceLines(proposal, cli),
  ];
}

function bestLines(
  asked: SlateCase,
  proposal: Proposal,
  best: Slate,
  people: People,
  cli: Cli,
): readonly string[] {
  const { language, say } = cli;
  const { placement, ruleSet } = asked;
  const heading = {
    title: ruleSet.title[language],
    size: best.members.length,
    candidates: proposal.inputs.pool.size,
  };
  return [
    paint(
      printable(placement ? planHeading(asked, best, cli) : say('cli.propose-heading', heading)),
      'strong',
    ),
    proposal.status === 'optimal'
      ? paint(say('cli.optimal', { plan: placement !== undefined }), 'good')
      : paint(say('cli.feasible', { ...roomAbove(proposal), plan: placement !== undefined }), 'open'),
    '',
    ...whoTable(asked, best, people, cli),
    '',
    ...quotasTable(best.report.rules, cli),
    '',
    ...objectiveLines(best, cli),
  ];
}

/** Who is on the slate, stands on the list or fills which post. */
function whoTable(asked: SlateCase, slate: Slate, people: People, cli: Cli): readonly string[] {
  const { placement, ruleSet } = asked;
  if (placement === undefined) return membersTable(asked, slate.members, people, cli);
  if (placement.list !== undefined) return listTable(asked, slate, people, cli);
  return planTable(placement, slate.appointments ?? [], { ruleSet, people }, cli);
}

function objectiveLines({ objective, levels, soft }: Slate, { language, say }: Cli): readonly string[] {
  const price = soft.reduce((sum, { cost }) => sum + cost, 0);
  if (levels === undefined)
    return [say('cli.objective', { value: objective, merit: objective + price, price })];
  return levels.map(({ title, value }) => say('cli.level', { title: title[language], value }));
}

function noSlateLines(
  { placement, ruleSet }: SlateCase,
  proposal: Proposal,
  { language, say }: Cli,
): readonly string[] {
  const title = paint(printable(ruleSet.title[language]), 'strong');
  if (proposal.status !== 'infeasible')
    return [title, paint(say('cli.out-of-time', { plan: placement !== undefined }), 'open')];
  const alone = [...proposal.capacity, ...(proposal.impossiblePins ?? [])];
  const lines = alone.map(({ message }) => `- ${printable(message[language])}`);
  return [
    title,
    paint(say('cli.infeasible', { plan: placement !== undefined }), 'bad'),
    ...(lines.length > 0
      ? [say('cli.infeasible-alone', undefined), ...lines]
      : [say('cli.infeasible-together', undefined)]),
  ];
}

/** What no slate can exceed, rule by rule: price × bound = total, the rest, and the sum. */
function pricesLines(prices: Prices | undefined, { language, say, width }: Cli): readonly string[] {
  if (prices === undefined) return ['', paint(say('prices.none', undefined), 'open')];
  const { lines, beyond, rest, sum, message } = prices;
  const points = (decimal: string): string => formatDecimal(decimal, language);
  const rows = lines.map(({ title, group, price, side, bound, total }) => [
    titleWithGroup(title[language], group),
    points(price),
    `${side === 'max' ? '≤' : '≥'} ${formatNumber(bound, language)}`,
    points(total),
  ]);
  return [
    '',
    ...wrapped(message[language], width ?? Infinity).map((line) => paint(line, 'strong')),
    ...tableLines(
      [
        { heading: say('prices.rule', undefined), folds: true },
        { heading: say('prices.price', undefined), align: 'right' },
        { heading: say('prices.bound', undefined), align: 'right' },
        { heading: say('prices.total', undefined), align: 'right' },
      ],
      [
        ...rows,
        [say('prices.rest', { candidates: beyond.length }), '', '', points(rest)],
        [say('prices.sum', undefined), '', '', points(sum)],
      ],
      width,
    ),
  ];
}
