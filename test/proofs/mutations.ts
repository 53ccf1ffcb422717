/** Changes one scalar anywhere in a value that JSON can hold. */
export function changed(value: unknown, which: number, by: number): unknown {
  let left = which % Math.max(1, scalarsIn(value));
  const walk = (each: unknown): unknown => {
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each === 'object' && each !== null) {
      return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, walk(inner)]));
    }
    left -= 1;
    return left === -1 ? scalarChanged(each, by) : each;
  };
  return walk(value);
}

/** Leaves one item of any list out, or changes the two sides of any split for each other. */
export function rearranged(value: unknown, which: number): unknown {
  let left = which % Math.max(1, partsIn(value));
  const walk = (each: unknown): unknown => {
    if (Array.isArray(each)) return each.filter(() => (left -= 1) !== -1).map(walk);
    if (typeof each !== 'object' || each === null) return each;
    const inner = Object.fromEntries(Object.entries(each).map(([key, part]) => [key, walk(part)]));
    if (!('low' in each)) return inner;
    left -= 1;
    return left === -1 ? { ...inner, low: inner['high'], high: inner['low'] } : inner;
  };
  return walk(value);
}

function partsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? value.length : Number('low' in value);
  return Object.values(value).reduce<number>((sum, each) => sum + partsIn(each), own);
}

function scalarsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + scalarsIn(each), 0);
}

function scalarChanged(value: unknown, by: number): unknown {
  if (typeof value === 'number') return value + by;
  if (typeof value !== 'string') return value;
  if (/^\d+(\.\d+)?$/.test(value)) return String(Math.abs(Math.round((Number(value) + by) * 1e6) / 1e6));
  if (value === 'min' || value === 'max') return value === 'min' ? 'max' : 'min';
  return /^c\d+$/.test(value) ? `c${Math.abs(Number(value.slice(1)) + by)}` : value;
}
