import type { batchEn } from '../en/batch.ts';
import { formatNumber } from '../number.ts';

const HEADS = {
  scenario: 'Phương án',
  with: 'Có danh sách',
  without: 'Không có',
  unknown: 'Hết thời gian',
  unreadable: 'Không đọc được',
  objective: 'Tổng giá trị mục tiêu',
  difference: 'So với gốc',
  lost: 'Mất danh sách',
  gained: 'Thêm danh sách',
  rule: 'Quy tắc',
  conflicts: 'Trong xung đột',
  missed: 'Chỉ tiêu không đạt',
  price: 'Tổng giá phải trả',
  bar: '',
  case: 'Hồ sơ',
  why: 'Lý do',
} as const;

const SHADES = {
  kept: 'có danh sách, đạt mọi chỉ tiêu phấn đấu',
  missed: 'có danh sách, còn chỉ tiêu phấn đấu không đạt',
  infeasible: 'không có danh sách nào',
  open: 'chưa có trả lời',
} as const;

const vietnamese = (value: number): string => formatNumber(value, 'vi');

/** Vietnamese sentences of batches. */
export const batchVi: typeof batchEn = {
  'batch.cannot-write': (p) =>
    `không ghi được vào thư mục ${p.folder} (${p.reason}); hãy kiểm tra thư mục và quyền ghi`,
  'batch.no-cases': () =>
    'không có hồ sơ nào; hãy đưa một tệp CSV có cột pool, một tệp batch.yaml có cases hoặc table, hoặc một thư mục gồm các bảng nhân sự',
  'batch.no-pool-column': () => 'bảng hồ sơ thiếu cột “pool”, là cột ghi bảng nhân sự của từng hồ sơ',
  'batch.no-pool': () => 'hồ sơ không nêu nguồn nhân sự; hãy ghi tệp hoặc tên nguồn',
  'batch.repeated-case': (p) => `có hai hồ sơ “${p.id}”; mỗi mã chỉ dùng một lần`,
  'batch.no-rules': () =>
    'hồ sơ không nêu bộ quy tắc; hãy ghi ở cột rules, trong batch.yaml, hoặc dùng --rules',
  'batch.no-rule': (p) =>
    `${p.rules} không có quy tắc “${p.id}”${p.meant === undefined ? '' : `; có phải “${p.meant}” không?`}`,
  'batch.without': (p) => `Không có “${p.rule}”`,
  'batch.title': (p) => `${vietnamese(p.cases)} hồ sơ, ${vietnamese(p.scenarios)} phương án`,
  'batch.stopped': (p) =>
    `Dừng sớm: có ${vietnamese(p.done)} trong ${vietnamese(p.total)} trả lời; chạy lại để làm tiếp.`,
  'batch.scenarios': () => 'Kết quả theo phương án',
  'batch.rules': () => 'Những quy tắc gây vướng mắc',
  'batch.map': () => 'Từng hồ sơ',
  'batch.failed': (p) => `${vietnamese(p.cases)} hồ sơ không xét được`,
  'batch.slateless': (p) => `${vietnamese(p.cases)} hồ sơ không lập được danh sách theo bộ quy tắc hiện hành`,
  'batch.more': (p) => `… và ${vietnamese(p.cases)} hồ sơ nữa, xem cases.csv`,
  'batch.head': (p): string => HEADS[p.head],
  'batch.shade': (p): string => SHADES[p.shade],
};
