import type { Command } from '@commander-js/extra-typings';
import { bytesOfFile } from '../../tables/read-file.ts';
import { verifyQuestion } from '../../questions/verify.ts';
import type { Verification } from '../../slate/proofs/verify-answer.ts';
import type { SlateCase } from '../../check/slate-case.ts';
import { problem, type Reading } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { item, rulesTitle } from '../printing/explanation-lines.ts';
import { type OptionValues, caseOptions } from '../options/options.ts';
import { paint } from '../printing/paint.ts';
import { answerFrom, opened } from '../opened-question.ts';
import { serviceOption } from '../remote/service-address.ts';
import { jsonIn } from '../../tables/text/json-text.ts';

/** `slate verify ANSWER`: does the proof of an answer hold? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  for (const option of [...caseOptions(say), serviceOption(say)]) command.addOption(option);
  command
    .argument('<answer>', say('cli.answer-argument', undefined))
    .action(cli.answering(async (file) => verify(file, command.opts(), cli)));
}

async function verify(file: string, read: OptionValues, cli: Cli): Promise<Answer> {
  const document = await documentIn(file);
  const asked = document.ok ? { proven: document.value } : { proven: {} };
  const problems = document.ok ? [] : document.problems;
  const whole = await opened(verifyQuestion, read, { asked, problems }, cli);
  const { opened: open, options } = whole;
  const found = await answerFrom(whole, verifyQuestion, options, { signal: cli.signal });
  return {
    exit: found.proven ? EXIT.done : EXIT.violated,
    json: found,
    text: () =>
      [paint(rulesTitle(open.asked, cli), 'strong'), ...verdictLines(open.asked, found, cli)].join('\n'),
  };
}

/** The JSON object that a file holds. */
async function documentIn(file: string): Promise<Reading<Readonly<Record<string, unknown>>>> {
  const bytes = await bytesOfFile(file);
  if (!bytes.ok) return bytes;
  const notJson = { ok: false, problems: [problem('proofs.no-json', undefined, { file })] } as const;
  const value = jsonIn(bytes.value.toString('utf8'));
  return isRecord(value) ? { ok: true, value } : notJson;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function verdictLines({ placement }: SlateCase, found: Verification, cli: Cli): readonly string[] {
  const { language, say } = cli;
  if (!found.proven) {
    const { message } = found.why;
    return [paint(say('cli.not-proven', undefined), 'bad'), ...item(message[language], '', cli)];
  }
  const { claim, leaves, slates } = found;
  const further = { proven: slates.filter(Boolean).length - 1, slates: slates.length - 1 };
  return [
    paint(say(`cli.proven-${claim}`, { leaves, plan: placement !== undefined }), 'good'),
    ...(slates.length > 1 ? [say('cli.proven-further', further)] : []),
  ];
}
