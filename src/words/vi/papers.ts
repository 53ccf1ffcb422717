import type { AboutPlan } from '../about-plan.ts';
import type { DayInDigits, papersEn } from '../en/papers.ts';
import { eitherOf, enumerate, formatNumber } from '../number.ts';

const noun = ({ plan }: AboutPlan): string => (plan ? 'Phương án' : 'Danh sách');
/** Decree 30/2020: days below 10 and the months 1 and 2 have a zero before them. */
const dayIn = (day: string): string => day.padStart(2, '0');
const monthIn = (month: string): string =>
  Number(month) < 3 ? month.padStart(2, '0') : String(Number(month));
const dateIn = ({ year, month, day }: DayInDigits): string => `${dayIn(day)}/${monthIn(month)}/${year}`;

/** Vietnamese sentences of `papers`. */
export const papersVi: typeof papersEn = {
  'papers.slate-title': () => 'DANH SÁCH TRÍCH NGANG NHÂN SỰ',
  'papers.list-title': () => 'DANH SÁCH NHÂN SỰ THEO THỨ TỰ',
  'papers.plan-title': () => 'PHƯƠNG ÁN BỐ TRÍ NHÂN SỰ THEO ĐƠN VỊ',
  'papers.sheet': () => 'Danh_sách',
  'papers.section': (p) =>
    `${p.title.charAt(0).toUpperCase()}${p.title.slice(1)} (${formatNumber(p.members, 'vi')} người)`,
  'papers.title-column': () => 'Chức danh',
  'papers.move-column': () => 'Hình thức',
  'papers.work-column': () => 'Chức vụ, đơn vị công tác',
  'papers.men': () => 'Nam',
  'papers.women': () => 'Nữ',
  'papers.vacant': (p) => `Còn trống: ${p.posts.join('; ')}`,
  'papers.structure': () => 'Cơ cấu',
  'papers.total': () => 'Tổng số người',
  'papers.under-40': () => 'Dưới 40 tuổi',
  'papers.from-40-to-50': () => 'Từ 40 đến 50 tuổi',
  'papers.over-50': () => 'Trên 50 tuổi',
  'papers.age-unsure': () => 'Chưa rõ tuổi chính xác',
  'papers.newcomers': () => 'Tham gia lần đầu',
  'papers.compliant': (p) => `${noun(p)} đạt mọi quy định bắt buộc.`,
  'papers.not-compliant': (p) => `${noun(p)} chưa đạt các quy định bắt buộc sau:`,
  'papers.goals-missed': () => 'Chỉ tiêu phấn đấu chưa đạt',
  'papers.rules-changed': () => 'Quy định đã nới để lập được',
  'papers.missed': (p) => `${p.message} (trừ ${formatNumber(p.cost, 'vi')} điểm)`,
  'papers.date': (p) => dateIn(p),
  'papers.place-and-date': ({ place, year, month, day }) => {
    const where = place === undefined ? '' : `${place}, `;
    return year === undefined || month === undefined || day === undefined
      ? `${where}ngày … tháng … năm 20…`
      : `${where}ngày ${dayIn(day)} tháng ${monthIn(month)} năm ${year}`;
  },
  'papers.signer': () => 'NGƯỜI KÝ',
  'papers.made-from': (p) =>
    `Lập theo bộ quy tắc ${p.rules} (SHA-256 ${p.rulesHash}…), nguồn ứng viên (SHA-256 ${p.poolHash}…); tuổi và thời gian công tác tính đến ${p.date}. Lập bằng Slate.`,
  'papers.no-column': (p) =>
    `danh sách ứng viên không có cột “${p.name}”${p.meant === undefined ? '' : `; có phải là ${p.meant}?`}; các cột hiện có: ${enumerate(p.allowed, 'vi')}`,
  'papers.bad-letterhead': (p) =>
    `đây không phải là một phần của mẫu văn bản; mẫu có thể gồm ${enumerate(p.allowed, 'vi')}: đều là chữ, nation là danh sách các dòng, date ghi như 2020-06-05`,
  'papers.no-format': (p) =>
    `tên tệp ${p.file} không cho biết định dạng; hãy đặt đuôi ${eitherOf(p.allowed, 'vi')}`,
  'papers.no-such-slate': (p) =>
    `không có danh sách thứ ${formatNumber(p.wanted, 'vi')} để ghi: kết quả có ${formatNumber(p.found, 'vi')} danh sách; chưa ghi gì`,
};
