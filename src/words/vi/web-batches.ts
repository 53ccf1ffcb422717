import type { webBatchesEn } from '../en/web-batches.ts';
import { formatNumber } from '../number.ts';

const vietnamese = (value: number): string => formatNumber(value, 'vi');

/** Vietnamese words of the view of batches. */
export const webBatchesVi: typeof webBatchesEn = {
  begin: 'Xét hàng loạt',
  about:
    'Danh sách tốt nhất của từng nguồn nhân sự theo từng bộ quy tắc và phương án, hoặc vì sao không có. Đóng trang này việc vẫn chạy tiếp.',
  pools: 'Nguồn nhân sự',
  ofService: 'Nguồn có sẵn',
  ofBoard: 'Cơ quan đang lưu',
  ofBrowser: 'Lưu trong trình duyệt này',
  ofFiles: 'Từ tệp',
  addFile: 'Thêm bảng nhân sự',
  fileKinds: 'CSV, XLSX, ODS hoặc XLS; mỗi bảng là một hồ sơ',
  ruleSets: 'Bộ quy tắc',
  ofDraft: 'của bản thảo đang mở',
  scenarios: 'Phương án của bản thảo đang mở',
  costs: 'Ảnh hưởng của từng quy tắc: xét thêm khi bỏ quy tắc',
  people: (size) => `${vietnamese(size)} người`,
  start: (of) => `Xét ${vietnamese(of.cases)} hồ sơ (${vietnamese(of.answers)} trả lời)`,
  nothingChosen: 'Hãy chọn nguồn nhân sự và bộ quy tắc',
  all: 'Các lần xét hàng loạt',
  none: 'Chưa có lần nào.',
  states: {
    queued: 'Đang chờ',
    running: 'Đang làm',
    done: 'Đã xong',
    cancelled: 'Đã dừng',
    failed: 'Không thành công',
  },
  done: (of) => (of.total === 0 ? '' : `${vietnamese(of.done)} trong ${vietnamese(of.total)} trả lời`),
  keptUntil: (moment) => `lưu đến ${moment}`,
  left: (seconds) =>
    seconds < 120
      ? `còn ${vietnamese(Math.ceil(seconds))} giây`
      : seconds < 7_200
        ? `còn ${vietnamese(Math.ceil(seconds / 60))} phút`
        : `còn ${vietnamese(Math.ceil(seconds / 360) / 10)} giờ`,
  show: 'Xem',
  cancel: 'Dừng',
  resume: 'Làm tiếp',
  remove: 'Xóa',
  progressOf: (when) => `Tiến độ lần xét ${when}`,
  resultOf: (when) => `Lần xét ${when}`,
  summary: (of) =>
    [
      `${vietnamese(of.withSlate)} có danh sách`,
      `${vietnamese(of.withoutSlate)} không có`,
      ...(of.unknown > 0 ? [`${vietnamese(of.unknown)} hết thời gian`] : []),
      ...(of.unreadable > 0 ? [`${vietnamese(of.unreadable)} không xét được`] : []),
    ].join(', '),
  stopped: (of) => `Dừng sớm: có ${vietnamese(of.done)} trong ${vietnamese(of.total)} trả lời.`,
  reused: (reused) => `${vietnamese(reused)} trả lời đã có từ trước, do đầu vào giống hệt.`,
  downloads: 'Lưu',
  files: { table: 'CSV', parquet: 'Parquet', report: 'Báo cáo có bản đồ (HTML)' },
  byScenario: 'Theo phương án',
  byRule: 'Những quy tắc gây vướng mắc',
  failures: (cases) => `${vietnamese(cases)} hồ sơ không xét được`,
  slateless: (cases) => `${vietnamese(cases)} hồ sơ không lập được danh sách theo bộ quy tắc hiện hành`,
  more: (rest) => `và ${vietnamese(rest)} hồ sơ nữa; trong bảng có đủ`,
  heads: {
    scenario: 'Phương án',
    withSlate: 'Có danh sách',
    withoutSlate: 'Không có',
    open: 'Chưa có trả lời',
    objective: 'Tổng điểm chất lượng',
    difference: 'So với gốc',
    lost: 'Mất',
    gained: 'Thêm',
    rule: 'Quy tắc',
    conflicts: 'Trong xung đột',
    missed: 'Mục tiêu chưa đạt',
    price: 'Tổng điểm bị trừ',
  },
};
