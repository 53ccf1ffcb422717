import type { CaseSources } from '../../opening/sources.ts';
import type { OptionValues } from '../options/options.ts';

/** How a command line names what is in the store: `kept:ward@2`, the newest version without a number. */
const KEPT = /^kept:([a-z0-9-]+(?:@\d+)?)$/;

/** The sources of a case, in which everything that is named `kept:NAME` is what the store has under that name. */
export async function keptSources(sources: CaseSources, read: OptionValues): Promise<CaseSources> {
  const { pool, rules, units, scenario, scenarios } = sources;
  const named = [pool, rules, units, scenario, scenarios].some((each) => nameIn(each) !== undefined);
  if (!named) return sources;
  const { withStore } = await import('./store-access.ts');
  const { keptDocument } = await import('./store-documents.ts');
  return withStore(read, async ({ db }, { body }) => {
    const text = async (kind: string, source: unknown) => {
      const name = nameIn(source);
      if (name === undefined) return undefined;
      const { document, bytes } = await keptDocument(db, body, `${kind}/${name}`);
      return { bytes, called: `kept:${name}`, reading: document.reading };
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
  });
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
