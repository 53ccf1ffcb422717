import { describe, expect, it } from 'vitest';
import { chosenScenarios, parseScenarios, scenariosOfJson } from '../../src/scenarios/load.ts';
import { applyScenario, BASE } from '../../src/scenarios/scenario.ts';
import { describeProblem } from '../../src/words/problem.ts';
import { ruleSetFrom } from '../rules/reading.ts';
import { problemsIn, RULES, scenariosFrom } from './reading.ts';

const TWO = `
scenarios:
  - id: more-women
    title: { vi: Thêm nữ, en: More women }
    rules: { women: { exactly: 4 }, under-40: { max: none } }
    pin: [A, B]
  - id: smaller
    basedOn: more-women
    size: 5
    rules: { newcomers: { min: 20 %, strength: soft, weight: 3 }, adults: off }
    objective: [{ fact: examScore, weight: 2 }]
    exclude: [B]
    together: [[C, D]]
`;

function ruleOf(id: string, index: number) {
  const { ruleSet } = applyScenario(RULES, scenariosFrom(TWO)[index]!);
  return ruleSet.rules.find((rule) => rule.id === id);
}

describe('a scenario', () => {
  it('changes bounds and leaves the rest', () => {
    expect(ruleOf('women', 0)).toMatchObject({ kind: 'count', min: 4, max: 4, title: { en: 'Women' } });
    expect(ruleOf('under-40', 0)).not.toHaveProperty('max');
    expect(ruleOf('newcomers', 0)).toEqual(RULES.rules[2]);
  });

  it('says a rule anew whose title was only its words', () => {
    expect(RULES.rules[1]!.title.en).toBe('Between 1 and 4 members are under 40');
    expect(ruleOf('under-40', 0)!.title.en).toBe('At least 1 member is under 40');
  });

  it('builds on another one', () => {
    const [, smaller] = scenariosFrom(TWO);
    const { ruleSet, decisions } = applyScenario(RULES, smaller!);
    expect(ruleSet.size).toEqual({ min: 5, max: 5 });
    expect(ruleSet.rules.map(({ id }) => id)).toEqual(['women', 'under-40', 'newcomers']);
    expect(ruleOf('women', 1)).toMatchObject({ min: 4, max: 4 });
    expect(ruleOf('newcomers', 1)).toMatchObject({
      min: { numerator: 1, denominator: 5 },
      strength: 'soft',
      weight: 3,
    });
    expect(ruleSet.objective[0]!.terms[0]).toMatchObject({ fact: 'examScore', weight: 2 });
    // Who is excluded later is no longer pinned.
    expect(decisions).toEqual({ pin: ['A'], exclude: ['B'], together: [['C', 'D']], apart: [] });
  });

  it('that changes nothing is the rule set itself', () => {
    expect(applyScenario(RULES, BASE).ruleSet).toBe(RULES);
  });

  it('stands beside a rule set as well', () => {
    const [one] = scenariosFrom('id: r\nrules: [anything]\nscenarios: [{ id: a, size: 6 }]');
    expect(one).toMatchObject({ id: 'a', size: { min: 6, max: 6 } });
  });
});

describe('a rule that the rule set switches off', async () => {
  const base = `id: base
referenceDate: 2020-06-05
size: 5
rules:
  - { id: women, count: { where: { fact: gender, operator: equal, value: female }, min: 2 } }
  - { id: young, count: { where: { fact: age, operator: lessThan, value: 40 }, min: 1 }, strength: off, weight: 7 }
  - { id: adults, require: { satisfy: { fact: age, operator: greaterThan, value: 17 } } }
`;
  const rules = await ruleSetFrom('id: r\nextends: base\nrules: [{ id: women, strength: off }]\n', { base });
  const under = (text: string, ruleSet = rules) => {
    const reading = parseScenarios(`scenarios:\n${text}`, 's.yaml', ruleSet);
    if (!reading.ok) return reading.problems.map((each) => describeProblem(each, 'en'));
    return applyScenario(ruleSet, reading.value.at(-1)!).ruleSet.rules;
  };

  it('does not hold, and is known all the same', () => {
    expect(rules.rules.map(({ id }) => id)).toEqual(['adults']);
    expect(rules.switchedOff?.map(({ id }) => id)).toEqual(['women', 'young']);
  });

  it('holds where a scenario says how', () => {
    expect(
      under('  - { id: a, rules: { women: { strength: hard, min: 3 }, young: { strength: soft } } }'),
    ).toEqual([
      rules.rules[0],
      expect.objectContaining({ id: 'women', strength: 'hard', weight: 0, min: 3 }),
      expect.objectContaining({ id: 'young', strength: 'soft', weight: 7, min: 1 }),
    ]);
  });

  it('stays off under a scenario that gives it bounds alone, wherever it was switched off', () => {
    const on = '  - { id: a, rules: { young: { strength: hard } } }\n';
    const off = '  - { id: b, basedOn: a, rules: { young: off } }\n';
    const bounds = (base: string): string => `  - { id: c, basedOn: ${base}, rules: { young: { min: 2 } } }`;
    expect(under(`${on}${off}${bounds('b')}`)).toEqual([
      's.yaml:4:35: /scenarios/2/rules/young: “young” is switched off, by its file or a scenario that this one builds on; add strength: hard or soft, or this changes nothing',
    ]);
    expect(under(`${on}${off}${bounds('a')}`)).toMatchObject([{}, { id: 'young', min: 2 }]);
  });

  it('is switched off again by a scenario that builds on it, and may be named off again', () => {
    const on = '  - { id: a, rules: { women: { strength: hard } } }\n';
    expect(under(`${on}  - { id: b, basedOn: a, rules: { women: { min: 1 } } }`)).toMatchObject([
      {},
      { id: 'women', min: 1 },
    ]);
    expect(under(`${on}  - { id: b, basedOn: a, rules: { women: off } }`)).toEqual(rules.rules);
    expect(under('  - { id: a, rules: { women: off, young: { strength: off } } }')).toEqual(rules.rules);
  });

  it('whose bounds change and whose strength is not said', () => {
    expect(under('  - { id: a, rules: { women: { min: 3 } } }')).toEqual([
      's.yaml:2:23: /scenarios/0/rules/women: “women” is switched off, by its file or a scenario that this one builds on; add strength: hard or soft, or this changes nothing',
    ]);
  });
});

describe('what cannot be meant is told at its place, all at once', () => {
  it.each([
    [
      'rules: { woman: { min: 1 } }',
      ':4:14: /scenarios/0/rules/woman: the rule set has no rule “woman” (did you mean “women”?); it has women, under-40, newcomers, and adults',
    ],
    [
      'rules: { women: { min: 9 } }',
      ':4:28: /scenarios/0/rules/women/min: min would be 9 and max 3, so the rule could never be kept; give both, or exactly',
    ],
    [
      'rules: { women: { min: 1.5 } }',
      ':4:28: /scenarios/0/rules/women/min: found 1.5, but a whole number is needed',
    ],
    [
      'rules: { newcomers: { min: 7 } }',
      ':4:32: /scenarios/0/rules/newcomers/min: found 7; a share lies between 0 and 1, that is 0 % and 100 %',
    ],
    [
      'rules: { adults: { max: 1 } }',
      ':4:24: /scenarios/0/rules/adults/max: “adults” is a rule of eligibility and has no bounds; it can be soft, hard or off',
    ],
    [
      'rules: { women: { weight: 2 } }',
      ':4:23: /scenarios/0/rules/women/weight: a hard rule has no price; leave weight out, or add strength: soft',
    ],
    [
      'rules: { women: { least: 2 } }',
      ':4:23: /scenarios/0/rules/women/least: unknown key “least”; allowed here: exactly, min, max, strength, and weight',
    ],
    [
      'rules: { women: { exactly: many } }',
      ':4:32: /scenarios/0/rules/women/exactly: found the text “many”, but a whole number is needed',
    ],
    ['objective: [{ fact: examScores, weight: 1 }]', 'did you mean “examScore”?'],
    ['objective: [{ fact: age, weight: 1 }]', 'the objective has no term'],
    ['size: { min: 6, max: 5 }', 'min (6) is greater than max (5)'],
    ['pin: A', 'found the text “A”'],
  ])('%s', (line, message) => {
    const problems = problemsIn(`scenarios:\n  - id: a\n    title: A\n    ${line}\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  it('scenarios that build on each other in a circle, on nothing, or share an id', () => {
    const text = `scenarios:
  - { id: a, basedOn: b }
  - { id: b, basedOn: a }
  - { id: c, basedOn: aa }
  - { id: c }
`;
    expect(problemsIn(text)).toEqual([
      's.yaml:2:23: /scenarios/0/basedOn: the scenarios build on each other in a circle: a → b → a; remove one of these',
      's.yaml:3:23: /scenarios/1/basedOn: the scenarios build on each other in a circle: b → a → b; remove one of these',
      's.yaml:4:23: /scenarios/2/basedOn: there is no scenario “aa” (did you mean “a”?); there are a and b',
      's.yaml:5:11: /scenarios/3/id: the scenario “c” is already there on line 4; each needs its own id',
    ]);
  });

  it('a bound of a scenario below counts', () => {
    const text = (min: number) => `scenarios:
  - { id: a, rules: { women: { max: 7 } } }
  - { id: b, basedOn: a, rules: { women: { min: ${min} } } }
`;
    expect(problemsIn(text(7))).toEqual([]);
    expect(problemsIn(text(8))).toHaveLength(1);
  });

  it('a scenario that is asked for and not there', () => {
    const asked = chosenScenarios(scenariosFrom(TWO), ['more-woman']);
    expect(asked).toMatchObject({ ok: false, problems: [{ code: 'scenarios.no-scenario' }] });
  });
});

describe('JSON that a program wrote', () => {
  const json = (scenario: object): string => JSON.stringify({ scenarios: [{ id: 'asked', ...scenario }] });

  it.each([
    { size: { min: 6 } },
    { rules: { women: { exactly: 2 }, newcomers: { min: '40 %' }, adults: 'off' } },
    { pin: ['Nguye\u0302\u0303n'], together: [['a', 'b']] },
    {},
    { rules: { womn: { exactly: 2 }, women: { exactly: 'two' } }, size: { min: 9, max: 8 } },
    { '<<': { size: { min: 6 } } },
    { rules: [] },
  ])('is read as a file of it is read: %o', (scenario) => {
    const text = json(scenario);
    // Line and column of sound JSON are all that is not known.
    expect(parseScenarios(text, 'body', RULES)).toMatchObject(scenariosOfJson(text, 'body', RULES));
  });
});
