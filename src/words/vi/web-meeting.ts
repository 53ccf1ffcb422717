import type { webMeetingEn } from '../en/web-meeting.ts';

/** Vietnamese sentences of the page: meetings, and links for reading alone. */
export const webMeetingVi: typeof webMeetingEn = {
  'web.view-meeting': () => 'Họp',
  'web.meeting-begin': () => 'Bắt đầu họp',
  'web.meeting-end': () => 'Kết thúc, lập biên bản',
  'web.full-screen': () => 'Toàn màn hình',
  'web.decisions': () => 'Các quyết định',
  'web.decision': () => 'Quyết định',
  'web.no-decisions': () => 'Chưa có quyết định nào. Mọi thay đổi ở đây hoặc ở trang khác đều được ghi lại.',
  'web.reason': () => 'Lý do',
  'web.reason-of': (p) => `Lý do: ${p.deed}`,
  'web.what-changed': () => 'Nội dung thay đổi',
  'web.time': () => 'Thời điểm',
  'web.minutes': () => 'Biên bản',
  'web.minutes-times': (p) => `Từ ${p.began} đến ${p.ended}.`,
  'web.minutes-outcome': () => 'Danh sách khi kết thúc',
  'web.save-minutes': () => 'Lưu biên bản',
  'web.dial-of': (p) => `${p.title}: ${SIDES[p.side]}`,
  'web.dial-less': (p) => `${p.title}: ${SIDES[p.side]}, giảm`,
  'web.dial-more': (p) => `${p.title}: ${SIDES[p.side]}, tăng`,
  'web.for-reading': () => 'Chỉ để xem',
  'web.reading-only': () => 'Đang mở để xem',
  'web.reading-only-detail': () =>
    'Liên kết này cho xem danh sách của người khác. Không thể thay đổi gì, và không có gì được lưu ở đây.',
  'web.reading-refused': () => 'Không có gì thay đổi: trang này chỉ mở để xem.',
  'web.make-copy': () => 'Tạo bản sao để làm việc',
};

const SIDES = { min: 'ít nhất', max: 'nhiều nhất', exactly: 'đúng' } as const;
