import { SMALL_CSV, SMALL_YAML } from '../running.ts';

const RESPONDENTS = 'id,gender\n1,Female\n2,Male\n3,Female\n';

/** Texts that mean something, by the name of their field. */
export const SOUND_TEXTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    csv: [SMALL_CSV, 'id,name\n', 'id,name,gender\nA,An,female\nA,An,female\n'],
    yaml: [SMALL_YAML, 'rules: [', 'id: x\n'],
    base64: [SMALL_CSV, SMALL_YAML, 'PK\u0003\u0004', ''].map((text) => Buffer.from(text).toString('base64')),
    id: ['one', 'one', 'hai-duong-2020', 'party-five-steps'],
    name: ['one', 'one', 'hai-duong', 'hai-duong-wards', 'another'],
    stage: ['standing-committee-1', 'key-cadres'],
    key: ['women', 'alternatives', 'id', 'pool', 'rules', '__proto__', 'constructor', 'x'],
    'If-Match': ['"1"', '"2"', '"0"', '*'],
  }),
);

/** Texts that may stand anywhere. */
export const TEXTS = 'A,B,C,2020-06-05,gender,female,47,vi,own,city,*,"1"'.split(',');

/** Whole values that fit together, by the name of their field: of random ones hardly any question is sound. */
export const SOUND_VALUES: ReadonlyMap<string, readonly unknown[]> = new Map(
  Object.entries({
    pool: [{ csv: SMALL_CSV }],
    rules: [{ yaml: SMALL_YAML }],
    slate: [['A', 'B']],
    candidate: ['A', 'C'],
    rule: ['women'],
    scenario: [{}, { rules: { women: { min: 1 } } }],
    scenarios: [[{ id: 'a' }, { id: 'b', rules: { women: { max: 2 } } }]],
    decisions: [{}, { pin: ['A'] }],
    vary: [['women=0..1']],
    measures: [['objective', 'women']],
    before: [{ csv: SMALL_CSV }],
    after: [[{ csv: SMALL_CSV.replace('D,Dũng', 'E,Em') }]],
    accept: [[]],
    categories: ['category,name,min,max\ngender,Female,1,1\ngender,Male,1,1\n'],
    respondents: [RESPONDENTS],
    members: [['1', '2']],
    number: [2],
    tests: ['tests:\n  - name: { vi: Một, en: One }\n    slate: [A, B]\n'],
    cases: [[{ id: 'one', pool: { csv: SMALL_CSV }, rules: { yaml: SMALL_YAML } }]],
    procedure: [{ id: 'party-five-steps' }],
    timeLimitMs: [1_000, 2_000],
    body: ['city'],
    base64: [Buffer.from(SMALL_CSV).toString('base64')],
    to: ['submitted'],
    kind: ['pool'],
    version: ['1', '1', '2'],
  }),
);
