import { beforeAll, describe, expect, test } from 'vitest';
import { openQuestion, type Question } from '../../../src/index.ts';
import type { Proposal } from '../../../src/slate/propose-answer.ts';

let question: Question;
let answer: Proposal;

beforeAll(async () => {
  question = await openQuestion({
    pool: { csv: 'id,name,gender,merit\nA,An,female,1\nB,Bình,male,9\nC,Cúc,female,2\nD,Dũng,male,4\n' },
    rules: {
      yaml: `id: two
title: Two
size: 2
referenceDate: 2020-06-05
facts: { merit: number }
rules: [{ id: women, count: { where: { fact: gender, operator: equal, value: female }, min: 1 } }]
objective: [{ level: Merit, terms: [{ fact: merit, weight: 1.5 }] }, { level: Women, terms: [{ where: { fact: gender, operator: equal, value: female }, weight: 1 }] }]
`,
    },
  });
  answer = await question.propose({ alternatives: 3, proof: true });
});

const [first, second] = [
  (change: object) => ({
    ...answer,
    slates: [{ ...answer.slates[0], ...change }, ...answer.slates.slice(1)],
  }),
  (change: object) => ({
    ...answer,
    slates: answer.slates.map((slate, index) => (index === 1 ? { ...slate, ...change } : slate)),
  }),
];

describe('what an answer says is what its proof says', () => {
  test('as it was given', async () => {
    expect(await question.verify(answer)).toMatchObject({ proven: true, slates: [true, true, true] });
  });

  test.each([
    ['points of the best slate', () => first({ objective: 99 }), 1],
    ['points of a level', () => first({ levels: [{ value: 16.5 }, { value: 2 }] }), 1],
    ['a level too many', () => first({ levels: [{ value: 16.5 }, { value: 1 }, { value: 0 }] }), 1],
    ['points of an alternative', () => second({ objective: 16.5 }), 2],
    ['what no slate exceeds', () => ({ ...answer, bound: 1000 }), 1],
  ])('%s', async (_, changed, number) => {
    expect(await question.verify(changed())).toMatchObject({
      proven: false,
      why: { code: 'proofs.points-differ', message: { en: expect.stringContaining(`slate ${number} has`) } },
    });
  });

  test('and a slate that is added to it is not proven', async () => {
    const more = { ...answer, slates: [...answer.slates, { members: ['A', 'D'] }] };
    expect(await question.verify(more)).toMatchObject({ proven: true, slates: [true, true, true, false] });
  });
});

describe('what holds no proof is told as that', () => {
  test.each([
    ['nothing', () => ({}), 'proofs.none'],
    ['an answer without one', () => ({ ...answer, proof: undefined }), 'proofs.missing'],
    ['another thing', () => ({ ...answer, proof: [] }), 'proofs.none'],
    ['another format', () => ({ ...answer, proof: { format: 'slate-proof/9' } }), 'proofs.malformed'],
    ['a tree without end', () => ({ ...answer, proof: nested(20_000) }), 'proofs.too-deep'],
  ])('%s', async (_, document, code) => {
    expect(await question.verify(document())).toMatchObject({ proven: false, why: { code } });
  });
});

/** A proof whose tree is a chain of so many splits. */
function nested(splits: number): object {
  let tree: object = { bound: [] };
  for (let split = 0; split < splits; split += 1) {
    tree = { split: { candidates: ['A'] }, atMost: 0, low: tree, high: { bound: [] } };
  }
  const levels = [{ unit: '1', value: 1, tree }];
  return { format: 'slate-proof/1', claim: 'optimal', slate: ['A'], levels };
}
