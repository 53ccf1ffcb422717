import { formatNumber } from '../number.ts';
import type { PageWords } from '../page.ts';

const number = (value: number): string => formatNumber(value, 'vi');

/** What the page says of a plan of posts where Vietnamese says it otherwise than of a slate. */
export const webPlansVi: Partial<PageWords> = {
  'web.view-slate': () => 'Bố trí',
  'web.size': () => 'Số vị trí bố trí',
  'web.go-to-slate': () => 'Sang phương án bố trí',
  'web.did-remove': (p) => `thôi bố trí ${p.name}`,
  'web.did-take-proposal': () => 'lấy phương án bố trí tốt nhất',
  'web.did-take-repair': () => 'sửa phương án bố trí cho đạt',
  'web.did-take-alternative': () => 'lấy một phương án bố trí khác',
  'web.did-take-scenario': () => 'lấy cách bố trí của một phương án',
  'web.did-take-nobody': () => 'xóa trống phương án bố trí',

  'web.summary': () => 'Tóm tắt phương án bố trí',
  'web.on-slate': () => 'Vị trí bố trí',
  'web.alternatives': () => 'Phương án khác',
  'web.proof': () => 'Vì sao không thể có phương án tốt hơn',
  'web.no-slate': () => 'Không có phương án bố trí nào đáp ứng được mọi quy tắc',
  'web.section-require': () => 'Tiêu chuẩn đối với từng vị trí bố trí',
  'web.some-fail': (p) => `${number(p.count)} vị trí chưa đạt`,
  'web.key-remove': () => 'thôi bố trí',
  'web.how-many': () => 'Số phương án',
  'web.how-different': () => 'Khác nhau ít nhất (vị trí bố trí)',
  'web.slates-differ': (p) =>
    `${number(p.slates)} phương án khác nhau ở ${number(p.differences)} chức danh; các chức danh còn lại như nhau trong tất cả.`,
  'web.slate-number': (p) => `Phương án ${p.number}`,
  'web.take': () => 'Lấy phương án này',
  'web.near-best': () => 'Vị trí bố trí nào chắc chắn, vị trí nào còn để ngỏ',
  'web.near-within': () => 'So với phương án tốt nhất, điểm thấp hơn không quá',
  'web.near-threshold': (p) =>
    `Đã xét mọi phương án đạt các quy tắc có điểm chất lượng từ ${p.threshold} trở lên (cao nhất ${p.best}).`,
  'web.near-impossible': () =>
    'Không có phương án nào đạt mọi quy tắc, nên chưa thể nói vị trí bố trí nào chắc chắn, vị trí nào còn để ngỏ.',
  'web.near-undecided': (p) =>
    `Sau ${number(p.seconds)} giây vẫn chưa rõ về ${number(p.count)} vị trí bố trí; hệ thống không đoán.`,
  'web.near-unknown': (p) => `Sau ${number(p.seconds)} giây vẫn chưa tìm được phương án tốt nhất.`,
  'web.near-on': (p) => `Đang có trong phương án (${number(p.count)})`,
  'web.near-off': (p) => `Không có trong phương án (${number(p.count)})`,
  'web.near-more': (p) => `và ${number(p.count)} vị trí nữa`,
  'web.standing-sure-means': () => 'có trong mọi phương án như vậy',
  'web.standing-out-means': () => 'không có trong phương án nào',
  'web.who-counts': () => 'Những vị trí bố trí được tính trong phương án này',
  'web.strength-soft': (p) => `Mục tiêu phấn đấu, ${p.weight} điểm mỗi vị trí bố trí`,
  'web.accept-with-exceptions': () => 'Lấy phương án này; quy tắc vẫn bị vi phạm',
  'web.take-with': () => 'Lấy phương án có vị trí bố trí này',
  'web.take-without': () => 'Lấy phương án không có vị trí bố trí này',

  'web.live': () => 'Phương án bố trí tốt nhất với các chỉ tiêu này',
  'web.live-members': (p) => `${number(p.count)} vị trí bố trí`,
  'web.same-slate': () => 'Vẫn là cách bố trí như theo bộ quy tắc.',
  'web.no-slate-short': () => 'không bố trí được',
  'web.in-all': (p) => `Có trong mọi phương án: ${number(p.count)} vị trí bố trí.`,
  'web.in-some': (p) => `Chỉ có trong một số: ${number(p.count)} vị trí bố trí.`,
  'web.sweep-hint': () =>
    'Mọi kết hợp đều được giải. Màu càng rõ càng tốt; gạch chéo: không bố trí được; viền: ranh giới của khả năng.',
  'web.trade-off-hint': () =>
    'Những phương án bố trí không thua phương án nào khác ở cả hai mặt. Giới hạn của chính chỉ tiêu này được bỏ ở đây.',
  'web.trade-off-start': () => 'Tìm phương án bố trí',
  'web.robustness': () => 'Phương án bố trí vững đến đâu',
  'web.robustness-hint': () =>
    'Mọi trường hợp một người thôi giữ chức đều được xét: phương án còn đạt không, nếu không thì một lần thay có sửa được không.',
  'web.robustness-empty': () => 'Chưa bố trí ai; hãy lập phương án bố trí trước.',
  'web.robustness-violated': () =>
    'Phương án bố trí chưa đạt các chỉ tiêu bắt buộc; hãy sửa cho đạt rồi mới xét được độ vững.',
  'web.loss-compliant': () => 'phương án vẫn đạt',
  'web.hangs-on': () => 'Những người phương án dựa vào nhiều nhất',
  'web.loss-mended': (p) =>
    `Vi phạm: ${p.rules}; bố trí ${p.comes} là đạt (${number(p.count)} cách bố trí thay được).`,

  'web.weight': () => 'Điểm mỗi vị trí bố trí',
  'web.size-least': () => 'Số vị trí bố trí ít nhất',
  'web.size-most': () => 'Số vị trí bố trí nhiều nhất',
  'web.roster-empty': () => 'Chưa bố trí ai nên chưa có gì để in.',
  'web.roster-total': (p) => `Tổng số ${number(p.count)} vị trí bố trí.`,
  'web.roster-kept': () => 'Phương án đạt các chỉ tiêu bắt buộc.',
  'web.roster-broken': () => 'Phương án chưa đạt các chỉ tiêu bắt buộc.',
};
