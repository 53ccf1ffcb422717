import type { MeetingChange } from '../session/opened-draft.ts';
import { useSession } from '../session/session.tsx';
import type { Meeting } from './meeting.ts';

/** The meeting at which the open draft is decided on, kept with the draft until another one begins. */
export function useMeeting(): readonly [
  meeting: Meeting | undefined,
  write: (change: MeetingChange) => void,
] {
  const { draft, meet } = useSession();
  return [draft.meeting, meet];
}
