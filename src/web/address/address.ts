import { z } from 'zod';
import type { Changes, Work } from '../state/work.ts';
import { jsonIn } from '../../tables/text/json-text.ts';

/** The views of the page, in the order of the navigation; that of the board is in the menu of the account. */
export const VIEWS = [
  'start',
  'slate',
  'scenarios',
  'rules',
  'meeting',
  'drafts',
  'print',
  'batches',
  'board',
] as const;

/** A view of the page. */
export type View = (typeof VIEWS)[number];

/** What stands open beside a view. */
export interface Focus {
  readonly on: 'person' | 'rule';
  readonly id: string;
}

/** Where the page is: everything that its address says. */
export interface Address {
  readonly view: View;
  readonly focus: Focus | undefined;
}

/** `#/slate/person/HD-001`; what cannot be read is the start. */
export function addressIn(hash: string): Address {
  const path = hash.replace(/^#\/?/, '').split('?')[0] ?? '';
  const [name, on, id] = path.split('/').map((part) => decoded(part));
  const view = VIEWS.find((each) => each === name) ?? 'start';
  if ((on !== 'person' && on !== 'rule') || id === undefined || id === '') return { view, focus: undefined };
  return { view, focus: { on, id } };
}

/** The hash of an address. It names persons and rules by id and nothing else of them. */
export function hashOf({ view, focus }: Address): string {
  return focus === undefined ? `#/${view}` : `#/${view}/${focus.on}/${encodeURIComponent(focus.id)}`;
}

/** The parts of a piece of work that a link can carry: names, ids and numbers; never a table or a name of a person. */
interface SharedWork {
  readonly pool: string;
  readonly rules: string;
  /** Absent for a slate. */
  readonly units?: string;
  readonly changes: Changes;
  readonly pin: readonly string[];
  readonly exclude: readonly string[];
  readonly members: readonly string[];
}

/** What of this work a link can carry; `undefined` where candidates, rules or units are the user's own. */
export function sharedPart(work: Work): SharedWork | undefined {
  const { pool, rules, units, changes, pin, exclude, members } = work;
  if (pool.kind !== 'shipped' || rules.kind !== 'shipped' || units?.kind === 'own') return undefined;
  const decided = { changes, pin, exclude, members };
  return { pool: pool.name, rules: rules.id, ...(units && { units: units.name }), ...decided };
}

/** The hash that opens the same view of the same work in another browser. */
export function sharedHash(address: Address, shared: SharedWork): string {
  const { pool, rules, units, changes, pin, exclude, members } = shared;
  const query = new URLSearchParams({ pool, rules, ...(units !== undefined && { units }) });
  const lists = { pin, exclude, members };
  for (const [name, ids] of Object.entries(lists)) if (ids.length > 0) query.set(name, listed(ids));
  if (changes.size !== undefined || Object.keys(changes.rules).length > 0) {
    query.set('changes', JSON.stringify(changes));
  }
  return `${hashOf(address)}?${query.toString()}`;
}

const bound = z.union([z.number(), z.literal('none')]);
const sharedChanges = z.strictObject({
  rules: z.record(
    z.string(),
    z
      .strictObject({
        min: bound,
        max: bound,
        strength: z.enum(['hard', 'soft', 'off']),
        weight: z.number().positive(),
      })
      .partial(),
  ),
  size: z.strictObject({ min: z.int().min(1), max: z.int().min(1) }).optional(),
});

/** The work that a link carries; `undefined` if it carries none, or not in this form. */
export function sharedIn(hash: string): SharedWork | undefined {
  const query = new URLSearchParams(hash.split('?')[1] ?? '');
  const pool = query.get('pool');
  const rules = query.get('rules');
  if (pool === null || rules === null) return undefined;
  const changes = changesIn(query.get('changes') ?? '{"rules":{}}');
  if (changes === undefined) return undefined;
  const units = query.get('units');
  const ids = (name: string): readonly string[] => idsIn(query.get(name) ?? '').toSorted();
  return {
    pool,
    rules,
    ...(units !== null && { units }),
    changes,
    pin: ids('pin'),
    exclude: ids('exclude'),
    members: ids('members'),
  };
}

/** Ids as one text between tildes; of an id itself a tilde is written in another way, and the sign of that, too. */
function listed(ids: readonly string[]): string {
  return ids.map((id) => id.replaceAll(/[%~]/g, (sign) => (sign === '%' ? '%25' : '%7E'))).join('~');
}

function idsIn(text: string): readonly string[] {
  const ids = text.split('~').filter(Boolean);
  return ids.map((id) => id.replaceAll(/%(?:25|7E)/g, (sign) => (sign === '%25' ? '%' : '~')));
}

/** The hash that opens the same view of a draft that a store holds, for whoever may read there. */
export function draftHash(address: Address, id: string): string {
  return `${hashOf(address)}?${new URLSearchParams({ draft: id }).toString()}`;
}

/** The draft that a link names; `undefined` if it names none. */
export function draftNamedIn(hash: string): string | undefined {
  return new URLSearchParams(hash.split('?')[1] ?? '').get('draft') ?? undefined;
}

/**
 * Whether this is a link to work that cannot be read: it was cut on its way, written by hand, or names a
 * draft that is not there.
 *
 * @param opened the id of the draft that it has opened.
 */
export function isBrokenLink(hash: string, opened?: string): boolean {
  if ((hash.split('?')[1] ?? '') === '') return false;
  const draft = draftNamedIn(hash);
  return draft === undefined ? sharedIn(hash) === undefined : draft !== opened;
}

/** Changed quotas as JSON; `undefined` for anything else. */
export function changesIn(text: string): Changes | undefined {
  const read = sharedChanges.safeParse(jsonIn(text));
  return read.success ? (JSON.parse(JSON.stringify(read.data)) as Changes) : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
