import type { webScenariosEn } from '../en/web-scenarios.ts';
import { formatNumber } from '../number.ts';

const number = (value: number): string => formatNumber(value, 'vi');

/** Vietnamese sentences of the page: scenarios. */
export const webScenariosVi: typeof webScenariosEn = {
  'web.turn-quotas': () => 'Điều chỉnh chỉ tiêu',
  'web.reset-quota': (p) => `Trở về bộ quy tắc: ${p.title}`,
  'web.reset-all': () => 'Trở về bộ quy tắc',
  'web.live': () => 'Danh sách tốt nhất với các chỉ tiêu này',
  'web.live-members': (p) => `${number(p.count)} người`,
  'web.milliseconds': (p) => `giải trong ${p.value} ms`,
  'web.same-slate': () => 'Vẫn là danh sách như theo bộ quy tắc.',
  'web.use-scenario': () => 'Dùng các chỉ tiêu này',
  'web.scenario-name': () => 'Tên phương án',
  'web.scenario-number': (p) => `Phương án ${p.number}`,
  'web.keep-scenario': () => 'Giữ để so sánh',
  'web.no-slate-short': () => 'không có danh sách',
  'web.compare': () => 'So sánh các phương án',
  'web.compare-hint': () =>
    'Hãy điều chỉnh vài chỉ tiêu rồi giữ lại dưới một tên; các phương án sẽ đứng cạnh nhau ở đây.',
  'web.as-it-stands': () => 'Theo bộ quy tắc',
  'web.in-all': (p) => `Có trong mọi danh sách: ${number(p.count)} người.`,
  'web.in-some': (p) => `Chỉ có trong một số: ${number(p.count)} người.`,
  'web.set-dials': () => 'Đặt chỉ tiêu như vậy',
  'web.drop-scenario': (p) => `Bỏ “${p.title}”`,
  'web.sweep': () => 'Quét hai chỉ tiêu',
  'web.sweep-hint': () =>
    'Mọi kết hợp đều được giải. Càng đậm càng tốt; gạch chéo: không có danh sách; viền: ranh giới của khả năng.',
  'web.across': () => 'Chiều ngang',
  'web.down': () => 'Chiều dọc',
  'web.from': () => 'Từ',
  'web.to': () => 'Đến',
  'web.sweep-start': (p) => `Giải ${number(p.cells)} kết hợp`,
  'web.stop': () => 'Dừng',
  'web.progress': () => 'Tiến độ',
  'web.sweep-done': (p) => `Đã giải ${number(p.cells)} kết hợp trong ${p.seconds} giây.`,
  'web.sweep-partial': (p) => `Dừng sớm, trong tổng số ${number(p.total)}.`,
  'web.trade-off': () => 'Chất lượng so với một chỉ tiêu',
  'web.trade-off-hint': () =>
    'Những danh sách không thua danh sách nào khác ở cả hai mặt. Giới hạn của chính chỉ tiêu này được bỏ ở đây.',
  'web.trade-against': () => 'So với',
  'web.trade-off-start': () => 'Tìm danh sách',
};
