import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { readTestFile } from '../src/rule-tests/test-file.ts';
import { parseRuleSet } from '../src/rules/parse-rule-set.ts';
import { describeProblem } from '../src/words/problem.ts';

/** What papers show is pasted: a rule that is refused there is refused to every newcomer. */
function yamlIn(file: string): readonly string[] {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, block]) => block!);
}

const HEAD = 'id: shown\ntitle: Shown\nreferenceDate: 2020-06-05\n';
/** What stands around rules that are shown alone: whom they are about, and until when people work. */
const AROUND_RULES = `${HEAD}size: { min: 45, max: 47 }\nretirementAge: { female: 55, male: 60 }\nrules:\n`;

/** The same of rules about the places of a list. */
const AROUND_PLACES = `${HEAD}list: { places: 20, substitutes: true }\nrules:\n`;
const IS_OF_PLACES = /^  (?:within|alternate|pair):|fact: part/m;

/** A whole file, or a part of one in a frame: rules, or sections under a head. */
function framed(block: string): string {
  if (/^id:/m.test(block)) return block;
  const around = IS_OF_PLACES.test(block) ? AROUND_PLACES : AROUND_RULES;
  return block.startsWith('- ') ? around + block.replaceAll(/^/gm, '  ') : HEAD + block;
}

/** What is wrong with a text as a rule file, as English readers see it. */
async function problemsIn(text: string): Promise<readonly string[]> {
  const shipped = async (id: string) => ({
    text: readFileSync(new URL(`../rules/${id}.yaml`, import.meta.url), 'utf8'),
    file: `${id}.yaml`,
  });
  const reading = await parseRuleSet(text, 'README.md', shipped);
  return reading.ok ? [] : reading.problems.map((each) => describeProblem(each, 'en'));
}

describe('the rules in the papers', () => {
  const all = ['README.md', 'rules/README.md'].flatMap(yamlIn);
  const isTests = (block: string): boolean => /^tests:/m.test(block);
  const blocks = all.filter((block) => !isTests(block));

  it('are many', () => {
    expect(blocks.length).toBeGreaterThan(20);
  });

  test.each(all.filter(isTests))('have tests beside them:\n%s', (block) => {
    expect(readTestFile(block, 'rules/README.md')).toMatchObject({ ok: true });
  });

  test.each(blocks)('are read as they stand:\n%s', async (block) => {
    expect(await problemsIn(framed(block))).toEqual([]);
  });
});

describe('the faults in the guide', () => {
  const guide = readFileSync(new URL('../rules/README.md', import.meta.url), 'utf8');
  const faults = [...guide.matchAll(/^\| `((?:count|share|require): .*?)` +\| “(.*?)” +\| \S/gm)];

  it('are some', () => {
    expect(faults.length).toBeGreaterThan(4);
  });

  test.each(faults.map(([, written, told]) => [written!, told!]))('%s is told: %s', async (written, told) => {
    const problems = await problemsIn(framed(`- id: fault\n  ${written}\n`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(told);
  });
});

describe('the bodies in the README', () => {
  it('are JSON, and their rules are read', async () => {
    const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const bodies = [...text.matchAll(/-d '(\{.*?\})'/gs)].map(
      ([, body]) => JSON.parse(body!) as { readonly rules: { readonly yaml?: string } },
    );
    expect(bodies).toHaveLength(2);
    const written = bodies.flatMap(({ rules }) => rules.yaml ?? []);
    expect(written).toHaveLength(1);
    expect(await problemsIn(written[0]!)).toEqual([]);
  });
});
