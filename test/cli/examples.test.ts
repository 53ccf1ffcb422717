import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { phrase, PHRASE_CODES } from '../../src/words/catalogue.ts';
import type { Language } from '../../src/words/language.ts';
import { filesWith, ROOT, slate } from './run-slate.ts';

/** The examples under the help of each command are pasted: every one of them must run. */
const CODES = PHRASE_CODES.filter((code) => code.endsWith('-examples') && code !== 'cli.heading-examples');

function examplesIn(language: Language): readonly string[] {
  // No words of these codes take parameters.
  return CODES.flatMap((code) => phrase(language, code as 'cli.rules-examples', undefined).split('\n')).map(
    (line) => line.trim(),
  );
}

/** The words of a command as a shell takes them: what stands in quotation marks is one. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}

/** Rules with the scenarios that the examples name. */
const MY_RULES = `id: my-rules
title: Mine
extends: hai-duong-2020
rules: []
scenarios:
  - { id: more-women, rules: { women: { exactly: 12 } } }
  - { id: smaller, size: 46 }
`;

/** Files that the examples name, as they stand in this checkout. */
const SHIPPED: Readonly<Record<string, string>> = {
  'pool.csv': 'fixtures/hai-duong/pool.csv',
  'slate.csv': 'fixtures/hai-duong/slate-by-hand.csv',
  'scenarios.yaml': 'fixtures/hai-duong/scenarios.yaml',
  'units.csv': 'fixtures/hai-duong-wards/units.csv',
  'ward-candidates.csv': 'fixtures/hai-duong-wards/pool.csv',
};

describe('the examples of the help', () => {
  test('ask for the same in both languages, whatever the files are called', () => {
    const asked = (line: string): readonly string[] =>
      line
        .split(' ')
        .filter((word, index) => index < 2 || word.startsWith('--') || /=|^HD-|^\d+$/.test(word));
    const english = examplesIn('en').map(asked);
    expect(english.length).toBeGreaterThan(30);
    expect(examplesIn('vi').map(asked)).toEqual(english);
  });

  const runnable = examplesIn('en').filter(
    (line) => line.startsWith('slate ') && !line.startsWith('slate serve'),
  );
  test.each(runnable)('%s', async (line) => {
    const files = filesWith({
      'my-rules.yaml': MY_RULES,
      'plan.csv': 'unit,title,id\nÁi Quốc,secretary,WD-001\n',
    });
    const folder = join(files['plan.csv'], '..');
    const [, ...words] = wordsOf(line.replace(/ > \S+$/, ''));
    const args = words.map((word) => {
      if (word.includes('/') || !/\.(?:csv|yaml|html)$/.test(word)) return word;
      return word in SHIPPED ? join(ROOT, SHIPPED[word]!) : join(folder, word);
    });
    const ran = await slate([...args, '--lang', 'en']);
    expect(ran.stderr).not.toMatch(/--help shows|cannot|there is no|needs/);
    expect([0, 1]).toContain(ran.code);
    expect(ran.stdout).not.toBe('');
  });
});
