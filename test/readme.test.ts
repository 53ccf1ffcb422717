import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRuleSet } from '../src/rules/load.ts';
import { describeProblem } from '../src/words/problem.ts';

/** What the README shows is pasted: a rule file that is refused there is refused to every newcomer. */
const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [WHOLE, TITLES] = [...README.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text!);

/** What is wrong with a text as a rule file, as English readers see it. */
async function problemsIn(text: string): Promise<readonly string[]> {
  const shipped = async (id: string) => ({
    text: readFileSync(new URL(`../rules/${id}.yaml`, import.meta.url), 'utf8'),
    file: `${id}.yaml`,
  });
  const reading = await parseRuleSet(text, 'README.md', shipped);
  return reading.ok ? [] : reading.problems.map((each) => describeProblem(each, 'en'));
}

describe('the rules in the README', () => {
  it('are read as they stand', async () => {
    expect(await problemsIn(WHOLE!)).toEqual([]);
  });

  it('about titles, too, under a head', async () => {
    expect(await problemsIn(`id: titles\ntitle: Titles\nreferenceDate: 2020-06-05\n${TITLES}`)).toEqual([]);
  });
});
