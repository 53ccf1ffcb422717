import type { CaseSources, TableReading } from '../../opening/sources.ts';
import type { DocumentKind } from '../../store/documents/document-kinds.ts';
import type { OptionValues } from '../options/options.ts';
import type { Service } from '../remote/service.ts';

/** How a command line names what is in the store: `kept:ward@2`, the newest version without a number. */
const KEPT = /^kept:([a-z0-9-]+(?:@\d+)?)$/;

/** A document of a store. */
interface Kept {
  readonly bytes: Uint8Array;
  readonly reading: TableReading | undefined;
}

/**
 * The sources of a case, in which everything that is named `kept:NAME` is what the store has under that name.
 *
 * @param service whose store it is; absent: the one that the command line names
 */
export async function keptSources(
  sources: CaseSources,
  read: OptionValues,
  service?: Service,
): Promise<CaseSources> {
  const { pool, rules, units, scenario, scenarios } = sources;
  const named = [pool, rules, units, scenario, scenarios].some((each) => nameIn(each) !== undefined);
  if (!named) return sources;
  if (service !== undefined) {
    const { documentOfService } = await import('../remote/documents.ts');
    return withKept(sources, (kind, name) => documentOfService(service, kind, name));
  }
  const { withStore } = await import('./store-access.ts');
  const { keptDocument } = await import('./store-documents.ts');
  return withStore(read, async ({ db }, { body }) =>
    withKept(sources, async (kind, name) => {
      const { document, bytes } = await keptDocument(db, body, `${kind}/${name}`);
      return { bytes, reading: document.reading };
    }),
  );
}

async function withKept(
  sources: CaseSources,
  kept: (kind: DocumentKind, name: string) => Promise<Kept>,
): Promise<CaseSources> {
  const { pool, rules, units, scenario, scenarios } = sources;
  const text = async (kind: DocumentKind, source: unknown) => {
    const name = nameIn(source);
    return name === undefined ? undefined : { ...(await kept(kind, name)), called: `kept:${name}` };
  };
  const keptPool = await text('pool', pool);
  const keptRules = await text('rules', rules);
  const keptUnits = await text('units', units);
  const keptScenario = await text('scenario', scenario);
  const keptScenarios = await text('scenario', scenarios);
  return {
    ...sources,
    ...(keptPool && { pool: { csv: keptPool.bytes, called: keptPool.called, reading: keptPool.reading } }),
    ...(keptRules && { rules: { yaml: keptRules.bytes, called: keptRules.called } }),
    ...(keptUnits && { units: { csv: keptUnits.bytes, called: keptUnits.called } }),
    ...(keptScenario && {
      scenario: { ...chosen(scenario), yaml: keptScenario.bytes, called: keptScenario.called },
    }),
    ...(keptScenarios && {
      scenarios: { ...chosen(scenarios), yaml: keptScenarios.bytes, called: keptScenarios.called },
    }),
  };
}

/** The name in the store that a source has; `undefined` where it is no such name. */
function nameIn(source: unknown): string | undefined {
  if (typeof source !== 'object' || source === null) return undefined;
  const file = 'file' in source ? source.file : 'idOrFile' in source ? source.idOrFile : undefined;
  return typeof file === 'string' ? KEPT.exec(file)?.[1] : undefined;
}

/** Which scenarios of a file are meant. */
function chosen(source: unknown): { readonly id?: string; readonly ids?: readonly string[] } {
  const { id, ids } = (source ?? {}) as { readonly id?: string; readonly ids?: readonly string[] };
  return { ...(id !== undefined && { id }), ...(ids !== undefined && { ids }) };
}
