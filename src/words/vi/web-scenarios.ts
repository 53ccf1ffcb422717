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
};
