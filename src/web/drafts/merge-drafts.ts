import { mergedMeeting } from '../meeting/meeting.ts';
import { sameAs, type Conflict as WorkConflict } from '../state/merge.ts';
import { mergeHistories } from '../state/merge-histories.ts';
import type { Draft, Mark } from './draft.ts';

/** What two people decided differently about a draft. */
export type Conflict =
  | WorkConflict
  | { readonly of: 'title'; readonly mine: string; readonly theirs: string };

/** Two sides of a draft as one. */
interface MergedDraft {
  readonly draft: Draft;
  readonly conflicts: readonly Conflict[];
}

/**
 * Lays what I did to a draft over what others did, both since the same version. Where both decided the
 * same thing differently theirs stands, and my work as it was becomes a mark: nothing of it is lost.
 *
 * @param base the version that both began from; absent: none was seen, and nothing was done before
 * @param mark what that mark is called, and when it is made
 */
export function mergeDrafts(
  base: Draft | undefined,
  mine: Draft,
  theirs: Draft,
  mark: Omit<Mark, 'work'>,
): MergedDraft {
  const beginning = { past: [], work: mine.history.past[0]?.before ?? mine.history.work, future: [] };
  const merged = mergeHistories(base?.history ?? beginning, mine.history, theirs.history);
  const titled = mergedTitle(base?.title ?? '', mine.title, theirs.title);
  const conflicts = [...merged.conflicts, ...titled.conflicts];
  const kept: Mark = { ...mark, work: mine.history.work };
  const marks = mergedMarks(base?.marks ?? [], mine.marks, theirs.marks);
  const meeting = mergedMeeting(base?.meeting, mine.meeting, theirs.meeting);
  const proof = mine.proof === base?.proof ? theirs.proof : mine.proof;
  return {
    draft: {
      id: theirs.id,
      title: titled.title,
      changed: theirs.changed,
      history: merged.history,
      marks: merged.conflicts.length === 0 ? marks : [...marks, kept],
      ...(meeting !== undefined && { meeting }),
      ...(proof !== undefined && { proof }),
    },
    conflicts,
  };
}

function mergedTitle(
  base: string,
  mine: string,
  theirs: string,
): { readonly title: string; readonly conflicts: readonly Conflict[] } {
  if (mine === base || mine === theirs) return { title: theirs, conflicts: [] };
  if (theirs === base) return { title: mine, conflicts: [] };
  return { title: theirs, conflicts: [{ of: 'title', mine, theirs }] };
}

/** Marks are only ever added. */
function mergedMarks(base: readonly Mark[], mine: readonly Mark[], theirs: readonly Mark[]): readonly Mark[] {
  const isIn = (marks: readonly Mark[], { title, at }: Mark): boolean =>
    marks.some((each) => each.title === title && each.at === at);
  const added = mine.filter((each) => !isIn(base, each) && !isIn(theirs, each));
  return added.length === 0 ? theirs : [...theirs, ...added].sort((a, b) => a.at - b.at);
}

/** Whether two drafts hold the same, whenever they were kept, and whatever may be done again in them. */
export function holdsTheSame(a: Draft, b: Draft): boolean {
  return (
    a.title === b.title &&
    sameAs(a.marks, b.marks) &&
    sameAs(a.meeting, b.meeting) &&
    a.proof === b.proof &&
    sameAs(a.history.past, b.history.past) &&
    sameAs(a.history.work, b.history.work)
  );
}
