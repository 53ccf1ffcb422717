import type { webScenariosEn } from '../en/web-scenarios.ts';
import { formatNumber } from '../number.ts';

const number = (value: number): string => formatNumber(value, 'vi');

/** Vietnamese sentences of the page: scenarios. */
export const webScenariosVi: typeof webScenariosEn = {
  'web.turn-quotas': () => 'Điều chỉnh chỉ tiêu',
  'web.reset-quota': (p) => `Khôi phục theo quy tắc: ${p.title}`,
  'web.reset-all': () => 'Khôi phục theo quy tắc',
  'web.live': () => 'Danh sách tốt nhất với các chỉ tiêu này',
  'web.live-members': (p) => `${number(p.count)} người`,
  'web.same-slate': () => 'Vẫn là danh sách như theo bộ quy tắc.',
  'web.use-scenario': () => 'Dùng các chỉ tiêu này',
  'web.scenario-name': () => 'Tên phương án',
  'web.scenario-number': (p) => `Phương án ${p.number}`,
  'web.keep-scenario': () => 'Lưu để so sánh',
  'web.no-slate-short': () => 'không có danh sách',
  'web.compare': () => 'So sánh các phương án',
  'web.compare-hint': () =>
    'Hãy điều chỉnh vài chỉ tiêu rồi lưu lại dưới một tên; các phương án sẽ đứng cạnh nhau ở đây.',
  'web.as-it-stands': () => 'Theo bộ quy tắc',
  'web.in-all': (p) => `Có trong mọi danh sách: ${number(p.count)} người.`,
  'web.in-some': (p) => `Chỉ có trong một số: ${number(p.count)} người.`,
  'web.set-dials': () => 'Đặt chỉ tiêu như vậy',
  'web.drop-scenario': (p) => `Bỏ “${p.title}”`,
  'web.sweep': () => 'Thử mọi mức của hai chỉ tiêu',
  'web.sweep-hint': () => 'Mọi kết hợp đều được giải. Màu càng rõ càng tốt.',
  'web.as-range': (p) => `Đổi số cố định thành khoảng: ${p.title}`,
  'web.write-bound': (p) =>
    p.label === '' ? `${p.title}, ghi bằng số` : `${p.title}, ${p.label.toLowerCase()}, ghi bằng số`,
  'web.heat-least': () => 'điểm thấp nhất',
  'web.heat-most': () => 'điểm cao nhất',
  'web.heat-frontier': () => 'ranh giới còn phương án',
  'web.across': () => 'Chiều ngang',
  'web.down': () => 'Chiều dọc',
  'web.from': () => 'Từ',
  'web.to': () => 'Đến',
  'web.sweep-start': (p) => `Giải ${number(p.cells)} kết hợp`,
  'web.stop': () => 'Dừng',
  'web.progress': () => 'Tiến độ',
  'web.sweep-done': (p) => `Đã giải ${number(p.cells)} kết hợp.`,
  'web.sweep-partial': (p) => `Dừng sớm, trong tổng số ${number(p.total)}.`,
  'web.trade-off': () => 'Điểm chất lượng so với một chỉ tiêu',
  'web.trade-off-hint': () =>
    'Những danh sách không thua danh sách nào khác ở cả hai mặt. Giới hạn của chính chỉ tiêu này được bỏ ở đây.',
  'web.trade-against': () => 'So với',
  'web.trade-off-start': () => 'Tìm danh sách',
  'web.robustness': () => 'Danh sách đang lập vững đến đâu',
  'web.robustness-hint': () =>
    'Mọi trường hợp một người hoặc hai người rút đều được xét: danh sách còn đạt không, nếu không thì thay đủ số người rút có đạt lại không.',
  'web.robustness-start': () => 'Xem dựa vào những ai',
  'web.robustness-empty': () => 'Danh sách chưa có ai; hãy lập danh sách trước.',
  'web.robustness-violated': () =>
    'Danh sách đang lập chưa đạt các chỉ tiêu bắt buộc; hãy sửa cho đạt rồi mới xét được độ vững.',
  'web.one-drops-out': () => 'Nếu một người rút',
  'web.two-drop-out': () => 'Nếu hai người cùng rút',
  'web.cases': (p) => `${number(p.count)} trường hợp`,
  'web.loss-compliant': () => 'danh sách vẫn đạt',
  'web.loss-mendable': () => 'thay đủ số người rút thì đạt lại',
  'web.loss-broken': () => 'không ai thay được',
  'web.hangs-on': () => 'Những người danh sách dựa vào nhiều nhất',
  'web.loss-alone': () => 'Nếu người này rút',
  'web.loss-with-others': () => 'Nếu cùng rút với một người khác',
  'web.loss-holds': () => 'Vẫn đạt các chỉ tiêu bắt buộc, không cần thay.',
  'web.loss-breaks': (p) => `Vi phạm: ${p.rules}; không ai thay được.`,
  'web.loss-mended': (p) =>
    `Vi phạm: ${p.rules}; ${p.comes} vào thay là đạt (${number(p.count)} người thay được).`,
  'web.loss-mended-by-swap': (p) => `Vi phạm: ${p.rules}; đạt nếu ${p.comes} vào và ${p.goes} cũng ra.`,
  'web.loss-mended-by-leaving': (p) => `Vi phạm: ${p.rules}; đạt nếu ${p.goes} cũng ra.`,
  'web.broken-with': (p) => `cùng với ${number(p.count)} người khác: không hai người nào thay được`,
};
