import { Option } from '@commander-js/extra-typings';
import type { CaseSources } from '../../opening/sources.ts';
import type { FrozenCase } from '../../records/frozen-case.ts';
import { valueOf } from '../../words/problem.ts';
import type { Cli, Say } from '../context.ts';
import { dataOption, withStore } from './store-access.ts';
import type { OptionValues } from '../options/options.ts';

/** `--record` and where to. */
export const recordOptions = (say: Say): readonly Option[] => [
  new Option('--record', say('cli.record-option', undefined)),
  dataOption(say),
];

/** The sources of a question, read once where it is to be recorded, reported or sent: what is answered is what is kept. */
interface SourcesRead {
  readonly sources: CaseSources;
  readonly frozen?: FrozenCase;
}

/**
 * Reads everything that a question names, where it is to be recorded, reported or sent.
 *
 * @param isWanted whether it is besides what `--record` says
 * @throws InputError for what cannot be read
 */
export async function heldFor(
  read: OptionValues,
  sources: CaseSources,
  isWanted: boolean,
): Promise<SourcesRead> {
  if (read['record'] !== true && !isWanted) return { sources };
  const { freezeCase } = await import('../../records/frozen-case.ts');
  const { thawedFrom } = await import('../../records/thawed-case.ts');
  const frozen = valueOf(await freezeCase(sources));
  return { sources: thawedFrom(frozen), frozen };
}

/** Keeps a question with its answer, where that was asked for. */
export async function record(
  read: OptionValues,
  run: {
    readonly question: string;
    readonly options: object;
    readonly answer: object;
    readonly began: number;
  },
  frozen: FrozenCase | undefined,
  cli: Cli,
): Promise<void> {
  if (frozen === undefined || read['record'] !== true) return;
  const { question, options, answer, began } = run;
  const { keepRun } = await import('../../store/runs.ts');
  const kept = await withStore(read, ({ db }, actor) =>
    keepRun(db, actor, {
      question,
      asked: { case: frozen.parts, options },
      contents: frozen.contents,
      answer,
      milliseconds: performance.now() - began,
    }),
  );
  cli.note(cli.say('cli.recorded', { id: kept.id }));
}
