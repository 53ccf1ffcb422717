import { DirectReader } from '../../opening/reader.ts';
import type { TableReading } from '../../opening/sources.ts';
import { parseMapping, readMappingFile } from '../../pool/headings/mapping-file.ts';
import { scenariosFrom } from '../../scenarios/load.ts';
import { InputError, problem, valueOf } from '../../words/problem.ts';
import type { DocumentKind } from './document-kinds.ts';

/** A document that was read and found to be what it is said to be. */
interface ReadDocument {
  readonly bytes: Uint8Array;
  readonly entries: number;
  readonly reading?: object;
}

/**
 * Reads bytes as a pool, units, rules, scenarios or a mapping.
 *
 * @param called the name that they have in problems
 * @param rules those that scenarios change: an id or a file
 * @throws InputError with all that is wrong with it
 */
export async function readDocument(
  kind: DocumentKind,
  { bytes, called }: { readonly bytes: Uint8Array; readonly called: string },
  reading: TableReading,
  rules: string | undefined,
): Promise<ReadDocument> {
  const reader = new DirectReader();
  switch (kind) {
    case 'pool': {
      const how = await withMapping(reading);
      const { size } = valueOf(await reader.pool({ csv: bytes, called, reading: how }));
      const said = Object.entries(how).filter(([, value]) => value !== undefined);
      return { bytes, entries: size, ...(said.length > 0 && { reading: Object.fromEntries(said) }) };
    }
    case 'units':
      return { bytes, entries: valueOf(await reader.units({ csv: bytes, called })).size };
    case 'rules':
      return { bytes, entries: valueOf(await reader.rules({ yaml: bytes, called })).rules.length };
    case 'scenario': {
      if (rules === undefined) {
        throw new InputError([problem('cli.missing-option', { option: '--rules <id|file>' })]);
      }
      const ruleSet = valueOf(await reader.rules({ idOrFile: rules }));
      return { bytes, entries: valueOf(scenariosFrom(bytes, called, ruleSet)).length };
    }
    case 'mapping':
      return { bytes, entries: Object.keys(valueOf(parseMapping(bytes, called)).columns ?? {}).length };
  }
}

/** The mapping itself in place of the file that says it. */
async function withMapping({ mapping, ...reading }: TableReading): Promise<TableReading> {
  if (mapping === undefined) return reading;
  return { ...reading, mapping: 'file' in mapping ? valueOf(await readMappingFile(mapping.file)) : mapping };
}
