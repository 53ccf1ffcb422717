import { stringify } from 'yaml';
import type { Place } from '../../words/problem.ts';
import type { ReadConfiguration } from './read.ts';
import { type Configuration, SETTINGS } from './schema.ts';

/** A configuration as a file that says all of it, each setting with where it was said. */
export function configurationAsYaml({ configuration, saidAt }: ReadConfiguration, byDefault: string): string {
  const lines: string[] = [];
  let section: string | undefined;
  for (const { path } of SETTINGS) {
    const [outer] = path.length > 1 ? path : [undefined];
    if (outer !== section && outer !== undefined) lines.push(`${outer}:`);
    section = outer;
    const indent = outer === undefined ? '' : '  ';
    const place = saidAt.get(path.join('.'));
    const from = place === undefined ? byDefault : shownPlace(place);
    lines.push(`${indent}${path.at(-1)}: ${scalar(valueAt(configuration, path))} # ${from}`);
  }
  return lines.join('\n');
}

function valueAt(configuration: Configuration, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Readonly<Record<string, unknown>>)[step],
    configuration,
  );
}

/** On one line, however long. */
function scalar(value: unknown): string {
  const options = { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false } as const;
  return stringify(value, options).trim();
}

function shownPlace({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`;
}
