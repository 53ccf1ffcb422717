import type { webPlacementsEn } from '../en/web-placements.ts';
import { formatNumber } from '../number.ts';

const number = (value: number): string => formatNumber(value, 'vi');

/** Vietnamese sentences of the page: posts in units. */
export const webPlacementsVi: typeof webPlacementsEn = {
  'web.units': () => 'Đơn vị',
  'web.units-count': (p) => `${number(p.count)} đơn vị`,
  'web.drop-units': () => 'Kéo bảng đơn vị (CSV) vào đây, hoặc chọn tệp',
  'web.drop-units-hint': () =>
    'Mỗi dòng một đơn vị: tên, loại, và với mỗi chức danh là mã của người đang giữ',
  'web.units-needed': () => 'Bộ quy tắc này bố trí chức danh nên cần thêm bảng đơn vị.',
  'web.units-not-needed': () => 'Bộ quy tắc này lập một danh sách chung, không dùng bảng đơn vị.',
  'web.drop-units-table': () => 'Bỏ bảng đơn vị',
  'web.with-units': (p) => `${number(p.candidates)} nhân sự, ${number(p.units)} đơn vị`,
  'web.fills-posts': () => 'bố trí chức danh ở các đơn vị',
  'web.capacity-of-posts': () =>
    'Số liệu tính theo vị trí bố trí có thể có: một người vào một chức danh. Chỉ tiêu tính theo đơn vị không nêu ở đây vì còn tùy những người khác được chọn.',

  'web.mend-units': () => 'Các ô cần sửa trong bảng đơn vị',

  'web.did-mend-units': () => 'sửa một ô của bảng đơn vị',
  'web.did-choose-units': () => 'chọn bảng đơn vị',
  'web.did-appoint': (p) => `bố trí ${p.name}`,
  'web.did-pin-person': (p) => `phải bố trí ${p.name}`,
  'web.did-exclude-person': (p) => `không bố trí ${p.name}`,

  'web.plan': (p) => `Phương án bố trí (${number(p.count)} vị trí)`,
  'web.plan-short': (p) => `Bố trí (${number(p.count)})`,
  'web.plan-view': () => 'Cách xem phương án',
  'web.plan-grid': () => 'Theo đơn vị',
  'web.plan-picture': () => 'Sơ đồ luân chuyển',
  'web.plan-moves': () => 'Các lượt chuyển',
  'web.unit': () => 'Đơn vị',
  'web.titles-together': (p) => p.titles.join(' kiêm '),
  'web.post-in-unit': (p) => `${p.titles}, ${p.unit}`,
  'web.person-in-post': (p) => `${p.name} (${p.post})`,
  'web.combined-post': () => 'nhất thể hóa',
  'web.vacant': () => 'còn trống',
  'web.vacant-seats': (p) => `còn trống ${number(p.count)}`,
  'web.no-such-post': () => 'không có chức danh này',
  'web.replaces': (p) => `thay ${p.names.join(', ')}`,
  'web.former-holders': (p) => `${number(p.count)} người thôi giữ chức danh này`,
  'web.held-now': (p) => `hiện là ${p.names.join(', ')}`,
  'web.from-unit': (p) => `từ ${p.unit}`,
  'web.move-stays': () => 'giữ nguyên',
  'web.move-within': () => 'trong đơn vị',
  'web.move-city-to-ward': () => 'từ thành phố về',
  'web.move-ward-to-city': () => 'lên thành phố',
  'web.move-ward-to-ward': () => 'từ xã, phường khác',
  'web.move-between-blocs': () => 'giữa các khối',
  'web.move-between-departments': () => 'giữa các cơ quan',
  'web.move-unknown': () => 'mới, chưa rõ từ đâu',
  'web.move-leaves': () => 'thôi giữ chức',
  'web.move-combined': () => 'nhất thể hóa',
  'web.move-vacant': () => 'còn trống',
  'web.empty-plan': () =>
    'Chưa bố trí ai. Hãy để hệ thống đề xuất phương án tốt nhất, hoặc tự chọn người cho từng chức danh.',
  'web.begin-with-present': () => 'Bắt đầu từ người đang giữ chức',
  'web.did-take-present': () => 'lấy những người đang giữ chức',
  'web.more-changes': (p) => `còn ${number(p.count)} thay đổi`,
  'web.why-post-on': (p) =>
    `Phương án tốt nhất bố trí người này ở chức danh này. Nếu không, điểm chất lượng cao nhất giảm ${p.loss} và ${number(p.changes)} người đổi chỗ.`,
  'web.why-post-off': (p) =>
    `Phương án tốt nhất không bố trí người này ở chức danh này. Nếu bố trí, điểm chất lượng cao nhất giảm ${p.loss} và ${number(p.changes)} người đổi chỗ.`,
  'web.why-post-equal': (p) =>
    `Phương án tốt nhất bố trí người này ở chức danh này, nhưng cũng có phương án khác tốt ngang mà không bố trí như vậy; khi đó ${number(p.changes)} người đổi chỗ.`,
  'web.why-post-close': (p) =>
    `Phương án tốt nhất không bố trí người này ở chức danh này, nhưng có phương án tốt ngang mà bố trí như vậy; khi đó ${number(p.changes)} người đổi chỗ.`,
  'web.post-unknown': () => 'Chưa xác định kịp có chức danh nào cho người này hay không.',
  'web.leaving-beside': (p) =>
    `${number(p.count)} người thôi giữ chức không vẽ ở đây; xem trong các lượt chuyển.`,
  'web.move-from': () => 'Từ',
  'web.move-to': () => 'Đến',
  'web.move-kind': () => 'Hình thức',
  'web.nobody-moves': () => 'Không ai luân chuyển: mọi người giữ nguyên chức danh.',
  'web.moves-hint': () =>
    'Bên trái là nơi đang công tác, bên phải là chức danh được bố trí. Bấm vào đường nối hoặc họ tên để xem lý do.',
  'web.no-post': () => 'không bố trí',
  'web.without-post': () => 'Chưa được bố trí',
  'web.who-for': (p) => `Ai giữ: ${p.post}`,
  'web.which-titles': () => 'Những chức danh cùng giữ',
  'web.choose-post': () =>
    'Chọn một chức danh (phím S, hoặc ô còn trống) để xem ai có thể giữ, hoặc kéo một người vào ô.',
  'web.appoint': (p) => `Bố trí ${p.name}`,
  'web.not-eligible': (p) => `chưa đủ điều kiện: ${p.rules.join('; ')}`,
  'web.now-in-plan': (p) => `trong phương án: ${p.post}`,
  'web.eligible-count': (p) => `${number(p.count)}/${number(p.of)} người đủ điều kiện`,
  'web.pin-post': () => 'Giữ ở chức danh này',
  'web.unpin-post': () => 'Thôi giữ ở chức danh này',
  'web.exclude-post': () => 'Không vào chức danh này',
  'web.readmit-post': () => 'Cho vào lại chức danh này',
  'web.pin-person': () => 'Phải được bố trí',
  'web.unpin-person': () => 'Thôi bắt buộc bố trí',
  'web.exclude-person': () => 'Không bố trí',
  'web.readmit-person': () => 'Cho bố trí lại',
  'web.in-the-plan': () => 'Trong phương án này',
  'web.asked-post': () => 'Xét ở chức danh',
  'web.without-in-plan': () => 'Chưa được bố trí trong phương án này.',
  'web.seeking-post': () => 'Đang tìm chức danh phù hợp nhất…',
  'web.best-post': (p) =>
    `Nếu phải bố trí người này, phương án tốt nhất xếp vào ${p.post}; điểm chất lượng giảm ${p.loss}.`,
  'web.no-post-possible': () => 'Không phương án nào đạt mọi quy tắc mà có chức danh cho người này.',
  'web.ask-of-post': () => 'Vì sao không vào chức danh này?',
  'web.differing-posts': () => 'Chức danh khác nhau',
  'web.roster-by-unit': () => 'Phương án bố trí chức danh lãnh đạo theo đơn vị',
  'web.roster-post': () => 'Chức danh bố trí',
  'web.roster-vacant': (p) => `Còn trống: ${p.posts.join('; ')}`,
  'web.groups-in-order': (p) =>
    `${number(p.count)} ${p.fact === '' ? 'nhóm' : p.fact.toLocaleLowerCase('vi')} đạt`,
  'web.standing-rule': () => 'Quy tắc có sẵn của mọi phương án bố trí, không ghi trong tệp.',
};
