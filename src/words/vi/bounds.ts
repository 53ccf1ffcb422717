import type { boundsEn } from '../en/bounds.ts';

/** What is wrong with a bound, in Vietnamese. */
export const boundsVi: typeof boundsEn = {
  'rules.amount-too-fine': () =>
    'giới hạn quá lớn hoặc quá lẻ: tối đa sáu chữ số thập phân và không quá số chữ số máy đếm được chính xác',
  'rules.average-stays': () =>
    'giới hạn trung bình của từng nhóm không thể nới; hãy bỏ relaxCost hoặc ghi never',
  'rules.relax-to-nothing': () =>
    'relaxTo cho biết giới hạn của count, difference, share, sum hoặc average được nới đến đâu; không dùng cho groups, choice, ifAny, cũng không dùng cùng per: unit hoặc relaxCost: never',
  'rules.relax-to-no-bound': ({ side }) => `quy tắc không có ${side} để nới; hãy bỏ khỏi relaxTo`,
  'rules.relax-to-closer': (p) =>
    `chỉ có thể nới giới hạn, mà ${p.limit} chặt hơn ${p.side} của quy tắc; hãy ghi số ${p.side === 'min' ? 'nhỏ' : 'lớn'} hơn`,
  'rules.round-and-exact': () =>
    'số đã làm tròn thì lệch theo từng người; hãy bỏ round hoặc bỏ deviation: exact',
};
