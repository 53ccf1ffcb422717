import { describe } from 'vitest';
import { behindBalancer } from './running.ts';

/**
 * The stories of HTTP that rest on what a service keeps, told once more to two services of one store, of which one
 * works on no jobs, behind a balancer that sends each request to the other one: whatever a service kept to itself
 * would be missed at the next request. With processes of their own, and one that is killed: `jobs/behind-balancer`.
 */
behindBalancer();

describe('drafts with their versions and events, documents, runs and the audit', async () =>
  void (await import('./keeping.test.ts')));
describe('keys', async () => void (await import('./keys.test.ts')));
describe('accounts and sessions', async () => void (await import('./accounts.test.ts')));
describe('rounds of consultation', async () => void (await import('./consultations.test.ts')));
describe('jobs, and those that are asked for twice', async () => void (await import('./job-ids.test.ts')));
