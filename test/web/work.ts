import fc from 'fast-check';
import type { Action } from '../../src/web/state/reduce.ts';
import { newWork, type Work } from '../../src/web/state/work.ts';

/** Work on the reference case with nothing decided. */
export const WORK: Work = newWork(
  { kind: 'shipped', name: 'hai-duong' },
  { kind: 'shipped', id: 'hai-duong-2020' },
);

const person = fc.constantFrom('A', 'B', 'C', 'D', 'E');
const people = fc.uniqueArray(person);
const change = fc.record(
  {
    min: fc.oneof(fc.nat(9), fc.constant('none' as const)),
    max: fc.nat(9),
    weight: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: [] },
);
const changes = fc.record({ rules: fc.dictionary(fc.constantFrom('women', 'young'), change) });

/** Anything that a board can do. */
export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  person.map((id): Action => ({ do: 'pin', id })),
  person.map((id): Action => ({ do: 'exclude', id })),
  person.map((id): Action => ({ do: 'release', id })),
  person.map((id): Action => ({ do: 'add', id })),
  person.map((id): Action => ({ do: 'remove', id })),
  fc.tuple(person, person).map(([out, comes]): Action => ({ do: 'swap', out, in: comes })),
  people.map((members): Action => ({ do: 'take', members, from: 'proposal' })),
  change.map((each): Action => ({ do: 'change-rule', rule: 'women', change: each })),
  fc.constant<Action>({ do: 'change-rule', rule: 'women', change: undefined }),
  fc.constant<Action>({ do: 'change-size', size: { min: 2, max: 3 } }),
  fc.tuple(changes, people).map(([all, members]): Action => ({ do: 'take-changes', changes: all, members })),
  changes.map((all): Action => ({ do: 'keep-scenario', scenario: { id: 's', title: 'S', changes: all } })),
  fc.constant<Action>({ do: 'drop-scenario', id: 's' }),
  fc.constant<Action>({ do: 'restore-rules' }),
  fc.constant<Action>({ do: 'edit-rules', rules: { kind: 'own', id: 'mine', yaml: 'id: mine\n' } }),
  fc.constant<Action>({ do: 'choose-units', units: { kind: 'own', file: 'u.csv', csv: 'name\nX\n' } }),
  fc.constant<Action>({ do: 'mend-units', units: { kind: 'own', file: 'u.csv', csv: 'name\nY\n' } }),
  fc.constant<Action>({ do: 'choose-units', units: undefined }),
  fc.constantFrom('age · A · 14', 'age · B · 15').map((key): Action => ({ do: 'accept-notice', key })),
  fc.option(fc.constantFrom('Một', 'Hai'), { nil: undefined }).map((sheet): Action => ({
    do: 'choose-pool',
    pool: { kind: 'workbook', file: 'a.xlsx', base64: 'UEsDBA==', ...(sheet !== undefined && { sheet }) },
  })),
  fc.constant<Action>({
    do: 'choose-rules',
    rules: { kind: 'shipped', id: 'wards' },
    with: { pool: { kind: 'shipped', name: 'wards' }, units: { kind: 'shipped', name: 'wards' } },
  }),
  fc
    .tuple(person, people)
    .map(([id, leave]): Action => ({ do: 'appoint', id: `${id}@X/chair`, person: id, leave })),
  person.map((id): Action => ({ do: 'pin-person', id })),
  fc.tuple(person, people).map(([id, appointments]): Action => ({ do: 'exclude-person', id, appointments })),
  fc.constantFrom('id', 'name', 'gender').map((as): Action => ({
    do: 'map-pool',
    pool: { kind: 'own', file: 'a.csv', csv: 'id,name\nA,An\n', mapping: { columns: { Mã: as } }, kept: 'k' },
  })),
  people.map((ids): Action => ({
    do: 'take-delivery',
    pool: { kind: 'own', file: 'b.csv', csv: 'id,name\nA,An\n' },
    ids,
  })),
  fc.constant<Action>({ do: 'choose-pool', pool: { kind: 'own', file: 'a.csv', csv: 'id,name\nA,An\n' } }),
);
