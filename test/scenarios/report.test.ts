import { describe, expect, it } from 'vitest';
import type { Comparison, Sweep } from '../../src/scenarios/answers.ts';
import { comparisonReport } from '../../src/scenarios/compare-report.ts';
import { sweepCsv, sweepPicture, sweepReport } from '../../src/scenarios/sweep-report.ts';

const inputs = {
  pool: { sha256: 'a', size: 3 },
  rules: { id: 'r', sha256: 'b' },
  options: {},
};

const SWEEP: Sweep = {
  title: { vi: 'Danh sách <A>', en: 'Slate <A>' },
  variations: [
    { name: 'women', title: { vi: 'Nữ', en: 'Women' }, rule: 'women', side: 'exactly', values: ['1', '2'] },
    { name: 'size', title: { vi: 'Số lượng', en: 'Size' }, side: 'exactly', values: ['3', '4', '5'] },
  ],
  base: { status: 'optimal', objective: 10, members: ['A'] },
  cells: [
    {
      at: [0, 0],
      status: 'optimal',
      assurance: 'proven',
      objective: 10,
      members: ['A'],
      changes: { comes: [], goes: [] },
      frontier: false,
    },
    {
      at: [0, 1],
      status: 'optimal',
      objective: 8.5,
      members: ['B'],
      changes: { comes: ['B'], goes: ['A'] },
      frontier: true,
    },
    {
      at: [1, 1],
      status: 'infeasible',
      conflict: { rules: ['women', 'size'], message: { vi: 'mâu thuẫn', en: 'contradiction' } },
      frontier: false,
    },
    { at: [1, 2], status: 'unknown', frontier: false },
  ],
  total: 6,
  complete: false,
  milliseconds: 5,
  inputs,
};

const OUTCOME = { size: { min: 1, max: 1 }, capacity: [], inputs };
const COMPARISON: Comparison = {
  title: { vi: 'Danh sách', en: 'Slate' },
  scenarios: [
    {
      ...OUTCOME,
      id: 'one',
      title: { vi: 'Một', en: 'One' },
      status: 'optimal',
      objective: 3,
      members: ['A', 'B'],
    },
    {
      ...OUTCOME,
      id: 'two',
      title: { vi: 'Hai', en: 'Two' },
      status: 'optimal',
      objective: 2,
      members: ['A', 'C'],
    },
    {
      ...OUTCOME,
      id: 'none',
      title: { vi: 'Không', en: 'None' },
      status: 'infeasible',
      conflict: { rules: ['women'], message: { vi: 'vì thế', en: 'because' } },
    },
  ],
  rules: [
    {
      id: 'women',
      title: { vi: 'Nữ', en: 'Women' },
      kind: 'count',
      in: [
        { min: 1, max: 1, strength: 'hard', actual: 1, cost: 0 },
        null,
        { min: 3, max: 3, strength: 'hard' },
      ],
    },
  ],
  inAll: ['A'],
  inSome: [
    { candidate: 'B', scenarios: ['one'] },
    { candidate: 'C', scenarios: ['two'] },
  ],
  swaps: [{ from: 'one', to: 'two', comes: ['C'], goes: ['B'] }],
  milliseconds: 1,
};

/** Addresses that a page would fetch from; the names of XML languages are none. */
function addressesIn(html: string): readonly string[] {
  return (html.match(/(?:https?:)?\/\/[^\s"'<]+/g) ?? []).filter(
    (each) => !each.startsWith('http://www.w3.org/'),
  );
}

describe.each([
  ['sweep', sweepReport(SWEEP)],
  ['comparison', comparisonReport(COMPARISON, (id) => `<b>${id}</b>`)],
])('the report of a %s', (_, html) => {
  it('needs nothing but itself', () => {
    expect(addressesIn(html)).toEqual([]);
    expect(html).not.toMatch(/<script|<link|<img|url\((?!#)/);
  });

  it('says everything in both languages', () => {
    expect(html).toContain('lang="vi"');
    expect(html).toContain('lang="en"');
  });

  it('shows what people wrote as text', () => {
    expect(html).not.toContain('<A>');
    expect(html).not.toContain('<b>B</b>');
  });

  it('opens and closes the same elements', () => {
    const tags = ['table', 'tr', 'td', 'svg', 'g', 'text', 'span', 'div', 'p'];
    const count = (pattern: RegExp): number => html.match(pattern)?.length ?? 0;
    const opened = tags.map((tag) => [tag, count(new RegExp(`<${tag}[ >]`, 'g'))]);
    expect(tags.map((tag) => [tag, count(new RegExp(`</${tag}>`, 'g'))])).toEqual(opened);
  });
});

describe('a sweep', () => {
  it('is a picture with a square for every cell, hatched where no slate exists', () => {
    const svg = sweepPicture(SWEEP, 'en');
    expect(svg.match(/<rect [^>]*y="\d/g)).toHaveLength(6);
    expect(svg.match(/url\(#none-en\)/g)).toHaveLength(1);
    expect(svg).toContain('8.5');
  });

  it('is CSV with a line for every solved cell', () => {
    expect(sweepCsv(SWEEP).split('\n')).toEqual([
      'women,size,status,assurance,objective,difference,price,comes,goes,frontier,conflict,members',
      '1,3,optimal,proven,10,0,,,,false,,A',
      '1,4,optimal,,8.5,-1.5,,B,A,true,,B',
      '2,4,infeasible,,,,,,,false,women size,',
      '2,5,unknown,,,,,,,false,,',
      '',
    ]);
  });
});

it('a comparison shows who is on which slate, and what a rule needs and has', () => {
  const html = comparisonReport(COMPARISON, (id) => id);
  expect(html.match(/fill="#2b6cab"/g)).toHaveLength(4);
  expect(html).toContain('1 (exactly 1)');
  expect(html).toContain('because');
  expect(html).toContain('không áp dụng');
});
