import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/rules/yaml/yaml-file.ts';
import { describeProblem } from '../../../src/words/problem.ts';

const RULES = `id: committee
title: { vi: 'Ban "Chấp hành"', en: Committee } # it's a comment
referenceDate: 2020-06-05
size: { min: 5, max: 7 }
rules:
  - id: women
    title: Don't count men
    count:
      where: { fact: gender, operator: equal, value: female }
      min: 2
  - id: wards
    count: { where: { any: [{ fact: unit, operator: equal, value: A }, { fact: unit, operator: equal, value: B }] }, min: 1 }
`;

function told(text: string): readonly string[] {
  return readYaml(text, 'r.yaml').problems.map((each) => describeProblem(each, 'en'));
}

/** The rules with one line changed; lines count from 1. */
function withLine(line: number, change: (text: string) => string): string {
  return RULES.split('\n')
    .map((text, index) => (index === line - 1 ? change(text) : text))
    .join('\n');
}

describe('the cause of what is no YAML', () => {
  it('is not looked for in a file that is YAML', () => {
    expect(told(RULES)).toEqual([]);
  });

  it.each([
    [
      8,
      (text: string) => text.replace('    ', '   '),
      '8:4: this is not YAML: this line begins after 3 spaces, level with nothing before it; 2 or 4 would be',
    ],
    [6, (text: string) => text.replace('  ', ' '), '8:5'],
    [
      7,
      (text: string) => text.replace('Don', '"Don'),
      '7:12: this is not YAML: the quote " that opens here is not closed',
    ],
    [
      9,
      (text: string) => text.replace(' }', ''),
      '9:14: this is not YAML: the bracket { that opens here is not closed; add }',
    ],
    [
      12,
      (text: string) => text.replace('] }', ' }'),
      '12:28: this is not YAML: the bracket [ that opens here is not closed',
    ],
    [
      9,
      (text: string) => text.replace('gender,', 'gender'),
      '9:29: this is not YAML: a comma is missing before operator',
    ],
    [4, (text: string) => `${text} }`, '4:26: this is not YAML: the bracket } closes nothing'],
  ])('in line %d is told once, where it is', (line, change, expected) => {
    const problems = told(withLine(line, change));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(line === 6 ? 'this is not YAML' : expected);
  });

  it('is one for all tabs of a file', () => {
    expect(told(RULES.replaceAll('    ', '\t'))).toEqual([
      'r.yaml:7:1: this is not YAML: 5 lines from here on begin with a tab; YAML allows only spaces before the text of a line',
    ]);
  });

  it('never hides that a file is sound, and never throws', () => {
    const shipped = readFileSync('rules/hai-duong-2020.yaml', 'utf8');
    expect(told(shipped)).toEqual([]);
    let broken = 0;
    fc.assert(
      fc.property(
        fc.nat(shipped.length - 1),
        fc.constantFrom('', '{', '}', '"', "'", '\t', '  ', '[', ']'),
        (at, put) => {
          const problems = told(shipped.slice(0, at) + put + shipped.slice(at + 1));
          if (problems.some((each) => each.includes('this is not YAML'))) broken += 1;
          for (const each of problems) expect(each).toMatch(/^r\.yaml(:\d+:\d+)?: \S/);
        },
      ),
      { numRuns: 200 },
    );
    expect(broken).toBeGreaterThan(10);
  });
});
