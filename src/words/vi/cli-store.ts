import { formatNumber } from '../number.ts';
import type { cliStoreEn } from '../en/cli-store.ts';

const vietnamese = (value: number): string => formatNumber(value, 'vi');

const DEEDS: Readonly<Record<string, string>> = {
  found: 'lập',
  keep: 'lưu',
  remove: 'xóa vĩnh viễn',
  write: 'ghi',
  ask: 'hỏi',
  submit: 'trình',
  approve: 'duyệt',
  withdraw: 'rút',
  return: 'trả lại',
  begin: 'bắt đầu',
  record: 'ghi bước',
  'let-in': 'cấp khóa',
  'shut-out': 'thu hồi khóa',
  'add-person': 'thêm người',
  'give-role': 'giao vai trò',
  invite: 'mời',
  'end-invitation': 'kết thúc lời mời',
  'set-password': 'đặt mật khẩu',
  'sign-in': 'đăng nhập',
  'refuse-sign-in': 'đăng nhập không được',
  'sign-out': 'đăng xuất',
};
const STATES: Readonly<Record<string, string>> = {
  draft: 'dự thảo',
  submitted: 'đã trình',
  approved: 'đã duyệt',
  withdrawn: 'đã rút',
};
const STEPS: Readonly<Record<string, string>> = {
  draft: 'trả lại phương án đã trình để sửa tiếp',
  submitted: 'trình phương án: không sửa được nữa cho đến khi được trả lại',
  approved: 'duyệt phương án đã trình',
  withdrawn: 'rút phương án',
};
const FAULTS: Readonly<Record<string, string>> = {
  gap: 'thiếu các mục trước mục này, hoặc thứ tự bị đổi',
  'entry-changed': 'mục này đã bị sửa',
  'row-changed': 'không đúng như mục nhật ký của nó ghi',
  'row-missing': 'nhật ký có ghi, nhưng đã mất',
  'row-unknown': 'có trong kho, nhưng không mục nhật ký nào ghi',
  'content-changed': 'nội dung không khớp với mã băm',
  'content-missing': 'nội dung đã mất, mà không mục nào ghi ai xóa',
  'head-missing': 'mục đã được ghi lại ở nơi khác này không có trong chuỗi',
};

/** Vietnamese sentences of `cli` about the store. */
export const cliStoreVi: typeof cliStoreEn = {
  'cli.store-summary': () =>
    'đang lưu gì, ở đâu; lưu nguồn nhân sự và bộ quy tắc theo phiên bản; sao lưu, phục hồi, chuyển kho',
  'cli.store-holds': ({ place, documents, drafts, runs }) =>
    `${place}\n${vietnamese(documents)} phiên bản tài liệu, ${vietnamese(drafts)} phương án, ${vietnamese(runs)} lần chạy`,
  'cli.runs-summary': () => 'các câu hỏi đã ghi lại kèm câu trả lời (--record)',
  'cli.replay-summary': () => 'hỏi lại đúng như báo cáo lưu hồ sơ hoặc câu đã ghi, và cho biết khác ở đâu',
  'cli.audit-summary': () => 'ai đã làm gì; phát hiện mọi sự can thiệp; báo cáo về một phương án',
  'cli.draft-summary': () => 'các phương án đang lưu: trình, duyệt, rút',
  'cli.worker-summary': () =>
    'xử lý các việc trong kho mà không cần HTTP, từ bất kỳ máy nào truy cập được kho',
  'cli.worker-threads-option': () => 'số việc được xử lý cùng lúc (mặc định: bằng số nhân của máy)',
  'cli.working': (of: { readonly place: string }) =>
    `Đang xử lý các việc trong ${of.place}. Bấm Ctrl-C để dừng; việc chưa xong được trả lại hàng đợi.`,
  'cli.data-option': () =>
    'nơi để kho: một thư mục, hoặc cơ sở dữ liệu dạng postgresql://… (mặc định: SLATE_DATA, rồi DATABASE_URL, rồi thư mục của người dùng)',
  'cli.record-option': () => 'lưu câu hỏi kèm câu trả lời vào kho, cho slate runs và slate replay',
  'cli.recorded': ({ id }) => `Đã ghi là lần chạy ${id}`,
  'cli.store-keep': () =>
    'lưu một tệp thành phiên bản tiếp theo của tên đó; nội dung giống nhau chỉ lưu một lần',
  'cli.store-show': () => 'in nội dung của một tài liệu, đúng như khi nhận',
  'cli.store-list': () =>
    'các tài liệu đang lưu, hoặc của một loại, hoặc mọi phiên bản của một tên: pool/ward-a',
  'cli.store-remove': () =>
    'xóa vĩnh viễn thông tin về người trong một tài liệu, phương án, lần chạy hoặc đợt lấy ý kiến; mã băm và số đếm vẫn còn',
  'cli.store-backup': () => 'ghi toàn bộ kho vào một tệp mới, trong khi người khác vẫn làm việc',
  'cli.store-restore': () => 'đưa một bản sao lưu vào kho còn trống',
  'cli.store-move': () => 'chép toàn bộ kho sang một kho trống khác; kho cũ giữ nguyên',
  'cli.store-kind': () => 'pool, units, rules, scenario hoặc mapping',
  'cli.store-file': () => 'tệp, hoặc tên một nguồn có sẵn',
  'cli.store-name': () => 'tên bằng chữ thường, chữ số và gạch nối (mặc định: theo tên tệp)',
  'cli.store-from': () => 'cơ quan đã gửi',
  'cli.store-rules': () => 'với kịch bản: bộ quy tắc mà kịch bản thay đổi',
  'cli.store-document': () => 'một tài liệu: pool/ward-a, hoặc một phiên bản: pool/ward-a@2',
  'cli.store-removed': () =>
    'tài liệu (pool/ward-a@2), phương án (draft/ID), lần chạy (run/ID) hoặc những người được xét trong một đợt lấy ý kiến (consultation/TÊN)',
  'cli.store-out': () => 'tệp để ghi ra, đúng từng byte như khi nhận',
  'cli.store-backup-file': () => 'tệp sao lưu',
  'cli.store-move-to': () => 'một thư mục, hoặc cơ sở dữ liệu dạng postgresql://…',
  'cli.store-find': () =>
    'mọi thông tin đang lưu về một người: bảng, phương án, bước, lần chạy và công việc có tên hoặc mã ấy, kèm từng dòng',
  'cli.store-found-text': () => 'tên hoặc mã; phân biệt dấu, không phân biệt chữ hoa chữ thường',
  'cli.store-where': () => 'Ở đâu',
  'cli.store-line': () => 'Dòng',
  'cli.store-found-nothing': () => 'Không có trong những gì đang lưu.',
  'cli.store-nothing': () => 'Chưa lưu gì; slate store keep pool TỆP để lưu một nguồn nhân sự.',
  'cli.store-document-heading': () => 'Tài liệu',
  'cli.store-entries': () => 'Số mục',
  'cli.store-delivered': () => 'Nơi gửi',
  'cli.store-kept': () => 'Lưu',
  'cli.store-is-removed': ({ at }) => `đã xóa vĩnh viễn ngày ${at.slice(0, 10)}`,
  'cli.store-has-kept': ({ subject, entries }) =>
    `Đã lưu là ${subject}, ${vietnamese(entries)} mục; khi hỏi thì gọi là kept:${subject.replace(/^\w+\//, '')}`,
  'cli.store-has-it': ({ subject }) => `Nội dung này đã được lưu, là ${subject}`,
  'cli.store-has-removed': ({ subject }) =>
    `Đã xóa vĩnh viễn nội dung của ${subject}; mã băm và số đếm vẫn còn. Các bản sao lưu cũ vẫn chứa nội dung ấy.`,
  'cli.store-nothing-left': ({ subject }) => `${subject} không còn gì để xóa`,
  'cli.store-copied': ({ to, documents, drafts, runs, head, faults }) =>
    [
      `Đã chép sang ${to}: ${vietnamese(documents)} phiên bản tài liệu, ${vietnamese(drafts)} phương án, ${vietnamese(runs)} lần chạy`,
      faults === 0
        ? `Nhật ký của bản chép còn nguyên vẹn; mục cuối là ${head}`
        : `Nhật ký của bản chép không nguyên vẹn: slate audit verify cho biết chỗ bị can thiệp`,
    ].join('\n'),
  'cli.run-argument': () => 'mã của một lần chạy, hoặc phần đầu của mã (slate runs liệt kê)',
  'cli.run': () => 'Lần chạy',
  'cli.run-question': () => 'Câu hỏi',
  'cli.run-status': () => 'Trả lời',
  'cli.run-when': () => 'Lúc nào, ai',
  'cli.run-seconds': () => 'Giây',
  'cli.no-runs': () => 'Chưa lưu lần chạy nào; --record lưu câu hỏi kèm câu trả lời.',
  'cli.replay-same': ({ question, at, by }) => `Câu trả lời giống hệt: ${question} ngày ${at}, do ${by} hỏi`,
  'cli.replay-differs': ({ question, at, slate }) =>
    `Câu trả lời khác với ${question} ngày ${at} của Slate ${slate}. Khác nhau ở:`,
  'cli.audit-verify': () => 'tính lại toàn bộ chuỗi và đối chiếu mọi thứ đang lưu với nhật ký',
  'cli.audit-report': () => 'mọi điều đã biết về việc một phương án hình thành ra sao',
  'cli.audit-head': () => 'mã băm của một mục đã ghi lại ở nơi khác: mục ấy phải còn trong chuỗi',
  'cli.audit-when': () => 'Lúc nào (UTC)',
  'cli.audit-who': () => 'Ai',
  'cli.audit-what': () => 'Việc',
  'cli.audit-subject': () => 'Đối tượng',
  'cli.audit-after': () => 'Mã băm',
  'cli.deed': ({ what }) => DEEDS[what] ?? what,
  'cli.state': ({ state }) => STATES[state] ?? state,
  'cli.audit-state': ({ state, versions }) => `${STATES[state] ?? state}, ${vietnamese(versions)} phiên bản`,
  'cli.audit-whole': ({ entries, head }) =>
    `Nhật ký nguyên vẹn: ${vietnamese(entries)} mục, mọi thứ đang lưu đúng như nhật ký ghi. Mục cuối: ${head}`,
  'cli.audit-broken': ({ faults }) => `Nhật ký không nguyên vẹn: ${vietnamese(faults)} chỗ bị can thiệp`,
  'cli.audit-fault': ({ kind, at }) => `${at}: ${FAULTS[kind] ?? kind}`,
  'cli.draft-argument': () => 'mã của phương án (slate draft liệt kê)',
  'cli.draft-keep': () => 'lưu một phương án từ tệp do trang web ghi ra',
  'cli.draft-file': () => 'tệp của phương án',
  'cli.draft-onto': () =>
    'phiên bản mà tệp này sửa tiếp; nếu không nêu thì phải là phương án mới, để không ghi đè lên bản của người khác',
  'cli.draft-step': ({ to }) => STEPS[to] ?? to,
  'cli.draft-id': () => 'Phương án',
  'cli.draft-version': () => 'Phiên bản',
  'cli.draft-state': () => 'Trạng thái',
  'cli.no-drafts': () => 'Chưa lưu phương án nào.',
  'cli.draft-is': ({ id, version, state }) =>
    `${id}: phiên bản ${vietnamese(version)}, ${STATES[state] ?? state}`,
};
