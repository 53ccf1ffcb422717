import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/rules/yaml/yaml-file.ts';

const codes = (text: string): readonly string[] =>
  readYaml(text, 'f.yaml').problems.map(
    ({ code, place }) => `${place?.line ?? ''}:${place?.column ?? ''} ${code}`,
  );

/** The letters that YAML gives a meaning to, and a few that it does not. */
const SIGNS = Array.from('ab:-[]{}*&!"\'\n\t #?,|>%@0.');

describe('readYaml', () => {
  it('tells where values, keys and what is missing stand', () => {
    const { yaml } = readYaml('a:\n  - b: 1\n    c:\n  - {d: [x, y]}\n', 'f.yaml');
    expect(yaml?.placeOf(['a', 0, 'b'])).toEqual({ file: 'f.yaml', line: 2, column: 8, field: '/a/0/b' });
    expect(yaml?.placeOfKey(['a', 0, 'b'])).toMatchObject({ line: 2, column: 5 });
    expect(yaml?.placeOf(['a', 0, 'c'])).toMatchObject({ line: 3, column: 5 });
    expect(yaml?.placeOf(['a', 1, 'd', 1])).toMatchObject({ line: 4, column: 13, field: '/a/1/d/1' });
    expect(yaml?.placeOf(['a', 1, 'none', 'at', 'all'])).toMatchObject({ line: 4, column: 5 });
    expect(yaml?.placeOf([])).toEqual({ file: 'f.yaml', line: 1, column: 1 });
  });

  it('finds its way through aliases', () => {
    const { yaml } = readYaml('a: &x { k: 1 }\nb: *x\n', 'f.yaml');
    expect(yaml?.data).toEqual({ a: { k: 1 }, b: { k: 1 } });
    expect(yaml?.placeOf(['b', 'k'])).toMatchObject({ line: 1, column: 12 });
  });

  it('reads JSON, a byte order mark, tabs in brackets, and brings text to its composed form', () => {
    const { yaml, problems } = readYaml('\uFEFF{\n\t"t\u0065\u0302n": "no\u031B\u0303"\n}\n', 'f.json');
    expect(problems).toEqual([]);
    expect(yaml?.data).toEqual({ tên: 'n\u1EE1' });
  });

  it.each([
    ['', ': rules.empty-file'],
    ['# only a comment\n', ': rules.empty-file'],
    ['a: 1\n---\nb: 2\n', '2:1 rules.several-documents'],
    ['a: [1, 2\nb: 3\n', '1:4 rules.yaml-cause'],
    ['a: "x\n', '1:4 rules.yaml-cause'],
    ['a: 1\n\tb: 2\n', '2:1 rules.yaml-cause'],
    ['{\n\t"a": [1, 2\n}\n', '2:7 rules.yaml-cause'],
    ['id,name\nA1,Ann\n', ': rules.is-table'],
    ['a: *nobody\n', '1:4 rules.yaml'],
    ['a: !!python/object 3\n', '1:4 rules.yaml'],
    ['a: 1\nb: 2\na: 3\n', '3:1 rules.duplicate-key'],
    ['? [a, b]\n: 1\n', '1:3 rules.key-not-text'],
    ['a: &x [*x]\n', '1:8 rules.aliases'],
    ['a: &x { b: [{ c: *x }] }\n', '1:18 rules.aliases'],
  ])('reports %j as %s', (text, expected) => {
    expect(codes(text)).toContain(expected);
  });

  it('tells a merge key as what it is, each of them, and nothing that may be missing without it', () => {
    const text = 'a: &x { k: 1 }\nb:\n  <<: *x\n  l: 2\nc: [{ <<: [*x] }]\n';
    expect(codes(text)).toEqual(['3:3 rules.merge-key', '5:7 rules.merge-key']);
    expect(readYaml(text, 'f.yaml').yaml).toBeUndefined();
    expect(readYaml('"<<": 1\n', 'f.yaml').yaml?.data).toEqual({ '<<': 1 });
  });

  it('names the key that is given twice, and reads on', () => {
    const { yaml, problems } = readYaml('a: 1\nb: {c: 1, c: 2}\n', 'f.yaml');
    expect(problems).toMatchObject([{ parameters: { key: 'c' }, place: { line: 2, column: 11 } }]);
    expect(yaml?.data).toEqual({ a: 1, b: { c: 2 } });
  });

  it('survives aliases that multiply and nesting without end', () => {
    const laughs = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level += 1) {
      const name = `*a${level - 1}`;
      laughs.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => name).join(', ')}]`);
    }
    expect(codes(`${laughs.join('\n')}\n`)).toEqual([': rules.aliases']);
    expect(codes('['.repeat(150) + ']'.repeat(150))[0]).toContain('rules.too-deep');
    expect(codes('['.repeat(100_000))[0]).toMatch(/rules\.(too-deep|yaml)/);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...SIGNS) }), (text) => {
        expect(() => readYaml(text, 'f.yaml')).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('points at the line on which a value was written', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(99), { minLength: 1, maxLength: 20 }), fc.nat(5), (values, indent) => {
        const lines = values.map((value, index) => `${' '.repeat(indent)}k${index}:  ${value}`);
        const { yaml } = readYaml(`top:\n${lines.map((line) => ` ${line}`).join('\n')}\n`, 'f.yaml');
        for (const [index] of values.entries()) {
          const column = indent + `k${index}:  `.length + 2;
          expect(yaml?.placeOf(['top', `k${index}`])).toMatchObject({ line: index + 2, column });
        }
      }),
    );
  });
});
