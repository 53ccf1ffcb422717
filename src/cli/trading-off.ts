import type { RuleSet } from '../rules/rule-set.ts';
import type { TradeOff } from '../scenarios/answers.ts';
import { readMeasures, wrongNumber } from '../scenarios/measure.ts';
import { tradeOff } from '../scenarios/trade-off.ts';
import { formatNumber } from '../words/number.ts';
import { type Problem, valueOf } from '../words/problem.ts';
import type { Answer, Cli } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { type Named, openInputs } from './inputs.ts';
import { paint } from './paint.ts';
import { plainText, tableLines } from './table.ts';

/** What the command line says of a trade-off. */
export interface TradeOffNamed {
  readonly measure: readonly string[];
  readonly most?: number | undefined;
  readonly timeLimit?: number | undefined;
}

const EXIT_OF: Readonly<Record<TradeOff['status'], ExitCode>> = {
  complete: EXIT.done,
  partial: EXIT.done,
  infeasible: EXIT.violated,
  unknown: EXIT.outOfTime,
};

/** Reads the inputs and finds every best compromise. */
export async function tradingOff(named: Named, asked: TradeOffNamed, cli: Cli): Promise<Answer> {
  const opened = await openInputs(named, cli, {
    inRules: (ruleSet) => wrongMeasures(asked.measure, ruleSet),
  });
  const measures = valueOf(readMeasures(asked.measure, opened.ruleSet));
  const { most, timeLimit } = asked;
  const plan = opened.placement !== undefined;
  try {
    const found = await tradeOff(opened, measures, {
      signal: cli.signal,
      ...(most !== undefined && { most }),
      ...(timeLimit !== undefined && { timeLimit }),
      onProgress: (points) => cli.progress(cli.say('cli.found-points', { points })),
    });
    return {
      exit: EXIT_OF[found.status],
      json: found,
      text: () => tradeOffLines(found, plan, cli).join('\n'),
    };
  } finally {
    cli.progress('');
  }
}

function wrongMeasures(texts: readonly string[], ruleSet: RuleSet | undefined): readonly Problem[] {
  if (ruleSet === undefined) return wrongNumber(texts);
  const read = readMeasures(texts, ruleSet);
  return read.ok ? [] : read.problems;
}

function tradeOffLines(found: TradeOff, plan: boolean, { language, say, width }: Cli): readonly string[] {
  const { title, status, measures, points } = found;
  if (status === 'infeasible' || status === 'unknown') {
    const message =
      status === 'infeasible' ? say('cli.infeasible', { plan }) : say('cli.out-of-time', { plan });
    return [paint(plainText(title[language]), 'strong'), message];
  }
  return [
    paint(plainText(title[language]), 'strong'),
    say('cli.points-found', { points: points.length, complete: status === 'complete', plan }),
    '',
    ...tableLines(
      measures.map((measure) => ({
        heading: `${measure.title[language]} (${say(`cli.better-${measure.better}`, undefined)})`,
        align: 'right' as const,
      })),
      points.map(({ values }) => values.map((value) => formatNumber(value, language))),
      width,
    ),
  ];
}
