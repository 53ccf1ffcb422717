import { useCallback, useState } from 'react';
import { useSession } from '../session/session.tsx';
import { type Meeting, meetingIn } from './meeting.ts';

/** The meeting at which the open draft is decided on, kept in the browser until another one begins. */
export function useMeeting(): readonly [
  meeting: Meeting | undefined,
  write: (change: (meeting: Meeting | undefined) => Meeting | undefined) => void,
] {
  const { draft } = useSession();
  const place = `slate.meeting.${draft.id}`;
  const [held, setHeld] = useState(() => ({ place, meeting: meetingIn(localStorage.getItem(place)) }));
  const meeting = held.place === place ? held.meeting : meetingIn(localStorage.getItem(place));
  const write = useCallback(
    (change: (meeting: Meeting | undefined) => Meeting | undefined) =>
      setHeld((before) => {
        const known = before.place === place ? before.meeting : meetingIn(localStorage.getItem(place));
        const next = change(known);
        keepAt(place, next);
        return { place, meeting: next };
      }),
    [place],
  );
  return [meeting, write];
}

function keepAt(place: string, meeting: Meeting | undefined): void {
  try {
    if (meeting === undefined) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(meeting));
  } catch {
    // A full or forbidden store: the meeting lives on this page alone.
  }
}
