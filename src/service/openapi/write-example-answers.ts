import { writeFileSync } from 'node:fs';
import { pino } from 'pino';
import { ROUTES } from '../routes/routes.ts';
import { startService } from '../server.ts';
import { exampleOf } from './examples.ts';

/**
 * Writes the answers of the examples anew: what a service of this version says. `propose` comes first, since
 * what it answers is what the example of `verify` asks about.
 */
const file = new URL('example-answers.json', import.meta.url);
const service = await startService({ port: 0, logger: pino({ level: 'silent' }) });

async function answerOf(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${service.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${text}`);
  return JSON.parse(text, (key, value: unknown) => (key === 'milliseconds' ? 1 : value)) as unknown;
}

const answers: Record<string, unknown> = {};
for (const { operation, path, isFileAlone = false } of ROUTES) {
  const example = exampleOf(operation);
  if (example === undefined || isFileAlone) continue;
  const { proven } = example.body as { readonly proven?: unknown };
  answers[operation] = await answerOf(path, {
    ...example.body,
    ...(proven !== undefined && { proven: answers['propose'] }),
  });
}
await service.close();
writeFileSync(file, `${JSON.stringify(answers, null, 2)}\n`);
