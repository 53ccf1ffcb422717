import type { cliRoundsEn } from '../en/cli-rounds.ts';
import { formatNumber } from '../number.ts';

const vietnamese = (value: number): string => formatNumber(value, 'vi');

/** Vietnamese sentences of `cli` about consultations and their rounds. */
export const cliRoundsVi: typeof cliRoundsEn = {
  'cli.rounds-summary': () => 'các bước lấy ý kiến, hiệp thương: số phiếu, ai tiếp tục, ai không và vì sao',
  'cli.rounds-procedures': () => 'các quy trình có sẵn, hoặc nội dung một quy trình có sẵn hay trong tệp',
  'cli.rounds-begin': () =>
    'bắt đầu một đợt lấy ý kiến: theo quy trình nào, bầu bao nhiêu người, về phương án nào nếu có',
  'cli.rounds-record': () =>
    'tính kết quả một bước và lưu lại: ai được xét, số phiếu, ai tiếp tục; ghi lại lần nữa thì thành phiên bản tiếp theo',
  'cli.rounds-show': () => 'một đợt theo từng bước: bao nhiêu người tiếp tục, ai không và vì sao',
  'cli.rounds-way': () => 'đường đi của từng người qua các bước, hoặc của những người được nêu',
  'cli.rounds-name-argument': () => 'tên đợt lấy ý kiến, bằng chữ thường, chữ số và gạch nối',
  'cli.rounds-stage-argument': () => 'mã của bước (slate rounds procedures liệt kê)',
  'cli.rounds-ballots-argument': () =>
    'bảng (CSV hoặc bảng tính) mỗi người một dòng: mã, số phiếu đồng ý, tổng số phiếu, lý do xin rút; nơi thống nhất danh sách thì chỉ cần mã',
  'cli.rounds-way-argument': () => 'mã những người cần xem (mặc định: tất cả)',
  'cli.rounds-procedure-option': () => 'mã một quy trình có sẵn, hoặc tệp của mình',
  'cli.rounds-seats-option': () => 'số lượng được bầu hoặc bổ nhiệm',
  'cli.rounds-units-option': () => 'số đơn vị bầu cử (mặc định: 1)',
  'cli.rounds-draft-option': () => 'phương án được lấy ý kiến; bước đầu xét những người trong phương án',
  'cli.rounds-title-option': () => 'tên gọi (mặc định: như tên)',
  'cli.rounds-of-option': () => 'tổng số phiếu, khi bảng không ghi',
  'cli.rounds-pool-option': () =>
    'nguồn nhân sự đang lưu mà mọi người phải thuộc (mặc định: như các bước trước)',
  'cli.rounds-slate-option': () =>
    'danh sách được xét (mặc định: bước đầu là những người trong phương án, sau đó là những người bước trước cho tiếp tục)',
  'cli.rounds-number-option': () => 'ở bước thống nhất số lượng: cần giới thiệu bao nhiêu người',
  'cli.rounds-choose-option': () =>
    'ai tiếp tục trong số những người bằng phiếu, theo quyết định của tập thể',
  'cli.rounds-consultation': () => 'Đợt',
  'cli.rounds-procedure': () => 'Quy trình',
  'cli.rounds-seats': () => 'Số được bầu',
  'cli.rounds-done': () => 'Số bước',
  'cli.rounds-of': (p) => `${p.done}/${p.all}`,
  'cli.rounds-none': () => 'Chưa có đợt lấy ý kiến nào; slate rounds begin để bắt đầu.',
  'cli.rounds-stage': () => 'Bước',
  'cli.rounds-called': () => 'Tên gọi',
  'cli.rounds-rule': () => 'Ai tiếp tục',
  'cli.rounds-source': () => 'Nguồn',
  'cli.rounds-begun': ({ name, isNew, first }) =>
    isNew
      ? `Đã bắt đầu: ${name}; bước đầu là ${first}`
      : `Đợt này đã được bắt đầu: ${name}; bước đầu là ${first}`,
  'cli.rounds-about': ({ procedure, seats, units }) =>
    `${procedure}, bầu ${vietnamese(seats)} người${units === 1 ? '' : ` ở ${vietnamese(units)} đơn vị`}`,
  'cli.rounds-not-yet': () => 'Chưa ghi',
  'cli.rounds-recorded': ({ subject, isNew }) =>
    isNew ? `Đã ghi là ${subject}` : `Kết quả này đã được ghi, là ${subject}`,
  'cli.rounds-counts': ({ carried, fellOut, tied, number }) =>
    number === undefined
      ? [
          `${vietnamese(carried)} người tiếp tục`,
          `${vietnamese(fellOut)} người không tiếp tục`,
          ...(tied === 0 ? [] : [`${vietnamese(tied)} người bằng phiếu`]),
        ].join(', ')
      : `cần giới thiệu ${vietnamese(number)} người`,
  'cli.rounds-recorded-by': ({ version, at, by }) => `Phiên bản ${vietnamese(version)}, ${at} ${by}`,
  'cli.rounds-removed': () => 'Thông tin những người được xét đã bị xóa vĩnh viễn',
  'cli.rounds-round': () => 'Bước',
  'cli.rounds-id': () => 'Mã',
  'cli.rounds-name': () => 'Họ và tên',
  'cli.rounds-votes': () => 'Số phiếu',
  'cli.rounds-outcome': () => 'Kết quả',
  'cli.rounds-nobody-yet': () => 'Chưa có ai được xét ở bước nào.',
};
