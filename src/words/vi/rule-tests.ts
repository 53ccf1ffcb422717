import type { ruleTestsEn } from '../en/rule-tests.ts';
import { enumerate, formatNumber } from '../number.ts';

const STATUS: Readonly<Record<'kept' | 'violated' | 'unknown', string>> = {
  kept: 'đạt',
  violated: 'vi phạm',
  unknown: 'chưa rõ',
};

/** Vietnamese sentences of the tests beside rule files. */
export const ruleTestsVi: typeof ruleTestsEn = {
  'rules.no-test-file': (p) => `bộ quy tắc ${p.rules} chưa có phép thử: không có tệp ${p.file}`,
  'rules.test-expects-nothing': () =>
    'phép thử không nói điều gì phải xảy ra; hãy ghi keeps, breaks, unknown hoặc compliant',
  'rules.test-compliant': ({ found }) =>
    found
      ? 'mọi quy tắc bắt buộc đều đạt, nhưng phép thử nói là không'
      : 'không phải mọi quy tắc bắt buộc đều đạt, nhưng phép thử nói là đạt',
  'rules.test-no-rule': (p) => `không có quy tắc “${p.rule}”; hiện có ${enumerate(p.allowed, 'vi')}`,
  'rules.test-failed': (p) =>
    `${p.rule} phải ${STATUS[p.expected]}, nhưng lại ${STATUS[p.found]} (thực tế ${formatNumber(p.actual, 'vi')}, lệch ${formatNumber(p.off, 'vi')}): ${p.message.vi}`,
};
