import type { cliEn } from '../en/cli.ts';
import { enumerate, formatNumber, formatShare } from '../number.ts';
import { cliExplainVi } from './cli-explain.ts';
import { cliHelpVi } from './cli-help.ts';
import { cliScenariosVi } from './cli-scenarios.ts';
import { cliRoundsVi } from './cli-rounds.ts';
import { cliPeopleVi } from './cli-people.ts';
import { cliRemoteVi } from './cli-remote.ts';
import { cliJobsVi } from './cli-jobs.ts';
import { cliStoreVi } from './cli-store.ts';
import { cliUsageVi } from './cli-usage.ts';

const number = (value: number): string => formatNumber(value, 'vi');

/** What is looked for: a slate, or the plan of a placement. */
const nounOf = ({ plan }: { readonly plan: boolean }): string => (plan ? 'phương án' : 'danh sách');

/** How many of those who are on it. */
const membersIn = (amount: number, { plan }: { readonly plan: boolean }): string =>
  `${number(amount)} ${plan ? 'vị trí bố trí' : 'người'}`;

/** Vietnamese sentences of `cli`. */
export const cliVi: typeof cliEn = {
  ...cliHelpVi,
  ...cliExplainVi,
  ...cliScenariosVi,
  ...cliRoundsVi,
  ...cliStoreVi,
  ...cliUsageVi,
  ...cliJobsVi,
  ...cliPeopleVi,
  ...cliRemoteVi,

  // What was typed
  'cli.import-summary': () => 'đọc bảng của nhiều đơn vị thành một nguồn nhân sự và ghi ra CSV',
  'cli.import-files': () => 'các bảng: CSV, XLSX, ODS hoặc XLS',
  'cli.import-out': () => 'tệp để ghi nguồn nhân sự',
  'cli.import-heading': () => 'Tên cột',
  'cli.import-as': () => 'Được đọc là',
  'cli.import-sure': () => 'Mức chắc chắn',
  'cli.import-surely': ({ sure, isRead }) =>
    isRead ? (sure === 0 ? 'giữ kèm theo' : `${formatNumber(Math.round(sure * 100), 'vi')} %`) : 'không đọc',
  'cli.imported': ({ file, candidates }) => `${file}: ${formatNumber(candidates, 'vi')} nhân sự`,
  'cli.imported-in-all': ({ candidates, files }) =>
    `${formatNumber(candidates, 'vi')} nhân sự từ ${formatNumber(files, 'vi')} tệp`,
  'cli.output-is-input': ({ file }) => `${file} đang được đọc nên không thể ghi vào; hãy đặt tên khác`,
  'cli.output-named-twice': ({ file }) =>
    `hai tùy chọn cùng ghi vào ${file}; hãy đặt cho mỗi tùy chọn một tệp riêng`,
  'cli.encoding-option': () =>
    'bảng mã của các bảng nếu không phải UTF-8, hoặc TỆP=TÊN cho riêng một tệp: windows-1258, windows-1252, utf-16le, utf-16be; phông chữ cũ tcvn3, vni (cả trong bảng tính)',
  'cli.sheet-option': () =>
    'trang tính có nhân sự trong bảng tính, theo tên hoặc số thứ tự; nhiều trang thì ghi lại tùy chọn này, ‘*’ là mọi trang có cùng tiêu đề cột',
  'cli.map-option': () => 'tệp ánh xạ: cơ quan ghi bảng như thế nào (slate pool import tạo ra tệp này)',
  'cli.notices': ({ count: odd }) => `Có ${formatNumber(odd, 'vi')} điểm có thể đúng nhưng đáng ngờ:`,
  'cli.more-notices': ({ count: more }) => `và ${formatNumber(more, 'vi')} điểm khác`,
  'cli.accept-notices': ({ key }) =>
    `Điểm nào đúng thì chấp nhận một lần trong tệp ánh xạ: accepted: ["${key}"]`,
  'cli.time-is-up': () => 'Hết thời gian mà chưa có câu trả lời. Có thể cho thêm bằng --time-limit SỐ_GIÂY.',
  'cli.cancelled': () => 'Đã dừng.',
  'cli.internal-error': (p) =>
    `Lỗi bên trong, chưa có câu trả lời: ${p.message}. Đây là lỗi của Slate; xin báo lại kèm lệnh đã chạy.`,

  // Tables
  'cli.number': () => 'STT',
  'cli.id': () => 'Mã',
  'cli.name': () => 'Họ và tên',
  'cli.gender': () => 'Giới tính',
  'cli.born': () => 'Sinh',
  'cli.age': () => 'Tuổi',
  'cli.unit': () => 'Đơn vị',
  'cli.post': () => 'Chức vụ',
  'cli.bloc': () => 'Khối',
  'cli.no-bloc': () => 'chưa ghi khối',
  'cli.bloc-heading': (p) => `Khối ${p.bloc} (${number(p.members)})`,
  'cli.rule': () => 'Quy tắc',
  'cli.need': () => 'Cần',
  'cli.have': () => 'Có',
  'cli.off': () => 'Lệch',
  'cli.status': () => 'Kết quả',
  'cli.price': () => 'Giá',
  'cli.kept': () => 'đạt',
  'cli.violated': () => 'vi phạm',
  'cli.unknown': () => 'chưa rõ',
  'cli.missed': () => 'chưa đạt',
  'cli.all-members': () => 'tất cả',
  'cli.failing': (p) => `trừ ${number(p.members)}`,
  'cli.title-of-groups': (p) => `${p.title} (${number(p.groups)} nhóm)`,
  'cli.title-of-other-groups': (p) => `${p.title} (${number(p.groups)} nhóm khác)`,
  'cli.fact': () => 'Thông tin',
  'cli.value': () => 'Giá trị',
  'cli.missing-facts': () => 'Thông tin còn thiếu hoặc chưa chính xác',
  'cli.and-more': (p) => `… và ${number(p.more)} nữa (--json liệt kê tất cả)`,

  // check
  'cli.check-heading': (p) => `${p.title}: danh sách ${number(p.size)} người`,
  'cli.compliant': () => 'Đạt: mọi quy tắc bắt buộc đều được tuân thủ.',
  'cli.not-compliant': (p) =>
    `Chưa đạt: ${[
      ...(p.violated > 0 ? [`${number(p.violated)} quy tắc bắt buộc bị vi phạm`] : []),
      ...(p.unknown > 0 ? [`${number(p.unknown)} quy tắc chưa xác định được`] : []),
      ...(p.decisions > 0 ? [`${number(p.decisions)} quyết định về nhân sự không được giữ`] : []),
    ].join(', ')}.`,
  'cli.goals-missed': (p) => `${number(p.goals)} mục tiêu chưa đạt, giá phải trả ${number(p.price)}.`,
  'cli.what-is-wrong': () => 'Những điểm chưa đạt',
  'cli.who-counts': (p) => `${p.plan ? 'những vị trí bố trí' : 'những người'} được tính: ${p.members}`,
  'cli.who-is-open': (p) => `còn thiếu thông tin của: ${p.members}`,
  'cli.not-eligible': (p) => `Những ${p.plan ? 'vị trí bố trí' : 'người'} không đáp ứng tiêu chuẩn`,

  // propose
  'cli.propose-heading': (p) =>
    `${p.title}: ${number(p.size)} người, chọn từ ${number(p.candidates)} nhân sự`,
  'cli.optimal': (p) => `Tối ưu: không có ${nounOf(p)} nào đạt quy tắc mà tốt hơn.`,
  'cli.feasible': (p) =>
    `Đạt quy tắc nhưng chưa chứng minh được là tốt nhất vì hết thời gian${p.gap === undefined ? '' : `; ${nounOf(p)} tốt nhất chỉ có thể hơn không quá ${formatShare(p.gap, 'vi')}`}${p.more === undefined ? '' : `; ${nounOf(p)} tốt nhất có nhiều hơn không quá ${number(p.more)} điểm`}.`,
  'cli.infeasible': (p) =>
    `Không tồn tại ${nounOf(p)} nào: nguồn nhân sự này không thể đáp ứng cùng lúc mọi quy tắc bắt buộc.`,
  'cli.infeasible-alone': () => 'Những chỗ nguồn nhân sự không đáp ứng được:',
  'cli.infeasible-together': () =>
    'Xét riêng thì quy tắc nào cũng đáp ứng được; gộp lại thì các quy tắc, hoặc các quyết định về nhân sự, xung đột với nhau.',
  'cli.out-of-time': (p) =>
    `Hết thời gian mà chưa tìm được ${nounOf(p)}, cũng chưa chứng minh được là không có. Hãy tăng thời gian bằng --time-limit SỐ_GIÂY.`,
  'cli.solved-by': (p) =>
    `Bộ giải: ${p.solver}, ${number(p.seconds)} giây${p.confirmedBy === undefined ? '' : `; ${p.confirmedBy} xác nhận`}`,
  'cli.objective': (p) =>
    p.price === 0
      ? `Điểm mục tiêu: ${number(p.value)}; mọi mục tiêu đều đạt`
      : `Điểm mục tiêu: ${number(p.value)} = ${number(p.merit)} − ${number(p.price)} do mục tiêu chưa đạt`,
  'cli.level': (p) => `  ${p.title}: ${number(p.value)}`,
  'cli.inputs': (p) =>
    `Căn cứ: nguồn nhân sự ${p.pool}, quy tắc ${p.rules} ${p.rulesHash}${p.scenario === undefined ? '' : `, phương án ${p.scenario} ${p.scenarioHash}`} (SHA-256, 12 chữ số đầu)`,
  'cli.alternatives': (p) =>
    p.found < p.wanted
      ? `Các ${nounOf(p)} khác, tốt hơn xếp trước (chỉ có ${number(p.found - 1)} trong ${number(p.wanted - 1)})`
      : `Các ${nounOf(p)} khác, tốt hơn xếp trước`,
  'cli.alternatives-cut': (p) =>
    `Các ${nounOf(p)} khác, tốt hơn xếp trước (${number(p.found - 1)} trong ${number(p.wanted - 1)}; có thể do hết thời gian)`,
  'cli.alternative': (p) =>
    `${p.plan ? 'Phương án' : 'Danh sách'} ${number(p.number)}, điểm mục tiêu ${number(p.objective)} (${p.proven ? 'đã chứng minh' : 'chưa chứng minh'}); so với ${nounOf(p)} 1:`,
  'cli.comes': () => 'thêm',
  'cli.goes': () => 'bớt',
  'cli.change': () => 'Thay đổi',
  'cli.near-best': (p) =>
    `Các ${nounOf(p)} kém tốt nhất không quá ${p.within} (điểm mục tiêu từ ${p.threshold} trở lên)`,
  'cli.near-best-sure': (p) =>
    `${p.plan ? 'Phương án' : 'Danh sách'} nào cũng có: ${membersIn(p.count, p)}${p.count === 0 ? '' : ` (${p.members})`}`,
  'cli.near-best-out': (p) => `Không ${nounOf(p)} nào có: ${membersIn(p.count, p)}`,
  'cli.near-best-undecided': (p) => `Chưa kịp xác định: ${membersIn(p.count, p)} (${p.members})`,
  'cli.near-best-open': (p) => `Có ${nounOf(p)} có, có ${nounOf(p)} không: ${membersIn(p.count, p)}`,
  'cli.on-best': (p) => `Có trong ${nounOf(p)} 1`,
  'cli.yes': () => 'có',
  'cli.set-aside': (p) => `Tạm để ngoài vì thiếu thông tin mà quy tắc cần: ${number(p.candidates)} người`,
  'cli.seconds-so-far': (p) => `(${number(p.seconds)} giây)`,
  'cli.solving': (p) =>
    p.total === 1 ? 'Đang giải…' : `Đang giải… ${nounOf(p)} ${number(p.done + 1)} trong ${number(p.total)}`,

  // rules and pool
  'cli.file': () => 'Tệp',
  'cli.title': () => 'Tên',
  'cli.rule-set-head': (p) =>
    `${p.id}: ${p.size} người; tuổi và thời gian công tác tính đến ${p.referenceDate}; SHA-256 ${p.hash}`,
  'cli.hard': () => 'bắt buộc',
  'cli.goal': (p) => `mục tiêu, giá ${number(p.weight)}`,
  'cli.says': () => 'Nội dung',
  'cli.binding': () => 'Mức độ',
  'cli.source': () => 'Căn cứ',
  'cli.goals-paid': () => 'trừ giá của từng mục tiêu chưa đạt',
  'cli.better': (p) => `${p.plan ? 'Phương án' : 'Danh sách'} nào tốt hơn`,
  'cli.points-per-fact': (p) =>
    `${number(p.weight)} × ${p.fact}${p.who === undefined ? '' : `, tính cho ${p.plan ? 'vị trí bố trí' : 'người'} ${p.who}`}`,
  'cli.points-per-member': (p) =>
    `${number(p.weight)} điểm cho mỗi ${p.plan ? 'vị trí bố trí' : 'người'}${p.who === undefined ? '' : ` ${p.who}`}`,
  'cli.pool-heading': (p) => `${p.file}: ${number(p.candidates)} nhân sự; SHA-256 ${p.hash}`,
  'cli.pool-name': () => 'Nguồn nhân sự',
  'cli.units': () => 'Đơn vị',
  'cli.made-for': () => 'Lập cho bộ quy tắc',
  'cli.candidates': () => 'Nhân sự',
  'cli.women': () => 'Nữ',
  'cli.incumbents': () => 'Tái cử',
  'cli.total': () => 'Tổng cộng',
  'cli.pool-gives': (p) => `Nguồn nhân sự đáp ứng được: ${p.title}`,
  'cli.pool-comes-to': () => 'Toàn bộ người có thể chọn, theo các quy tắc khác:',
  'cli.in-the-pool': () => 'Trong nguồn',
  'cli.of-people': () => 'Trên số người',
  'cli.can-be-chosen': () => 'Chọn được',
  'cli.enough': () => 'đủ',
  'cli.not-enough': () => 'không đủ',
  'cli.pool-suffices': () =>
    'Xét riêng thì quy tắc bắt buộc nào cũng đáp ứng được; có đáp ứng được cùng lúc hay không thì lệnh propose mới cho biết.',
  'cli.pool-lacks': (p) =>
    `Không tồn tại danh sách nào: nguồn nhân sự không đáp ứng được ${number(p.lines)} quy tắc.`,

  // serve
  'cli.listening': (p) =>
    `Mở ${p.address} bằng trình duyệt; trang có tiếng Việt và tiếng Anh, đổi ở góc trên bên phải (VI, EN). API: ${p.address}/docs. Các lệnh nói tiếng Việt khi có --lang vi. Bấm Ctrl-C để dừng.`,
  'cli.no-role': (p) => `thiếu tùy chọn --role; hãy chọn một trong ${enumerate(p.allowed, 'vi')}`,
  'cli.one-person': () =>
    'Dịch vụ dành cho một người: chỉ trả lời trên máy này, và không hỏi người dùng máy là ai.',
  'cli.still-starting': (p) =>
    `Sau ${number(p.seconds)} giây vẫn đang khởi động: máy chậm hoặc đang bận. Dịch vụ chờ tiếp; bấm Ctrl-C để dừng.`,
  'cli.goes-on-trying': () =>
    'Dịch vụ cứ vài giây lại thử, không cần khởi động lại; trong lúc đó vẫn trả lời những gì không cần đến nơi ấy, còn /readyz trả về 503.',
  'cli.now-complete': () => 'Nơi trước đó không kết nối được nay đã có; dịch vụ sẵn sàng.',
  'cli.stopped': () => 'Đã dừng.',
  'cli.cannot-listen': (p) =>
    `không lắng nghe được tại ${p.host} cổng ${p.port}: ${
      p.reason === 'EADDRINUSE'
        ? 'chương trình khác đang dùng cổng này; hãy cho --port khác, hoặc --port 0 để lấy một cổng trống'
        : p.reason === 'EACCES'
          ? 'người dùng này không được dùng cổng đó; hãy cho một cổng trên 1023'
          : p.reason === 'EADDRNOTAVAIL' || p.reason === 'ENOTFOUND'
            ? 'máy này không có địa chỉ đó; hãy cho --host khác'
            : p.reason
    }`,
};
