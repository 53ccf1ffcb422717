import type { scenariosEn } from '../en/scenarios.ts';
import { enumerate, formatNumber } from '../number.ts';

const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '.' : `; có phải ý là "${meant}"?`;
const number = (value: number): string => formatNumber(value, 'vi');
const listOf = (ids: readonly string[]): string => enumerate(ids, 'vi');

const standings = (p: {
  readonly compliant: number;
  readonly mendable: number;
  readonly broken: number;
}): string =>
  `trong ${number(p.compliant + p.mendable + p.broken)} trường hợp, ${number(p.compliant)} vẫn đạt, ${number(p.mendable)} khắc phục được bằng một lần thay, ${number(p.broken)} không khắc phục được`;

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

  // What is varied
  'scenarios.bad-variation': (p) =>
    `"${p.text}" chưa nói cần thay đổi gì; viết women=9..15, women.min=9..15/2, women=9,11,13 hoặc size=45..47.`,
  'scenarios.bad-values': (p) =>
    `"${p.text}": cần các số nguyên như 9..15, 9..15/2 hoặc 9,11,13; số nhỏ đứng trước.`,
  'scenarios.bad-shares': (p) => `"${p.text}": cần các tỷ lệ như 20%..40%/5% (khoảng và bước) hoặc 1/4,1/3.`,
  'scenarios.too-many-values': (p) => `"${p.text}" có hơn ${number(p.max)} giá trị; hãy lấy bước lớn hơn.`,
  'scenarios.too-many-cells': (p) =>
    `Như vậy là ${number(p.cells)} ô; nhiều nhất là ${number(p.max)}. Hãy thay đổi ít hơn, hoặc lấy bước lớn hơn.`,
  'scenarios.varied-twice': (p) => `"${p.name}" được thay đổi hai lần; mỗi giới hạn chỉ một lần.`,
  'scenarios.nothing-varied': () => 'Chưa có gì để thay đổi; hãy nói rõ, như --vary women=9..15.',
  'scenarios.side': (p) => (p.side === 'min' ? `${p.title}, ít nhất` : `${p.title}, nhiều nhất`),
  'scenarios.crossed': (p) => `“${p.title}”: mức ít nhất lớn hơn mức nhiều nhất`,

  // Trade-offs
  'scenarios.no-measure': (p) =>
    `"${p.text}" không đo được${didYouMean(p.meant)} Hiện có ${listOf(p.allowed)}; dấu trừ trước một quy tắc nghĩa là càng ít càng tốt.`,
  'scenarios.measures-needed': () =>
    'Cần hai hoặc ba thước đo khác nhau, như --measure objective --measure women.',

  // Robustness
  'scenarios.robustness': (p) =>
    [
      `Nếu một trong ${number(p.members)} người rút: ${standings(p.one)}.`,
      ...(p.two === undefined ? [] : [`Nếu hai người rút: ${standings(p.two)}.`]),
    ].join(' '),
};
