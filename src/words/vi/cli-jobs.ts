import type { cliJobsEn } from '../en/cli-jobs.ts';
import { formatNumber } from '../number.ts';

const vietnamese = (value: number): string => formatNumber(value, 'vi');

const STATES = {
  queued: 'đang chờ',
  running: 'đang làm',
  done: 'đã xong',
  cancelled: 'đã dừng',
  failed: 'không thành công',
} as const;

/** Vietnamese sentences of the command about jobs. */
export const cliJobsVi: typeof cliJobsEn = {
  'cli.jobs-summary': () =>
    'các việc dài trong kho: xét nhiều hồ sơ, quét chỉ tiêu, dung hòa…; tiến độ, dừng, làm tiếp, xóa',
  'cli.jobs-list': () => 'mọi việc, mới nhất trước',
  'cli.jobs-show': () => 'một việc: đã đến đâu và còn bao lâu; với --json thì kèm kết quả',
  'cli.jobs-cancel': () => 'dừng một việc; những gì đã làm được vẫn giữ',
  'cli.jobs-resume': () => 'làm tiếp một việc đã dừng hoặc không thành công, từ chỗ dở dang',
  'cli.jobs-delete': () => 'xóa một việc đã kết thúc cùng mọi kết quả của nó',
  'cli.jobs-argument': () =>
    'mã của việc, hoặc mấy chữ đầu nếu không việc nào khác bắt đầu như vậy; last: việc mới nhất',
  'cli.jobs-id': () => 'Việc',
  'cli.jobs-kind': () => 'Loại',
  'cli.jobs-state-heading': () => 'Trạng thái',
  'cli.jobs-done-heading': () => 'Đã làm',
  'cli.jobs-left-heading': () => 'Còn',
  'cli.jobs-state': (of): string => STATES[of.state],
  'cli.jobs-done': (of) => (of.total === 0 ? '' : `${vietnamese(of.done)} trong ${vietnamese(of.total)}`),
  'cli.jobs-left': (of) =>
    of.seconds < 120
      ? `${vietnamese(Math.ceil(of.seconds))} giây`
      : of.seconds < 7_200
        ? `${vietnamese(Math.ceil(of.seconds / 60))} phút`
        : `${vietnamese(Math.ceil(of.seconds / 360) / 10)} giờ`,
  'cli.jobs-none': () => 'Chưa có việc nào.',
  'cli.jobs-unknown': (of) => `không có việc “${of.id}”; slate jobs liệt kê các việc`,
  'cli.jobs-ambiguous': (of) => `có nhiều việc bắt đầu bằng “${of.id}”; hãy ghi thêm chữ của mã`,
  'cli.jobs-ended': (of) => `việc ${of.id} đã kết thúc (${STATES[of.state]})`,
  'cli.jobs-open': (of) => `việc ${of.id} chưa kết thúc; hãy dừng trước bằng slate jobs cancel`,
  'cli.jobs-no-resume': (of) =>
    `việc ${of.id} không làm tiếp được (${STATES[of.state]}): chỉ việc đã dừng hoặc không thành công mới làm tiếp được`,
  'cli.jobs-is': (of) => `Việc ${of.id}: ${STATES[of.state]}`,
  'cli.jobs-expires': (of) =>
    `Việc này cùng kết quả được lưu đến ${of.at} (UTC), hoặc sớm hơn nếu có quá nhiều việc kết thúc trước đó.`,
  'cli.jobs-deleted': (of) => `Đã xóa việc ${of.id}.`,
};
