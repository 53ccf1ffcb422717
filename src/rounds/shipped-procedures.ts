import { readdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { stateOf } from '../opening/shipped.ts';
import { bytesOfFile } from '../tables/read-file.ts';
import { ID } from '../rules/id.ts';
import { nearest } from '../rules/problems/nearest.ts';
import { RULES_FOLDER } from '../rules/load.ts';
import { problem, type Reading } from '../words/problem.ts';
import { type Procedure, procedureIn } from './procedure.ts';

/** The folder of the procedures that come with Slate, beside the rule sets. */
const FOLDER = join(RULES_FOLDER, 'procedures');

/** The ids of the procedures that come with Slate, in order. */
export async function procedureIds(): Promise<readonly string[]> {
  const files = await readdir(FOLDER);
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => parse(file).name)
    .toSorted();
}

/** A shipped procedure by its id. */
export async function shippedProcedure(id: string): Promise<Reading<Procedure>> {
  const allowed = await procedureIds();
  if (!allowed.includes(id)) {
    const meant = nearest(id, allowed);
    const named = { id, allowed, ...(meant !== undefined && { meant }) };
    return { ok: false, problems: [problem('rounds.no-procedure', named)] };
  }
  return readOnce(join(FOLDER, `${id}.yaml`), `${id}.yaml`);
}

/** By path, with the state of the file: a service is asked for the same few again and again. */
const shipped = new Map<string, { readonly state: string; readonly read: Reading<Procedure> }>();

async function readOnce(path: string, shown: string): Promise<Reading<Procedure>> {
  const state = stateOf(path) ?? '';
  const before = shipped.get(path);
  if (before?.state === state) return before.read;
  const read = await procedureInFile(path, shown);
  shipped.set(path, { state, read });
  return read;
}

/** A procedure as people name it: the id of a shipped one, or a file of their own. */
export async function procedureNamed(named: string): Promise<Reading<Procedure>> {
  return ID.test(named) ? shippedProcedure(named) : procedureInFile(named, named);
}

async function procedureInFile(path: string, shown: string): Promise<Reading<Procedure>> {
  const bytes = await bytesOfFile(path);
  return bytes.ok ? procedureIn(bytes.value, shown) : bytes;
}
