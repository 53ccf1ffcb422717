import { encodingName } from '../encoding-name.ts';
import type { ruleFilesEn } from '../en/rule-files.ts';
import { enumerate } from '../number.ts';

const list = (names: readonly string[]): string => enumerate(names, 'vi');
const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '' : ` (có phải ý là “${meant}”?)`;

/** Vietnamese sentences of `rules` about finding and reading their files. */
export const ruleFilesVi: typeof ruleFilesEn = {
  'rules.no-file': ({ file }) => `không có tệp ${file}; hãy kiểm tra đường dẫn`,
  'rules.no-rule-set': (p) =>
    `không có bộ quy tắc “${p.name}”${didYouMean(p.meant)}; ${p.allowed.length === 0 ? 'hãy cho đường dẫn của một tệp .yaml' : `hiện có ${list(p.allowed)}; hoặc cho đường dẫn của một tệp .yaml`}`,
  'rules.is-folder': () => 'đây là thư mục; hãy nêu tệp quy tắc trong đó, có đuôi .yaml, .yml hoặc .json',
  'rules.no-rule-file': () => 'theo tên thì đây không phải tệp quy tắc, vốn có đuôi .yaml, .yml hoặc .json',
  'rules.unreadable': () => 'không đọc được tệp; hãy kiểm tra đây có phải là tệp và quyền đọc tệp',
  'rules.not-utf8': ({ guess }) =>
    `tệp không phải mã UTF-8${guess === undefined ? '' : `, có lẽ là ${encodingName(guess, 'vi')}`}; hãy lưu lại với mã UTF-8`,
  'rules.lost-letter': () =>
    'dòng này có ký hiệu “\uFFFD” thay cho chữ đã mất: tệp từng được mở sai bảng mã rồi lưu lại; hãy dùng tệp gốc',
  'rules.empty-file': () => 'tệp trống; bộ quy tắc cần ít nhất id, referenceDate, size và rules',
};
