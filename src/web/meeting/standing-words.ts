import { useCallback } from 'react';
import { useWording } from '../shared/language.tsx';
import type { MeetingStanding } from './meeting.ts';

/** Words how a slate stands: quotas, goals, points. */
export function useStandingWords(): (standing: MeetingStanding) => string {
  const { say, points } = useWording();
  return useCallback(
    ({ compliant, broken, missed, worth }) =>
      [
        compliant ? say('web.compliant') : say('web.violated', { count: broken }),
        ...(missed > 0 ? [say('web.goals-missed', { count: missed })] : []),
        ...(worth === undefined ? [] : [`${say('web.objective')} ${points(worth)}`]),
      ].join(' · '),
    [say, points],
  );
}
