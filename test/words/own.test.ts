import { describe, expect, it } from 'vitest';
import { parseRuleSet } from '../../src/rules/parse-rule-set.ts';
import { describeProblem } from '../../src/words/problem.ts';
import { ownProperty } from '../../src/words/own-property.ts';

const INHERITED = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

describe('a name that every object inherits', () => {
  it.each(INHERITED)('%s finds nothing that was not put there', (name) => {
    expect(ownProperty({}, name)).toBeUndefined();
    expect(ownProperty(undefined, name)).toBeUndefined();
    expect(ownProperty(Object.fromEntries([[name, 1]]), name)).toBe(1);
  });

  it.each(INHERITED)('%s in a rule file is an ordinary slip, at its place', async (name) => {
    const text = `id: r
referenceDate: 2020-06-05
size: 5
rules:
  - { id: a, count: { where: { fact: gender, operator: ${name}, value: female }, min: 1 } }
  - { id: b, count: { where: { fact: ${name}, operator: equal, value: 1 }, forEach: ${name}, min: 1 } }
  - { id: c, strength: ${name}, count: { min: 1 } }
objective: [{ fact: ${name}, weight: 1 }]
`;
    const reading = await parseRuleSet(text, 'r.yaml', async () => undefined);
    const said = reading.ok ? [] : reading.problems.map((each) => describeProblem(each, 'en'));
    expect(said.map((each) => each.slice(0, 'r.yaml:5'.length))).toEqual([
      'r.yaml:5',
      'r.yaml:6',
      'r.yaml:6',
      'r.yaml:7',
      'r.yaml:8',
    ]);
    expect(said.join('\n')).not.toContain('function');
  });

  it('may be declared as a fact, and is one then', async () => {
    const text = `id: r
referenceDate: 2020-06-05
size: 1
facts: { constructor: { type: date }, toString: text }
rules:
  - { id: a, count: { where: { fact: constructor, operator: equal, value: 2020-01-01 }, forEach: toString, min: 1 } }
`;
    const reading = await parseRuleSet(text, 'r.yaml', async () => undefined);
    expect(reading.ok && reading.value.rules[0]!.title.en).toContain('2020');
  });
});
