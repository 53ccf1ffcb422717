import { JOB_KINDS, QUESTION_ROUTES } from './question-routes.ts';
import { REPORT_ROUTES } from './report-routes.ts';
import type { Route } from './route.ts';
import { importAssemblyRoute, splitAssemblyRoute } from './routes/assemblies.ts';
import { diffPoolsRoute, mergePoolsRoute } from './routes/pool-deliveries.ts';
import { poolRoute, poolsRoute, validatePoolRoute } from './routes/pools.ts';
import { ruleSetRoute, ruleSetsRoute, validateRulesRoute } from './routes/rule-sets.ts';
import { replayRoute } from './routes/replay.ts';
import { unitsRoute, validateUnitsRoute } from './routes/units.ts';

/** Everything that is asked and answered at once. Questions come from their list; what is only looked up has a file in `routes/`. */
export const ROUTES: readonly Route[] = [
  ...QUESTION_ROUTES,
  ...REPORT_ROUTES,
  replayRoute,
  ruleSetsRoute,
  ruleSetRoute,
  validateRulesRoute,
  poolsRoute,
  poolRoute,
  validatePoolRoute,
  diffPoolsRoute,
  mergePoolsRoute,
  unitsRoute,
  validateUnitsRoute,
  importAssemblyRoute,
  splitAssemblyRoute,
];

/** What the threads can do, by operation. */
export const TASKS: ReadonlyMap<string, Route> = new Map(
  [...ROUTES, ...JOB_KINDS.map((kind) => kind.task)].map((task) => [task.operation, task]),
);
