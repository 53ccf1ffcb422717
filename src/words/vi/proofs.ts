import type { proofsEn } from '../en/proofs.ts';
import { formatNumber } from '../number.ts';

const vietnamese = (value: number): string => formatNumber(value, 'vi');
const where = (at: readonly string[]): string => (at.length === 0 ? 'tại gốc' : `tại ${at.join(' / ')}`);

/** Vietnamese sentences of `proofs`. */
export const proofsVi: typeof proofsEn = {
  'proofs.unknown-candidate': ({ id }) => `không có ứng viên ${id} trong nguồn nhân sự`,
  'proofs.twice': ({ id }) => `${id} có tên hai lần trong danh sách`,
  'proofs.barred': ({ id }) =>
    `${id} không thể có trong danh sách nào: bị loại, không đủ điều kiện hoặc thiếu thông tin`,
  'proofs.row-broken': ({ row }) => `danh sách vi phạm quy tắc ${row}`,
  'proofs.levels-differ': ({ found, wanted }) => `chứng minh có ${found} cấp, mục tiêu có ${wanted} cấp`,
  'proofs.unit': ({ level, found, wanted }) =>
    `cấp ${level} được tính theo bước ${found}; theo quy tắc phải là ${wanted}`,
  'proofs.value': ({ level, found, wanted }) =>
    `danh sách được ghi là đạt ${vietnamese(found)} bước ở cấp ${level}; thực tế đạt ${vietnamese(wanted)}`,
  'proofs.unknown-row': ({ row, at }) => `${where(at)}: không có quy tắc, nhánh hay cấp ${row}`,
  'proofs.no-goal': ({ row, at }) =>
    `${where(at)}: ${row} không phải mục tiêu phấn đấu nên không có bước để đếm`,
  'proofs.keeps-steps': ({ row, at }) =>
    `${where(at)}: ${row} đếm bước của mục tiêu phấn đấu, không đếm ứng viên, nên lá không thể giữ nguyên`,
  'proofs.too-many-sums': ({ at }) => `${where(at)}: các hàng được giữ nguyên có quá nhiều tổng để xét hết`,
  'proofs.overpriced': ({ row, at }) => `${where(at)}: giá của ${row} cao hơn mức phải trả khi không đạt`,
  'proofs.leaf-kind': ({ at }) => `${where(at)}: cận trên không chứng minh được gì khi không nêu danh sách`,
  'proofs.leaf-open': ({ at, bound, limit }) =>
    `${where(at)}: các giá chỉ chứng minh được cận ${vietnamese(bound)} bước, phải dưới ${vietnamese(limit)}`,
  'proofs.too-large': () => 'các số quá lớn, không tính chính xác được',
  'proofs.no-differ': () => 'chứng minh không ghi các danh sách phải khác nhau bao nhiêu người',
  'proofs.none-before-last': ({ number }) =>
    `chứng minh ghi không có danh sách thứ ${number}, nhưng sau đó vẫn còn danh sách khác`,
  'proofs.worth-differs': ({ number }) =>
    `chứng minh ghi danh sách thứ ${number} bằng điểm với danh sách đã chứng minh ngay trước nó, nhưng không phải`,
  'proofs.alternative-unproven': ({ number }) =>
    `câu trả lời ghi danh sách thứ ${number} đã được chứng minh, nhưng chứng minh kèm theo không có`,
  'proofs.no-json': () => 'tệp không chứa đối tượng JSON; hãy tạo bằng slate propose --proof TỆP',
  'proofs.malformed': ({ message }) => `đây không phải là một chứng minh: ${message}`,
  'proofs.too-deep': ({ deepest }) =>
    `đây không phải là một chứng minh: lồng nhau quá ${vietnamese(deepest)} tầng`,
  'proofs.points-differ': ({ number, found, wanted }) =>
    `câu trả lời ghi danh sách thứ ${number} đạt ${vietnamese(found)} điểm; chứng minh ghi ${vietnamese(wanted)}`,
  'proofs.none': () => 'không có chứng minh nào ở đây; hãy tạo bằng slate propose --proof TỆP',
  'proofs.missing': () => 'tệp có câu trả lời nhưng không có chứng minh',
  'proofs.claim-differs': ({ claim, status }) => `câu trả lời ghi ${status}, chứng minh ghi ${claim}`,
  'proofs.slate-differs': ({ number }) =>
    number === 1
      ? 'danh sách trong câu trả lời không phải danh sách trong chứng minh'
      : `danh sách thứ ${number} trong câu trả lời không phải danh sách trong chứng minh`,
  'proofs.differ-differs': ({ found, wanted }) =>
    `các danh sách trong câu trả lời khác nhau ít nhất ${wanted} người, trong chứng minh là ${found}`,
};
