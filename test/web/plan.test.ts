import { describe, expect, test } from 'vitest';
import { peopleOf } from '../../src/web/people/person.ts';
import { differingPosts } from '../../src/web/placements/differing-posts.ts';
import { gridOf, type PlanFacts } from '../../src/web/placements/grid.ts';
import { movesOf } from '../../src/web/placements/moves.ts';
import { movesLayout } from '../../src/web/placements/moves-layout.ts';
import {
  displacedBy,
  openingKey,
  placedId,
  planGround,
  titlesInColumns,
} from '../../src/web/placements/plan.ts';
import { planChanges } from '../../src/web/placements/plan-exchange.ts';
import { presentPlan } from '../../src/web/placements/present-plan.ts';
import { rankedFor } from '../../src/web/placements/ranked-for-post.ts';
import { withNames } from '../../src/web/shared/ids-as-names.ts';
import {
  type ShippedPool as Pool,
  type ShippedRules as Rules,
  withPool,
  withRules,
} from '../../src/web/start/choices/fitting.ts';

const title = (id: string, max = 1) => ({
  id,
  title: { vi: id, en: id },
  seats: { min: 1, max },
  vacancy: 1,
  concurrent: false,
});
const TITLES = [title('secretary'), title('deputy'), title('chair'), title('expert', 2)];
const UNITS = {
  units: [
    { name: 'Ái Quốc', kind: 'ward' },
    { name: 'An/Thượng @2', kind: 'commune' },
  ],
};
const PLAN = planGround(['A', 'B', 'C', 'D'], UNITS, { titles: TITLES, combined: [['secretary', 'chair']] });
const [WARD, COMMUNE] = ['Ái Quốc', 'An/Thượng @2'] as const;

const appointment = (id: string, more: object) => {
  const { candidate, unit, titles } = PLAN.find(id)!;
  const posts = titles.map((each) => ({ title: each, unit }));
  return { id, candidate, unit, posts, stays: false, ...more };
};
const posts = [WARD, COMMUNE].flatMap((unit) =>
  ['secretary', 'deputy', 'chair'].map((each) => ({ unit, title: each, holders: [] as string[] })),
);

describe('the ground of a placement', () => {
  test('reads the ids of appointments, whatever names units have', () => {
    const place = { unit: COMMUNE, titles: ['secretary', 'chair'] };
    const id = placedId('A', place);
    expect(PLAN.find(id)).toEqual({ ...place, id, candidate: 'A' });
    for (const other of ['A', 'X@Ái Quốc/chair', 'A@Nowhere/chair', 'A@Ái Quốc/king', '@Ái Quốc/chair']) {
      expect(PLAN.find(other)).toBeUndefined();
    }
    expect(PLAN.opening(openingKey(place))).toEqual(place);
    expect(PLAN.opening(id)).toBeUndefined();
  });

  test('has titles that are held together beside each other', () => {
    expect(titlesInColumns(PLAN).map(({ id }) => id)).toEqual(['secretary', 'chair', 'deputy', 'expert']);
  });

  test('says who must make room: whoever holds a title without a seat to spare, and oneself elsewhere', () => {
    const came = (id: string) => PLAN.find(id)!;
    const members = ['A@Ái Quốc/secretary+chair', 'B@Ái Quốc/deputy', 'C@Ái Quốc/expert'];
    expect(displacedBy(came('B@Ái Quốc/chair'), members, PLAN)).toEqual([
      'B@Ái Quốc/deputy',
      'A@Ái Quốc/secretary+chair',
    ]);
    expect(displacedBy(came('D@Ái Quốc/expert'), members, PLAN)).toEqual([]);
    const full = [...members, 'D@Ái Quốc/expert'];
    expect(displacedBy(came('B@Ái Quốc/expert'), full, PLAN, 'D@Ái Quốc/expert')).toEqual([
      'B@Ái Quốc/deputy',
      'D@Ái Quốc/expert',
    ]);
  });
});

describe('the grid', () => {
  const facts: PlanFacts = {
    posts: posts.map((post) =>
      post.unit === WARD && post.title === 'chair' ? { ...post, holders: ['D'] } : post,
    ),
    appointments: [appointment('A@Ái Quốc/secretary+chair', { rotation: 'none', from: WARD })],
  };
  const members = ['A@Ái Quốc/secretary+chair', 'B@Ái Quốc/deputy', 'gone@Ái Quốc/chair'];
  const { sections } = gridOf(members, PLAN, facts);
  const groups = sections[0]!.groups;

  test('has a row a unit by kind, and a combined post across its titles', () => {
    expect(groups.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['ward', 1],
      ['commune', 1],
    ]);
    const [first, second] = groups[0]!.rows[0]!.cells;
    expect(first?.titles.map(({ id }) => id)).toEqual(['secretary', 'chair']);
    expect(first?.holders.map(({ candidate }) => candidate)).toEqual(['A']);
    expect(first?.replaced).toEqual(['D']);
    // Just appointed: the service has not said yet what move it is.
    expect(second?.holders.map(({ candidate, facts: known }) => [candidate, known])).toEqual([
      ['B', undefined],
    ]);
  });

  test('has no column for titles that no unit of a kind has, and a table of its own where one has more', () => {
    const columnsIn = (more: typeof posts): readonly string[] =>
      gridOf(members, PLAN, { ...facts, posts: [...posts, ...more] }).sections.map(({ columns }) =>
        columns.map(({ id }) => id).join(' '),
      );
    expect(columnsIn([])).toEqual(['secretary chair deputy']);
    expect(columnsIn([{ unit: WARD, title: 'expert', holders: [] }])).toEqual([
      'secretary chair deputy expert',
      'secretary chair deputy',
    ]);
  });

  test('shows what is vacant', () => {
    const cells = groups[1]!.rows[0]!.cells;
    expect(cells.map(({ exists, vacant }) => [exists, vacant])).toEqual([
      [true, 1],
      [true, 1],
      [true, 1],
    ]);
  });
});

describe('the moves of a plan', () => {
  const facts: PlanFacts = {
    posts: posts.map((post) => (post.unit === COMMUNE ? { ...post, holders: ['B', 'D'] } : post)),
    appointments: [
      appointment(`B@${COMMUNE}/deputy`, { stays: true, rotation: 'none', from: COMMUNE }),
      appointment('A@Ái Quốc/chair', { rotation: 'city-to-ward', from: 'Ban Tổ chức' }),
      appointment(`C@${COMMUNE}/chair`, { rotation: 'none', from: COMMUNE }),
    ],
  };

  test('are all but those who stay, and who gives up a post', () => {
    expect(movesOf(facts).map(({ candidate, move, from, to }) => [candidate, move, from, to])).toEqual([
      ['A', 'city-to-ward', 'Ban Tổ chức', WARD],
      ['C', 'within', COMMUNE, COMMUNE],
      ['D', 'leaves', COMMUNE, undefined],
    ]);
  });

  test('are drawn each from its unit on the left to its unit on the right', () => {
    const { left, right, moves, height } = movesLayout(movesOf(facts));
    expect(new Set(left.map(({ unit }) => unit))).toEqual(new Set([COMMUNE, 'Ban Tổ chức']));
    for (const { from, to, start, end } of moves) {
      const [begin, stop] = [left.find(({ unit }) => unit === from)!, right.find(({ unit }) => unit === to)!];
      expect(start > begin.y && start < begin.y + begin.height).toBe(true);
      expect(end > stop.y && end < stop.y + stop.height && end < height).toBe(true);
    }
    expect(new Set(moves.map(({ end }) => end)).size).toBe(moves.length);
  });
});

describe('a plan and another', () => {
  test('differ person by person: who comes, who moves, who goes', () => {
    const changes = planChanges(
      ['A@Ái Quốc/chair', 'B@Ái Quốc/deputy'],
      ['B@Ái Quốc/chair', 'C@Ái Quốc/deputy'],
      PLAN,
    );
    expect(changes.map(({ candidate, from, to }) => [candidate, from?.titles[0], to?.titles[0]])).toEqual([
      ['C', undefined, 'deputy'],
      ['B', 'deputy', 'chair'],
      ['A', 'chair', undefined],
    ]);
  });

  test('can begin with who holds the posts now, combined where the rules allow it', () => {
    const held = [
      { unit: WARD, title: 'secretary', holders: ['A'] },
      { unit: WARD, title: 'chair', holders: ['A'] },
      { unit: WARD, title: 'deputy', holders: ['B'] },
      { unit: COMMUNE, title: 'deputy', holders: ['C', 'A'] },
      { unit: COMMUNE, title: 'chair', holders: ['C'] },
    ];
    expect(presentPlan(held, PLAN)).toEqual([
      'A@Ái Quốc/secretary+chair',
      'B@Ái Quốc/deputy',
      `C@${COMMUNE}/deputy`,
    ]);
  });
});

describe('candidates for a post', () => {
  const pool = {
    size: 4,
    headings: ['id', 'name'],
    rows: ['A', 'B', 'C', 'D'].map((id) => ({ id, name: `Tên ${id}` })),
    sha256: '',
  };
  const people = peopleOf(pool, '2020-06-05');
  const place = { unit: WARD, titles: ['chair'] };
  const rules = [
    { id: 'theory', strength: 'hard' },
    { id: 'degree', strength: 'soft' },
  ] as const;
  const message = { vi: '', en: '' };

  test('come with the eligible first, and of them who has no post yet', () => {
    const answer = {
      ineligible: [
        { candidate: placedId('A', place), rule: 'theory', fact: 'politicalTheory', message },
        { candidate: placedId('C', place), rule: 'degree', fact: 'degree', message },
      ],
    };
    const ranked = rankedFor(place, { people, plan: PLAN, members: ['B@Ái Quốc/deputy'] }, answer, rules);
    expect(ranked.map(({ person, barredBy, elsewhere }) => [person.id, barredBy, elsewhere])).toEqual([
      ['C', [], undefined],
      ['D', [], undefined],
      ['B', [], 'B@Ái Quốc/deputy'],
      ['A', ['theory'], undefined],
    ]);
  });

  test('are named in sentences of the service with their posts', () => {
    const appointed = {
      ...people,
      appointment: (id: string) => {
        const placed = PLAN.find(id);
        const person = placed && people.byId.get(placed.candidate);
        return person && { person, post: 'Chủ tịch', words: `${person.name} (Chủ tịch)` };
      },
    };
    expect(withNames('A@Ái Quốc/chair thay “B”; C@Nowhere/chair không.', appointed)).toBe(
      'Tên A (Chủ tịch) thay Tên B; Tên C@Nowhere/chair không.',
    );
  });
});

describe('plans side by side', () => {
  test('differ in the posts that not all give to the same', () => {
    const one = {
      appointments: [appointment('A@Ái Quốc/secretary', {}), appointment('B@Ái Quốc/chair', {})],
    };
    const other = { appointments: [appointment('A@Ái Quốc/secretary+chair', {})] };
    expect(differingPosts([one, other])).toEqual([
      {
        unit: WARD,
        title: 'chair',
        holders: [['B@Ái Quốc/chair'], ['A@Ái Quốc/secretary+chair']],
      },
    ]);
  });
});

describe('candidates, rules and units that go together', () => {
  const shipped = (name: string) => ({ kind: 'shipped', name }) as const;
  const text = { vi: '', en: '' };
  const shelf = {
    pools: [
      { name: 'both', title: text, rules: 'both-2020', size: 320, units: 26 },
      { name: 'hai-duong', title: text, rules: 'hai-duong-2020', size: 120 },
      { name: 'hai-duong-wards', title: text, rules: 'ward-leadership-2020', size: 200, units: 25 },
    ],
    ruleSets: [
      { id: 'both-2020', title: text, titles: true },
      { id: 'directive-35', title: text, titles: false },
      { id: 'hai-duong-2020', title: text, titles: false },
      { id: 'ward-leadership-2020', title: text, titles: true },
    ],
  };
  const [both, directive, slate, wards] = shelf.ruleSets as [Rules, Rules, Rules, Rules];

  test('rules bring the pool that is made for them, and its units', () => {
    const table = shipped('hai-duong-wards');
    expect(withRules({ pool: shipped('hai-duong'), units: undefined }, wards, shelf)).toEqual({
      pool: table,
      units: table,
    });
    expect(withRules({ pool: table, units: undefined }, wards, shelf)).toEqual({ units: table });
    expect(withRules({ pool: table, units: table }, wards, shelf)).toEqual({});
    expect(withRules({ pool: table, units: table }, slate, shelf)).toEqual({
      pool: shipped('hai-duong'),
      units: undefined,
    });
    expect(withRules({ pool: table, units: table }, both, shelf)).toEqual({
      pool: shipped('both'),
      units: shipped('both'),
    });
  });

  test('rules that no pool is made for keep the one there is, if it has what they need', () => {
    const table = shipped('hai-duong-wards');
    expect(withRules({ pool: shipped('hai-duong'), units: undefined }, directive, shelf)).toEqual({});
    expect(withRules({ pool: table, units: table }, directive, shelf)).toEqual({
      pool: shipped('hai-duong'),
      units: undefined,
    });
    const mine = { id: 'mine', titles: true };
    expect(withRules({ pool: table, units: table }, mine, shelf)).toEqual({});
  });

  test('tables of one’s own are never put away for shipped ones', () => {
    const own = { kind: 'own', file: 'mine.csv', csv: 'id,name\n' } as const;
    expect(withRules({ pool: own, units: undefined }, wards, shelf)).toEqual({});
    expect(withRules({ pool: own, units: own }, slate, shelf)).toEqual({ units: undefined });
    expect(withRules({ pool: shipped('hai-duong-wards'), units: own }, both, shelf)).toEqual({
      pool: shipped('both'),
    });
  });

  test('a pool brings its units and the rules that take them', () => {
    const [, people, leaders] = shelf.pools as [Pool, Pool, Pool];
    const rules = (id: string) => ({ kind: 'shipped', id }) as const;
    const under = (id: string | undefined, titles: boolean) => ({ shipped: id, titles });
    expect(withPool(under('hai-duong-2020', false), leaders, shelf)).toEqual({
      units: shipped('hai-duong-wards'),
      rules: rules('ward-leadership-2020'),
    });
    expect(withPool(under('both-2020', true), leaders, shelf)).toEqual({
      units: shipped('hai-duong-wards'),
      rules: rules('ward-leadership-2020'),
    });
    expect(withPool(under('both-2020', true), people, shelf)).toEqual({
      units: undefined,
      rules: rules('hai-duong-2020'),
    });
    // Rules of one's own, and those that no pool is made for, stay.
    expect(withPool(under(undefined, true), leaders, shelf)).toEqual({ units: shipped('hai-duong-wards') });
    expect(withPool(under('directive-35', false), people, shelf)).toEqual({ units: undefined });
  });
});
