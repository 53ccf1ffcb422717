import answers from './example-answers.json' with { type: 'json' };

/**
 * An example of each question, complete in itself: what is asked, and what this version answers. A test asks
 * them all, so that none says what is not so; `npm run schema` writes the answers again.
 */

/** Two of four are to be nominated, one woman at least. */
const POOL = {
  csv: 'id,name,gender,born,merit\nA,An,female,1984-03-02,4\nB,Bình,male,1971-11-30,9\nC,Chi,female,1990-06-15,6\nD,Dũng,male,1966-01-08,8\n',
  reading: { mapping: { columns: { born: 'birthDate' } } },
} as const;
const RULES = {
  ruleSet: {
    id: 'two-of-four',
    title: { vi: 'Hai trong bốn', en: 'Two of four' },
    referenceDate: '2025-06-01',
    size: 2,
    facts: { merit: 'number' },
    rules: [
      {
        id: 'women',
        title: { vi: 'Nữ', en: 'Women' },
        count: { where: { fact: 'gender', operator: 'equal', value: 'female' }, min: 1 },
      },
      {
        id: 'under-40',
        title: { vi: 'Dưới 40 tuổi', en: 'Under 40' },
        strength: 'soft',
        weight: 2,
        count: { where: { fact: 'age', operator: 'lessThan', value: 40 }, min: 1 },
      },
    ],
    objective: [{ fact: 'merit', weight: 1 }],
  },
} as const;
const CASE = { pool: POOL, rules: RULES } as const;
/** Short: texts in one language, and of each slate only the rules that are not kept. */
const SHORT = { language: 'en', report: 'violations' } as const;
/** Two women are asked for at least, of whom one is left out. */
const IMPOSSIBLE = { scenario: { rules: { women: { min: 2 } } }, decisions: { exclude: ['A'] } } as const;

const YAML = `id: one-of-two
referenceDate: 2025-06-01
size: 1
facts: { merit: number }
objective: [{ fact: merit, weight: 1 }]
`;
const COURSES = `id: with-courses
referenceDate: 2025-06-01
size: 1
rules:
  - id: theory
    title: { vi: Lý luận chính trị, en: Political theory }
    strength: soft
    weight: 1
    require: { satisfy: { fact: politicalTheory, operator: equal, value: advanced } }
objective: [{ level: Rules, softRules: true }]
`;
const RESPONDENTS = 'id,region\n1,North\n2,South\n3,South\n';

/** What is asked, by operation. */
const BODIES: Readonly<Record<string, object>> = {
  verify: { ...CASE, proven: answers.propose, language: 'en' },
  check: { ...CASE, ...SHORT, slate: ['B', 'D'] },
  propose: { ...CASE, ...SHORT, proof: true },
  capacity: { ...CASE, language: 'en' },
  diagnose: { ...CASE, ...SHORT, ...IMPOSSIBLE },
  why: { ...CASE, ...SHORT, candidate: 'D' },
  cost: { ...CASE, ...SHORT, rule: 'women' },
  training: {
    pool: { csv: 'id,name,politicalTheory\nA,An,intermediate\n' },
    rules: { yaml: COURSES },
    slate: ['A'],
    language: 'en',
  },
  replace: { ...CASE, ...SHORT, slate: ['B', 'C'], candidate: 'C' },
  repair: { ...CASE, ...SHORT, slate: ['B', 'D'] },
  compare: {
    ...CASE,
    ...SHORT,
    base: true,
    scenarios: [{ id: 'two-women', title: { vi: 'Hai nữ', en: 'Two women' }, rules: { women: { min: 2 } } }],
  },
  tradeOff: { ...CASE, ...SHORT, measures: ['objective', 'women'] },
  robustness: { ...CASE, language: 'en', slate: ['B', 'C'], out: 1 },
  validateRules: { yaml: YAML },
  testRules: {
    yaml: YAML,
    tests:
      'tests:\n  - test: Nobody alone\n    pool: [{ id: A, merit: 1 }, { id: B, merit: 2 }]\n    slate: []\n    breaks: [size]\n',
  },
  validatePool: POOL,
  diffPools: { before: { csv: 'id,name\nA,An\n' }, after: [{ csv: 'id,name\nA,Anh\n' }] },
  mergePools: {
    before: { csv: 'id,name\nA,An\n' },
    after: [{ csv: 'id,name\nA,Anh\n' }],
    accept: ['A'],
  },
  validateUnits: { csv: 'unit,kind\nAn Lạc,ward\n' },
  importAssembly: {
    categories: 'category,name,min,max\nregion,North,1,1\nregion,South,1,1\n',
    respondents: RESPONDENTS,
    number: 2,
    seed: 'an example',
  },
  splitAssembly: { members: ['1'], respondents: RESPONDENTS },
  proposals: { ...CASE, ...SHORT, alternatives: 2 },
  sweeps: { ...CASE, vary: ['women=0..2'] },
  'trade-offs': { ...CASE, measures: ['objective', 'women'] },
  'robustness-studies': { ...CASE, slate: ['B', 'C'], out: 1 },
  batches: { cases: [{ id: 'one', pool: POOL }], rules: RULES },
};

/** What an operation is asked and answers, for example. */
export interface Example {
  readonly body: object;
  /** Absent where what is answered is not JSON, or changes from one time to the next. */
  readonly answer?: unknown;
}

/** The example of an operation, where it has one: a report of record is asked for as its question is. */
export function exampleOf(operation: string): Example | undefined {
  const body = BODIES[operation] ?? bodyOfReport(operation);
  const answer = (answers as Readonly<Record<string, unknown>>)[operation];
  return body && { body, ...(answer !== undefined && { answer }) };
}

function bodyOfReport(operation: string): object | undefined {
  const asked = BODIES[operation.replace(/Report$/, '')];
  if (asked === undefined) return undefined;
  const { report: _report, ...body } = asked as { readonly report?: unknown };
  return body;
}
