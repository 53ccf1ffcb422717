import type { scenariosEn } from '../en/scenarios.ts';
import { enumerate } from '../number.ts';

const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '.' : `; có phải ý là "${meant}"?`;
const listOf = (ids: readonly string[]): string => enumerate(ids, 'vi');

/** Vietnamese sentences of `scenarios`. */
export const scenariosVi: typeof scenariosEn = {
  'scenarios.base': () => 'Theo bộ quy tắc hiện hành',

  // Scenario files
  'scenarios.repeated-id': (p) =>
    `Phương án "${p.id}" đã có ở dòng ${p.line}; mỗi phương án cần một mã riêng.`,
  'scenarios.no-scenario': (p) =>
    `Không có phương án "${p.id}"${didYouMean(p.meant)} ${p.allowed.length === 0 ? 'Tệp không có phương án nào khác.' : `Hiện có ${listOf(p.allowed)}.`}`,
  'scenarios.circular': (p) =>
    `Các phương án dựa vào nhau thành vòng: ${p.chain.join(' → ')}; hãy bỏ một chỗ.`,
  'scenarios.no-rule': (p) =>
    `Bộ quy tắc không có quy tắc "${p.id}"${didYouMean(p.meant)} Hiện có ${listOf(p.allowed)}.`,
  'scenarios.no-bounds': (p) =>
    `"${p.id}" là tiêu chuẩn, không có giới hạn số lượng; chỉ có thể đặt soft, hard hoặc off.`,
  'scenarios.min-over-max': (p) =>
    `min sẽ là ${p.min} còn max là ${p.max} nên quy tắc không bao giờ đạt; hãy cho cả hai, hoặc exactly.`,
  'scenarios.no-term': (p) =>
    `Mục tiêu không có số hạng nào với dữ kiện và điều kiện này${didYouMean(p.meant)} Trọng số mới phải dành cho một số hạng có trong bộ quy tắc.`,
};
