/** English sentences of the page: meetings, and links for reading alone. */
export const webMeetingEn = {
  'web.view-meeting': () => 'Meeting',
  'web.meeting-begin': () => 'Begin the meeting',
  'web.meeting-end': () => 'End it, write the minutes',
  'web.full-screen': () => 'Full screen',
  'web.decisions': () => 'Decisions',
  'web.decision': () => 'Decision',
  'web.no-decisions': () =>
    'Nothing has been decided yet. Whatever is changed here, or in another view, is taken down.',
  'web.reason': () => 'Why',
  'web.reason-of': (p: { readonly deed: string }) => `Why: ${p.deed}`,
  'web.what-changed': () => 'What it changed',
  'web.time': () => 'Time',
  'web.minutes': () => 'Minutes',
  'web.minutes-times': (p: { readonly began: string; readonly ended: string }) =>
    `From ${p.began} to ${p.ended}.`,
  'web.minutes-outcome': () => 'The slate at the end',
  'web.save-minutes': () => 'Save the minutes',
  'web.dial-of': (p: { readonly title: string; readonly side: 'min' | 'max' | 'exactly' }) =>
    `${p.title}: ${SIDES[p.side]}`,
  'web.dial-less': (p: { readonly title: string; readonly side: 'min' | 'max' | 'exactly' }) =>
    `${p.title}: ${SIDES[p.side]}, less`,
  'web.dial-more': (p: { readonly title: string; readonly side: 'min' | 'max' | 'exactly' }) =>
    `${p.title}: ${SIDES[p.side]}, more`,
  'web.for-reading': () => 'For reading alone',
  'web.reading-only': () => 'Opened for reading',
  'web.reading-only-detail': () =>
    'This link shows a slate as somebody else has it. Nothing can be changed in it, and nothing of it is saved here.',
  'web.reading-refused': () => 'Nothing was changed: this is opened for reading alone.',
  'web.make-copy': () => 'Make a copy to work on',
};

const SIDES = { min: 'at least', max: 'at most', exactly: 'exactly' } as const;
