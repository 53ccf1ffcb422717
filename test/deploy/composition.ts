import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from './image.ts';

const serviceSchema = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  healthcheck: z.looseObject({ test: z.array(z.string()).optional() }).optional(),
  stop_grace_period: z.string().optional(),
});

const compositionSchema = z.object({
  services: z.object({
    slate: serviceSchema,
    worker: serviceSchema,
    database: serviceSchema,
    proxy: serviceSchema,
  }),
  networks: z.record(
    z.string(),
    z.object({ ipam: z.object({ config: z.array(z.object({ subnet: z.string() })) }) }),
  ),
  volumes: z.record(z.string(), z.null()),
});

/** `compose.yaml` with the variables of a file `.env` put in. @throws where one is missing */
export function composition(variables: Readonly<Record<string, string>>): z.output<typeof compositionSchema> {
  const text = readFileSync(join(ROOT, 'compose.yaml'), 'utf8').replaceAll(
    /\$\{(\w+):\?([^}]*)\}/g,
    (_whole, name: string, complaint: string) => {
      const value = variables[name];
      if (value === undefined) throw new Error(`${name}: ${complaint}`);
      return value;
    },
  );
  return compositionSchema.parse(parse(text, { merge: true }));
}

/** The lines of the page between two of its headings that begin with this. */
export function linesOfPage(heading: string, beginning: string): readonly string[] {
  const page = readFileSync(join(ROOT, 'deploy/README.md'), 'utf8');
  const [, section = ''] = new RegExp(`^## ${heading}\\n(.*?)(?=^## |$(?![^]))`, 'ms').exec(page) ?? [];
  return section
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith(beginning));
}

/** The words of a line as a shell reads them; it has double quotes and nothing else. */
export function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}
