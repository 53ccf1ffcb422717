import type { Draft, Mark } from '../drafts/draft.ts';
import { type Conflict, mergeDrafts } from '../drafts/merge-drafts.ts';
import type { DraftState, VersionedDraft } from '../drafts/store.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { move, type Move } from '../state/history.ts';
import { withMine } from '../state/merge.ts';

/** The draft that is open, with what others had to do with it. */
export interface OpenedDraft {
  readonly draft: Draft;
  readonly state: DraftState;
  /** Whose change came last, if it was not one of ours. */
  readonly by?: string;
  /** How often others' changes were taken into it since it was opened. */
  readonly taken: number;
  /** What others decided otherwise, until it is settled. */
  readonly conflicts: readonly Conflict[];
}

/** What becomes of the meeting at which a draft is decided on; the same object where nothing does. */
export type MeetingChange = (meeting: Meeting | undefined) => Meeting | undefined;

/** What happens to it. */
export type DraftChange =
  | { readonly do: 'move'; readonly made: Move; readonly at: number; readonly hand: string | undefined }
  | { readonly do: 'rename'; readonly title: string }
  | { readonly do: 'mark'; readonly mark: Mark }
  | { readonly do: 'meet'; readonly change: MeetingChange }
  | { readonly do: 'keep-proof'; readonly proof: string }
  | { readonly do: 'open'; readonly draft: Draft; readonly state: DraftState }
  | { readonly do: 'close'; readonly state: DraftState }
  /** Others wrote `theirs` since `base`; my work becomes a mark where both decided the same thing. */
  | {
      readonly do: 'merge';
      readonly base: Draft | undefined;
      readonly theirs: VersionedDraft;
      readonly mark: Omit<Mark, 'work'>;
    }
  | {
      readonly do: 'settle';
      readonly conflict: Conflict;
      /** For my side; else theirs stays. */
      readonly mine: boolean;
      readonly at: number;
      readonly hand: string | undefined;
    };

/** The open draft after something has happened. */
export function changed(opened: OpenedDraft, change: DraftChange): OpenedDraft {
  const { draft } = opened;
  switch (change.do) {
    case 'move':
      return withHistory(opened, move(draft.history, change.made, change.at, change.hand));
    case 'rename':
      return { ...opened, draft: { ...draft, title: change.title } };
    case 'mark':
      return { ...opened, draft: { ...draft, marks: [...draft.marks, change.mark] } };
    case 'meet': {
      const meeting = change.change(draft.meeting);
      return meeting === undefined || meeting === draft.meeting
        ? opened
        : { ...opened, draft: { ...draft, meeting } };
    }
    case 'keep-proof':
      return draft.proof === change.proof ? opened : { ...opened, draft: { ...draft, proof: change.proof } };
    case 'open':
      return { draft: change.draft, state: change.state, taken: 0, conflicts: [] };
    case 'close':
      return { ...opened, state: change.state };
    case 'merge':
      return merged(opened, change);
    case 'settle':
      return settled(opened, change);
  }
}

function withHistory(opened: OpenedDraft, history: Draft['history']): OpenedDraft {
  return history === opened.draft.history ? opened : { ...opened, draft: { ...opened.draft, history } };
}

function merged(
  opened: OpenedDraft,
  { base, theirs, mark }: Extract<DraftChange, { do: 'merge' }>,
): OpenedDraft {
  const { draft, taken, conflicts: before } = opened;
  // Of a draft that was open before this one.
  if (theirs.draft.id !== draft.id) return opened;
  const { draft: together, conflicts } = mergeDrafts(base, draft, theirs.draft, mark);
  const open = before.filter((each) => !conflicts.some((later) => conflictKey(later) === conflictKey(each)));
  return {
    draft: together,
    state: theirs.state,
    taken: taken + 1,
    ...(theirs.by !== undefined && { by: theirs.by }),
    conflicts: [...open, ...conflicts],
  };
}

/** What tells one decision from another. */
export function conflictKey(conflict: Conflict): string {
  return 'id' in conflict ? `${conflict.of} ${conflict.id}` : conflict.of;
}

function settled(
  opened: OpenedDraft,
  { conflict, mine, at, hand }: Extract<DraftChange, { do: 'settle' }>,
): OpenedDraft {
  const conflicts = opened.conflicts.filter((each) => conflictKey(each) !== conflictKey(conflict));
  const left = { ...opened, conflicts };
  if (!mine) return left;
  if (conflict.of === 'title') return { ...left, draft: { ...left.draft, title: conflict.mine } };
  const work = withMine(left.draft.history.work, conflict);
  return withHistory(left, move(left.draft.history, { do: 'settle', work }, at, hand));
}
