import type { JobKind } from './job-kind.ts';
import type { Route } from './route.ts';
import { capacityRoute } from './routes/capacity.ts';
import { checkRoute } from './routes/check.ts';
import { EXPLANATIONS } from './routes/explanations.ts';
import { poolRoute, poolsRoute, validatePoolRoute } from './routes/pools.ts';
import { proposalsJob } from './routes/proposals.ts';
import { proposeRoute } from './routes/propose.ts';
import { ruleSetRoute, ruleSetsRoute, validateRulesRoute } from './routes/rule-sets.ts';
import { SCENARIOS, sweepsJob } from './routes/scenarios.ts';
import { trainingRoute } from './routes/training.ts';
import { unitsRoute, validateUnitsRoute } from './routes/units.ts';

/** Everything that is asked and answered at once. A new resource is one file in `routes/` and its names here. */
export const ROUTES: readonly Route[] = [
  checkRoute,
  proposeRoute,
  capacityRoute,
  trainingRoute,
  ...EXPLANATIONS,
  ...SCENARIOS,
  ruleSetsRoute,
  ruleSetRoute,
  validateRulesRoute,
  poolsRoute,
  poolRoute,
  validatePoolRoute,
  unitsRoute,
  validateUnitsRoute,
];

/** Everything that runs as a job. */
export const JOB_KINDS: readonly JobKind[] = [proposalsJob, sweepsJob];

/** What the threads can do, by operation. */
export const TASKS: ReadonlyMap<string, Route> = new Map(
  [...ROUTES, ...JOB_KINDS.map((kind) => kind.task)].map((task) => [task.operation, task]),
);
