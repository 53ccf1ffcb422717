import type { noticesEn } from '../en/notices.ts';
import { shortened } from '../found-value.ts';
import { enumerate, formatNumber } from '../number.ts';
import { factTitle } from './facts.ts';

/** Vietnamese sentences of `notices`. */
export const noticesVi: typeof noticesEn = {
  'notices.hidden-rows': ({ count }) =>
    `có ${formatNumber(count, 'vi')} dòng bị ẩn trong trang tính, vẫn được đọc như các dòng khác`,
  'notices.is-utf8': () => 'lệnh nêu bảng mã khác cho tệp này, nhưng tệp là UTF-8 nên được đọc như vậy',
  'notices.hidden-columns': ({ headings }) =>
    `cột ${enumerate(headings.map(quoted), 'vi')} bị ẩn trong trang tính, vẫn được đọc như các cột khác`,
  'notices.other-sheets': ({ read, others }) =>
    `chỉ đọc trang ${enumerate(read.map(quoted), 'vi')}; bảng tính còn có ${others.map(quoted).join(', ')}`,
  'notices.alike-sheets': ({ read, same }) =>
    `chỉ đọc trang ${enumerate(read.map(quoted), 'vi')}; ${same.map(quoted).join(', ')} cũng có nhân sự với cùng tiêu đề cột nhưng chưa được đọc: trang “*” là tất cả các trang đó`,
  'notices.unlike-sheet': (p) =>
    `trang ${quoted(p.sheet)} ${[
      ...(p.lacking.length > 0 ? [`thiếu ${enumerate(p.lacking.map(factTitle), 'vi')}`] : []),
      ...(p.further.length > 0 ? [`có thêm ${enumerate(p.further.map(factTitle), 'vi')}`] : []),
    ].join(
      ' và ',
    )} so với trang đầu; ${p.isRead ? 'cột thiếu được để trống' : 'trang này không được đọc nếu không nêu tên'}`,
  'notices.hidden-sheets': ({ sheets }) =>
    `trang ${enumerate(sheets.map(quoted), 'vi')} bị ẩn trong bảng tính, chỉ được đọc khi nêu tên`,
  'notices.unit-by-sheet': ({ sheets }) =>
    `không trang nào có cột đơn vị nên tên trang là đơn vị của nhân sự trên trang đó: ${sheets.map(quoted).join(', ')}`,
  'notices.no-ids': () =>
    'bảng không có cột mã, nên nhân sự được đánh số theo thứ tự trong bảng: 1, 2, 3…; hãy giữ nguyên thứ tự, hoặc thêm cột “mã”',
  'notices.outranked-heading': ({ heading, by }) =>
    `cột ${quoted(by)} rõ nghĩa hơn nên được dùng; cột ${quoted(heading)} chỉ giữ kèm theo`,
  'notices.row-left-out': ({ text }) => `dòng ${quoted(text)} không phải nhân sự, được bỏ qua`,
  'notices.part-title': ({ fact, title }) =>
    `dòng ${quoted(title)} không phải nhân sự, được dùng làm ${factTitle(fact)} của mọi người bên dưới`,
  'notices.numbered-again': ({ id }) =>
    `số thứ tự bắt đầu lại từ đây nên mã có thêm số của phần đứng trước: dòng này là ${quoted(id)}`,
  'notices.numbered-by-table': ({ id, by }) => {
    const what = by === 'file' ? 'tên tệp' : 'tên trang';
    return `số thứ tự trùng với bảng khác nên mã có thêm ${what} đứng trước: người đầu tiên là ${quoted(id)}; hãy giữ nguyên ${what}, hoặc thêm cột “mã”`;
  },
  'notices.tidied-names': (p) =>
    `${formatNumber(p.people, 'vi')} họ tên có số thứ tự, dấu hoặc cách xưng hô đi kèm, phần đó được bỏ: ${quoted(p.written)} được đọc là ${quoted(p.read)}`,
  'notices.remarked-names': (p) =>
    `${formatNumber(p.people, 'vi')} họ tên có phần ghi trong ngoặc phía sau, vẫn được giữ: ${quoted(p.read)}; nội dung đó nên để ở cột riêng`,
  'notices.filled-down': ({ fact, cells }) =>
    `${formatNumber(cells, 'vi')} ô ${factTitle(fact)} để trống bên dưới một giá trị chỉ ghi một lần, như khi lưu ô đã gộp, nên được đọc là giá trị đó`,
  'notices.perhaps-merged': ({ fact, cells }) =>
    `${formatNumber(cells, 'vi')} ô ${factTitle(fact)} để trống bên dưới ô khác; có thể là ô đã gộp, nhưng có giá trị được ghi nhiều lần nên các ô này vẫn để trống: hãy ghi giá trị vào từng dòng`,
  'notices.blank-is-no': ({ fact }) =>
    `tiêu đề cho biết cột ${factTitle(fact)} được đánh dấu, nên ô trống được đọc là “không”`,
  'notices.rest-of-names': ({ heading }) =>
    `cột sau ${quoted(heading)} không có tiêu đề, được đọc là phần còn lại của họ tên`,
  'notices.same-person': ({ id, other }) =>
    `${id} trùng họ tên và ngày sinh với ${other}; có phải một người?`,
  'notices.unmet-heading': ({ heading }) => `tệp ánh xạ nêu cột ${quoted(heading)} nhưng bảng này không có`,
  'notices.unmet-key': ({ key }) => `không nhân sự nào có khóa ${quoted(key)}`,
  'notices.age': (p) =>
    `${p.id} được ${formatNumber(p.age, 'vi')} tuổi tại ngày mốc, ngoài khoảng ${p.least}–${p.most}; ngày sinh có đúng không?`,
  'notices.early-days': ({ heading, dates }) =>
    `trong ${formatNumber(dates, 'vi')} ngày ở cột ${heading} không có ngày nào sau ngày 12; có phải tháng được ghi trước ngày không?`,
  'notices.joined-later': ({ id, fact, value }) => `${id} có ${factTitle(fact)} ${value}, sau ngày mốc`,
  'notices.joined-before-birth': ({ id, fact, value }) =>
    `${id} có ${factTitle(fact)} ${value}, trước cả ngày sinh`,
  'notices.one-word': ({ kept, other }) => `${quoted(other)} được đọc là một với ${quoted(kept)}`,
  'notices.marks-alone': ({ fact }) =>
    `cột ${factTitle(fact)} chỉ có dấu “có”; ô trống là chưa rõ nên người có ô trống bị loại khi quy tắc hỏi đến; nếu ô trống nghĩa là “không” thì ghi facts: { ${fact}: { type: boolean, default: false } } vào bộ quy tắc`,
  'notices.look-alikes': ({ alike }) =>
    `${alike.map(quoted).join(', ')} chỉ khác nhau ở dấu, được tính là các giá trị khác nhau`,
  'notices.serial-date': ({ value }) => `${quoted(value)} được đọc là số ngày mà bảng tính đếm từ năm 1900`,
  'notices.near-a-rule': (p) =>
    `không quy tắc nào nêu ${quoted(p.value)}, nhưng có quy tắc nêu ${quoted(p.near)} mà không nhân sự nào có`,
  'notices.garbled': ({ text, encoding }) =>
    encoding === 'UTF-8'
      ? `${quoted(text)} có vẻ là chữ UTF-8 bị đọc sai bảng mã; hãy dùng tệp gốc`
      : `${quoted(text)} có vẻ là chữ theo bảng mã cũ ${encoding}; hãy đọc tệp với bảng mã ${encoding.toLowerCase()} (--encoding ${encoding.toLowerCase()}), hoặc chuyển sang Unicode`,
  'notices.empty-groups': (p) =>
    `quy tắc ${quoted(p.rule)} cần ${formatNumber(p.needed, 'vi')} người ở mỗi nhóm, mà trong nguồn không ai được tính ở ${p.groups.map(quoted).join(', ')}${p.more > 0 ? ` và ${formatNumber(p.more, 'vi')} nhóm khác` : ''} nên không bao giờ đạt; hãy chọn nhóm bằng forEach: { fact, where }, hoặc giảm chỉ tiêu`,
  'notices.no-retirement': ({ people }) =>
    `${formatNumber(people, 'vi')} nhân sự giới tính khác không có tuổi nghỉ hưu trong quy tắc này (chỉ có dòng cho nữ và nam): nơi nào xét số tháng đến tuổi nghỉ hưu thì chưa rõ nên để ngoài; bảng nghỉ hưu có thể thêm dòng cho gender: other`,
  'notices.equal-claims': ({ rule, groups }) =>
    `trong “${rule}”, ${enumerate(groups.map(quoted), 'vi')} có quyền ngang nhau đối với chỗ cuối cùng nên xét theo thứ tự trong tệp; nếu bốc thăm thì ghi bên trúng lên trước`,
  'notices.beyond-size': (p) =>
    `quy tắc ${quoted(p.rule)} cần ${formatNumber(p.needed, 'vi')} người, mà danh sách có nhiều nhất ${formatNumber(p.max, 'vi')} người nên không bao giờ đạt; hãy giảm chỉ tiêu, hoặc tăng size`,
};

function quoted(text: string): string {
  return `“${shortened(text)}”`;
}
