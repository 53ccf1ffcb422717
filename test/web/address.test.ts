import { describe, expect, test } from 'vitest';
import {
  addressIn,
  hashOf,
  isBrokenLink,
  sharedHash,
  sharedIn,
  sharedPart,
  VIEWS,
} from '../../src/web/address/address.ts';
import { WORK } from './work.ts';

describe('an address', () => {
  test('names a view and what stands open beside it', () => {
    for (const view of VIEWS) {
      expect(addressIn(hashOf({ view, focus: undefined }))).toEqual({ view, focus: undefined });
    }
    const address = { view: 'slate', focus: { on: 'person', id: 'HD 1/ả?' } } as const;
    expect(addressIn(hashOf(address))).toEqual(address);
  });

  test('that cannot be read is the start', () => {
    for (const hash of ['', '#', '#/nowhere', '#/slate/person', '#/slate/person/%E0%A4%A']) {
      expect(addressIn(hash).focus).toBeUndefined();
    }
    expect(addressIn('#/nowhere').view).toBe('start');
  });
});

describe('a link to share', () => {
  const work = {
    ...WORK,
    pin: ['HD-001'],
    exclude: ['HD-002'],
    members: ['HD-001', 'HD-003'],
    changes: { rules: { women: { min: 12, max: 12 } }, size: { min: 45, max: 45 } },
  };

  test('opens the same work at the same view', () => {
    const address = { view: 'slate', focus: { on: 'rule', id: 'women' } } as const;
    const shared = sharedPart(work)!;
    const hash = sharedHash(address, shared);
    expect(addressIn(hash)).toEqual(address);
    expect(sharedIn(hash)).toEqual(shared);
  });

  test('carries the units of a placement, and appointments by their ids', () => {
    const address = { view: 'slate', focus: undefined } as const;
    const appointed = {
      ...work,
      pin: ['A'],
      exclude: [],
      members: ['A@Ái Quốc/secretary+chair', 'B@X/chair'],
    };
    const shared = sharedPart({ ...appointed, units: { kind: 'shipped', name: 'hai-duong-wards' } })!;
    expect(shared.units).toBe('hai-duong-wards');
    const hash = sharedHash(address, shared);
    expect(hash).not.toMatch(/[^\p{ASCII}]/u);
    expect(sharedIn(hash)).toEqual(shared);
    expect(sharedIn(sharedHash(address, sharedPart(work)!))).not.toHaveProperty('units');
  });

  test('carries ids in which there is a sign that parts them, or the sign that stands for it', () => {
    const address = { view: 'slate', focus: undefined } as const;
    const ids = ['100%', '50%7E', 'A~B', 'B%25', 'C~~', '~'];
    const shared = sharedPart({ ...work, pin: ids.slice(0, 2), exclude: ids.slice(2, 4), members: ids })!;
    expect(sharedIn(sharedHash(address, shared))).toEqual(shared);
  });

  test('cannot be made of tables or rules of one’s own: nothing of them leaves the machine', () => {
    expect(sharedPart({ ...work, pool: { kind: 'own', file: 'a.csv', csv: 'id,name\n' } })).toBeUndefined();
    expect(sharedPart({ ...work, rules: { kind: 'own', id: 'mine', yaml: '' } })).toBeUndefined();
    expect(sharedPart({ ...work, units: { kind: 'own', file: 'u.csv', csv: 'name\n' } })).toBeUndefined();
  });

  test('is none, and none that is broken, where the address only names a view', () => {
    for (const hash of ['', '#/slate', '#/slate?', '#/slate/rule/women']) {
      expect([hash, sharedIn(hash), isBrokenLink(hash)]).toEqual([hash, undefined, false]);
    }
    expect(isBrokenLink('#/slate?pool=a&rules=b')).toBe(false);
  });

  test('that was cut or written by hand opens nothing', () => {
    for (const hash of [
      '#/slate?pool=hai-duong',
      '#/slate?pool=a&rules=b&changes={',
      '#/slate?pool=a&rules=b&changes={"rules":{"women":{"min":"many"}}}',
    ]) {
      expect([hash, sharedIn(hash), isBrokenLink(hash)]).toEqual([hash, undefined, true]);
    }
  });
});
