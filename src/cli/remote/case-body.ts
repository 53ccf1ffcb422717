import { textOfTable } from '../../tables/csv/small-table.ts';
import { inUtf8 } from '../../tables/text/encoding.ts';
import { textOfBytes } from '../../rules/load.ts';
import type { FrozenCase, FrozenText } from '../../records/frozen-case.ts';
import { sha256Of } from '../../records/canonical.ts';

/**
 * A case of which every table and text is in hand, as the body of a question over HTTP. It has been opened here, so
 * everything in it can be read.
 *
 * @param slate the members or appointments that the question is about; `undefined`: it is about none
 */
export async function caseBody(
  { parts, contents }: FrozenCase,
  slate: readonly string[] | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const byHash = new Map(contents.map((bytes) => [sha256Of(bytes), bytes]));
  const bytesOf = (sha256: string): Uint8Array => inHand(byHash.get(sha256));
  const yamlOf = ({ content }: FrozenText): string => textIn(bytesOf(content));
  const { pool, rules, units, scenario, decisions, scenarios } = parts;
  return {
    pool: { base64: Buffer.from(bytesOf(pool.content)).toString('base64'), reading: pool.reading },
    rules: { yaml: yamlOf(rules), behind: behindOf(rules, bytesOf) },
    decisions,
    slate,
    ...(units !== undefined && {
      units: { csv: inHand(await textOfTable(inUtf8(bytesOf(units.content), units.reading?.encoding))) },
    }),
    ...(scenario !== undefined && {
      scenario: 'changes' in scenario ? scenario.changes : { yaml: yamlOf(scenario), id: scenario.id },
    }),
    ...(scenarios !== undefined && {
      scenarios: 'list' in scenarios ? scenarios.list : { yaml: yamlOf(scenarios), ids: idsOf(scenarios) },
    }),
  };
}

/** No ids are all of them. */
function idsOf({ ids = [] }: FrozenText): readonly string[] | undefined {
  return ids.length === 0 ? undefined : ids;
}

function behindOf({ behind }: FrozenText, bytesOf: (sha256: string) => Uint8Array): object | undefined {
  if (behind === undefined) return undefined;
  // Where they lie on this machine is nobody's business.
  return Object.fromEntries(
    Object.entries(behind).map(([id, { content }]) => [id, { text: textIn(bytesOf(content)), file: id }]),
  );
}

function textIn(bytes: Uint8Array): string {
  const read = textOfBytes(bytes);
  if ('code' in read) throw new Error('a text that was read is none');
  return read.text;
}

function inHand<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('a part of a frozen case is missing');
  return part;
}
