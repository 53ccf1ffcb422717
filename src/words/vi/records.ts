import type { AboutPlan } from '../about-plan.ts';
import type { recordsEn } from '../en/records.ts';
import { formatNumber } from '../number.ts';

const noun = ({ plan }: AboutPlan): string => (plan ? 'phương án' : 'danh sách');
const number = (value: number): string => formatNumber(value, 'vi');

/** What the questions are called in a report, by their names. */
const QUESTIONS: Readonly<Record<string, (about: AboutPlan) => string>> = {
  check: (p) => `Đối chiếu ${noun(p)} với các quy tắc`,
  propose: (p) => `${p.plan ? 'Phương án' : 'Danh sách'} tốt nhất theo các quy tắc`,
  diagnose: (p) => `Vì sao không lập được ${noun(p)}, và các cách nới`,
  why: (p) => `Vì sao một người có hoặc không có trong ${noun(p)}`,
  replace: () => 'Người thay cho những người xin rút',
  repair: (p) => `Những thay đổi ít nhất để ${noun(p)} đạt quy tắc`,
};

const MARKS: Readonly<Record<string, string>> = {
  seal: 'dữ liệu trong báo cáo đã bị sửa sau khi lập: không còn khớp với mã băm ghi trong báo cáo',
  page: 'phần nhìn thấy đã bị sửa sau khi lập: không còn đúng với dữ liệu bên trong',
};

const DIFFERENCES: Readonly<Record<string, string>> = {
  status: 'kết luận',
  slate: 'nhân sự trong danh sách',
  objective: 'điểm mục tiêu',
  check: 'kết quả đối chiếu với quy tắc',
  alternatives: 'các danh sách khác',
  conflicts: 'các xung đột và cách nới',
  inputs: 'mã băm của dữ liệu vào',
  rest: 'phần còn lại của câu trả lời',
};

const STATUS: Readonly<Record<string, string>> = {
  optimal: 'tối ưu',
  feasible: 'đạt quy tắc',
  infeasible: 'không lập được',
  unknown: 'hết thời gian',
};

/** Vietnamese sentences of `records`. */
export const recordsVi: typeof recordsEn = {
  'records.title': ({ title }) => `Báo cáo lưu hồ sơ: ${title}`,
  'records.personal-data': (p) =>
    `Dữ liệu cá nhân: tệp này chứa toàn bộ bảng của ${number(p.candidates)} nhân sự, không chỉ phần hiển thị. Hãy bảo quản như bảng gốc, chỉ chuyển cho người được phép xem, và xóa khi đã hết mục đích sử dụng.`,
  'records.blind': () =>
    'Bản không ghi tên: tệp này không có họ tên, ngày sinh của ai, chỉ có mã và những gì quy tắc cần. Người có bảng nhân sự vẫn biết được mã nào là ai.',
  'records.names-kept': (p) =>
    [
      'Chưa bỏ được:',
      ...(p.inTexts === 0
        ? []
        : [
            `văn bản quy tắc, kịch bản và ánh xạ được giữ nguyên và có nêu tên ${formatNumber(p.inTexts, 'vi')} nhân sự.`,
          ]),
      ...(p.ofOneWord === 0
        ? []
        : [
            `có ${formatNumber(p.ofOneWord, 'vi')} nhân sự tên chỉ gồm một từ, có thể trùng với từ bất kỳ, nên từ đó được giữ nguyên ở mọi nơi.`,
          ]),
    ].join(' '),
  'records.made-at': () => 'Lập lúc',
  'records.when': ({ date, time }) => `${time} ngày ${date} (UTC)`,
  'records.reference-date': () => 'Tuổi và thời gian công tác tính đến',
  'records.question': ({ question, plan }) => QUESTIONS[question]?.({ plan }) ?? question,
  'records.options': () => 'Yêu cầu kèm theo',
  'records.status': ({ status }) => `Kết luận: ${STATUS[status] ?? status}`,
  'records.members': ({ members, plan }) =>
    plan ? `Phương án: ${number(members)} vị trí bố trí` : `Danh sách: ${number(members)} người`,
  'records.rules': () => 'Các quy tắc, căn cứ và kết quả',
  'records.rule': () => 'Quy tắc',
  'records.on-this': (p) => `Trong ${noun(p)} này`,
  'records.kept-in-groups': ({ groups }) => `đạt ở ${number(groups)} nhóm`,
  'records.decisions': () => 'Các quyết định về nhân sự',
  'records.alternatives': () => 'Các lựa chọn khác',
  'records.no-alternatives': () => 'Không yêu cầu lựa chọn nào khác.',
  'records.no-other': (p) => `Không tìm thấy ${noun(p)} nào khác.`,
  'records.other': (p) =>
    `${p.plan ? 'Phương án' : 'Danh sách'} ${number(p.number)}${p.objective === undefined ? '' : `, điểm mục tiêu ${number(p.objective)}`}`,
  'records.same-members': () => 'Vẫn những người ấy.',
  'records.goes': ({ people }) => `Bớt: ${people.join('; ')}`,
  'records.comes': ({ people }) => `Thêm: ${people.join('; ')}`,
  'records.who': ({ people }) => `Gồm: ${people.join('; ')}`,
  'records.more': ({ more }) => `… và ${number(more)} mục nữa, có trong dữ liệu của tệp này`,
  'records.notices': () => 'Có thể đúng nhưng đáng ngờ',
  'records.origin': () => 'Căn cứ lập báo cáo',
  'records.input': () => 'Dữ liệu vào',
  'records.file': () => 'Tên',
  'records.size': () => 'Số byte',
  'records.input-kind': ({ kind }) =>
    ({
      pool: 'nguồn nhân sự',
      rules: 'bộ quy tắc',
      behind: 'bộ quy tắc được kế thừa',
      units: 'các đơn vị',
      scenario: 'phương án thay đổi quy tắc',
      slate: 'danh sách',
    })[kind] ?? kind,
  'records.as-read': () => 'Khi đã đọc (mã băm mà câu trả lời mang theo)',
  'records.versions': () => 'Phiên bản',
  'records.format': () => 'Dạng dữ liệu',
  'records.solver': () => 'Bộ giải',
  'records.proof': () => 'Chứng minh',
  'records.no-proof': () => 'Câu trả lời không kèm chứng minh.',
  'records.proof-holds': ({ leaves }) =>
    `Câu trả lời kèm một chứng minh, đã được kiểm tra bằng số nguyên, không dùng bộ giải, khi lập báo cáo này: ${number(leaves)} trường hợp.`,
  'records.proof-fails': ({ why }) => `Câu trả lời kèm một chứng minh không đúng: ${why}`,
  'records.repeat': () => 'Làm lại',
  'records.how-to-repeat': () =>
    'Tệp này chứa mọi thứ đã dùng để hỏi: các bảng, quy tắc và yêu cầu. Lệnh dưới đây hỏi lại và cho biết khác ở đâu; nó cũng phát hiện nếu tệp này đã bị sửa.',
  'records.how-to-repeat-blind': () =>
    'Tệp này không chứa bảng nhân sự, chỉ có mã băm của bảng, cùng quy tắc, yêu cầu và chứng minh. Lệnh dưới đây hỏi lại trên chính bảng đó và cho biết khác ở đâu; nó cũng phát hiện nếu tệp này đã bị sửa.',
  'records.seal': ({ seal }) =>
    `SHA-256 của dữ liệu trong tệp này: ${seal}. Nếu được ghi lại ở nơi khác, mã này về sau chứng tỏ không có gì bị thay.`,

  'records.not-a-report': () =>
    'đây không phải báo cáo lưu hồ sơ; hãy lập bằng --report TỆP.html của một lệnh tìm ra danh sách',
  'records.unreadable': ({ message }) => `không đọc được dữ liệu của báo cáo này: ${message}`,
  'records.needs-format': ({ file }) => `báo cáo lưu hồ sơ là HTML: hãy đặt tên ${file} có đuôi .html`,
  'records.changed-content': ({ called }) =>
    `${called} không còn như trước: nội dung không khớp với mã băm ghi trong báo cáo`,
  'records.missing-content': ({ called }) => `thiếu ${called}: báo cáo không còn nội dung của nó`,
  'records.needs-table': (p) =>
    p.given.length === 0
      ? `báo cáo không ghi tên: muốn làm lại, hãy đưa bảng đã dùng để lập, ${p.called}, có SHA-256 là ${p.sha256} (--pool TỆP, --units TỆP)`
      : `báo cáo được lập từ một bảng khác: ${p.called} có SHA-256 là ${p.sha256}; bảng được đưa có ${p.given.join(', ')}`,
  'records.tampered': ({ mark }) => MARKS[mark] ?? mark,
  'records.same': ({ madeAt }) => `Câu trả lời giống hệt lúc ${madeAt}, và báo cáo không bị sửa gì.`,
  'records.same-though-changed': ({ madeAt }) =>
    `Câu trả lời giống hệt lúc ${madeAt}, nhưng báo cáo đã bị sửa sau đó.`,
  'records.differs': ({ madeAt }) => `Câu trả lời không còn như lúc ${madeAt}.`,
  'records.difference': (p) =>
    `${p.question}: ${DIFFERENCES[p.what] ?? p.what}${p.before === undefined || p.after === undefined ? '' : `: trước là ${p.before}, nay là ${p.after}`}`,
  'records.version-then': ({ before, now }) =>
    before === now ? `Slate ${now}, như khi lập` : `Nay là Slate ${now}, khi lập là ${before}`,
  'records.proof-then': ({ holds }) =>
    holds
      ? 'Chứng minh trong báo cáo đúng, đã kiểm tra bằng số nguyên.'
      : 'Chứng minh trong báo cáo không đúng.',
  'records.report-option': () =>
    'đồng thời lập báo cáo lưu hồ sơ: một tệp HTML có mọi thứ cần để làm lại câu trả lời bằng slate replay',
  'records.replay-pool': () =>
    'với báo cáo không ghi tên: bảng nhân sự đã dùng để lập, là tên nguồn nhân sự hoặc tệp',
  'records.replay-units': () => 'với báo cáo không ghi tên: bảng đơn vị, nếu báo cáo cũng không chứa bảng đó',
  'records.replay-argument': () =>
    'một báo cáo lưu hồ sơ, hoặc mã của một lần chạy hay phần đầu của mã (slate runs liệt kê)',
};
