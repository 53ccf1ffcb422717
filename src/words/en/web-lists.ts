import type { PageWords } from '../page.ts';
import { count, formatNumber } from '../number.ts';

/** What the page says of an ordered list where English says it otherwise than of a plan of posts. */
export const webListsEn: Partial<PageWords> = {
  'web.view-slate': () => 'List',
  'web.size': () => 'Number of names',
  'web.go-to-slate': () => 'Go to the list',
  'web.on-slate': () => 'Names',
  'web.section-require': () => 'What everybody on the list must satisfy',
  'web.plan': (p) => `List (${count(p.count, 'name')})`,
  'web.plan-short': (p) => `List (${formatNumber(p.count, 'en')})`,
  'web.unit': () => 'Place',
  'web.roster-by-unit': () => 'List of candidates in order',
};
