import type { boundsEn } from '../en/bounds.ts';
import { enumerate, formatNumber } from '../number.ts';

/** What is wrong with a bound, in Vietnamese. */
export const boundsVi: typeof boundsEn = {
  'rules.amount-too-fine': () =>
    'giới hạn quá lớn hoặc quá lẻ: tối đa sáu chữ số thập phân và không quá số chữ số máy đếm được chính xác',
  'rules.average-stays': () =>
    'giới hạn trung bình của từng nhóm không thể nới; hãy bỏ relaxCost hoặc ghi never',
  'rules.with-limits': (p) => {
    const ends = [
      ...(p.min === undefined ? [] : [`xuống đến ${p.min}`]),
      ...(p.max === undefined ? [] : [`lên đến ${p.max}`]),
    ];
    return `${p.sentence}; khi không có danh sách nào thì được nới ${ends.join(' và ')}`;
  },
  'rules.with-prices': (p) => {
    const steps = p.steps.map(
      ({ beyond, isPart, each }) => `quá ${beyond}${isPart ? ' chỉ tiêu' : ''} thì ${each}`,
    );
    return `${p.sentence}; mỗi đơn vị nới giá ${[p.each, ...steps].join(', ')}`;
  },
  'rules.bad-step': ({ found }) =>
    `beyond cần bao nhiêu, một số lớn hơn 0, hoặc phần nào của chỉ tiêu, như 25 %, chứ không phải “${found}”`,
  'rules.step-of-part': ({ allowed }) =>
    `chỉ ở ${enumerate(allowed, 'vi')} thì một phần của chỉ tiêu mới là số người; ở đây hãy viết beyond: 2`,
  'rules.steps-in-order': () =>
    'bậc sau phải bắt đầu xa hơn bậc trước, cùng viết bằng số hoặc cùng viết bằng phần của chỉ tiêu',
  'rules.step-no-dearer': (p) =>
    `each (${p.each}) phải lớn hơn giá trước bậc này (${p.before}): chỉ tiêu nới càng xa càng đắt`,
  'rules.relax-to-nothing': () =>
    'relaxTo cho biết giới hạn của count, difference, share, sum hoặc average được nới đến đâu; không dùng cho groups, choice, ifAny và giới hạn theo số lượng, cũng không dùng cùng per: unit hoặc relaxCost: never',
  'rules.relax-to-no-bound': ({ side }) => `quy tắc không có ${side} để nới; hãy bỏ khỏi relaxTo`,
  'rules.relax-to-closer': (p) =>
    `chỉ có thể nới giới hạn, mà ${p.limit} chặt hơn ${p.side} của quy tắc; hãy ghi số ${p.side === 'min' ? 'nhỏ' : 'lớn'} hơn`,
  'rules.bound-beside-table': ({ key }) =>
    `bySize đã nêu các giới hạn; hãy bỏ ${key}, hoặc ghi cho từng số lượng trong bảng`,
  'rules.sizes-overlap': (p) =>
    `giới hạn cho danh sách ${p.size} người đã ghi ở dòng ${p.line}; mỗi số lượng chỉ ghi một lần`,
  'rules.size-without-line': ({ size }) =>
    `danh sách có thể có ${size} người mà bảng không nêu giới hạn; hãy thêm một dòng, với min: 0 nếu không yêu cầu gì`,
  'rules.by-size-of-slate': () =>
    'bySize theo số lượng của một danh sách; không dùng cùng per: unit, titles hoặc list, vì đó không chỉ là một danh sách',
  'rules.grouped-number': (p) =>
    `“${p.found}” ở đây là ${p.value}; hãy viết ${p.found.replace('.', '')} nếu là hàng nghìn, hoặc ${p.value}`,
  'rules.proportion-to-nothing': () =>
    'mọi số đều là 0 nên không có gì để chia theo; hãy ghi số của từng nhóm',
  'rules.proportion-to-what': () =>
    'chưa nêu chia theo số nào: hãy ghi to: { party: 1203, … }, hoặc table: { file: membership.csv, group: …, number: … } nếu số nằm trong một bảng để cạnh tệp này',
  'rules.proportion-twice': () => 'số vừa ghi ở “to” vừa lấy từ bảng; hãy bỏ một chỗ',
  'rules.no-table': () =>
    'đây không phải tệp CSV UTF-8, cũng không phải bảng tính đọc được; hãy lưu lại thành CSV UTF-8 hoặc XLSX',
  'rules.no-membership-table': ({ file }) =>
    `cạnh tệp này không có bảng “${file}” đọc được; hãy ghi tên tệp .csv, .xlsx, .ods hoặc .xls, không kèm thư mục`,
  'rules.membership-line': () => 'có dấu nháy kép không đóng, hoặc có chữ sau dấu nháy đóng',
  'rules.no-membership-column': (p) =>
    `dòng đầu của bảng không có cột “${p.name}”; hiện có ${enumerate(p.allowed, 'vi')}`,
  'rules.membership-without-group': ({ number }) =>
    `số ${number} không thuộc nhóm nào; nếu là dòng tổng cộng thì hãy bỏ đi`,
  'rules.membership-twice': ({ group }) => `“${group}” đã có ở dòng trên; mỗi nhóm chỉ ghi một số`,
  'rules.membership-number': (p) =>
    `“${p.number}” của “${p.group}” không phải số nguyên từ 0 trở lên; chỉ ghi chữ số, ví dụ 1203`,
  'rules.membership-empty': () => 'bảng không có dòng nào dưới dòng tiêu đề',
  'rules.each-beyond-seats': (p) =>
    `mỗi nhóm ${p.each} cho ${p.groups} nhóm là quá ${p.seats} chỗ; hãy giảm each hoặc tăng seats`,
  'rules.shares-and-seats': (p) =>
    `các phần sau khi làm tròn cộng lại là ${p.shared}, không phải ${p.seats} chỗ; hãy dùng round: largest-remainder, dhondt hoặc sainte-lague để chia hết số chỗ, hoặc either để số liền dưới hay liền trên đều được`,
  'rules.proportion-sentence': (p) =>
    `${p.sentence}; trong ${formatNumber(p.seats, 'vi')} chỗ, ${p.each > 0 ? `mỗi nhóm có trước ${formatNumber(p.each, 'vi')} chỗ, còn lại ` : ''}chia theo tỷ lệ ${formatNumber(p.number, 'vi')} trên ${formatNumber(p.all, 'vi')}`,
  'rules.round-and-exact': () =>
    'số đã làm tròn thì lệch theo từng người; hãy bỏ round hoặc bỏ deviation: exact',
};
