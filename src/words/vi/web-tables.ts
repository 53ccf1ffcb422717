import { formatNumber } from '../number.ts';
import type { webTablesEn } from '../en/web-tables.ts';

const number = (value: number): string => formatNumber(value, 'vi');

/** Vietnamese sentences of the page about tables of the user's own. */
export const webTablesVi: typeof webTablesEn = {
  'web.table': () => 'Bảng của bạn',
  'web.shipped-rules': () => 'Bộ quy tắc có sẵn trên dịch vụ',
  'web.odd-numbers': () => 'Cột số có ô không phải số',
  'web.odd-number': (p) => {
    const shown = p.cells.slice(0, 3).map(({ word, name, line }) => {
      const whose = [name, line === undefined ? '' : `dòng ${line}`].filter((each) => each !== '').join(', ');
      return whose === '' ? `“${word}”` : `“${word}” (${whose})`;
    });
    const more = p.cells.length - shown.length;
    return `Cột “${p.heading}” là số, nhưng có ô ghi ${shown.join(', ')}${more > 0 ? ` và ${more} ô khác` : ''}; khi còn như vậy thì chưa tính điểm theo cột này được`;
  },
  'web.leave-empty': () => 'Coi như ô trống',
  'web.delivery-needs-ids': () =>
    'Khi bảng có cột mã thì mới so sánh được với lần giao sau; chỉ theo họ tên thì không phân biệt chắc chắn được.',
  'web.shipped-pools': () => 'Nguồn có sẵn trên dịch vụ',
  'web.table-name': () => 'Tên bảng',
  'web.table-reading': () => 'Cách đọc từng cột',
  'web.remove-table': () => 'Bỏ khỏi danh mục',
  'web.removed-tables': () => 'Các bảng đã bỏ',
  'web.table-removed': (p) => `${p.title}: đã bỏ`,
  'web.restore-table': (p) => `Hoàn tác: lấy lại ${p.title}`,
  'web.forget-table': (p) => `Xóa hẳn ${p.title}`,
  'web.which-are-names': () => 'Cột nào ghi họ tên?',
  'web.lead-names': () => 'Đã đọc bảng của bạn, nhưng chưa rõ ai là ai. Hãy cho biết cột nào ghi họ tên.',
  'web.columns-unsure': (p) =>
    p.count === 0 ? `${number(p.of)} cột, đều đã rõ` : `${number(p.of)} cột, ${number(p.count)} cột cần xem`,
  'web.headings-line': () => 'Dòng tiêu đề',
  'web.no-heading': () => '(không có tiêu đề)',
  'web.column-empty': () => 'cột trống',
  'web.column-read-as': (p) => `Đọc cột “${p.heading}” là`,
  'web.column-unit': (p) => `Đơn vị của cột “${p.heading}”`,
  'web.as-heading-says': () => 'theo tiêu đề',
  'web.column-by-heading': (p) => `${p.title} (theo tiêu đề)`,
  'web.column-needed': () => 'Bảng nào cũng cần',
  'web.column-facts': () => 'Cột quen thuộc',
  'web.column-others': () => 'Khác',
  'web.column-own': (p) => `cột riêng: ${p.heading}`,
  'web.column-left-out': () => 'không đọc cột này',
  'web.column-known': () => 'tiêu đề quen thuộc',
  'web.column-guessed': () => 'phỏng đoán',
  'web.column-said': () => 'theo bạn chọn',
  'web.column-extra': () => 'cột riêng của bạn',
  'web.column-repeated': () => 'trùng nghĩa với cột khác',
  'web.column-unheaded': () => 'không có tiêu đề, không đọc',
  'web.unit-none': () => 'số thường',
  'web.unit-points': () => 'điểm (85/100, 85 điểm)',
  'web.unit-months': () => 'tháng (5 năm 3 tháng = 63)',
  'web.unit-months-of-years': () => 'tháng; số không ghi đơn vị là năm',
  'web.unit-years': () => 'năm (18 tháng = 1,5)',
  'web.save-mapping': () => 'Lưu cách đọc này thành tệp',
  'web.load-mapping': () => 'Đọc theo tệp đã lưu',
  'web.no-mapping-file': () =>
    'Tệp này không nói cách đọc bảng. Hãy chọn tệp đã lưu từ trang này hoặc do lệnh “slate pool import --map” ghi ra.',
  'web.unread-words': () => 'Từ chưa rõ nghĩa',
  'web.unread-word': (p) => `“${p.word}” ở cột ${p.heading} (${number(p.cells)} ô) nghĩa là`,
  'web.word-means': (p) => `Nghĩa của “${p.word}”`,
  'web.choose-meaning': () => 'chọn…',
  'web.means-empty': () => 'không có gì: để ô trống',
  'web.mend-all-columns': () => 'Hiện mọi cột',
  'web.new-delivery': () => 'So với bản mới của bảng này',
  'web.delivery-of': (p) => `Điểm khác trong ${p.file}`,
  'web.delivery-unreadable': () =>
    'Không đọc được bản mới này theo cách đọc của bảng hiện tại. Hãy kéo tệp vào như một bảng riêng để chỉnh cách đọc.',
  'web.delivery-same': () => 'Không có gì khác: vẫn những nhân sự ấy với thông tin như cũ.',
  'web.delivered-new': (p) => `${number(p.count)} người mới`,
  'web.delivered-changed': (p) => `${number(p.count)} người có thay đổi`,
  'web.delivered-gone': (p) => `${number(p.count)} người không còn trong bảng`,
  'web.delivered-renumbered': (p) => `${p.count} người mang mã khác`,
  'web.delivered-twice': (p) => `${p.count} người trùng họ tên và ngày sinh với người đã có`,
  'web.also-known-as': (p) => `${p.id}, cũng là ${p.other}`,
  'web.day-and-month': () => 'ngày và tháng đổi chỗ',
  'web.cell-now': (p) => `${p.before}, nay là ${p.after}`,
  'web.take-delivery': (p) =>
    p.count === p.of
      ? `Nhận cả ${number(p.of)} thay đổi`
      : `Nhận ${number(p.count)} trong ${number(p.of)} thay đổi`,
  'web.did-map-pool': () => 'chọn cách đọc bảng',
  'web.did-take-delivery': () => 'nhận bản mới của bảng',
};
