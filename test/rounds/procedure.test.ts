import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { procedureIn, procedureJsonSchema } from '../../src/rounds/procedure.ts';
import { peopleIn } from '../../src/rounds/seat-bound.ts';
import { procedureIds, procedureNamed, shippedProcedure } from '../../src/rounds/shipped-procedures.ts';
import { phrase } from '../../src/words/catalogue.ts';
import { describeProblem, valueOf } from '../../src/words/problem.ts';

describe('the shipped procedures', () => {
  test('are the five steps of the Party and the three consultations of an election', async () => {
    expect(await procedureIds()).toEqual(['election-consultations', 'party-five-steps']);
    const party = valueOf(await shippedProcedure('party-five-steps'));
    expect(party.stages.map(({ carry }) => phrase('en', 'rounds.carry', carry))).toEqual([
      'all who stand go on',
      'those go on who have more than half of the votes',
      'those go on who have more than half of the votes; at most 30 % more than seats',
      'all who stand go on',
      'those go on who have more than half of the votes; at least 10 % more than seats and at most 15 % more than seats',
    ]);
    const election = valueOf(await shippedProcedure('election-consultations'));
    expect(election.stages.map(({ id }) => id)).toEqual(['first', 'second', 'voters', 'third']);
    expect(election.stages.map(({ carry }) => phrase('vi', 'rounds.carry', carry))).toEqual([
      'thống nhất số lượng cần giới thiệu; chưa nêu tên ai; số dư ít nhất 2 người ở mỗi đơn vị',
      'tiếp tục những người có trong danh sách đã thống nhất; số dư ít nhất 2 người ở mỗi đơn vị',
      'tiếp tục những người được trên một nửa số phiếu',
      'tiếp tục những người có trong danh sách đã thống nhất; số dư ít nhất 2 người ở mỗi đơn vị',
    ]);
    expect(peopleIn(election.stages[3]!.carry.least!, { seats: 500, units: 182 }, 'up')).toBe(864);
  });

  test('say of every stage where its figures come from', async () => {
    for (const id of await procedureIds()) {
      const { stages } = valueOf(await shippedProcedure(id));
      expect(stages.every(({ source }) => source !== undefined && /minh họa|báo chí/.test(source.vi))).toBe(
        true,
      );
    }
  });

  test('are told from names that there are not', async () => {
    const found = await procedureNamed('party-five-step');
    expect(found.ok || found.problems.map((each) => describeProblem(each, 'en'))).toEqual([
      'there is no procedure “party-five-step”; did you mean “party-five-steps”?',
    ]);
  });
});

test('a procedure of somebody tells all that is wrong with it, at line and column', () => {
  const text = `id: ours
title: Ours
stages:
  - id: one
    title: One
    carry: { by: votes, moreThan: half, most: seats - 1 }
  - id: one
    title: Two
    carry: { by: votes }
  - id: three
    title: Three
    carry: { by: everybody, atLeast: 1/2 }
  - id: four
    title: Four
    carry: { by: votes, atLeast: 3/2 }
`;
  const found = procedureIn(Buffer.from(text), 'ours.yaml');
  expect(found.ok || found.problems.map((each) => describeProblem(each, 'en').replace(/;.*/, ''))).toEqual([
    expect.stringMatching(/^ours\.yaml:7:9: .*there are two stages “one”$/),
    expect.stringMatching(/^ours\.yaml:6:35: .*“half” is no share of the votes$/),
    expect.stringMatching(/^ours\.yaml:6:47: .*“seats - 1” does not say how many people$/),
    expect.stringMatching(/^ours\.yaml:9:.*by: votes needs either moreThan or atLeast, one of them$/),
    expect.stringMatching(/^ours\.yaml:12:38: .*by: everybody counts no votes$/),
    expect.stringMatching(/^ours\.yaml:15:34: .*“3\/2” is no share of the votes$/),
  ]);
  const misshapen = procedureIn(
    Buffer.from('id: ours\nstages: [{ id: x, title: X, carry: { by: dice } }]\n'),
    'ours.yaml',
  );
  expect(misshapen.ok || misshapen.problems).toHaveLength(2);
});

test('the procedure in the README is one', () => {
  const text = readFileSync('README.md', 'utf8');
  const [, shown] = /```yml\n([^`]*stages:[^`]*)```/.exec(text) ?? [];
  expect(valueOf(procedureIn(Buffer.from(shown ?? ''), 'README.md')).stages).toHaveLength(2);
});

test('the JSON Schema of procedures is written by `npm run schema`', () => {
  const committed: unknown = JSON.parse(readFileSync('rules/procedures/procedure.schema.json', 'utf8'));
  expect(committed).toEqual(JSON.parse(JSON.stringify(procedureJsonSchema())));
});
