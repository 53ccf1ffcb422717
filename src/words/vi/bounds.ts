import type { boundsEn } from '../en/bounds.ts';

/** What is wrong with a bound, in Vietnamese. */
export const boundsVi: typeof boundsEn = {
  'rules.amount-too-fine': () =>
    'giới hạn quá lớn hoặc quá lẻ: tối đa sáu chữ số thập phân và không quá số chữ số máy đếm được chính xác',
  'rules.average-stays': () =>
    'giới hạn trung bình của từng nhóm không thể nới; hãy bỏ relaxCost hoặc ghi never',
  'rules.round-and-exact': () =>
    'số đã làm tròn thì lệch theo từng người; hãy bỏ round hoặc bỏ deviation: exact',
};
