import { basename, join } from 'node:path';
import type { Place, Problem, Reading } from '../words/problem.ts';
import { type PoolLabel, poolLabel } from './pool-label.ts';
import type { CaseReader } from './reader.ts';
import { type Folders, poolsWith } from './shipped.ts';

/** Reads pools and units of some folders. */
type PoolsReader = Pick<CaseReader, 'pool' | 'units'> & { readonly folders: Folders };

/** A pool that comes with Slate, as lists name it. */
export interface ShippedPool extends PoolLabel {
  readonly name: string;
  readonly size: number;
  /** How many units its table of units has; absent where it has none. */
  readonly units?: number;
}

/** The pools that come with Slate, or that a service ships. What is wrong with one keeps nobody from the others. */
interface ShippedPools {
  readonly pools: readonly ShippedPool[];
  /** Those of which a file cannot be read, with all that is wrong. */
  readonly unreadable: readonly { readonly name: string; readonly problems: readonly Problem[] }[];
}

/** Reads what there is to list of every shipped pool. */
export async function shippedPools(reader: PoolsReader): Promise<ShippedPools> {
  const names = poolsWith('pool.csv', reader.folders);
  const withUnits = poolsWith('units.csv', reader.folders);
  const read = await Promise.all(names.map((name) => shippedPool(reader, name, withUnits.includes(name))));
  return {
    pools: read.flatMap((each) => (each.ok ? [each.value] : [])),
    unreadable: read.flatMap((each, index) =>
      each.ok ? [] : [{ name: names[index]!, problems: each.problems }],
    ),
  };
}

async function shippedPool(
  reader: PoolsReader,
  name: string,
  hasUnits: boolean,
): Promise<Reading<ShippedPool>> {
  const [label, pool, units] = await Promise.all([
    poolLabel(join(reader.folders.poolsFolder, name, 'pool.yaml'), name),
    reader.pool({ name }),
    hasUnits ? reader.units({ name }) : undefined,
  ]);
  if (label.ok && pool.ok && units?.ok !== false) {
    const { size } = pool.value;
    return { ok: true, value: { name, ...label.value, size, ...(units && { units: units.value.size }) } };
  }
  const problems = [label, pool, units].flatMap((each) =>
    each === undefined || each.ok ? [] : each.problems,
  );
  return { ok: false, problems };
}

/** A place in a file of a pool, under the name of the pool: nobody is told where the service keeps its folders. */
export function placeInPool<InFile extends Pick<Place, 'file'>>(place: InFile, name: string): InFile {
  return { ...place, file: `${name}/${basename(place.file)}` };
}
