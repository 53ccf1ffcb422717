import { describe, expect, it } from 'vitest';
import { codesIn, HEAD, problemsIn, ruleSetFrom, sentencesIn } from './reading.ts';

const BASE = `id: base
referenceDate: 2020-06-01
size: 9
retirementAge: { female: 50, male: 58 }
facts: { merit: number }
rules:
  - { id: women, count: { where: { fact: gender, operator: equal, value: female }, min: 2 } }
  - { id: merit, require: { satisfy: { fact: merit, operator: greaterThan, value: 1 } } }
objective: [{ fact: merit, weight: 2 }]
`;

describe('extends', () => {
  it('puts extended rules first, replaces by id in place, and inherits what the file does not say', async () => {
    const set = await ruleSetFrom(
      `id: r
extends: base
size: 8
rules:
  - { id: young, count: { where: { fact: age, operator: lessThan, value: 40 }, min: 1 } }
  - { id: women, count: { where: { fact: gender, operator: equal, value: female }, exactly: 3 } }
`,
      { base: BASE },
    );
    expect(set.rules.map(({ id, origin }) => `${id} ${origin.file}:${origin.line}:${origin.column}`)).toEqual(
      ['women r.yaml:6:5', 'merit base.yaml:8:5', 'young r.yaml:5:5'],
    );
    expect(set.rules[0]).toMatchObject({ kind: 'count', min: 3, max: 3 });
    expect(set).toMatchObject({
      id: 'r',
      size: { min: 8, max: 8 },
      referenceDate: '2020-06-01',
      retirementAge: { female: 50, male: 58 },
      facts: { merit: { type: 'number' } },
      objective: [{ terms: [{ fact: 'merit', weight: 2 }] }],
    });
  });

  it('drops a rule that is switched off, and says which was meant if there is none', async () => {
    const set = await ruleSetFrom('id: r\nextends: base\nrules: [{ id: merit, strength: off }]\n', {
      base: BASE,
    });
    expect(set.rules.map(({ id }) => id)).toEqual(['women']);
    expect(
      await sentencesIn('id: r\nextends: base\nrules: [{ id: merits, strength: off }]\n', { base: BASE }),
    ).toEqual([
      'r.yaml:3:15: /rules/0/id: no extended file has a rule “merits” that could be switched off (did you mean “merit”?)',
    ]);
  });

  it('takes each file once, and lets what extends a file overrule it, in whatever order they are named', async () => {
    const shelf = {
      base: BASE,
      left: 'id: left\nextends: base\n',
      right: 'id: right\nextends: base\nsize: 7\nrules: [{ id: women, count: { min: 4 } }]\n',
    };
    for (const order of ['[left, right]', '[right, left]']) {
      const set = await ruleSetFrom(`id: r\nextends: ${order}\n`, shelf);
      expect(set.size).toEqual({ min: 7, max: 7 });
      expect(set.rules.map(({ id, origin }) => `${id} ${origin.file}`)).toEqual([
        'women right.yaml',
        'merit base.yaml',
      ]);
    }
  });

  it('asks for a decision where extended files disagree', async () => {
    const shelf = { a: 'id: a\nsize: 5\nreferenceDate: 2020-06-05\n', b: 'id: b\nsize: 6\n' };
    expect(await sentencesIn('id: r\nextends: [a, b]\n', shelf)).toEqual([
      'r.yaml:2:10: /extends: the extended files disagree on size (a.yaml:2 and b.yaml:2); say in this file what holds',
    ]);
    expect(await codesIn('id: r\nextends: [a, b]\nsize: 7\n', shelf)).toEqual([]);
    expect(await codesIn('id: r\nextends: [a, b]\n', { ...shelf, b: 'id: b\nsize: 5\n' })).toEqual([]);
  });

  it('asks for a decision where extended files have different rules of the same id, in whatever order', async () => {
    const rule = (min: number): string =>
      `rules:\n  - { id: women, count: { where: { fact: gender, operator: equal, value: female }, min: ${min} } }\n`;
    const head = 'referenceDate: 2020-06-05\nsize: 9\n';
    const shelf = { a: `id: a\n${head}${rule(2)}`, b: `id: b\n${rule(3)}`, same: `id: same\n${rule(2)}` };
    expect(await sentencesIn('id: r\nextends: [a, b]\n', shelf)).toEqual([
      'r.yaml:2:10: /extends: the extended files have different rules “women” (a.yaml:5 and b.yaml:3); write the rule in this file, which replaces them, or extend only one of the files',
    ]);
    expect(await codesIn('id: r\nextends: [b, a]\n', shelf)).toEqual(['2:10 rival-rules']);
    expect(await codesIn(`id: r\nextends: [a, b]\n${rule(4)}`, shelf)).toEqual([]);
    expect(await codesIn('id: r\nextends: [a, b]\nrules: [{ id: women, strength: off }]\n', shelf)).toEqual(
      [],
    );
    expect(await codesIn('id: r\nextends: [a, same]\n', shelf)).toEqual([]);
    const off = { ...shelf, off: 'id: off\nextends: a\nrules: [{ id: women, strength: off }]\n' };
    expect(await codesIn('id: r\nextends: [off, b]\n', off)).toEqual(['2:10 rival-rules']);
    expect(await codesIn('id: r\nextends: [a, off]\n', off)).toEqual([]);
    expect(await codesIn('id: r\nextends: [off, a]\n', off)).toEqual([]);
  });

  it('reports a fact that is declared with two types', async () => {
    const text = `${HEAD}extends: base\nfacts: { merit: text }\n`;
    expect(await codesIn(text, { base: BASE })).toContain('5:10 redeclared');
  });

  it('reports circles, and files that are missing', async () => {
    const shelf = { a: 'id: a\nextends: b\n', b: 'id: b\nextends: [c, r]\n', c: 'id: c\n' };
    const text = `${HEAD}extends: a\n`;
    expect(await sentencesIn(text, shelf)).toEqual([
      'b.yaml:2:14: /extends/1: the files extend each other in a circle: r → a → b → r; remove one of these',
    ]);
    expect(await sentencesIn(`${HEAD}extends: r\n`)).toEqual([
      'r.yaml:4:10: /extends: the files extend each other in a circle: r → r; remove one of these',
    ]);
    expect(await codesIn(`${HEAD}extends: [gone]\n`)).toEqual(['4:11 no-extended']);
    expect(await codesIn(`${HEAD}extends: ../secret\n`)).toEqual(['4:10 bad-id']);
  });

  it('does not call a fact unknown, or a head incomplete, that a missing file may hold', async () => {
    const text = 'id: r\nextends: gone\nobjective: [{ fact: merit, weight: 1 }]\n';
    expect(await codesIn(text)).toEqual(['2:10 no-extended']);
  });

  it('names the extended file in which an error stands, after those of the file itself', async () => {
    const shelf = { base: 'id: base\nsize: 5\nrules: [{ id: a, count: { min: -6 } }]\n' };
    const problems = await problemsIn(
      'id: r\nextends: base\nreferenceDate: 2020-06-05\ncolour: red\n',
      shelf,
    );
    expect(problems.map(({ code, place }) => `${place?.file}:${place?.line} ${code}`)).toEqual([
      'r.yaml:4 rules.unknown-key',
      'base.yaml:3 rules.number-too-small',
    ]);
  });

  it('hashes all texts: any change of any file changes it, and nothing else does', async () => {
    const one = await ruleSetFrom('id: r\nextends: base\n', { base: BASE });
    const same = await ruleSetFrom('id: r\nextends: base\n', { base: BASE });
    const other = await ruleSetFrom('id: r\nextends: base\n', { base: `${BASE}# a word\n` });
    expect(one.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(same.sha256).toBe(one.sha256);
    expect(other.sha256).not.toBe(one.sha256);
  });
});
