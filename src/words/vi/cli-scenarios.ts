import type { cliScenariosEn } from '../en/cli-scenarios.ts';
import { formatNumber } from '../number.ts';

const number = (value: number): string => formatNumber(value, 'vi');

/** What is looked for: a slate, or a plan; plain `phương án` would be taken for a scenario here. */
const nounOf = ({ plan }: { readonly plan: boolean }): string => (plan ? 'phương án bố trí' : 'danh sách');

/** Vietnamese sentences of the commands about scenarios. */
export const cliScenariosVi: typeof cliScenariosEn = {
  'cli.compare-summary': () => 'so sánh kết quả của các phương án',
  'cli.sweep-summary': () => 'kết quả khi chỉ tiêu thay đổi trong cả một khoảng',
  'cli.trade-off-summary': () => 'mọi sự dung hòa tốt nhất giữa hai hoặc ba thước đo',
  'cli.robustness-summary': () => 'danh sách hay phương án bố trí ra sao nếu một hoặc hai người rút',

  'cli.batch-summary': () =>
    'nhiều hồ sơ một lượt: danh sách tốt nhất của từng hồ sơ theo từng phương án, hoặc vì sao không có, và kết quả chung',
  'cli.batch-argument': () =>
    'các hồ sơ: tệp CSV mỗi dòng một hồ sơ (pool; thêm id, title, units, rules, scenario và cột khác), tệp batch.yaml, hoặc thư mục các bảng nhân sự',
  'cli.batch-out-option': () =>
    'thư mục cho results.jsonl, summary.json, cases.csv, cases.parquet và report.html; chạy lại thì chỉ làm những gì đã thay đổi',
  'cli.batch-rules-option': () => 'bộ quy tắc cho hồ sơ không nêu: mã bộ quy tắc hoặc tệp',
  'cli.batch-under-option': () => 'các phương án mà mọi hồ sơ được xét thêm, ngoài hiện trạng',
  'cli.batch-cost-option': () => 'các quy tắc được bỏ ra để biết mỗi quy tắc phải trả giá bao nhiêu',
  'cli.batch-time-limit-option': () => 'số giây cho mỗi trả lời (mặc định: 60)',
  'cli.batch-queue-option': () =>
    'giao việc cho các tiến trình xử lý của kho (slate worker) và theo dõi; Ctrl-C để rời đi, chạy lại đúng dòng lệnh này để xem tiếp',
  'cli.batch-waits': () =>
    'Chưa có tiến trình nào xử lý: hãy chạy slate worker trên một máy truy cập được kho.',
  'cli.batch-left': () =>
    'Đã rời đi: các tiến trình vẫn xử lý tiếp; chạy lại đúng dòng lệnh này để xem tiếp.',
  'cli.batch-queued': (of: { readonly id: string }) => `Việc ${of.id}`,
  'cli.batch-gone': (of: { readonly id: string }) => `việc ${of.id} đã bị xóa`,
  'cli.batch-failed': (of: { readonly id: string }) =>
    `việc ${of.id} không thành công: không tiến trình nào thực hiện được`,
  'cli.batch-threads-option': () => 'số hồ sơ được xét cùng lúc (mặc định: bằng số nhân của máy)',
  'cli.batch-reused': (p) => `${number(p.reused)} trong ${number(p.total)} trả lời đã có từ trước.`,
  'cli.batching': (p) =>
    `${number(p.done)} trong ${number(p.total)} trả lời, ${number(Math.round(p.rate * 10) / 10)} mỗi giây, còn ${number(Math.ceil(p.seconds))} giây`,

  'cli.scenario-argument': () => 'mã các phương án cần so sánh; không ghi thì lấy tất cả trong tệp',
  'cli.scenario-option': () =>
    'áp dụng một phương án lên bộ quy tắc: tên tệp, hoặc TỆP#MÃ nếu tệp có nhiều phương án; kể cả quyết định nhân sự của phương án; - để đọc từ đầu vào chuẩn',
  'cli.scenario-file-option': () =>
    'tệp các phương án; không ghi thì lấy các phương án đặt cùng bộ quy tắc; - để đọc từ đầu vào chuẩn',
  'cli.no-base-option': () => 'bỏ bộ quy tắc hiện hành khỏi so sánh',
  'cli.vary-option': () =>
    'cần thay đổi gì: women=9..15, women.min=9..15/2, women=9,11,13, size=45..47; có thể ghi nhiều lần',
  'cli.table-option': () => 'ghi thêm câu trả lời thành bảng vào tệp này (.csv hoặc .xlsx)',
  'cli.csv-option': () => 'ghi thêm mọi ô vào tệp này (CSV)',
  'cli.report-option': () => 'ghi thêm một trang có hình, cả hai thứ tiếng, vào tệp này (HTML)',
  'cli.picture-option': () => 'ghi thêm bản đồ nhiệt vào tệp này (SVG)',
  'cli.measure-option': () =>
    'đo gì: objective, objective.2, size hoặc mã một quy tắc (-MÃ: càng ít càng tốt); ghi hai hoặc ba lần',
  'cli.most-option': () => 'nhiều nhất bao nhiêu điểm (mặc định: 1000)',
  'cli.drop-outs-option': () => 'bao nhiêu người rút cùng lúc: 1, hoặc 2 là một và hai người (mặc định: 2)',

  'cli.which-scenario': (p) =>
    `${p.file} có nhiều phương án; hãy chọn một, như ${p.file}#${p.allowed[0] ?? 'ma'}; hiện có ${p.allowed.join(', ')}`,
  'cli.no-scenarios': (p) =>
    `${p.file} không có phương án nào; hãy đặt trong scenarios:, hoặc cho một tệp có phương án bằng ${p.option}`,
  'cli.cannot-write-answer': (p) => `Không ghi được kết quả ra đầu ra chuẩn (${p.reason}).`,
  'cli.cannot-write': (p) => `không ghi được ${p.file} (${p.reason}); hãy kiểm tra thư mục và quyền ghi`,
  'cli.wrote': (p) => `Đã ghi ${p.file}`,
  'cli.comparing': (p) => `Phương án ${number(p.done + 1)} trên ${number(p.total)}…`,
  'cli.sweeping': (p) =>
    `${number(p.done)} trên ${number(p.total)} ô, ${number(Math.round(p.rate))} ô một giây, còn ${number(Math.ceil(p.seconds))} giây`,
  'cli.found-points': (p) => `đã có ${number(p.points)} điểm…`,
  'cli.checked-losses': (p) => `${number(p.done)} trên ${number(p.total)} cặp…`,
  'cli.stopped-early': () => 'Đã dừng giữa chừng: đây là phần tính được đến lúc đó.',
  'cli.frontier': (p) => `* thêm một bước nữa là không còn ${nounOf(p)} nào`,
  'cli.none': () => 'không có',
  'cli.on-all': (p) =>
    `${p.scenarios === 1 ? `Có trong ${nounOf(p)} duy nhất` : `Có trong cả ${number(p.scenarios)} ${nounOf(p)}`}: ${number(p.members)} ${p.plan ? 'vị trí bố trí' : 'người'}`,
  'cli.on-some': (p) => `Chỉ có trong một số ${nounOf(p)}`,
  'cli.exchanged': () => 'Thay',
  'cli.points-found': (p) =>
    p.complete
      ? `${number(p.points)} cách dung hòa; mọi ${nounOf(p)} khác đều không hơn ở thước đo nào, hoặc kém ở một thước đo`
      : `${number(p.points)} cách dung hòa đến lúc này; có thể còn nữa`,
  'cli.better-low': () => 'càng ít càng tốt',
  'cli.better-high': () => 'càng nhiều càng tốt',
  'cli.drops-out': (p) => (p.plan ? 'Không thực hiện được' : 'Người rút'),
  'cli.breaks': () => 'Quy tắc không còn đạt',
  'cli.standing': () => 'Khi đó',
  'cli.standing-compliant': () => 'vẫn đạt',
  'cli.standing-mendable': () => 'khắc phục được',
  'cli.standing-broken': () => 'không khắc phục được',
  'cli.mended-by': () => 'Khắc phục bằng',
  'cli.replacements': (p) => (p.plan ? 'Số cách thay được' : 'Số người thay được'),
  'cli.not-compliant-before': (p) => `Ngay khi chưa ai rút, ${nounOf(p)} đã không đạt các quy tắc bắt buộc.`,
};
