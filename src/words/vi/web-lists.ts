import type { PageWords } from '../page.ts';
import { formatNumber } from '../number.ts';

/** What the page says of an ordered list where Vietnamese says it otherwise than of a plan of posts. */
export const webListsVi: Partial<PageWords> = {
  'web.view-slate': () => 'Danh sách',
  'web.size': () => 'Số người',
  'web.go-to-slate': () => 'Đến danh sách',
  'web.on-slate': () => 'Số người',
  'web.section-require': () => 'Điều kiện với mọi người trong danh sách',
  'web.plan': (p) => `Danh sách (${formatNumber(p.count, 'vi')} người)`,
  'web.plan-short': (p) => `Danh sách (${formatNumber(p.count, 'vi')})`,
  'web.unit': () => 'Vị trí',
  'web.roster-by-unit': () => 'Danh sách nhân sự theo thứ tự',
};
