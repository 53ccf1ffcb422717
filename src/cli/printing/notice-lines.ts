import { noticeKey } from '../../pool/notices/notices.ts';
import { describeProblem, type Problem } from '../../words/problem.ts';
import type { Cli } from '../context.ts';
import { printable } from './table.ts';

/** Notices that are shown one by one; the rest is counted. */
const MOST_SHOWN = 20;

/** Tells people what is possible and looks odd, and how to say that it is right. Nothing where there is nothing. */
export function tellNotices(notices: readonly Problem[], { note, say, language }: Cli): void {
  if (notices.length === 0) return;
  note(say('cli.notices', { count: notices.length }));
  for (const each of notices.slice(0, MOST_SHOWN)) note(`  ${printable(describeProblem(each, language))}`);
  if (notices.length > MOST_SHOWN)
    note(`  ${say('cli.more-notices', { count: notices.length - MOST_SHOWN })}`);
  note(say('cli.accept-notices', { key: noticeKey(notices[0]!) }));
}
