import { openDelivery, type OpenDelivery } from '../../opening/delivery.ts';
import { DirectReader } from '../../opening/reader.ts';
import { pathNamed, SHIPPED } from '../../opening/shipped.ts';
import { bytesOfFile } from '../../tables/read-file.ts';
import { type AcceptedLines, linesToAccept, readAcceptedLines } from '../../pool/notices/accepted-lines.ts';
import {
  DELIVERED_KINDS,
  type DeliveredCell,
  type DeliveredLine,
  withDelivery,
} from '../../pool/deliveries.ts';
import { smallWorkbookTable } from '../../pool/reading/workbook-table.ts';
import { noticeItems } from '../../questions/notices.ts';
import { titleOfFact } from '../../rules/facts/known-facts.ts';
import { InputError, problem, type Problem, type Reading, valueOf } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { TableEncodings } from '../options/table-encodings.ts';
import { poolNamed, readingIn, singleInput } from '../inputs.ts';
import { tellNotices } from '../printing/notice-lines.ts';
import { paint } from '../printing/paint.ts';
import { printable, tableLines } from '../printing/table.ts';
import { fileIn, unwritable, writeFiles } from './written-files.ts';
import type { OptionValues } from '../options/options.ts';

/** The pool as it was, and the files of a delivery. */
interface DeliveryNamed {
  readonly before: string;
  readonly after: readonly string[];
}

/** `slate pool diff BEFORE AFTER…`: what a delivery says otherwise, to be accepted line by line. */
export async function tellDelivery(named: DeliveryNamed, read: OptionValues, cli: Cli): Promise<Answer> {
  const out = fileIn(read, 'out');
  const delivery = await opened(named, read, { outputs: [out] }, cli);
  const { lines, swapped, notices } = delivery;
  tellNotices(notices, cli);
  const unwritten = await writeFiles([{ file: out, content: () => linesToAccept(lines) }], cli);
  return {
    exit: EXIT.done,
    unwritten,
    json: {
      counts: countsOf(lines),
      lines,
      swapped,
      ...(notices.length > 0 && { notices: noticeItems(notices) }),
    },
    text: () => diffLines(delivery, cli).join('\n'),
  };
}

/** `slate pool merge BEFORE AFTER… --accept FILE`: the pool with the lines that were accepted. */
export async function takeOverDelivery(named: DeliveryNamed, read: OptionValues, cli: Cli): Promise<Answer> {
  const { say } = cli;
  const [out, accept] = [fileIn(read, 'out'), fileIn(read, 'accept')];
  const isAll = accept === 'all';
  const bytes = accept === undefined || isAll ? undefined : await bytesOfFile(accept);
  const problems = [
    ...(accept === undefined ? [problem('cli.missing-option', { option: '--accept' })] : []),
    ...(out === undefined ? [problem('cli.missing-option', { option: '--out' })] : []),
    ...(bytes?.ok === false ? bytes.problems : []),
  ];
  const inputs = accept === undefined || isAll ? [] : [accept];
  const { before, after, lines } = await opened(named, read, { outputs: [out], inputs, problems }, cli);
  const { accepted, undecided } =
    bytes?.ok === true
      ? valueOf(await acceptedIn(bytes.value, accept!, read, lines))
      : { accepted: new Set(lines.map(({ id }) => id)), undecided: [] };
  const csv = withDelivery(before, after, accepted, { isPartial: read['partial'] === true });
  const counts = {
    accepted: accepted.size,
    lines: lines.length,
    candidates: before.rows.length + changeOf(lines, accepted),
  };
  return {
    exit: EXIT.done,
    unwritten: await writeFiles([{ file: out, content: () => csv }], cli),
    json: { ...counts, accepted: [...accepted], undecided },
    text: () =>
      [
        say('cli.pool-merged', counts),
        ...(undecided.length === 0 ? [] : [paint(say('cli.pool-undecided', { ids: undecided }), 'open')]),
      ].join('\n'),
  };
}

/** Which lines were accepted, in a file that a spreadsheet may have saved in its own way. */
async function acceptedIn(
  bytes: Buffer,
  file: string,
  read: OptionValues,
  lines: readonly DeliveredLine[],
): Promise<Reading<AcceptedLines>> {
  const table = await smallWorkbookTable(bytes, file, { encoding: TableEncodings.in(read).of(file) });
  return table.ok ? readAcceptedLines(table.value, file, lines) : table;
}

async function opened(
  { before, after }: DeliveryNamed,
  read: OptionValues,
  {
    outputs,
    inputs = [],
    problems = [],
  }: {
    readonly outputs: readonly (string | undefined)[];
    readonly inputs?: readonly string[];
    readonly problems?: readonly Problem[];
  },
  cli: Cli,
): Promise<OpenDelivery> {
  const named = pathNamed(before, SHIPPED, 'pool.csv');
  const wrong = [
    ...problems,
    ...TableEncodings.in(read).ofOthersThan([...after, ...inputs]),
    ...(await unwritable(outputs, [named, ...after.map((file) => pathNamed(file)), ...inputs])),
  ];
  const delivery = await openDelivery(
    {
      before: poolNamed(before, singleInput(cli.signal)),
      after: after.map((file) => ({ file: pathNamed(file), reading: readingIn(read, file) })),
    },
    new DirectReader(),
    { isPartial: read['partial'] === true },
  );
  if (!delivery.ok || wrong.length > 0)
    throw new InputError(
      [...wrong, ...(delivery.ok ? [] : delivery.problems)],
      delivery.ok ? delivery.value.notices : delivery.notices,
    );
  return delivery.value;
}

/** How many candidates more there are. */
function changeOf(lines: readonly DeliveredLine[], accepted: ReadonlySet<string>): number {
  return lines
    .filter(({ id }) => accepted.has(id))
    .reduce((sum, { is }) => sum + (is === 'new' || is === 'twice' ? 1 : is === 'gone' ? -1 : 0), 0);
}

function countsOf(lines: readonly DeliveredLine[]): Record<DeliveredLine['is'], number> {
  const count = (kind: DeliveredLine['is']): number => lines.filter(({ is }) => is === kind).length;
  return {
    new: count('new'),
    changed: count('changed'),
    renumbered: count('renumbered'),
    twice: count('twice'),
    gone: count('gone'),
  };
}

function diffLines({ lines, swapped }: OpenDelivery, cli: Cli): readonly string[] {
  const { say, width } = cli;
  if (lines.length === 0) return [say('cli.pool-same', undefined)];
  const rows = DELIVERED_KINDS.flatMap((kind) => lines.filter(({ is }) => is === kind)).map((line) => [
    say('deliveries.kind', { kind: line.is }),
    line.other === undefined ? line.id : say('deliveries.other-id', { id: line.id, other: line.other }),
    line.name,
    line.cells
      .filter(({ heading }) => heading !== 'name' || line.is === 'changed')
      .map((each) => cellShown(each, line, cli))
      .join('; '),
  ]);
  return [
    ...tableLines(
      [
        { heading: say('cli.pool-line-kind', undefined) },
        { heading: say('cli.id', undefined) },
        { heading: say('cli.name', undefined), folds: true },
        { heading: say('cli.pool-line-what', undefined), folds: true },
      ],
      rows,
      width,
    ),
    '',
    say('cli.pool-counts', countsOf(lines)),
    ...swapped.map((each) =>
      paint(
        printable(say('deliveries.swapped-column', { ...each, heading: titleIn(each.heading, cli) })),
        'open',
      ),
    ),
  ];
}

function cellShown(
  { heading, before, after, isSwapped }: DeliveredCell,
  { is }: DeliveredLine,
  cli: Cli,
): string {
  const title = titleIn(heading, cli);
  if (is === 'new' || is === 'twice') return `${title}: ${after}`;
  const said = cli.say('deliveries.was-now', { heading: title, before, after });
  return isSwapped === true ? `${said} (${cli.say('deliveries.swapped', undefined)})` : said;
}

function titleIn(heading: string, { language }: Cli): string {
  return titleOfFact(heading)[language];
}
