import type { webWorkEn } from '../en/web-work.ts';
import { formatNumber } from '../number.ts';

const number = (value: number): string => formatNumber(value, 'vi');

const STATES: Readonly<Record<string, string>> = {
  draft: 'đang soạn',
  submitted: 'đã trình',
  approved: 'đã duyệt',
  withdrawn: 'đã rút',
};

/** Vietnamese sentences of the page: rules, drafts and the roster. */
export const webWorkVi: typeof webWorkEn = {
  'web.rule-file': () => 'Tệp quy tắc',
  'web.rules-valid': () => 'Hợp lệ; chưa dùng cho bản thảo này',
  'web.rules-unchanged': () => 'Đây là bộ quy tắc của bản thảo này',
  'web.rules-unreadable': () => 'Tệp có lỗi; xem danh sách lỗi phía trên nội dung tệp.',
  'web.checking': () => 'Đang kiểm tra…',
  'web.revert': () => 'Bỏ thay đổi',
  'web.take-over': () => 'Dùng bộ quy tắc này',
  'web.rules-title': () => 'Tên bộ quy tắc',
  'web.rules-date': () => 'Tính tuổi và thời gian công tác đến ngày',
  'web.inherited': (p) => `Lấy từ ${p.file}; ghi vào đây thì thay quy tắc ấy trong bản thảo này.`,
  'web.at-least': () => 'Ít nhất',
  'web.at-most': () => 'Nhiều nhất',
  'web.bounds-crossed': () => 'Nhỏ hơn mức ít nhất',
  'web.weight': () => 'Điểm mỗi người',
  'web.strength': () => 'Mức độ',
  'web.strength-hard-short': () => 'Bắt buộc',
  'web.strength-soft-short': () => 'Phấn đấu',
  'web.strength-off-short': () => 'Tắt',
  'web.write-rule': () => 'Ghi vào tệp',
  'web.size-least': () => 'Số người ít nhất',
  'web.size-most': () => 'Số người nhiều nhất',

  'web.drafts': () => 'Bản thảo trong trình duyệt này',
  'web.drafts-shared': () => 'Bản thảo chung của ban',
  'web.drafts-to-share': () => 'Có từ trước khi dịch vụ có kho; mở ra là đưa vào kho chung.',
  'web.draft-shared': (p) =>
    `phiên bản ${formatNumber(p.version, 'vi')}, ${STATES[p.state] ?? p.state}, ${p.by}`,
  'web.rounds': (p) => `Các bước lấy ý kiến: ${p.title}`,
  'web.rounds-about': (p) => `${p.procedure}, số lượng cần chọn: ${p.seats}`,
  'web.begin-rounds': () => 'Các bước lấy ý kiến',
  'web.rounds-title': () => 'Tên gọi',
  'web.procedure': () => 'Quy trình',
  'web.seats': () => 'Số lượng cần chọn',
  'web.begin': () => 'Bắt đầu',
  'web.record-round': () => 'Ghi kết quả bước này',
  'web.ballots-of': () => 'Số phiếu phát ra',
  'web.to-be-named': () => 'Số người giới thiệu (nếu thống nhất)',
  'web.ballots-table': () => 'Từ bảng kiểm phiếu',
  'web.record': () => 'Ghi kết quả',
  'web.votes-for': (p) => `Số phiếu cho ${p.name}`,
  'web.round-not-yet': () => 'Chưa ghi',
  'web.round-counts': (p) =>
    `${formatNumber(p.carried, 'vi')} người tiếp tục, ${formatNumber(p.fellOut, 'vi')} người không tiếp tục${
      p.tied === 0 ? '' : `, ${formatNumber(p.tied, 'vi')} người bằng phiếu`
    }`,
  'web.round-number': (p) => `cần giới thiệu ${formatNumber(p.count, 'vi')} người`,
  'web.round-votes': (p) => `${formatNumber(p.for, 'vi')}/${formatNumber(p.of, 'vi')}`,
  'web.round-joined': () => 'được giới thiệu lần đầu ở đây',
  'web.ways': () => 'Đường đi của từng người',
  'web.draft-open': () => 'đang mở',
  'web.draft-in-short': (p) => `${number(p.members)} người, ${number(p.steps)} bước`,
  'web.new-draft': () => 'Bản thảo mới',
  'web.save-file': () => 'Lưu thành tệp',
  'web.open-file': () => 'Kéo tệp bản thảo vào đây, hoặc chọn tệp',
  'web.no-draft-file': () => 'Tệp này không phải là bản thảo của Slate; không có gì được mở.',
  'web.remove-draft': (p) => `Bỏ “${p.title}”`,
  'web.restore-draft': (p) => `Lấy lại “${p.title}”`,
  'web.removed-drafts': (p) => `${number(p.count)} bản thảo đã bỏ`,
  'web.history': () => 'Lịch sử bản thảo này',
  'web.version-name': () => 'Tên phiên bản',
  'web.name-version': () => 'Lưu làm phiên bản',
  'web.state-first': () => 'lúc bắt đầu',
  'web.state-now': () => 'hiện tại',
  'web.choose-state': () =>
    'Chọn một trạng thái để xem từ đó đến nay có gì khác, và để trở lại trạng thái ấy.',
  'web.since-then': () => 'Thay đổi từ đó đến nay',
  'web.nothing-different': () => 'Không có gì khác.',
  'web.is-different': () => 'đã khác',
  'web.difference-joined': (p) => `Thêm vào (${number(p.count)})`,
  'web.difference-left': (p) => `Đưa ra (${number(p.count)})`,
  'web.difference-pinned': (p) => `Bắt buộc có (${number(p.count)})`,
  'web.difference-unpinned': (p) => `Thôi bắt buộc có (${number(p.count)})`,
  'web.difference-excluded': (p) => `Không đưa vào (${number(p.count)})`,
  'web.difference-readmitted': (p) => `Cho phép đưa vào (${number(p.count)})`,
  'web.back-to-this': () => 'Trở lại trạng thái này',

  'web.compare-works': () => 'So sánh bản thảo, phiên bản và phương án',
  'web.compare-from': () => 'Từ',
  'web.compare-to': () => 'Đến',
  'web.compare-choose': () =>
    'Hãy chọn hai bản khác nhau: bản thảo khác, phiên bản đã lưu ở trên, hoặc phương án đã lưu ở trang Phương án.',
  'web.version-titled': (p) => `Phiên bản: ${p.title}`,
  'web.scenario-titled': (p) => `Danh sách tốt nhất theo phương án: ${p.title}`,
  'web.on-both': (p) => `${number(p.count)} người có trong cả hai.`,
  'web.quotas-differ': (p) =>
    p.count === 0
      ? 'Mọi chỉ tiêu và mục tiêu đều như nhau.'
      : `${number(p.count)}/${number(p.of)} chỉ tiêu và mục tiêu khác nhau.`,
  'web.turn-better': () => 'tốt hơn',
  'web.turn-worse': () => 'kém hơn',
  'web.turn-moved': () => 'khác',
  'web.turn-same': () => 'như nhau',

  'web.roster-empty': () => 'Danh sách chưa có ai nên chưa có gì để in.',
  'web.roster-title': () => 'Danh sách trích ngang nhân sự giới thiệu',
  'web.print': () => 'In',
  'web.without-names': () => 'Tệp không ghi họ tên',
  'web.report-of-record': () => 'Báo cáo lưu hồ sơ',
  'web.report-hint': () =>
    'Một tệp HTML gồm danh sách, quy tắc, kết quả đối chiếu, các danh sách tốt nhất để so, chứng minh và mã băm; lệnh slate replay làm lại được. Tệp chứa toàn bộ nguồn nhân sự.',
  'web.print-hint': () => 'Khổ A4 ngang; có thể lưu thành PDF.',
  'web.post-and-unit': () => 'Chức vụ, đơn vị công tác',
  'web.men': () => 'Nam',
  'web.women': () => 'Nữ',
  'web.roster-total': (p) => `Tổng số ${number(p.count)} người.`,
  'web.roster-kept': () => 'Danh sách đạt các chỉ tiêu bắt buộc.',
  'web.roster-broken': () => 'Danh sách chưa đạt các chỉ tiêu bắt buộc.',
  'web.roster-missed': (p) => `${number(p.goals.length)} mục tiêu phấn đấu chưa đạt: ${p.goals.join('; ')}.`,
  'web.roster-as-of': (p) => `Tuổi và thời gian công tác tính đến ngày ${p.date}.`,
};
