import type { Found, YamlCause } from '../found-value.ts';
import type { rulesEn } from '../en/rules.ts';
import { eitherOf, enumerate, formatDecimal, formatNumber } from '../number.ts';
import { factTitle } from './facts.ts';
import { boundsVi } from './bounds.ts';
import { declaredVi } from './declared.ts';
import { ruleSentencesVi } from './rule-sentences.ts';
import { orderedListsVi } from './ordered-lists.ts';
import { ruleFilesVi } from './rule-files.ts';
import { ruleTestsVi } from './rule-tests.ts';
import { ownProperty } from '../own-property.ts';

const TYPES: Readonly<Record<string, string>> = {
  text: 'văn bản (text)',
  string: 'một văn bản',
  number: 'số (number)',
  int: 'một số nguyên',
  boolean: 'đúng/sai (true hoặc false)',
  date: 'ngày (date)',
  array: 'một danh sách',
  object: 'các trường (khóa: giá trị)',
  record: 'các trường (khóa: giá trị)',
};

const SHAPES: Readonly<Record<string, string>> = {
  condition: 'một điều kiện: { fact, operator, value }, hoặc all, any, not chứa các điều kiện',
  size: 'một số nguyên từ 1 trở lên, { exactly } hoặc { min, max }',
  title: 'một văn bản, hoặc { vi, en }',
  share: 'một số từ 0 đến 1, hoặc văn bản như 1/3 hay 20 %',
  'for-each': 'một dữ kiện, một danh sách dữ kiện, hoặc { fact, where } hay { fact, values } để chọn nhóm',
  value: 'một văn bản, một số, true hoặc false; với in và notIn là danh sách các giá trị đó',
  fact: 'text, number, boolean hoặc date, hoặc { type, default, values, separator }, { compare } hay { steps }',
  objective: 'một danh sách số hạng, hoặc một danh sách cấp mục tiêu',
  extends: 'mã của một bộ quy tắc, hoặc một danh sách mã',
  'relax-cost': 'một số từ 0 trở lên, never, hoặc { each, steps: [{ beyond, each }] }',
  seats: 'một số nguyên từ 1 trở lên, { exactly } hoặc { min, max }',
  vacancy: 'một giá lớn hơn 0, hoặc never',
  scenarios: 'một danh sách phương án, hoặc scenarios: và một danh sách',
  'rule-change': 'off, hoặc { exactly, min, max, strength, weight }',
  retirement: 'mã của một bảng tuổi nghỉ hưu, hoặc danh sách các mã',
  list: 'số vị trí, hoặc { places } hay { seats, surplus, reserve }, thêm substitutes: true nếu có người dự khuyết',
  places: 'một số nguyên từ 1 trở lên, hoặc { min, max }',
  surplus: 'một tỷ lệ của số ghế như 20 %, hoặc { min, max }',
  alternate: 'một dữ kiện, hoặc { fact, missing }',
  pair: '{ same: dữ kiện } hoặc { different: dữ kiện }',
  month: 'một tháng, viết YYYY-MM',
  outcome: 'mã của một quy tắc, hoặc { rule, actual, off, group, members }',
  'test-pool': 'tên một nguồn trong tệp này, hoặc danh sách người',
  sizes: 'một số nguyên từ 1 trở lên, hoặc { min, max }; không có max là mọi số lượng lớn hơn',
  'members-or-share': 'một số nguyên người, hoặc một phần của danh sách như 1/3 hay 60 %',
  steps: 'các mức, mỗi mức với số thấp nhất đạt mức đó, như { tốt: 70 }',
  rules: 'một danh sách; mỗi quy tắc bắt đầu bằng gạch ngang: - id: …',
  within: '{ first: 10 }, { from: 3, to: 7 }, hoặc từng đoạn: { blocks: 5 } hay { windows: 5 }',
  'table-beside': '{ file, group, number }: bảng để cạnh tệp này và tên hai cột của bảng',
  'proportion-to':
    'số của từng nhóm, { party: 1203, … }; nếu số nằm trong bảng để cạnh tệp này: table: { file, group, number }',
  bound:
    'một số nguyên cho chỉ tiêu theo số người, một tỷ lệ như 0.2, 1/3 hay 20 % cho chỉ tiêu theo tỷ lệ, hoặc none',
};

const SYNTAX: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'tên gọi lại (*tên) chưa được đặt (&tên) ở phía trước',
  BAD_DQ_ESCAPE: 'dấu \\ trong ngoặc kép không hợp lệ; viết \\\\ hoặc dùng ngoặc đơn',
  BAD_INDENT: 'thụt đầu dòng không khớp với các dòng trước, hoặc dấu ngoặc phía trước chưa đóng',
  BAD_SCALAR_START: 'giá trị bắt đầu bằng ký hiệu riêng của YAML; đặt giá trị trong ngoặc kép',
  BLOCK_AS_IMPLICIT_KEY: 'có dấu “:” thứ hai trên một dòng; đặt giá trị trong ngoặc kép',
  BLOCK_IN_FLOW: 'khối thụt dòng nằm trong ngoặc; hãy đóng ngoặc trước',
  MISSING_CHAR: 'thiếu một ký hiệu: dấu đóng ngoặc, dấu nháy, dấu phẩy hoặc dấu “:” sau khóa',
  MULTILINE_IMPLICIT_KEY: 'khóa kéo dài nhiều dòng, hoặc thiếu dấu “:” sau khóa',
  TAB_AS_INDENT: 'thụt đầu dòng bằng tab; hãy dùng dấu cách',
  TAG_RESOLVE_FAILED: 'không rõ kiểu sau dấu “!”; tệp quy tắc không có kiểu này',
  UNEXPECTED_TOKEN: 'chỗ này không đúng cú pháp; có thể dấu nháy hoặc ngoặc phía trước chưa đóng',
};

function found(what: Found): string {
  switch (what.kind) {
    case 'scalar':
      return typeof what.value === 'string' ? `văn bản “${what.value}”` : String(what.value);
    case 'nothing':
      return 'giá trị trống';
    case 'list':
      return 'một danh sách';
    default:
      return 'các trường (khóa: giá trị)';
  }
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
function yamlCause(cause: YamlCause): string {
  switch (cause.what) {
    case 'tabs':
      return `từ đây có ${cause.lines} dòng bắt đầu bằng dấu tab; YAML chỉ cho phép dấu cách ở đầu dòng`;
    case 'open-quote':
      return `dấu nháy ${cause.quote} mở ở đây không được đóng trên dòng này; hãy thêm dấu nháy đóng`;
    case 'open-bracket':
      return `dấu ngoặc ${cause.bracket} mở ở đây không được đóng; hãy thêm ${CLOSING[cause.bracket] ?? ''}`;
    case 'stray-bracket':
      return `dấu ngoặc ${cause.bracket} không đóng dấu ngoặc nào; hãy bỏ đi, hoặc thêm dấu ngoặc mở`;
    case 'no-comma':
      return `thiếu dấu phẩy trước ${cause.key}`;
    case 'indent':
      return `dòng này thụt vào ${cause.found} dấu cách, không thẳng hàng với phần nào ở trên; có thể là ${eitherOf(cause.levels.map(String), 'vi')}`;
  }
}
const list = (names: readonly string[]): string => enumerate(names, 'vi');
const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '' : ` (có phải ý là “${meant}”?)`;
const number = (value: number): string => formatNumber(value, 'vi');
const typeOf = (type: string): string => ownProperty(TYPES, type) ?? type;

/** Vietnamese sentences of `rules`. */
export const rulesVi: typeof rulesEn = {
  ...ruleSentencesVi,
  ...boundsVi,
  ...declaredVi,
  ...ruleTestsVi,
  ...orderedListsVi,
  ...ruleFilesVi,

  // The file
  'rules.several-documents': () =>
    'tài liệu thứ hai bắt đầu ở đây (---); đặt mỗi bộ quy tắc trong một tệp riêng',
  'rules.yaml': ({ kind }) =>
    `không đúng cú pháp YAML: ${ownProperty(SYNTAX, kind) ?? `không đọc được cấu trúc (${kind})`}`,
  'rules.yaml-cause': ({ cause }) => `đây không phải YAML: ${yamlCause(cause)}`,
  'rules.is-table': () =>
    'đây là một bảng nhân sự hoặc đơn vị, không phải tệp quy tắc; hãy đưa bảng này vào mục nhân sự hoặc đơn vị, và đưa tệp .yaml vào mục quy tắc',
  'rules.duplicate-key': ({ key }) => `khóa “${key}” xuất hiện hai lần; chỉ giữ một`,
  'rules.key-not-text': () => 'khóa phải là một từ, không phải danh sách hay các trường',
  'rules.too-long': ({ longest }) => `nội dung quá dài; mỗi tệp được có tối đa ${number(longest)} ký tự`,
  'rules.too-deep': ({ deepest }) => `lồng nhau quá ${number(deepest)} cấp; hãy viết đơn giản hơn`,
  'rules.merge-key': () =>
    'không hỗ trợ khóa gộp (<<) của YAML cũ; hãy viết rõ các trường tại đây, dùng lại trọn một giá trị bằng tên gọi lại (*tên), hoặc đặt các quy tắc chung vào một tệp để kế thừa (extends)',
  'rules.aliases': () => 'các tên gọi lại (*tên) nhân lên quá nhiều, hoặc tự chứa chính nó; hãy viết rõ ra',

  // Its shape
  'rules.unknown-key': (p) =>
    `không rõ khóa “${p.key}”${didYouMean(p.meant)}; ở đây được dùng: ${list(p.allowed)}`,
  'rules.comma-in-text': ({ key }) =>
    `“${key}” đứng ở chỗ của khóa: trong ngoặc nhọn, dấu phẩy kết thúc văn bản; hãy đặt cả văn bản trong dấu nháy`,
  'rules.unsupported': ({ key }) =>
    `“${key}” của json-rules-engine không dùng trong tệp quy tắc; chỉ viết điều kiện bằng fact, operator và value`,
  'rules.value-from-fact': () =>
    'giá trị không thể là dữ kiện khác hay biểu thức; hãy cho văn bản, số, true, false, ngày hoặc danh sách các giá trị đó',
  'rules.decimal-comma': (p) =>
    `“${p.found}” viết bằng dấu phẩy, ở đây dấu phẩy kết thúc giá trị; hãy viết ${p.meant}`,
  'rules.misplaced-key': ({ key, home }) =>
    `“${key}” là khóa của quy tắc, phải đứng cạnh ${home} chứ không nằm trong đó`,
  'rules.key-of-kind': ({ key }) =>
    `“${key}” phải nằm trong điều quy tắc yêu cầu: count: { where: …, min: 3 }, hoặc share, require và các loại khác`,
  'rules.short-condition': (p) =>
    `điều kiện có ba khóa; hãy viết { fact: ${p.fact}, operator: ${p.operator}, value: ${p.value} }`,
  'rules.no-blank': (p) => `với YAML “${p.key}” là một từ; sau dấu hai chấm phải có dấu cách: ${p.meant}`,
  'rules.mixed-condition': ({ key }) =>
    `điều kiện hoặc là ${key} với các điều kiện bên trong, hoặc là fact, operator và value; hãy thụt vào phần nằm bên trong`,
  'rules.between': () =>
    'không có toán tử between; hãy viết all: [ … ] với greaterThanInclusive và lessThanInclusive',
  'rules.per-for-each': ({ fact }) =>
    `per cho biết đếm gì: member, unit hay appointment; để đếm riêng theo từng giá trị của ${fact}, hãy viết forEach: ${fact} trong count`,
  'rules.missing': ({ key }) => `thiếu “${key}”; hãy bổ sung`,
  'rules.wrong-type': (p) =>
    `gặp ${found(p.found)}, nhưng cần ${p.expected === 'number' ? 'một số' : typeOf(p.expected)}`,
  'rules.wrong-shape': (p) =>
    `gặp ${found(p.found)}, nhưng cần: ${ownProperty(SHAPES, p.expected) ?? p.expected}`,
  'rules.not-allowed': (p) => `gặp ${found(p.found)}${didYouMean(p.meant)}; được dùng: ${list(p.allowed)}`,
  'rules.number-as-text': (p) => `gặp ${found(p.found)}, nhưng cần một số; hãy bỏ dấu nháy`,
  'rules.not-whole': (p) => `gặp ${found(p.found)}, nhưng cần một số nguyên`,
  'rules.number-too-small': (p) =>
    `gặp ${found(p.found)}, nhưng cần một số ${p.inclusive ? `từ ${number(p.min)} trở lên` : `lớn hơn ${number(p.min)}`}`,
  'rules.number-too-big': (p) =>
    `gặp ${found(p.found)}, nhưng tối đa là ${number(p.max)}${p.max === 1 ? '; hai mươi phần trăm viết là 0.2 hoặc 20 %' : ''}`,
  'rules.number-too-fine': (p) =>
    `gặp ${found(p.found)}, nhưng số nhỏ hơn ${formatDecimal(p.finest.toFixed(7), 'vi')} không được tính: hãy nhân mọi điểm số và giá với cùng một số`,
  'rules.dropped-key': ({ key }) => `ở đây không đặt tên “${key}” được; hãy dùng tên khác`,
  'rules.empty-text': () => 'văn bản trống; hãy ghi nội dung, hoặc bỏ khóa này',
  'rules.bad-id': (p) =>
    `gặp ${found(p.found)}; mã chỉ gồm chữ thường a–z, chữ số và dấu gạch nối, như women hay under-40`,
  'rules.reserved-id': ({ id }) =>
    `mã “${id}” dành cho số lượng của danh sách trong báo cáo; hãy chọn mã khác`,
  'rules.reserved-by-titles': (p) =>
    `mã “${p.id}” là của một quy tắc mà phương án bố trí nào cũng có; hãy chọn mã khác (các chức danh đã dành ${list(p.reserved)})`,
  'rules.title-where': (p) =>
    `“${p.fact}” không phải dữ kiện của đơn vị; đơn vị nào có chức danh chỉ có thể tùy theo ${list(p.allowed)}, và các cột khác của bảng đơn vị khai trong facts dạng unit.…`,
  'rules.bad-date': (p) => `gặp ${found(p.found)}; ngày phải có thật và viết như 2020-06-05`,
  'rules.bad-share': (p) =>
    `gặp ${found(p.found)}; tỷ lệ là một số từ 0 đến 1, hoặc văn bản như 1/3 hay 20 %`,

  // Facts and conditions
  'rules.unknown-fact': (p) =>
    `không rõ dữ kiện “${p.fact}”${didYouMean(p.meant)}; đã có ${list(p.allowed)} (và các năm khác); cột khác thì khai báo trong facts`,
  'rules.person-fact': ({ fact }) =>
    `“${fact}” chỉ đích danh một người; quy tắc chỉ nói về loại nhân sự; bắt buộc có hoặc loại trừ một người thì ghi trong phương án`,
  'rules.operator-for-type': (p) =>
    `“${p.operator}” không dùng được với ${p.fact}, kiểu ${typeOf(p.type)}; được dùng: ${list(p.allowed)}`,
  'rules.value-type': (p) =>
    `gặp ${found(p.found)}, nhưng ${p.fact} có kiểu ${typeOf(p.type)}; hãy cho ${p.type === 'date' ? 'một ngày như 2020-06-05' : p.type === 'number' ? 'một số hữu hạn' : p.type === 'boolean' ? 'true hoặc false' : 'một văn bản, trong dấu nháy nếu cần'}`,
  'rules.value-outside-set': (p) =>
    `gặp ${found(p.found)}, giá trị mà ${p.fact} không bao giờ có${didYouMean(p.meant)}; được dùng: ${list(p.allowed)}`,
  'rules.list-needed': ({ operator }) => `“${operator}” cần một danh sách: [a, b]`,
  'rules.list-not-allowed': (p) =>
    `“${p.operator}” so với một giá trị, không phải danh sách${p.instead === undefined ? '' : `; với danh sách hãy dùng “${p.instead}”`}`,
  'rules.empty-list': ({ operator }) => `“${operator}” với danh sách trống là vô nghĩa; hãy ghi các giá trị`,
  'rules.empty-combination': ({ key }) =>
    `“${key}” trống nên ai cũng thỏa mãn; hãy ghi điều kiện, hoặc bỏ đi`,

  // Rules
  'rules.no-kind': ({ kinds }) => `quy tắc chưa nói gì; hãy cho đúng một trong các loại ${list(kinds)}`,
  'rules.several-kinds': ({ kinds }) =>
    `mỗi quy tắc chỉ thuộc một loại, quy tắc này có ${list(kinds)}; hãy tách thành nhiều quy tắc`,
  'rules.no-bound': () => 'chưa có giới hạn; hãy cho exactly, hoặc min, max hay cả hai',
  'rules.exactly-and-range': () => 'chỉ cho exactly, hoặc min và max, không cho cả hai',
  'rules.min-over-max': (p) =>
    `min (${p.min}) lớn hơn max (${p.max}) nên không bao giờ đạt; hãy sửa một trong hai`,
  'rules.share-range': (p) => `gặp ${found(p.found)}; tỷ lệ nằm giữa 0 và 1, tức 0 % và 100 %`,
  'rules.share-too-fine': () =>
    'tỷ lệ quá lẻ để tính chính xác; nhiều nhất sáu chữ số thập phân, hoặc một phân số như 1/3',
  'rules.weight-of-hard': () => 'quy tắc bắt buộc không có giá; hãy bỏ weight, hoặc thêm strength: soft',
  'rules.repeated-id': (p) => `mã “${p.id}” đã dùng ở dòng ${p.line}; mỗi quy tắc cần mã riêng`,
  'rules.per-unit': () =>
    'per: unit đếm số đơn vị hoặc tỷ lệ đơn vị; chỉ dùng với count hoặc share, không có forEach',
  'rules.repeated-title': (p) =>
    `chức danh “${p.id}” đã khai báo ở dòng ${p.line}; mỗi chức danh chỉ khai báo một lần`,
  'rules.unknown-title': (p) =>
    `không rõ chức danh “${p.id}”${didYouMean(p.meant)}; đã khai báo ${list(p.allowed)}`,
  'rules.combined-concurrent': (p) =>
    `“${p.id}” là chức danh kiêm nhiệm (concurrent), vốn đi cùng mọi chức danh khác; hãy bỏ ở đây`,
  'rules.combined-twice': (p) => `“${p.id}” lặp lại trong tổ hợp này; mỗi chức danh chỉ ghi một lần`,
  'rules.missing-without-groups': () =>
    'missing cho biết ô trống của dữ kiện ở forEach nghĩa là gì; hãy thêm forEach hoặc bỏ missing',
  'rules.group-type': (p) =>
    `forEach không chia nhóm được theo ${p.fact}, kiểu ${typeOf(p.type)}; chỉ dữ kiện text và boolean mới chia nhóm`,
  'rules.more-than-rules': (p) =>
    `không thể đạt ${number(p.needed)} trong số ${number(p.all)} quy tắc; hãy giảm số này, hoặc thêm quy tắc`,
  'rules.per-of-groups': (p) => `per cho biết đếm gì, mà ${p.kind} đã nói rõ; hãy bỏ per`,
  'rules.repeated-item': (p) => `${found(p.found)} ghi hai lần trong danh sách này; chỉ ghi một lần`,
  'rules.groups-chosen-twice': () =>
    'chọn nhóm bằng một điều kiện (where) hoặc bằng một danh sách (values), không dùng cả hai; hãy bỏ một',
  'rules.list-of-several-facts': () =>
    'danh sách giá trị chỉ nêu nhóm theo một dữ kiện; với nhiều dữ kiện hãy chọn nhóm bằng where',
  'rules.added-type': (p) => `${p.fact} có kiểu ${typeOf(p.type)}; chỉ số mới cộng được`,
  'rules.nothing-to-switch-off': (p) =>
    `không tệp nào được kế thừa có quy tắc “${p.id}” để tắt${didYouMean(p.meant)}`,

  // Declared facts and the objective
  'rules.fact-name': ({ fact }) =>
    `“${fact}” không dùng làm tên dữ kiện được; bắt đầu bằng chữ cái, sau đó là chữ cái, chữ số, dấu cách và _ . , - / ( ) % + & # °`,
  'rules.known-fact': (p) =>
    p.derived
      ? `“${p.fact}” được tính từ các cột khác nên không khai báo được; hãy chọn tên khác`
      : `“${p.fact}” đã có sẵn, kiểu ${p.type}; chỉ khai báo để cho ô trống một ý nghĩa: { type: ${p.type}, default: … }`,
  'rules.redeclared': (p) => `“${p.fact}” có kiểu khác tại ${p.first}; mỗi dữ kiện chỉ có một kiểu`,
  'rules.mixed-objective': () => 'lẫn cấp mục tiêu với số hạng; hãy đặt mọi số hạng trong terms của một cấp',
  'rules.several-soft-levels': () =>
    'vi phạm chỉ tiêu phấn đấu chỉ tính ở một cấp; hãy bỏ softRules ở đây hoặc ở cấp trước',
  'rules.no-soft-level': () =>
    'không còn cấp nào để tính vi phạm chỉ tiêu phấn đấu; hãy đặt softRules: true ở một cấp',
  'rules.empty-level': () =>
    'cấp này không có số hạng nên không quyết định gì; hãy thêm terms, hoặc softRules: true',
  'rules.empty-term': () => 'số hạng chỉ có weight; hãy thêm fact, where hoặc cả hai',
  'rules.term-type': (p) =>
    `mục tiêu cộng các số, còn ${p.fact} (${factTitle(p.fact)}) có kiểu ${typeOf(p.type)}; hãy dùng where, hoặc dữ kiện kiểu number hay boolean`,

  // Several files
  'rules.no-extended': ({ id, meant }) =>
    meant === undefined
      ? `không có bộ quy tắc “${id}” để kế thừa; hãy kiểm tra mã, hoặc đặt ${id}.yaml cạnh tệp này`
      : `không có bộ quy tắc “${id}” để kế thừa; có phải ý là “${meant}”?`,
  'rules.no-retirement-table': (p) =>
    `không có bảng tuổi nghỉ hưu “${p.id}”${didYouMean(p.meant)}; hiện có ${list(p.allowed)}`,
  'rules.day-without-use': (p) =>
    `không có gì trong quy tắc này được tính theo ngày nên “at” không có tác dụng; chỉ dùng với ${list(p.allowed)}, hoặc hãy bỏ đi`,
  'rules.two-retirements': () => 'có cả retirement lẫn retirementAge; hãy chỉ giữ một',
  'rules.circular': ({ chain }) =>
    `các tệp kế thừa lẫn nhau thành vòng: ${chain.join(' → ')}; hãy bỏ một chỗ`,
  'rules.disagreement': (p) =>
    `các tệp được kế thừa không thống nhất về ${p.key} (${p.first} và ${p.second}); hãy ghi rõ trong tệp này`,
  'rules.rival-rules': (p) =>
    `các tệp được kế thừa có quy tắc “${p.id}” khác nhau (${p.first} và ${p.second}); hãy viết quy tắc này trong tệp này để thay thế, hoặc chỉ kế thừa một trong các tệp đó`,
};
