import { afterAll, describe, expect, it } from 'vitest';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { openPlacement } from '../../src/placements/placement.ts';
import { trainingNeeds } from '../../src/placements/training.ts';
import { readUnits } from '../../src/placements/read-units.ts';
import { readPoolFile } from '../../src/pool/reading/read-csv.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { parseRuleSet } from '../../src/rules/parse-rule-set.ts';
import { openCase } from '../../src/slate/case.ts';
import { checkSlate } from '../../src/check/check.ts';
import { propose } from '../../src/slate/propose.ts';
import { InputError, describeProblem, valueOf } from '../../src/words/problem.ts';
import { groundFrom, placementFrom, RULES } from './reading.ts';
import { rowDecisions } from '../../src/check/row-decisions.ts';

afterAll(closeSolverThreads);

const UNITS = 'name,kind,secretary,chair\nX,ward,A,B\nY,ward,,\n';
const POOL = `id,name,unit,homeUnit,bloc,merit,politicalTheory,gender
A,An,X,X,ward,5,advanced,male
B,Ba,X,X,ward,4,none,female
C,Cả,Y,Y,ward,3,advanced,female
D,Du,Nội vụ,X,government,1,intermediate,male
`;
const MERIT = 'facts: { merit: number }\nobjective: [{ fact: merit, weight: 1 }]';

const members = async (rules: string, options = {}) => {
  const asked = await placementFrom({ rules, units: UNITS, pool: POOL }, options);
  const { status, slates } = await propose(asked, { solver: 'highs' });
  return { status, members: slates[0]?.members, asked };
};

it('fills every title with one person each, the best overall', async () => {
  const { status, members: found } = await members(`${RULES}${MERIT}`);
  expect(status).toBe('optimal');
  expect(found!.map((id) => id.replace(/@.*/, ''))).toEqual(['A', 'B', 'C', 'D']);
});

it('combines titles where a rule on units asks for it', async () => {
  const rule =
    'rules: [{ id: c, share: { where: { fact: combined, operator: equal, value: true }, min: 100 % }, per: unit }]';
  const { members: found } = await members(`${RULES}${MERIT}\n${rule}`);
  expect(found).toHaveLength(2);
  expect(found!.every((id) => id.endsWith('/secretary+chair'))).toBe(true);
});

describe('vacancies', () => {
  const rules = (vacancy: string) => `${RULES.replaceAll('bloc:', `vacancy: ${vacancy}, bloc:`)}${MERIT}
rules: [{ id: few, count: { max: 2 } }, { id: apart, count: { where: { fact: combined, operator: equal, value: true }, max: 0 } }]`;

  it('are forbidden unless they have a price', async () => {
    expect((await members(rules('never'))).status).toBe('infeasible');
  });

  it('cost their price and are told as goals missed', async () => {
    const { asked } = await members(rules('3'));
    const [best] = (await propose(asked, { solver: 'highs' })).slates;
    expect(best!.members).toHaveLength(2);
    expect(best!.objective).toBe(5 + 4 - 2 * 3);
  });
});

describe('decisions', () => {
  it('on a person are about all their appointments', async () => {
    const few = `${RULES.replaceAll('bloc:', 'vacancy: 1, bloc:')}${MERIT}\nrules: [{ id: few, count: { max: 1 } }]`;
    expect((await members(few)).members![0]).toMatch(/^A@/);
    const decisions = { pin: ['D'], exclude: ['A'], together: [], apart: [] };
    expect((await members(few, { decisions })).members).toHaveLength(1);
    expect((await members(few, { decisions })).members![0]).toMatch(/^D@/);
  });

  it('on an appointment are about that one', async () => {
    const decisions = { pin: ['D@Y/chair'], exclude: ['A@X/secretary'], together: [], apart: [['A', 'B']] };
    const priced = `${RULES.replaceAll('bloc:', 'vacancy: 1, bloc:')}${MERIT}`;
    const { members: found } = await members(priced, { decisions });
    expect(found).toContain('D@Y/chair');
    expect(found!.filter((id) => /^[AB]@/.test(id))).toHaveLength(1);
    expect(found).not.toContain('A@X/secretary');
  });

  it('tie persons whatever they are appointed to, and take a person off by one decision', async () => {
    const priced = `${RULES.replaceAll('bloc:', 'vacancy: 1, bloc:')}${MERIT}
rules: [{ id: few, count: { max: 3 } }, { id: alone, count: { where: { fact: combined, operator: equal, value: true }, max: 0 } }]`;
    const decisions = { pin: [], exclude: ['B'], together: [['A', 'D']], apart: [] };
    const { members: found, asked } = await members(priced, { decisions });
    expect(found!.map((id) => id.replace(/@.*/, ''))).toEqual(['A', 'C', 'D']);
    expect(rowDecisions(asked).exclude.map(({ id, rows }) => [id, rows.length])).toEqual([['B', 6]]);
  });

  it('on nobody are problems', async () => {
    const { pool, units, ruleSet } = await groundFrom({
      rules: `${RULES}${MERIT}`,
      units: UNITS,
      pool: POOL,
    });
    const decisions = { pin: ['Q'], exclude: ['A@X/boss'], together: [['A', 'A']], apart: [] };
    const opened = await openPlacement(pool, units, ruleSet, { decisions });
    expect(opened.ok ? [] : opened.problems.map(({ code }) => code)).toEqual([
      'slate.unknown-person',
      'slate.unknown-person',
      'slate.small-group',
    ]);
  });
});

it('says what is missing before anything is solved', async () => {
  const rules = `${RULES.replace('bloc: party', 'where: { fact: unit.kind, operator: equal, value: city }')}
facts: { unit.area: number }
rules: [{ id: r, count: { where: { fact: examScore, operator: greaterThan, value: 1 }, min: 1 } }]`;
  const open = placementFrom({ rules, units: UNITS, pool: POOL });
  await expect(open).rejects.toThrow(InputError);
  await expect(open).rejects.toThrow('the units have no column “area”');
  const slate = groundFrom({ rules: 'id: a\nreferenceDate: 2020-06-05\nsize: 3', units: UNITS, pool: POOL });
  const { pool, units, ruleSet } = await slate;
  const opened = await openPlacement(pool, units, ruleSet);
  expect(opened.ok ? '' : describeProblem(opened.problems[0]!, 'en')).toMatch(/declares no titles/);
});

it('counts the terms of a seat that is all somebody holds', async () => {
  const rules = `
id: seats
referenceDate: 2020-06-05
titles: [{ id: a, vacancy: 1 }, { id: m, concurrent: true, vacancy: 1 }]
rules: [{ id: terms, require: { satisfy: { fact: consecutiveTerms, operator: lessThanInclusive, value: 2 } } }]`;
  const written = { rules, units: 'name,a,m\nX,,A\n', pool: 'id,name,termsInPost\nA,An,5\n' };
  const { rules: lines } = await checkSlate(await placementFrom(written), ['A@X/m']);
  expect(lines.find(({ id }) => id === 'terms')).toMatchObject({ status: 'violated', members: ['A@X/m'] });
});

it('says that nobody elsewhere can hold a title besides theirs that several units have', async () => {
  const rules = `
id: x
referenceDate: 2020-06-05
titles:
  - { id: a, where: { fact: unit.kind, operator: equal, value: ward } }
  - { id: m, concurrent: true, vacancy: 1, where: { fact: unit.kind, operator: equal, value: city } }`;
  const notes = async (units: string) => {
    const asked = await placementFrom({ rules, units, pool: POOL });
    const { solver } = await propose(asked, { solver: 'highs' });
    return solver.notes?.map(({ en }) => en);
  };
  expect(await notes('name,kind\nX,ward\nC,city\nD,city\n')).toEqual([
    '“m” is a title of 2 units, so it is not clear whose would be held besides a post of another: nobody in X can hold it besides theirs',
  ]);
  expect(await notes('name,kind\nX,ward\nC,city\n')).toBeUndefined();
});

it('says of a unit that it lacks the fact by which it has a title', async () => {
  const rules = `
id: x
referenceDate: 2020-06-05
titles: [{ id: a, where: { fact: unit.class, operator: greaterThan, value: 0 } }]
facts: { unit.class: number }`;
  const written = { rules, units: 'name,class\nX,\nY,1\n', pool: POOL };
  await expect(placementFrom(written)).rejects.toThrow(
    'units.csv:2: whether X has the title “a” depends on unit.class, which is empty',
  );
  const given = rules.replace('number', '{ type: number, default: 0 }');
  expect((await placementFrom({ ...written, rules: given })).facts.ids[0]).toBe('A@Y/a');
});

it('sets somebody aside for those appointments alone that a missing fact leaves open', async () => {
  const rules = `
id: x
referenceDate: 2020-06-05
titles: [{ id: a }]
facts: { merit: number }
rules: [{ id: terms, require: { satisfy: { fact: consecutiveTerms, operator: lessThanInclusive, value: 2 } } }]
objective: [{ fact: merit, weight: 1 }]`;
  const pool = 'id,name,merit\nA,An,9\nB,Ba,\nC,Cả,1\n';
  const asked = await placementFrom({ rules, units: 'name,a\nX,A\nY,\n', pool });
  const { setAside, slates } = await propose(asked, { solver: 'highs' });
  expect(slates[0]!.members).toEqual(['A@Y/a', 'C@X/a']);
  expect(setAside.map(({ candidate, appointments, rule }) => [candidate, appointments, rule])).toEqual([
    ['A', ['A@X/a'], 'terms'],
    ['B', undefined, 'objective'],
  ]);
  expect(setAside[0]!.message.en).toMatch(/^A@X\/a is set aside: /);
});

it('names unit, title and person of a plan that breaks rules', async () => {
  const rules = `${RULES}
rules: [{ id: theory, require: { satisfy: { fact: politicalTheory, operator: notEqual, value: none } } }]`;
  const plan = ['A@X/secretary', 'A@Y/chair', 'B@X/chair'];
  const asked = await placementFrom({ rules, units: UNITS, pool: POOL }, { also: plan });
  const { compliant, rules: lines, ineligible } = await checkSlate(asked, plan);
  expect(compliant).toBe(false);
  const broken = lines.filter(({ status }) => status === 'violated');
  expect(broken.map(({ id, group, deviation }) => [id, group, deviation])).toEqual([
    ['one-appointment', 'A', 1],
    ['filled-secretary', 'Y', -1],
    ['theory', undefined, 1],
  ]);
  expect(broken[1]!.message.en).toBe(
    'Secretary: filled in each unit (Y): 0, but at least 1 required: 1 appointment missing',
  );
  expect(ineligible.map(({ candidate }) => candidate)).toEqual(['B@X/chair']);
});

it('counts headcount as an ordinary count: seats of part-time posts against a target', async () => {
  const rules = `
id: headcount
referenceDate: 2020-06-05
titles: [{ id: part-time, title: Part-time, seats: { min: 0, max: 3 } }]
facts: { merit: number }
rules:
  - { id: target, count: { where: { fact: holds.part-time, operator: equal, value: true }, max: 3 } }
  - { id: per-unit, count: { forEach: unit, min: 1 } }
objective: [{ fact: merit, weight: 1 }, { where: { fact: stays, operator: equal, value: true }, weight: 10 }]`;
  const asked = await placementFrom({ rules, units: 'name,part-time\nX,A;B\nY,C;D\n', pool: POOL });
  const [best] = (await propose(asked, { solver: 'highs' })).slates;
  expect(best!.members).toEqual(['A@X/part-time', 'B@X/part-time', 'C@Y/part-time']);
});

it('staffs wards and the committee together: a secretary with a seat is one appointment', async () => {
  const rules = `
id: both
referenceDate: 2020-06-05
titles:
  - { id: secretary, title: Secretary, where: { fact: unit.kind, operator: equal, value: ward } }
  - { id: member, title: Member, seats: { min: 2, max: 3 }, concurrent: true, where: { fact: unit.kind, operator: equal, value: city } }
facts: { merit: number }
rules:
  - { id: from-wards, count: { where: { fact: title, operator: equal, value: secretary+member }, exactly: 1 } }
  - { id: women, count: { where: { all: [ { fact: holds.member, operator: equal, value: true }, { fact: gender, operator: equal, value: female } ] }, min: 2 } }
objective: [{ fact: merit, weight: 1 }]`;
  const asked = await placementFrom({
    rules,
    units: 'name,kind\nX,ward\nY,ward\nThành ủy,city\n',
    pool: POOL,
  });
  const [best] = (await propose(asked, { solver: 'highs' })).slates;
  const appointments = best!.appointments!;
  expect(appointments).toHaveLength(4);
  const both = appointments.filter(({ posts }) => posts.length === 2);
  expect(both).toHaveLength(1);
  expect(both[0]!.posts.map(({ title, unit }) => [title, unit])).toEqual([
    ['secretary', both[0]!.unit],
    ['member', 'Thành ủy'],
  ]);
  const seats = appointments.filter(({ posts }) => posts.some(({ title }) => title === 'member'));
  expect(seats.map(({ candidate }) => candidate)).toEqual(expect.arrayContaining(['B', 'C']));
});

it('says who needs which course for their title, by the rules', async () => {
  const rules = `${RULES}
rules:
  - { id: theory, strength: soft, require: { where: { fact: holds.secretary, operator: equal, value: true }, satisfy: { fact: politicalTheory, operator: equal, value: advanced } } }
  - { id: women, strength: soft, require: { satisfy: { fact: gender, operator: equal, value: female } } }`;
  const asked = await placementFrom({ rules, units: UNITS, pool: POOL });
  const needs = await trainingNeeds(asked, ['A@X/secretary', 'B@X/chair', 'D@Y/secretary+chair']);
  expect(needs).toHaveLength(1);
  expect(needs[0]).toMatchObject({
    candidate: 'D',
    rule: 'theory',
    fact: 'politicalTheory',
    value: 'intermediate',
  });
  expect(needs[0]!.appointment!.unit).toBe('Y');
  expect(needs[0]!.message.en).toBe(
    'D: political theory is intermediate; needed: has “advanced” as political theory',
  );
});

it('has a slate as the case of one unit with one title', async () => {
  const pool = valueOf(await readPoolFile('fixtures/hai-duong/pool.csv'));
  const slateRules = valueOf(await loadRuleSet('hai-duong-2020'));
  const slate = await propose(valueOf(openCase(pool, slateRules)), { solver: 'highs' });
  const title = valueOf(
    await parseRuleSet(
      'id: t\nreferenceDate: 2020-06-05\ntitles: [{ id: member, title: Member, seats: { min: 45, max: 47 } }]',
      't.yaml',
      async () => undefined,
    ),
  );
  // In a placement the unit of a rule is that of the appointment; where people work now is another fact.
  const rules = slateRules.rules.map((rule) =>
    rule.kind === 'count' && rule.forEach === 'unit' ? { ...rule, forEach: 'currentUnit' } : rule,
  );
  const ruleSet = { ...slateRules, rules, titles: title.titles!, combined: [] };
  const units = valueOf(readUnits('name,kind\nThành ủy,city\n', 'units.csv'));
  const placement = await propose(valueOf(await openPlacement(pool, units, ruleSet)), { solver: 'highs' });
  expect(placement.status).toBe('optimal');
  expect(placement.slates[0]!.objective).toBeCloseTo(slate.slates[0]!.objective, 9);
});
