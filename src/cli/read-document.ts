import { DirectReader } from '../opening/reader.ts';
import type { TableReading } from '../opening/sources.ts';
import { bytesOfFile } from '../opening/texts.ts';
import { pathNamed, SHIPPED } from '../opening/shipped.ts';
import { readMappingFile } from '../pool/mapping.ts';
import { scenariosFrom } from '../scenarios/load.ts';
import type { DocumentKind } from '../store/documents.ts';
import { InputError, problem, valueOf } from '../words/problem.ts';

/** A file that was read and found to be what it is said to be. */
export interface ReadDocument {
  readonly bytes: Uint8Array;
  readonly entries: number;
  readonly reading?: object;
}

/**
 * Reads a file as a pool, units, rules, scenarios or a mapping.
 *
 * @param rules those that scenarios change
 * @throws InputError with all that is wrong with it
 */
export async function readDocument(
  kind: DocumentKind,
  named: string,
  reading: TableReading,
  rules: string | undefined,
): Promise<ReadDocument> {
  const reader = new DirectReader();
  const shipped = kind === 'pool' ? 'pool.csv' : kind === 'units' ? 'units.csv' : undefined;
  const file = pathNamed(named, SHIPPED, shipped);
  const bytes = valueOf(await bytesOfFile(file));
  switch (kind) {
    case 'pool': {
      const how = await withMapping(reading);
      const { size } = valueOf(await reader.pool({ csv: bytes, called: file, reading: how }));
      const said = Object.entries(how).filter(([, value]) => value !== undefined);
      return {
        bytes,
        entries: size,
        ...(said.length > 0 && { reading: Object.fromEntries(said) as object }),
      };
    }
    case 'units':
      return { bytes, entries: valueOf(await reader.units({ csv: bytes, called: file })).size };
    case 'rules':
      return { bytes, entries: valueOf(await reader.rules({ yaml: bytes, called: file })).rules.length };
    case 'scenario': {
      if (rules === undefined)
        throw new InputError([problem('cli.missing-option', { option: '--rules <id|file>' })]);
      const ruleSet = valueOf(await reader.rules({ idOrFile: rules }));
      return { bytes, entries: valueOf(scenariosFrom(bytes, file, ruleSet)).length };
    }
    case 'mapping': {
      const mapping = valueOf(await readMappingFile(file));
      return { bytes, entries: Object.keys(mapping.columns ?? {}).length };
    }
  }
}

/** The mapping itself in place of the file that says it. */
async function withMapping({ mapping, ...reading }: TableReading): Promise<TableReading> {
  if (mapping === undefined || !('file' in mapping)) return reading;
  return { ...reading, mapping: valueOf(await readMappingFile(mapping.file)) };
}
