import type { Command } from '@commander-js/extra-typings';
import { z } from 'zod';
import { DirectReader } from '../../opening/reader.ts';
import { shippedPools } from '../../opening/shipped-pools.ts';
import type { Pool } from '../../pool/pool.ts';
import { noticeKey, poolNotices } from '../../pool/notices/notices.ts';
import { answerTo } from '../../questions/asking.ts';
import { capacityQuestion } from '../../questions/capacity.ts';
import { noticeItems } from '../../questions/notices.ts';
import { cellOf } from '../../rules/facts/fact-table.ts';
import {
  type Capacity,
  capacitySchema,
  inputsSchema,
  noticeSchema,
  setAsideSchema,
  withoutValueSchema,
} from '../../check/answer-parts.ts';
import { ruleFigureSchema } from '../../slate/capacity-answer.ts';
import { formatNumber } from '../../words/number.ts';
import { describeProblem, valueOf } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { poolNamed, readingIn, singleInput } from '../inputs.ts';
import { figureLines } from '../printing/figure-lines.ts';
import { tellNotices } from '../printing/notice-lines.ts';
import { type OptionValues, caseOptions, deliveryOptions } from '../options/options.ts';
import { paint } from '../printing/paint.ts';
import { inOrderOfBlocs, People } from '../../papers/people.ts';
import { blocIn } from '../printing/members-table.ts';
import { opened } from '../opened-question.ts';
import { boundsShown, spanShown } from '../options/range.ts';
import { setAsideLines } from '../printing/set-aside-table.ts';
import { shippedPoolsLines } from '../printing/shipped-pools-table.ts';
import { printable, type Row, tableLines } from '../printing/table.ts';
import { withoutValueLines } from '../printing/without-value-lines.ts';

/** How many candidates a bloc has; what the pool has no column for is left out. */
const blocCountsSchema = z.object({
  /** `''`: no bloc given. */
  bloc: z.string(),
  candidates: z.number().int(),
  women: z.number().int().optional(),
  incumbents: z.number().int().optional(),
});

/** The answer of `slate pool`. */
export const poolNumbersSchema = z.object({
  size: z.number().int(),
  sha256: z.string(),
  /** The columns of the file, known ones under their English names. */
  headings: z.array(z.string()),
  /** In the order of the plan; one line without blocs where the pool has no such column. */
  blocs: z.array(blocCountsSchema),
  /** Against a rule set: what the pool alone can give each hard rule. */
  capacity: z.array(capacitySchema).optional(),
  /** What everybody who could be chosen comes to by each rule; not of posts in units. */
  figures: z.array(ruleFigureSchema).optional(),
  setAside: z.array(setAsideSchema).optional(),
  withoutValue: z.array(withoutValueSchema).optional(),
  notices: z.array(noticeSchema).optional(),
  inputs: inputsSchema.optional(),
});

type PoolNumbers = z.infer<typeof poolNumbersSchema>;
type BlocCounts = z.infer<typeof blocCountsSchema>;

/** Options that say nothing but where the candidates are, and how they are written. */
const OF_THE_TABLE: ReadonlySet<string> = new Set(['pool', 'encoding', 'sheet', 'map']);

/** `slate pool`: which pools come with Slate; with one, who the candidates are, and what they can give a rule set. */
export function configure(command: Command, cli: Cli): void {
  for (const option of caseOptions(cli.say)) command.addOption(option);
  const importing = command
    .command('import')
    .description(cli.say('cli.import-summary', undefined))
    .argument('<file...>', cli.say('cli.import-files', undefined))
    .option('--out <file>', cli.say('cli.import-out', undefined));
  importing.action(
    cli.answering(async (files: readonly string[]) => {
      const { importPools } = await import('../files/pool-import.ts');
      return importPools(files, importing.optsWithGlobals(), cli);
    }),
  );
  const { partial, diffOut, accept, mergeOut } = deliveryOptions(cli.say);
  const comparing = (name: string, help: string) =>
    command
      .command(name)
      .description(help)
      .argument('<before>', cli.say('cli.pool-before', undefined))
      .argument('<after...>', cli.say('cli.pool-after', undefined))
      .addOption(partial);
  const differing = comparing('diff', cli.say('cli.pool-diff', undefined)).addOption(diffOut);
  differing.action(
    cli.answering(async (before: string, after: readonly string[]) => {
      const { tellDelivery } = await import('../files/pool-deliveries.ts');
      return tellDelivery({ before, after }, differing.optsWithGlobals(), cli);
    }),
  );
  const merging = comparing('merge', cli.say('cli.pool-merge', undefined))
    .addOption(accept)
    .addOption(mergeOut);
  merging.action(
    cli.answering(async (before: string, after: readonly string[]) => {
      const { takeOverDelivery } = await import('../files/pool-deliveries.ts');
      return takeOverDelivery({ before, after }, merging.optsWithGlobals(), cli);
    }),
  );
  command.action(
    cli.answering(async () => {
      const read: OptionValues = command.opts();
      if (Object.keys(read).length === 0 && cli.slips.problems.length === 0) return listed(cli);
      const isAlone = Object.keys(read).every((name) => OF_THE_TABLE.has(name));
      return isAlone ? poolAlone(read, cli) : poolAgainstRules(read, cli);
    }),
  );
}

/** The pools that come with Slate. */
async function listed(cli: Cli): Promise<Answer> {
  const found = await shippedPools(new DirectReader());
  const unreadable = found.unreadable.map(({ name, problems }) => ({
    name,
    problems: problems.map((each) => describeProblem(each, cli.language)),
  }));
  return {
    exit: EXIT.done,
    json: { pools: found.pools, unreadable },
    text: () => shippedPoolsLines(found.pools, unreadable, cli).join('\n'),
  };
}

/** Who the candidates are. @throws InputError */
async function poolAlone(read: OptionValues, cli: Cli): Promise<Answer> {
  const { pool: file } = read;
  const named = typeof file === 'string' ? file : undefined;
  const source = poolNamed(named, singleInput(cli.signal), readingIn(read, named));
  const pool = valueOf(await new DirectReader().pool(source));
  const notices = pool.notices.filter((each) => !pool.accepted.has(noticeKey(each)));
  const numbers = { ...numbersOf(pool), ...(notices.length > 0 && { notices: noticeItems(notices) }) };
  tellNotices(notices, cli);
  return { exit: EXIT.done, json: numbers, text: () => poolLines(pool, numbers, cli).join('\n') };
}

/** Who the candidates are, and what they can give. @throws InputError */
async function poolAgainstRules(read: OptionValues, cli: Cli): Promise<Answer> {
  const { opened: open } = await opened(capacityQuestion, read, { asked: {}, isOwn: true }, cli);
  const found = await answerTo(capacityQuestion, open, { figures: true }, { signal: cli.signal });
  cli.signal.throwIfAborted();
  const { asked } = open;
  tellNotices(poolNotices(asked.pool, asked.ruleSet), cli);
  const { capacity, setAside } = found;
  const numbers: PoolNumbers = { ...numbersOf(asked.pool), ...found };
  return {
    exit: capacity.every(({ enough }) => enough) ? EXIT.done : EXIT.violated,
    json: numbers,
    text: () =>
      [
        ...poolLines(asked.pool, numbers, cli),
        '',
        paint(printable(cli.say('cli.pool-gives', { title: asked.ruleSet.title[cli.language] })), 'strong'),
        ...capacityLines(capacity, cli),
        ...figureLines(found.figures ?? [], asked.ruleSet, cli),
        ...withoutValueLines(found.withoutValue, cli),
        ...setAsideLines(setAside, new People(asked, cli.language), cli),
      ].join('\n'),
  };
}

function numbersOf(pool: Pool): PoolNumbers {
  const counts = new Map<string, { candidates: number; women: number; incumbents: number }>();
  const valueAt = (name: string, row: number): unknown => {
    const column = pool.columns.get(name);
    return column === undefined ? undefined : cellOf(column, row);
  };
  for (let row = 0; row < pool.size; row += 1) {
    const cell = valueAt('bloc', row);
    const bloc = typeof cell === 'string' ? cell : '';
    const count = counts.get(bloc) ?? { candidates: 0, women: 0, incumbents: 0 };
    counts.set(bloc, count);
    count.candidates += 1;
    count.women += Number(valueAt('gender', row) === 'female');
    count.incumbents += Number(valueAt('incumbent', row) === true);
  }
  const blocs = inOrderOfBlocs([...counts.keys()]).map((bloc): BlocCounts => {
    const { candidates, women, incumbents } = counts.get(bloc)!;
    return {
      bloc,
      candidates,
      ...(pool.columns.has('gender') && { women }),
      ...(pool.columns.has('incumbent') && { incumbents }),
    };
  });
  return { size: pool.size, sha256: pool.sha256, headings: [...pool.headings], blocs };
}

function poolLines(pool: Pool, { blocs }: PoolNumbers, cli: Cli): readonly string[] {
  const { language, say, width } = cli;
  const heading = { file: pool.file, candidates: pool.size, hash: pool.sha256.slice(0, 12) };
  const counted = (['candidates', 'women', 'incumbents'] as const).filter(
    (each) => blocs[0]?.[each] !== undefined,
  );
  const headings = {
    candidates: say('cli.candidates', undefined),
    women: say('cli.women', undefined),
    incumbents: say('cli.incumbents', undefined),
  };
  const row = (title: string, of: (each: (typeof counted)[number]) => number): Row => [
    title,
    ...counted.map((each) => formatNumber(of(each), language)),
  ];
  const total = (each: (typeof counted)[number]): number =>
    blocs.reduce((sum, counts) => sum + (counts[each] ?? 0), 0);
  return [
    paint(printable(say('cli.pool-heading', heading)), 'strong'),
    '',
    ...tableLines(
      [
        { heading: say('cli.bloc', undefined), folds: true },
        ...counted.map((each) => ({ heading: headings[each], align: 'right' as const })),
      ],
      [
        ...blocs.map((counts) => row(blocIn(counts.bloc, cli), (each) => counts[each] ?? 0)),
        row(say('cli.total', undefined), total),
      ],
      width,
    ),
  ];
}

/** Groups that suffice share the line of their rule; the verdict comes last. */
function capacityLines(capacity: readonly Capacity[], cli: Cli): readonly string[] {
  const { say, width } = cli;
  const rows = [...Map.groupBy(capacity, ({ rule }) => rule).values()].flatMap((ofRule): readonly Row[] => {
    const grouped = ofRule.filter(({ group }) => group !== undefined);
    const enough = grouped.filter((line) => line.enough);
    const alone = ofRule.filter((line) => line.group === undefined || !line.enough);
    return [
      ...alone.map((line) => capacityRow(line, cli)),
      ...(enough.length > 0 ? [enoughGroupsRow(enough, cli)] : []),
    ];
  });
  const lacking = new Set(capacity.filter(({ enough }) => !enough).map(({ rule }) => rule));
  return [
    ...tableLines(
      [
        { heading: say('cli.rule', undefined), folds: true },
        { heading: say('cli.need', undefined), align: 'right' },
        { heading: say('cli.can-be-chosen', undefined), align: 'right' },
        { heading: say('cli.status', undefined) },
      ],
      rows,
      width,
    ),
    '',
    lacking.size === 0
      ? say('cli.pool-suffices', undefined)
      : paint(say('cli.pool-lacks', { lines: lacking.size }), 'bad'),
    ...capacity.flatMap(({ enough, message }) => (enough ? [] : [`- ${printable(message[cli.language])}`])),
  ];
}

function capacityRow(line: Capacity, cli: Cli): Row {
  const { language, say } = cli;
  const title = line.title[language];
  return [
    line.group === undefined ? title : `${title}: ${line.group}`,
    needIn(line, cli),
    formatNumber(line.available, language),
    line.enough
      ? { text: say('cli.enough', undefined), paint: 'good' }
      : { text: say('cli.not-enough', undefined), paint: 'bad' },
  ];
}

function enoughGroupsRow(lines: readonly Capacity[], cli: Cli): Row {
  const { language, say } = cli;
  const [first] = lines;
  return [
    say('cli.title-of-groups', { title: first!.title[language], groups: lines.length }),
    needIn(first!, cli),
    spanShown(
      lines.map(({ available }) => available),
      (each) => formatNumber(each, language),
    ),
    { text: say('cli.enough', undefined), paint: 'good' },
  ];
}

function needIn({ need: { min, max } }: Capacity, { language }: Cli): string {
  return boundsShown(min, max, (value) => formatNumber(value, language));
}
