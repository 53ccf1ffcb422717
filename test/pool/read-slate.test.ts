import { describe, expect, it } from 'vitest';
import { poolFromCandidates } from '../../src/pool/reading/read-candidates.ts';
import { readSlate, unknownMembers } from '../../src/pool/read-slate.ts';
import { valueOf } from '../../src/words/problem.ts';

describe('readSlate', () => {
  it.each([
    ['a CSV with a column of ids', 'STT,Mã,Họ tên\n1,a,"A, B"\n2,b,B\n'],
    ['semicolons', 'mã;tên\na;A\nb;B'],
    ['a list under a heading', 'id\na\nb\n'],
    ['a plain list', 'a\r\n\r\n b \n'],
    ['a JSON list', ' ["a", "b"]'],
    [
      'an answer of propose',
      '{"status":"optimal","slates":[{"members":["a","b"],"objective":0},{"members":["c"]}]}',
    ],
    ['a byte order mark', '\uFEFFid\na\nb'],
  ])('reads %s', (_, text) => {
    expect(valueOf(readSlate(text, 'slate')).ids).toEqual(['a', 'b']);
    expect(valueOf(readSlate(Buffer.from(text), 'slate')).ids).toEqual(['a', 'b']);
  });

  it.each([
    ['', 'pool.slate-empty'],
    ['id,name\n', 'pool.slate-empty'],
    ['[]', 'pool.slate-empty'],
    ['x,y\n1,2', 'pool.slate-no-id-column'],
    ['name\nAn\nCúc\n', 'pool.slate-of-names'],
    ['Họ và tên\nAn\n', 'pool.slate-of-names'],
    ['# Board\nid: board\nreferenceDate: 2026-06-30\nsize: 2\nrules: []\n', 'pool.slate-is-rules'],
    ['id: board\ntitle: { vi: Hội đồng, en: Board }\nsize: { min: 5, max: 12 }\n', 'pool.slate-is-rules'],
    ['[1, 2]', 'pool.slate-not-ids'],
    ['["a"', 'pool.slate-not-ids'],
    ['{"status": "infeasible", "slates": []}', 'pool.slate-not-ids'],
    ['{"compliant": true,\n"rules": []}', 'pool.slate-not-ids'],
    ['{"slates": [{"members": ["a"', 'pool.slate-not-ids'],
    ['{"slates": [{"members": ["a", "a"]}]}', 'pool.slate-duplicate'],
    ['id\na\nb\na\n', 'pool.slate-duplicate'],
    ['["a", "a"]', 'pool.slate-duplicate'],
    ['id\n"a', 'pool.unterminated-quote'],
    ['id\na"b', 'pool.stray-quote'],
  ])('refuses %j: %s', (text, code) => {
    expect(readSlate(text, 'slate')).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('refuses what is not UTF-8', () => {
    expect(readSlate(Buffer.from('id\n\u00c9', 'latin1'), 'slate')).toMatchObject({
      problems: [{ code: 'pool.not-decoded', place: { line: 2 } }],
    });
  });

  it('says on which lines an id is twice', () => {
    expect(readSlate('id\na\n\na\n', 'slate')).toMatchObject({
      problems: [{ parameters: { id: 'a', first: 2, second: 4 }, place: { file: 'slate', line: 4 } }],
    });
  });
});

describe('unknownMembers', () => {
  it.each([
    ['id\na\n\nb\n', { file: 'slate', line: 4 }],
    ['["a", "b"]', { file: 'slate', field: '/1' }],
  ])('says where an id stands that nobody has: %j', (text, place) => {
    const pool = valueOf(poolFromCandidates([{ id: 'a', name: 'A' }], 'pool'));
    const { ids, placeOf } = valueOf(readSlate(text, 'slate'));
    expect(unknownMembers(pool, ids, placeOf).map((found) => found.place)).toEqual([place]);
  });

  it('names the ids that the pool does not have', () => {
    const pool = valueOf(poolFromCandidates([{ id: 'a', name: 'A' }], 'pool'));
    expect(unknownMembers(pool, ['a', 'b', 'toString']).map(({ parameters }) => parameters)).toEqual([
      { id: 'b' },
      { id: 'toString' },
    ]);
  });
});
