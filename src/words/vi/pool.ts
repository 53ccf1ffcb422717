import type { poolEn } from '../en/pool.ts';
import { shortened } from '../found-value.ts';
import { formatNumber } from '../number.ts';
import { encodingName } from '../encoding-name.ts';
import { valueWord } from './facts.ts';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['text', 'chữ (text)'],
  ['number', 'số (number)'],
  ['boolean', 'có/không (boolean)'],
  ['date', 'ngày tháng (date)'],
]);

/** What is no cell of a candidate. */
const NO_CELLS = {
  list: 'danh sách',
  object: 'đối tượng',
  date: 'ngày không hợp lệ (Invalid Date)',
  bigint: 'số nguyên kiểu BigInt',
  symbol: 'ký hiệu (symbol)',
  function: 'hàm (function)',
};

/** Vietnamese sentences of `pool`. */
export const poolVi: typeof poolEn = {
  'pool.cannot-read': ({ reason }) =>
    ({
      missing: 'không tìm thấy tệp này',
      folder: 'đây là thư mục; cần tên một tệp',
      forbidden: 'không có quyền đọc tệp này; hãy kiểm tra quyền truy cập',
      other: 'không đọc được tệp này',
    })[reason],
  'pool.empty-file': () => 'tệp trống; dòng đầu phải là tên các cột, ít nhất có "id" (mã) và "name" (họ tên)',
  'pool.no-candidates': () => 'không có nhân sự nào; sau dòng tên cột phải có ít nhất một dòng',
  'pool.empty-list': () => 'danh sách không có nhân sự nào; cần ít nhất một người',
  'pool.not-decoded': ({ encoding, guess }) =>
    `dòng này không phải mã ${encodingName(encoding, 'vi')}${
      guess === undefined || guess === encoding
        ? '; hãy'
        : `, có lẽ là ${encodingName(guess, 'vi')}; hãy cho đọc theo mã đó (--encoding ${guess}), hoặc`
    } lưu bảng dưới dạng "CSV UTF-8" (trong Excel: Lưu thành, CSV UTF-8)`,
  'pool.lost-letter': () =>
    'dòng này có ký hiệu “�” thay cho chữ đã mất: tệp từng được mở sai bảng mã rồi lưu lại; hãy dùng tệp gốc',
  'pool.utf16': ({ guess }) =>
    `tệp dùng mã UTF-16; hãy cho đọc theo mã đó (--encoding ${guess}), hoặc lưu bảng dưới dạng "CSV UTF-8" (trong Excel: Lưu thành, CSV UTF-8)`,
  'pool.no-text': () =>
    'tệp không phải là văn bản, cũng không phải bảng tính đọc được ở đây; hãy lưu bảng dưới dạng "CSV UTF-8" (trong Excel: Lưu thành, CSV UTF-8)',
  'pool.not-a-table': ({ kind }) =>
    `tệp là ${KINDS.get(kind) ?? 'loại khác, không phải bảng'}; cần một bảng: CSV, XLSX, ODS hoặc XLS`,
  'pool.unreadable-workbook': ({ fault }) =>
    ({
      broken: 'bảng tính bị hỏng hoặc thiếu dữ liệu; hãy mở bằng phần mềm bảng tính rồi lưu lại',
      'too-large': 'bảng tính quá lớn sau khi giải nén; hãy lưu trang có bảng dưới dạng CSV',
      locked: 'bảng tính có mật khẩu; hãy lưu lại không mật khẩu',
      old: 'bảng tính thuộc phiên bản Excel trước 97; hãy mở bằng phần mềm bảng tính rồi lưu lại dạng XLSX',
    })[fault],
  'pool.no-sheet': ({ named, allowed }) =>
    `bảng tính không có trang ${quoted(named)}; chỉ có ${allowed.map(quoted).join(', ')}`,
  'pool.long-row': ({ most }) =>
    `dòng này dài hơn ${formatNumber(most, 'vi')} ký tự; hãy rút ngắn, hoặc ngắt dòng cho đúng chỗ`,
  'pool.too-many-rows': ({ most }) =>
    `có hơn ${formatNumber(most, 'vi')} nhân sự; một nguồn nhân sự chỉ chứa được tối đa chừng đó`,
  'pool.unterminated-quote': () =>
    'dấu ngoặc kép mở ra ở dòng này nhưng không đóng lại; hãy đóng lại, hoặc viết hai lần ("") nếu nó thuộc nội dung',
  'pool.stray-quote': () =>
    'có dấu ngoặc kép nằm giữa một ô; hãy đặt cả ô trong ngoặc kép và viết đôi dấu ngoặc kép bên trong ("")',
  'pool.cell-count': ({ expected, found }) =>
    `dòng này có ${found} ô nhưng bảng chỉ có ${expected} cột, mà các ô thừa lại có nội dung; có thể thiếu dấu ngoặc kép quanh một ô hoặc thiếu tên cột`,
  'pool.too-many-columns': ({ most }) =>
    `dòng này có hơn ${formatNumber(most, 'vi')} ô; một bảng chỉ chứa được tối đa chừng đó`,
  'pool.both-genders': () => 'dòng này có nội dung ở cả cột nam và cột nữ; hãy xóa một bên',
  'pool.bad-mapping': ({ allowed }) =>
    `chỗ này không đúng dạng của tệp ánh xạ; tệp có thể gồm ${allowed.join(', ')}, xem README`,
  'pool.id-in-two-files': ({ id, other }) =>
    `mã ${quoted(id)} cũng có trong ${other}; mỗi nhân sự phải có một mã riêng (số thứ tự không dùng được giữa các tệp)`,
  'pool.cell-without-heading': ({ position, value }) =>
    `cột thứ ${position} không có tên, nhưng dòng này ghi ${quoted(value)}; hãy đặt tên cột hoặc xóa nội dung`,
  'pool.garbled-headings': ({ text, encoding }) =>
    `tiêu đề ${quoted(text)} có vẻ là chữ theo bảng mã cũ ${encoding.toUpperCase()}; hãy đọc tệp với bảng mã ${encoding} (--encoding ${encoding}), hoặc chuyển tệp sang Unicode`,
  'pool.other-headings': ({ heading }) =>
    `dòng này lặp lại tiêu đề, nhưng ${quoted(heading)} không phải tiêu đề của cột đó ở trên: một bảng khác bắt đầu; hãy để bảng đó vào tệp riêng hoặc trang tính riêng`,
  'pool.missing-column': ({ column, line, headings = [] }) =>
    `thiếu cột bắt buộc “${column}”${column === 'id' ? ' (mã)' : column === 'name' ? ' (họ tên)' : ''}${line === undefined ? '' : `. Dòng ${line} được đọc là tiêu đề: ${listed(headings)}; nếu bảng không có dòng tiêu đề, hãy thêm một dòng ở trên`}`,
  'pool.tables-beside': ({ heading }) =>
    `${quoted(heading)} và các tiêu đề khác có hai lần: hai bảng nằm cạnh nhau; hãy đặt bảng này dưới bảng kia, hoặc mỗi bảng một tệp`,
  'pool.duplicate-heading': ({ first, second, column }) =>
    first === second
      ? `có hai cột cùng tên ${quoted(second)}; chỉ giữ một cột`
      : `hai cột ${quoted(first)} và ${quoted(second)} cùng mang nghĩa “${column}”; chỉ giữ một cột hoặc đổi tên cột kia`,
  'pool.empty-id': () => 'mã còn trống; mỗi nhân sự phải có một mã riêng',
  'pool.empty-name': () => 'họ tên còn trống; nhân sự nào cũng phải có họ tên',
  'pool.duplicate-id': ({ id, first, second }) =>
    `mã ${quoted(id)} có ở dòng ${first} và lặp lại ở dòng ${second}; mỗi nhân sự phải có một mã riêng`,
  'pool.duplicate-id-in-list': ({ id, first, second }) =>
    `nhân sự thứ ${first} và thứ ${second} trong danh sách cùng mang mã ${quoted(id)}; mỗi nhân sự phải có một mã riêng`,
  'pool.bad-choice': ({ value, fact, allowed }) =>
    `${quoted(value)} không có trong danh mục; chỉ nhận ${allowed.map((each) => valueWord(fact, each)).join(', ')} (hoặc ${allowed.join(', ')})`,
  'pool.outside-list': (p) =>
    `${quoted(p.value)} không có trong danh mục mà bộ quy tắc quy định cho cột này${p.meant === undefined ? '' : `; có phải ý là ${quoted(p.meant)}?`}; cho phép ${p.allowed.join(', ')}`,
  'pool.bad-boolean': ({ value }) =>
    `${quoted(value)} không rõ là có hay không; chỉ nhận có/không, x, 1/0, true/false, yes/no`,
  'pool.bad-number': ({ value }) =>
    `${quoted(value)} không phải là số; chỉ nhận chữ số, có thể kèm dấu thập phân, ví dụ 8,5 hoặc 8.5, không dùng dấu phân cách hàng nghìn`,
  'pool.ambiguous-number': (p) =>
    `${quoted(p.value)} có thể hiểu theo hai cách; hãy ghi ${p.thousands} hoặc ${p.decimal}`,
  'pool.bad-date': ({ value }) =>
    `${quoted(value)} không phải ngày tháng; ghi 17/05/1980 hoặc 1980-05-17, nếu không rõ ngày hoặc tháng thì ghi 05/1980, 1980-05 hoặc 1980`,
  'pool.impossible-date': ({ value }) =>
    `không có ngày ${quoted(value)}; ngày tháng được ghi theo thứ tự ngày/tháng/năm hoặc năm-tháng-ngày`,
  'pool.distant-date': ({ value, earliest, latest }) =>
    `${quoted(value)} nằm ngoài khoảng cho phép; năm phải từ ${earliest} đến ${latest}`,
  'pool.bad-json-value': ({ found }) =>
    `${NO_CELLS[found]} không phải là giá trị hợp lệ; chỉ nhận chữ, số, true, false và null`,
  'pool.more-problems': ({ count }) => `còn ${formatNumber(count, 'vi')} lỗi khác không liệt kê ở đây`,
  'pool.born-after-reference': ({ value, referenceDate }) =>
    `ngày sinh ${value} sau ngày mốc ${referenceDate}; hãy sửa một trong hai`,
  'pool.declared-column-missing': ({ fact }) =>
    `bộ quy tắc khai báo dữ liệu “${fact}” nhưng nguồn nhân sự không có cột này; hãy thêm cột hoặc khai báo giá trị mặc định`,
  'pool.declared-type-differs': ({ fact, declared, actual }) =>
    `bộ quy tắc khai báo dữ liệu “${fact}” là ${typeName(declared)}, nhưng thực tế là ${typeName(actual)}; hãy khai báo lại cho đúng`,
  'pool.bad-default': ({ fact, value, declared }) =>
    `giá trị mặc định ${quoted(value)} của dữ liệu “${fact}” không đúng kiểu ${typeName(declared)}`,
  'pool.slate-empty': () => 'danh sách trống; phải có mã của ít nhất một nhân sự',
  'pool.slate-no-id-column': () =>
    'danh sách có nhiều cột nhưng không có cột "mã" (id); hãy đặt tên cột cho mã',
  'pool.slate-of-names': () =>
    'danh sách không có cột mã, chỉ có họ tên, mà họ tên có thể trùng nhau; hãy ghi mã của nhân sự dưới tiêu đề "mã" (id)',
  'pool.slate-is-rules': () =>
    'tệp này là bộ quy tắc, không phải danh sách; danh sách là bảng có cột "mã" (id), hoặc mỗi dòng một mã',
  'pool.slate-not-ids': () =>
    'tệp JSON này không phải danh sách; cần các mã theo dạng ["HD-001", "HD-002"], hoặc kết quả của lệnh propose có danh sách',
  'pool.slate-duplicate': ({ id, first, second }) =>
    `mã ${quoted(id)} có hai lần trong danh sách, ở vị trí ${first} và ${second}; mỗi nhân sự chỉ được giới thiệu một lần`,
  'pool.unknown-member': ({ id }) => `nguồn nhân sự không có ai mang mã ${quoted(id)}; hãy kiểm tra lại mã`,
};

/** Headings that are shown of a line; the rest is left out. */
const MOST_HEADINGS = 6;

function listed(headings: readonly string[]): string {
  const rest = headings.length > MOST_HEADINGS ? ', …' : '';
  return `${headings.slice(0, MOST_HEADINGS).map(quoted).join(', ')}${rest}`;
}

function quoted(text: string): string {
  return `“${shortened(text)}”`;
}

function typeName(type: string): string {
  return TYPES.get(type) ?? type;
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['xlsb', 'bảng tính nhị phân của Excel (.xlsb), chưa đọc được; hãy lưu thành XLSX'],
  ['locked', 'bảng tính có mật khẩu; hãy lưu lại không mật khẩu'],
  ['word', 'văn bản soạn thảo'],
  ['slides', 'bản trình chiếu'],
  ['pdf', 'tài liệu PDF'],
  ['picture', 'hình ảnh'],
  ['archive', 'tệp nén, hoặc đã hỏng'],
  [
    'web-page',
    'trang web (HTML hoặc XML), dù mang tên bảng tính; hãy mở bằng phần mềm bảng tính rồi lưu thành XLSX',
  ],
  ['json', 'JSON'],
  ['database', 'cơ sở dữ liệu'],
]);
