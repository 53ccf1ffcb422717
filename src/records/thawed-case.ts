import type { CaseSources } from '../opening/sources.ts';
import type { TextBehind } from '../rules/load.ts';
import { sha256Of } from './canonical.ts';
import type { FrozenCase, FrozenParts, FrozenTables, FrozenText } from './frozen-case.ts';

/** The tables of a case that were frozen. @param bytesOf the bytes under a hash */
export function thawTables(
  { pool, units }: FrozenTables,
  bytesOf: BytesOf,
): Pick<CaseSources, 'pool' | 'units'> {
  const { columns } = pool;
  return {
    pool:
      pool.objects === true
        ? {
            candidates: objectsIn(pool, bytesOf) as readonly Readonly<Record<string, unknown>>[],
            ...(columns && { columns }),
          }
        : tableIn(pool, bytesOf),
    ...(units !== undefined && {
      units:
        units.objects === true
          ? { units: objectsIn(units, bytesOf) as readonly Readonly<Record<string, unknown>>[] }
          : tableIn(units, bytesOf),
    }),
  };
}

/** The bytes under a hash. */
type BytesOf = (sha256: string) => Uint8Array;

function tableIn({ content, called, reading }: FrozenText, bytesOf: BytesOf) {
  return {
    csv: bytesOf(content),
    ...(called !== undefined && { called }),
    ...(reading !== undefined && { reading }),
  };
}

function objectsIn({ content }: FrozenText, bytesOf: BytesOf): unknown {
  return JSON.parse(Buffer.from(bytesOf(content)).toString('utf8'));
}

/** The sources of a case that was frozen. @param bytesOf the bytes under a hash */
export function thawCase(parts: FrozenParts, bytesOf: BytesOf): CaseSources {
  const { rules, scenario, decisions, slate, scenarios } = parts;
  const yaml = ({ id, ids, behind: _, ...frozen }: FrozenText) => {
    const { csv, ...called } = tableIn(frozen, bytesOf);
    return { yaml: csv, ...called, ...(id !== undefined && { id }), ...(ids !== undefined && { ids }) };
  };
  return {
    ...thawTables(parts, bytesOf),
    rules:
      rules.objects === true && rules.behind === undefined
        ? { ruleSet: objectsIn(rules, bytesOf) as object }
        : { ...yaml(rules), ...behindOf(rules, bytesOf) },
    ...(scenario !== undefined && { scenario: 'changes' in scenario ? scenario.changes : yaml(scenario) }),
    ...(decisions !== undefined && { decisions }),
    ...(slate !== undefined && { slate: 'content' in slate ? tableIn(slate, bytesOf) : slate.ids }),
    ...(scenarios !== undefined && { scenarios: 'list' in scenarios ? scenarios.list : yaml(scenarios) }),
  };
}

/** What rules build upon, as their source has it. */
function behindOf(
  { behind }: FrozenText,
  bytesOf: BytesOf,
): { readonly behind?: Readonly<Record<string, TextBehind>> } {
  if (behind === undefined) return {};
  const texts = Object.entries(behind).map(
    ([id, { content, called }]) =>
      [id, { text: Buffer.from(bytesOf(content)).toString('utf8'), file: called }] as const,
  );
  return { behind: Object.fromEntries(texts) };
}

/** The same sources, of which every table and text has been read: what is asked is what is kept. */
export function thawedFrom({ parts, contents }: FrozenCase): CaseSources {
  const byHash = new Map(contents.map((bytes) => [sha256Of(bytes), bytes]));
  return thawCase(parts, (sha256) => {
    const bytes = byHash.get(sha256);
    if (bytes === undefined) throw new Error('a frozen case lacks a text');
    return bytes;
  });
}
