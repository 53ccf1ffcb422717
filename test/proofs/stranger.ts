/**
 * A checker of proofs as a stranger would write it from `src/proofs/FORMAT.md` alone: it imports nothing of
 * ours, and knows counts, shares, sizes and goals.
 */

/** A row of the plain model: `Σ of(id) x` against its bound, missed at a cost per step where it is a goal. */
export interface Row {
  readonly side: 'min' | 'max';
  readonly bound: number;
  readonly of: (id: string) => number;
  readonly goal?: { readonly step: number; readonly cost: number };
}

/** A case of one level: what everybody is worth in units, and the rows by name. */
export interface Stranger {
  readonly ids: readonly string[];
  readonly size: { readonly min: number; readonly max: number };
  readonly unit: string;
  readonly value: (id: string) => number;
  readonly rows: Readonly<Record<string, Row>>;
}

/** A document read from a file: anything may stand in it. */
// oxlint-disable-next-line typescript/no-explicit-any -- a stranger has no types of ours
type Read = any;

const nameOf = (row: Read): string =>
  'differ' in row ? `differ ${row.differ} ${row.bound}` : `${row.rule} ${row.bound}`;

/** Whether a proof holds; throws, too, where it is nonsense. */
export function holds(model: Stranger, proof: Read): boolean {
  if (proof.claim === 'infeasible') return closes(model, proof.tree, undefined, []);
  if (!isBest(model, proof.slate, proof.levels)) return false;
  const before: string[][] = [proof.slate];
  let last: number | undefined = worth(model, proof.slate);
  for (const next of proof.further ?? []) {
    const here = keptApart(model, before, proof.differ);
    if ('none' in next) return next === proof.further.at(-1) && closes(here, next.none, undefined, []);
    const value = worth(here, next.slate);
    if (value === undefined) return false;
    if ('as' in next && value !== last) return false;
    if ('levels' in next && !isBest(here, next.slate, next.levels)) return false;
    last = 'as' in next || 'levels' in next ? value : undefined;
    before.push(next.slate);
  }
  return true;
}

/** The rows that keep a slate apart from those before it; sizes are fixed here, so that leaving decides. */
function keptApart(model: Stranger, before: readonly string[][], differ: number): Stranger {
  const rows: Record<string, Row> = { ...model.rows };
  before.forEach((slate, index) => {
    if (slate.length < model.size.max) throw new Error('not of this size');
    rows[`differ ${index + 1} max`] = {
      side: 'max',
      bound: slate.length - differ,
      of: (id) => Number(slate.includes(id)),
    };
  });
  return { ...model, rows };
}

/** What a slate is worth in units; `undefined` where it breaks a row or names nobody. */
function worth({ ids, rows, value }: Stranger, slate: readonly string[]): number | undefined {
  if (new Set(slate).size < slate.length || slate.some((id) => !ids.includes(id))) return undefined;
  let sum = slate.reduce((all, id) => all + value(id), 0);
  for (const { side, bound, of, goal } of Object.values(rows)) {
    const has = slate.reduce((all, id) => all + of(id), 0);
    const off = Math.max(0, side === 'max' ? has - bound : bound - has);
    if (off > 0 && goal === undefined) return undefined;
    if (goal !== undefined) sum -= Math.ceil(off / goal.step) * goal.cost;
  }
  return sum;
}

function isBest(model: Stranger, slate: readonly string[], levels: Read): boolean {
  const [level, ...others] = levels;
  if (others.length > 0 || level.unit !== model.unit || level.value !== worth(model, slate)) return false;
  return closes(model, level.tree, level.value, []);
}

/** What a split says on the way to a leaf: so many of these candidates, or so many steps of a goal. */
interface Branch {
  readonly side: 'min' | 'max';
  readonly bound: number;
  readonly of: (id: string) => number;
  readonly stepsOf?: string;
}

function closes(model: Stranger, node: Read, best: number | undefined, path: readonly Branch[]): boolean {
  if (!('split' in node)) return isClosed(model, node, best, path);
  const counted = countedBy(model, node.split);
  const low = { ...counted, side: 'max' as const, bound: node.atMost };
  const high = { ...counted, side: 'min' as const, bound: node.atMost + 1 };
  return closes(model, node.low, best, [...path, low]) && closes(model, node.high, best, [...path, high]);
}

function countedBy({ rows, ids }: Stranger, split: Read): Pick<Branch, 'of' | 'stepsOf'> {
  if ('candidates' in split) {
    if (split.candidates.some((id: string) => !ids.includes(id))) throw new Error('nobody');
    return { of: (id) => Number(split.candidates.includes(id)) };
  }
  if ('stepsOf' in split) {
    const stepsOf = nameOf(split.stepsOf);
    if (rows[stepsOf]?.goal === undefined) throw new Error('no goal');
    return { of: () => 0, stepsOf };
  }
  const row = rows[nameOf(split.row)]!;
  return { of: (id) => Number(row.of(id) === split.coefficient && split.coefficient !== 0) };
}

function isClosed(model: Stranger, leaf: Read, best: number | undefined, path: readonly Branch[]): boolean {
  const isBound = 'bound' in leaf;
  if (isBound && best === undefined) return false;
  const all = isBound ? leaf.bound : leaf.empty;
  const keep: Read[] = leaf.keep ?? [];
  const names = new Set(keep.map((row) => JSON.stringify(row)));
  const own = added(
    model,
    all.filter(({ row }: Read) => !names.has(JSON.stringify(row))),
    isBound,
    path,
  );
  if ([...added(model, all, isBound, path).e.values()].some((each) => each > 0n)) return false;
  const most = keep.length === 0 ? mostOfAll(own) : mostOfKeepers(model, own, keep, path);
  return most === undefined || (isBound ? most < BigInt(best! + 1) * MILLION : most < 0n);
}

/** A constant, and what members and steps add to it. */
interface Added {
  readonly constant: bigint;
  readonly d: ReadonlyMap<string, bigint>;
  readonly e: ReadonlyMap<string, bigint>;
}

function added(model: Stranger, prices: Read, isBound: boolean, path: readonly Branch[]): Added {
  const worthOf = (id: string): bigint => (isBound ? BigInt(model.value(id)) * MILLION : 0n);
  const d = new Map(model.ids.map((id) => [id, worthOf(id)]));
  const e = new Map(
    Object.entries(model.rows).map(([name, { goal }]) => [
      name,
      isBound ? BigInt(-(goal?.cost ?? 0)) * MILLION : 0n,
    ]),
  );
  let constant = 0n;
  for (const { row, price } of prices) {
    const p = millionths(price);
    const branch = 'split' in row ? path[row.split - 1] : undefined;
    const of = branch ?? model.rows[nameOf(row)]!;
    const sign = of.side === 'max' ? 1n : -1n;
    constant += sign * p * BigInt(of.bound);
    for (const id of model.ids) d.set(id, d.get(id)! - sign * p * BigInt(of.of(id)));
    if (branch?.stepsOf !== undefined) e.set(branch.stepsOf, e.get(branch.stepsOf)! - sign * p);
    const goal = branch === undefined ? model.rows[nameOf(row)]!.goal : undefined;
    if (goal !== undefined) e.set(nameOf(row), e.get(nameOf(row))! + p * BigInt(goal.step));
  }
  return { constant, d, e };
}

function mostOfAll({ constant, d }: Added): bigint {
  return [...d.values()].reduce((sum, each) => (each > 0n ? sum + each : sum), constant);
}

/** A stranger in no hurry tries all who keep the rows. */
function mostOfKeepers(
  { ids, rows }: Stranger,
  { constant, d, e }: Added,
  keep: readonly Read[],
  path: readonly Branch[],
): bigint | undefined {
  let most: bigint | undefined;
  for (let mask = 0; mask < 2 ** ids.length; mask += 1) {
    const members = ids.filter((_, index) => mask & (1 << index));
    let sum: bigint | undefined = members.reduce((all, id) => all + d.get(id)!, constant);
    for (const name of keep) {
      const row: Row | Branch = 'split' in name ? path[name.split - 1]! : rows[nameOf(name)]!;
      if ('stepsOf' in row) throw new Error('counts no candidates');
      const has = members.reduce((all, id) => all + row.of(id), 0);
      const off = Math.max(0, row.side === 'max' ? has - row.bound : row.bound - has);
      const goal = 'goal' in row ? row.goal : undefined;
      if (sum === undefined || (off > 0 && goal === undefined)) sum = undefined;
      else if (goal !== undefined) sum += e.get(nameOf(name))! * BigInt(Math.ceil(off / goal.step));
    }
    if (sum !== undefined && (most === undefined || sum > most)) most = sum;
  }
  return most;
}

const MILLION = 1_000_000n;

function millionths(price: string): bigint {
  const [whole = '', places = ''] = price.split('.');
  return BigInt(whole + places.padEnd(6, '0'));
}
