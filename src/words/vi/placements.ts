import type { placementsEn } from '../en/placements.ts';
import { enumerate, formatNumber } from '../number.ts';

const number = (value: number): string => formatNumber(value, 'vi');

/** Vietnamese sentences of `placements`. */
export const placementsVi: typeof placementsEn = {
  // Units and rule set
  'placements.no-units': () =>
    'chưa có đơn vị nào; dòng đầu là tiêu đề, ít nhất có "tên", mỗi dòng sau là một đơn vị',
  'placements.no-shipped-units': (p) =>
    `không có bảng đơn vị “${p.name}”; hiện có ${enumerate(p.allowed, 'vi')}`,
  'placements.unnamed-unit': () => 'tên để trống; mỗi đơn vị cần một tên riêng',
  'placements.repeated-unit': (p) =>
    `đơn vị “${p.name}” có ở dòng ${p.first} và lặp lại ở dòng ${p.second}; hãy giữ một dòng`,
  'placements.no-titles': (p) =>
    `bộ quy tắc ${p.rules} không khai báo chức danh nên không bố trí được cho đơn vị; hãy dùng bộ quy tắc có titles:, hoặc bỏ bảng đơn vị`,
  'placements.units-needed': (p) =>
    `bộ quy tắc ${p.rules} bố trí chức danh cho các đơn vị; hãy cho thêm bảng đơn vị`,
  'placements.no-units-of-list': (p) =>
    `bộ quy tắc ${p.rules} xếp danh sách có thứ tự, không cần bảng đơn vị; hãy bỏ bảng đơn vị`,
  'placements.missing-unit-column': (p) =>
    `bộ quy tắc khai báo dữ kiện “${p.fact}” nhưng bảng đơn vị không có cột “${p.column}”; hãy thêm cột, hoặc khai giá trị mặc định`,
  'placements.title-nowhere': (p) =>
    `không đơn vị nào trong bảng có chức danh “${p.title}”; hãy xem lại where: của chức danh, hoặc bỏ chức danh này`,
  'placements.besides-nothing': (p) =>
    `“${p.title}” là chức danh của ${number(p.having.length)} đơn vị nên không rõ kiêm nhiệm ở đơn vị nào: người ở ${p.without.length > 3 ? `${p.without.slice(0, 3).join(', ')}, … (+${number(p.without.length - 3)})` : enumerate(p.without, 'vi')} không kiêm nhiệm được chức danh này`,
  'placements.title-unsure': (p) =>
    `${p.unit} có chức danh “${p.title}” hay không là tùy ${enumerate(p.facts, 'vi')}, nhưng ô này để trống; hãy điền, hoặc khai giá trị mặc định trong facts`,
  'placements.holder-meant': (p) =>
    `không có nhân sự nào mang mã “${p.text}”; người đang giữ chức danh được ghi bằng mã, ở đây là “${p.meant}”`,
  'placements.several-holders': (p) =>
    `“${p.text}” không phải là một mã; giữa mã của nhiều người phải có dấu ;`,
  'placements.name-appointment': (p) =>
    `“${p.id}” là nhân sự; hãy ghi một vị trí bố trí của người này, như ${p.id}@Đơn vị/chức-danh`,

  // Plan
  'placements.plan-column': (p) => `phương án thiếu cột “${p.column}”; cần có đơn vị, chức danh và mã`,
  'placements.no-appointment': (p) =>
    `không có vị trí bố trí “${p.id}”; viết theo dạng HD-001@Đơn vị/chức danh`,
  'placements.empty-plan': () => 'phương án trống; cần bố trí ít nhất một chức danh',
  'placements.empty-list': () => 'danh sách trống; cần ghi mã của ít nhất một người',
  'placements.no-place': (p) =>
    `danh sách không có vị trí “${p.found}”; chỉ có vị trí từ 1 đến ${number(p.places)}`,
  'placements.which-of-two': (p) =>
    `mỗi vị trí của danh sách này có hai người; hãy ghi rõ từng người trong cột chức danh: ${enumerate(p.allowed, 'vi')}`,
  'placements.unknown-unit': (p) =>
    `không có đơn vị nào tên “${p.name}”${p.meant === undefined ? '' : `; có phải “${p.meant}”?`}`,
  'placements.unknown-title': (p) =>
    `bộ quy tắc không có chức danh “${p.title}”; chỉ có ${enumerate(p.allowed, 'vi')}`,
  'placements.title-not-here': (p) => `${p.unit} không có chức danh “${p.title}”`,
  'placements.repeated-line': (p) => `“${p.id}” giữ “${p.title}” tại ${p.unit} đã có ở dòng ${p.first}`,

  // Rules that every placement has
  'placements.one-appointment': () => 'Mỗi người không quá một vị trí bố trí',
  'placements.one-place': () => 'Mỗi người chỉ ở một vị trí',
  'placements.one-at-place': (p) => `${p.title}: không có hai người cùng số`,
  'placements.no-empty-place': (p) => `${p.title}: không để trống`,
  'placements.seats': (p) => `${p.title}: mỗi đơn vị không quá ${number(p.seats)} người`,
  'placements.no-gap': (p) => `Vị trí ${p.place} để trống chừng nào vị trí trước đó còn trống`,
  'placements.paired': (p) => `Vị trí ${p.place} có đủ cả hai người, hoặc không có ai`,
  'placements.filled': (p) =>
    p.seats === 1
      ? `${p.title}: đơn vị nào cũng có người giữ`
      : `${p.title}: mỗi đơn vị ít nhất ${number(p.seats)} người`,

  // Training
  'placements.training-heading': (p) =>
    p.needs === 0
      ? `${p.title}: không ai thiếu tiêu chuẩn của chức danh`
      : `${p.title}: ${number(p.needs)} nhu cầu đào tạo, bồi dưỡng`,
  'placements.training-message': (p) =>
    `${p.candidate}: ${p.fact} ${p.value === undefined ? 'chưa có thông tin' : `là ${p.value}`}; cần: ${p.needed}`,

  // Tables of the command line
  'placements.check-heading': (p) => `${p.title}: phương án ${number(p.size)} vị trí bố trí`,
  'placements.list-check-heading': (p) => `${p.title}: danh sách ${number(p.size)} người`,
  'placements.list-heading': (p) =>
    `${p.title}: danh sách ${number(p.size)} người, chọn từ ${number(p.candidates)} nhân sự`,
  'placements.place': () => 'Vị trí',
  'placements.empty-places': (p) => `Chưa có người ở vị trí ${enumerate(p.places, 'vi')}.`,
  'placements.heading': (p) =>
    `${p.title}: ${number(p.posts)} chức danh ở ${number(p.units)} đơn vị, bố trí ${number(p.appointments)} trong ${number(p.candidates)} nhân sự`,
  'placements.moves': (p) =>
    `${number(p.stay)} người giữ nguyên, ${number(p.move)} người luân chuyển hoặc mới; ${number(p.combined)} nhất thể hóa; ${number(p.vacant)} chức danh còn trống.`,
  'placements.list-rules-head': (p) => {
    const size = p.min === p.max ? number(p.max) : `${number(p.min)}–${number(p.max)}`;
    const beyond = p.beyond === 'surplus' ? 'số dư' : 'dự bị';
    const seats = p.seats < p.max ? `, gồm ${number(p.seats)} ghế và ${beyond}` : '';
    const pairs = p.substitutes ? ', mỗi vị trí có người dự khuyết' : '';
    return `${p.id}: danh sách có thứ tự ${size} vị trí${seats}${pairs}; tuổi và thời gian công tác tính đến ${p.referenceDate}; SHA-256 ${p.hash}`;
  },
  'placements.rule-set-head': (p) =>
    `${p.id}: ${enumerate(p.titles, 'vi')} ở mỗi đơn vị; tuổi và thời gian công tác tính đến ${p.referenceDate}; SHA-256 ${p.hash}`,
  'placements.title': () => 'Chức danh',
  'placements.move': () => 'Luân chuyển',
  'placements.from': () => 'Từ',
  'placements.needed': () => 'Yêu cầu',
  'placements.stays': () => 'giữ nguyên',
  'placements.within': () => 'trong đơn vị',
  'placements.vacant': () => 'còn trống',
  'placements.unit-heading': (p) => (p.kind === '' ? p.unit : `${p.unit} (${p.kind})`),
};
