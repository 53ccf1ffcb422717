import { DIVIDED_JOBS } from '../jobs/divided-jobs.ts';
import type { JobKind } from '../jobs/job-kind.ts';
import { QUESTION_JOBS, QUESTION_ROUTES } from './question-routes.ts';
import { REPORT_ROUTES } from './report-routes.ts';
import type { Route } from '../requests/route.ts';
import { importAssemblyRoute, splitAssemblyRoute } from './assemblies.ts';
import { BATCH_KIND, prepareBatchRoute } from './batches.ts';
import { diffPoolsRoute, mergePoolsRoute } from './pool-deliveries.ts';
import { poolRoute, poolsRoute, validatePoolRoute } from './pools.ts';
import { ruleSetRoute, ruleSetsRoute, validateRulesRoute } from './rule-sets.ts';
import { replayRoute } from './replay.ts';
import { testRulesRoute } from './rule-tests.ts';
import { unitsRoute, validateUnitsRoute } from './units.ts';

/**
 * Everything that is asked and answered at once. Questions come from their list; what is only looked up has a
 * file in `routes/`.
 */
export const ROUTES: readonly Route[] = [
  ...QUESTION_ROUTES,
  ...REPORT_ROUTES,
  replayRoute,
  ruleSetsRoute,
  ruleSetRoute,
  validateRulesRoute,
  testRulesRoute,
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

/** Everything that is asked as a job. */
export const JOB_KINDS: readonly JobKind[] = [...QUESTION_JOBS, BATCH_KIND];

/** What the threads can do, by operation. */
export const TASKS: ReadonlyMap<string, Route> = new Map(
  [
    ...ROUTES,
    ...JOB_KINDS.map(({ task }) => task),
    prepareBatchRoute,
    ...[...DIVIDED_JOBS.values()].flatMap(({ tell, find, join }) => [tell, find, join]),
  ].map((task) => [task.operation, task]),
);
