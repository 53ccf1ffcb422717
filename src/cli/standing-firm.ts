import type { Loss, Robustness } from '../scenarios/answers.ts';
import { robustness } from '../scenarios/robustness.ts';
import { sizeTitle } from '../slate/rule-reports.ts';
import type { SlateCase } from '../slate/requests.ts';
import type { Answer, Cli } from './context.ts';
import { EXIT } from './exit-code.ts';
import { type Named, openInputsWithSlate } from './inputs.ts';
import { paint } from './paint.ts';
import { People } from './people.ts';
import { plainText, tableLines } from './table.ts';

/** Pairs that are told; `--json` has all. */
const MOST_PAIRS = 40;

/** What the command line says of it. */
export interface FirmnessAsked {
  readonly out?: 1 | 2 | undefined;
  readonly timeLimit?: number | undefined;
}

/** Reads a slate and says how it stands when members drop out. */
export async function standingFirm(
  slate: string,
  named: Named,
  { out, timeLimit }: FirmnessAsked,
  cli: Cli,
): Promise<Answer> {
  const { asked, members } = await openInputsWithSlate(named, slate, cli);
  try {
    const found = await robustness(asked, members, {
      signal: cli.signal,
      ...(out !== undefined && { out }),
      ...(timeLimit !== undefined && { timeLimit }),
      onProgress: (done, total) =>
        cli.progress(done < total ? cli.say('cli.checked-losses', { done, total }) : ''),
    });
    return {
      exit: found.compliant ? EXIT.done : EXIT.violated,
      json: found,
      text: () => robustnessLines(asked, found, cli).join('\n'),
    };
  } finally {
    cli.progress('');
  }
}

function robustnessLines(asked: SlateCase, found: Robustness, cli: Cli): readonly string[] {
  const { language, say } = cli;
  const pairs = found.losses.filter(({ out }) => out.length === 2);
  const left = pairs.length - MOST_PAIRS;
  return [
    paint(plainText(found.title[language]), 'strong'),
    ...(found.compliant
      ? []
      : [paint(say('cli.not-compliant-before', { plan: asked.placement !== undefined }), 'bad')]),
    found.message[language],
    '',
    ...lossTable(
      asked,
      [...found.losses.filter(({ out }) => out.length === 1), ...pairs.slice(0, MOST_PAIRS)],
      cli,
    ),
    ...(left > 0 ? [say('cli.and-more', { more: left })] : []),
  ];
}

function lossTable(asked: SlateCase, losses: readonly Loss[], cli: Cli): readonly string[] {
  const { language, say, width } = cli;
  const people = new People(asked, language);
  const plan = asked.placement !== undefined;
  const titles = new Map(asked.ruleSet.rules.map(({ id, title }) => [id, title[language]]));
  titles.set('size', sizeTitle(asked.ruleSet)[language]);
  const mendOf = ({ mend }: Loss): string =>
    [
      ...(mend?.comes === undefined ? [] : [`+ ${people.called(mend.comes)}`]),
      ...(mend?.goes === undefined ? [] : [`− ${people.called(mend.goes)}`]),
    ].join(', ');
  return tableLines(
    [
      { heading: say('cli.drops-out', { plan }), folds: true },
      { heading: say('cli.standing', undefined) },
      { heading: say('cli.breaks', undefined), folds: true },
      { heading: say('cli.mended-by', undefined), folds: true },
      { heading: say('cli.replacements', { plan }), align: 'right' },
    ],
    losses.map((loss) => [
      loss.out.map((id) => people.called(id)).join(' + '),
      say(`cli.standing-${loss.standing}`, undefined),
      loss.breaks.map((id) => titles.get(id) ?? id).join('; '),
      mendOf(loss),
      loss.standing === 'compliant' ? '' : String(loss.replacements),
    ]),
    width,
  );
}
