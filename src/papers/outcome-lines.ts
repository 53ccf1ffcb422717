import { phrase } from '../words/catalogue.ts';
import { formatShare } from '../words/number.ts';
import type { Roster } from './roster.ts';

/** A line below the table of a roster. */
interface OutcomeLine {
  readonly text: string;
  /** A heading stands above the lines after it, never alone at the end of a page. */
  readonly isHeading?: boolean;
}

/** Lines that stand on the page of the signature at least. */
export const LINES_ABOVE_SIGNATURE = 2;

/** What a slate is made of, whether it keeps the rules, how they were changed, and which goals it misses. */
export function outcomeLines(roster: Roster): readonly OutcomeLine[] {
  const { language, structure, verdict, broken, missed, changed } = roster;
  return [
    { text: phrase(language, 'papers.structure', undefined), isHeading: true },
    ...structure.map(({ label, count, share }) => ({
      text:
        share === undefined
          ? `- ${label}: ${count}`
          : `- ${label}: ${count} (${formatShare(share, language)})`,
    })),
    { text: verdict, isHeading: broken.length > 0 },
    ...broken.map(item),
    ...listed(phrase(language, 'papers.rules-changed', undefined), changed),
    ...listed(phrase(language, 'papers.goals-missed', undefined), missed),
  ];
}

function listed(heading: string, texts: readonly string[]): readonly OutcomeLine[] {
  return texts.length === 0 ? [] : [{ text: heading, isHeading: true }, ...texts.map(item)];
}

function item(text: string): OutcomeLine {
  return { text: `- ${text}` };
}
