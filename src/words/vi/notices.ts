import type { noticesEn } from '../en/notices.ts';
import { shortened } from '../found.ts';
import { formatNumber } from '../number.ts';

/** Vietnamese sentences of `notices`. */
export const noticesVi: typeof noticesEn = {
  'notices.hidden-rows': ({ count }) =>
    `có ${formatNumber(count, 'vi')} dòng bị ẩn trong trang tính, vẫn được đọc như các dòng khác`,
  'notices.other-sheets': ({ name, others }) =>
    `chỉ đọc trang ${quoted(name)}; bảng tính còn có ${others.map(quoted).join(', ')}`,
  'notices.outranked-heading': ({ heading, by }) =>
    `cột ${quoted(by)} rõ nghĩa hơn nên được dùng; cột ${quoted(heading)} chỉ giữ kèm theo`,
  'notices.row-left-out': ({ text }) => `dòng ${quoted(text)} không phải nhân sự, được bỏ qua`,
};

function quoted(text: string): string {
  return `“${shortened(text)}”`;
}
