import type { Command } from '@commander-js/extra-typings';
import { replayRun } from '../../store/replay.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { paint } from '../paint.ts';
import type { Read } from '../question-command.ts';
import { dataOption, withStore } from '../store-access.ts';

/** `slate replay RUN`: asks once more what was recorded, and compares the answers. */
export function configure(command: Command, cli: Cli): void {
  command
    .argument('<run>', cli.say('cli.run-argument', undefined))
    .addOption(dataOption(cli.say))
    .action(cli.answering(async (id) => replayed(id, command.opts(), cli)));
}

async function replayed(id: string, read: Read, cli: Cli): Promise<Answer> {
  const { say, signal } = cli;
  const { run, same, differences, answer } = await withStore(read, ({ db }, { body }) =>
    replayRun(db, body, id, { signal }),
  );
  const at = run.answeredAt.slice(0, 16).replace('T', ' ');
  return {
    exit: same ? EXIT.done : EXIT.violated,
    json: { run, same, differences, answer },
    text: () =>
      same
        ? paint(say('cli.replay-same', { question: run.question, at, by: run.askedBy }), 'good')
        : [
            paint(say('cli.replay-differs', { question: run.question, at, slate: run.slate }), 'bad'),
            ...differences.map((each) => `- ${each}`),
          ].join('\n'),
  };
}
