// Stands in for fast-check in `npm run test:seeds`: the same, but that no property is content with fewer
// runs than SLATE_RUNS asks for.
import type { IProperty, IAsyncProperty, Parameters } from 'fast-check';
// By its path, since its name leads here.
import * as original from '../../node_modules/fast-check/lib/fast-check.js';

const LEAST = Number(process.env['SLATE_RUNS'] ?? 1000);

export function assert<Ts>(property: IAsyncProperty<Ts>, parameters?: Parameters<Ts>): Promise<void>;
export function assert<Ts>(property: IProperty<Ts>, parameters?: Parameters<Ts>): void;
export function assert<Ts>(
  property: IProperty<Ts> | IAsyncProperty<Ts>,
  parameters: Parameters<Ts> = {},
): Promise<void> | void {
  const numRuns = Math.max(LEAST, parameters.numRuns ?? 0);
  return original.assert(property as IProperty<Ts>, { ...parameters, numRuns });
}

export * from '../../node_modules/fast-check/lib/fast-check.js';
export default { ...original.default, assert };
