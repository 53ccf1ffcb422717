import type { Text } from '../language.ts';
import { enumerate, formatNumber } from '../number.ts';

const STATUS: Readonly<Record<'kept' | 'violated' | 'unknown', string>> = {
  kept: 'kept',
  violated: 'broken',
  unknown: 'left open',
};

/** English sentences of the tests beside rule files. */
export const ruleTestsEn = {
  'rules.no-test-file': (p: { readonly rules: string; readonly file: string }) =>
    `the rule set ${p.rules} has no tests: there is no file ${p.file}`,
  'rules.test-expects-nothing': () =>
    'the test says nothing that is to come out; give keeps, breaks, unknown or compliant',
  'rules.test-compliant': ({ found }: { readonly found: boolean }): string =>
    found
      ? 'all hard rules are kept, but the test says that some are not'
      : 'not all hard rules are kept, but the test says that they are',
  'rules.test-no-rule': (p: { readonly rule: string; readonly allowed: readonly string[] }) =>
    `there is no rule “${p.rule}”; there are ${enumerate(p.allowed, 'en')}`,
  'rules.test-failed': (p: {
    readonly rule: string;
    readonly expected: 'kept' | 'violated' | 'unknown';
    readonly found: 'kept' | 'violated' | 'unknown';
    readonly actual: number;
    readonly off: number;
    readonly message: Text;
  }) =>
    `${p.rule} is to be ${STATUS[p.expected]}, but is ${STATUS[p.found]} (actual ${formatNumber(p.actual, 'en')}, off ${formatNumber(p.off, 'en')}): ${p.message.en}`,
};
