import { z } from 'zod';
import type { Pool } from '../pool/pool.ts';
import { cellOf } from '../rules/fact-table.ts';
import { type Capacity, capacitySchema, inputsSchema, setAsideSchema } from '../slate/answers.ts';
import { capacitiesOf } from '../slate/capacity.ts';
import { decidedOf } from '../slate/case.ts';
import { inputsOf, setAsideOf } from '../slate/propose.ts';
import { Task } from '../slate/task.ts';
import { formatNumber } from '../words/number.ts';
import type { Answer, Cli } from './context.ts';
import { EXIT } from './exit-code.ts';
import { type Named, openInputs, openPool } from './inputs.ts';
import { paint } from './paint.ts';
import { blocIn, inOrderOfBlocs, People } from './people.ts';
import { boundsShown, spanShown } from './range.ts';
import { setAsideLines } from './set-aside-table.ts';
import { plainText, type Row, tableLines } from './table.ts';

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
  setAside: z.array(setAsideSchema).optional(),
  inputs: inputsSchema.optional(),
});

type PoolNumbers = z.infer<typeof poolNumbersSchema>;
type BlocCounts = z.infer<typeof blocCountsSchema>;

/** Who the candidates are. @throws BadInput */
export async function poolAlone(file: string | undefined, cli: Cli): Promise<Answer> {
  const pool = await openPool(file, cli.signal);
  const numbers = numbersOf(pool);
  return { exit: EXIT.done, json: numbers, text: () => poolLines(pool, numbers, cli).join('\n') };
}

/** Who the candidates are, and what they can give. @throws BadInput */
export async function poolAgainstRules(named: Named, cli: Cli): Promise<Answer> {
  const asked = await openInputs(named, cli);
  const decided = await decidedOf(asked, new Task({ signal: cli.signal }));
  cli.signal.throwIfAborted();
  const capacity = [...capacitiesOf(decided)];
  const setAside = setAsideOf(decided);
  const numbers: PoolNumbers = { ...numbersOf(asked.pool), capacity, setAside, inputs: inputsOf(asked, {}) };
  return {
    exit: capacity.every(({ enough }) => enough) ? EXIT.done : EXIT.violated,
    json: numbers,
    text: () =>
      [
        ...poolLines(asked.pool, numbers, cli),
        '',
        paint(plainText(cli.say('cli.pool-gives', { title: asked.ruleSet.title[cli.language] })), 'strong'),
        ...capacityLines(capacity, cli),
        ...setAsideLines(setAside, new People(asked, cli.language), cli),
      ].join('\n'),
  };
}

function numbersOf(pool: Pool): PoolNumbers {
  const counts = new Map<string, { candidates: number; women: number; incumbents: number }>();
  const valueOf = (name: string, row: number): unknown => {
    const column = pool.columns.get(name);
    return column === undefined ? undefined : cellOf(column, row);
  };
  for (let row = 0; row < pool.size; row += 1) {
    const cell = valueOf('bloc', row);
    const bloc = typeof cell === 'string' ? cell : '';
    const count = counts.get(bloc) ?? { candidates: 0, women: 0, incumbents: 0 };
    counts.set(bloc, count);
    count.candidates += 1;
    count.women += Number(valueOf('gender', row) === 'female');
    count.incumbents += Number(valueOf('incumbent', row) === true);
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
    paint(plainText(say('cli.pool-heading', heading)), 'strong'),
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
    ...capacity.flatMap(({ enough, message }) => (enough ? [] : [`- ${plainText(message[cli.language])}`])),
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
