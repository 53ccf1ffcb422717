import type { Command } from '@commander-js/extra-typings';
import { listRuns, readRun } from '../../store/runs.ts';
import { InputError, problem } from '../../words/problem.ts';
import { formatNumber } from '../../words/number.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { dataOption, withStore } from '../store/store-access.ts';
import { tableLines } from '../printing/table.ts';
import type { OptionValues } from '../options/options.ts';

/** `slate runs [RUN]`: the questions that were recorded, or one of them with its answer. */
export function configure(command: Command, cli: Cli): void {
  command
    .argument('[run]', cli.say('cli.run-argument', undefined))
    .addOption(dataOption(cli.say))
    .action(
      cli.answering(async (id) =>
        id === undefined ? listed(command.opts(), cli) : shown(id, command.opts()),
      ),
    );
}

async function listed(read: OptionValues, { say, language, width }: Cli): Promise<Answer> {
  return withStore(read, async ({ db }, { body }) => {
    const runs = await listRuns(db, body);
    const columns = [
      { heading: say('cli.run', undefined) },
      { heading: say('cli.run-question', undefined) },
      { heading: say('cli.run-status', undefined) },
      { heading: say('cli.run-when', undefined) },
      { heading: say('cli.run-seconds', undefined), align: 'right' as const },
    ];
    const rows = runs.map((run) => [
      run.id,
      run.question,
      run.status ?? '',
      `${run.answeredAt.slice(0, 16).replace('T', ' ')} ${run.askedBy}`,
      formatNumber(run.milliseconds / 1000, language),
    ]);
    const text = (): string =>
      runs.length === 0 ? say('cli.no-runs', undefined) : tableLines(columns, rows, width).join('\n');
    return { exit: EXIT.done, json: { runs }, text };
  });
}

/** What was asked and answered is for programs first: people ask again by `slate replay`. */
async function shown(id: string, read: OptionValues): Promise<Answer> {
  return withStore(read, async ({ db }, { body }) => {
    const found = await readRun(db, body, id);
    if (found.kind === 'unknown') throw new InputError([problem('store.no-run', { id })]);
    return { exit: EXIT.done, json: found, text: () => JSON.stringify(found, null, 2) };
  });
}
