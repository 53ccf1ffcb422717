import type { proofsEn } from '../en/proofs.ts';
import { formatNumber } from '../number.ts';

const vietnamese = (value: number): string => formatNumber(value, 'vi');
const where = (at: readonly string[]): string => (at.length === 0 ? 'tại gốc' : `tại ${at.join(' / ')}`);

/** Vietnamese sentences of `proofs`. */
export const proofsVi: typeof proofsEn = {
  'proofs.unknown-candidate': ({ id }) => `không có ứng viên ${id} trong danh sách nguồn`,
  'proofs.twice': ({ id }) => `${id} có tên hai lần trong phương án`,
  'proofs.barred': ({ id }) =>
    `${id} không thể có trong phương án nào: bị loại, không đủ điều kiện hoặc thiếu thông tin`,
  'proofs.row-broken': ({ row }) => `phương án vi phạm quy định ${row}`,
  'proofs.levels-differ': ({ found, wanted }) => `chứng minh có ${found} cấp, mục tiêu có ${wanted} cấp`,
  'proofs.unit': ({ level, found, wanted }) =>
    `cấp ${level} được tính theo bước ${found}; theo quy định phải là ${wanted}`,
  'proofs.value': ({ level, found, wanted }) =>
    `phương án được ghi là đạt ${vietnamese(found)} bước ở cấp ${level}; thực tế đạt ${vietnamese(wanted)}`,
  'proofs.unknown-row': ({ row, at }) => `${where(at)}: không có quy định, nhánh hay cấp ${row}`,
  'proofs.no-goal': ({ row, at }) =>
    `${where(at)}: ${row} không phải mục tiêu phấn đấu nên không có bước để đếm`,
  'proofs.overpriced': ({ row, at }) => `${where(at)}: giá của ${row} cao hơn mức phải trả khi không đạt`,
  'proofs.leaf-kind': ({ at }) => `${where(at)}: cận trên không chứng minh được gì khi không nêu phương án`,
  'proofs.leaf-open': ({ at, bound, limit }) =>
    `${where(at)}: các giá chỉ chứng minh được cận ${vietnamese(bound)} bước, phải dưới ${vietnamese(limit)}`,
  'proofs.too-large': () => 'các số quá lớn, không tính chính xác được',
  'proofs.units-counted': ({ rule }) => `chứng minh chưa hỗ trợ quy định đếm đơn vị: ${rule}`,
  'proofs.malformed': ({ message }) => `đây không phải là một chứng minh: ${message}`,
  'proofs.missing': () => 'tệp có câu trả lời nhưng không có chứng minh',
  'proofs.claim-differs': ({ claim, status }) => `câu trả lời ghi ${status}, chứng minh ghi ${claim}`,
  'proofs.slate-differs': () => 'phương án trong câu trả lời không phải phương án trong chứng minh',
};
