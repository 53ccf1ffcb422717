import type { serviceEn } from '../en/service.ts';
import type { Found } from '../found-value.ts';
import { enumerate, formatNumber } from '../number.ts';
import { ownProperty } from '../own-property.ts';

const KINDS: Readonly<Record<string, string>> = {
  string: 'văn bản',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'đối tượng JSON',
  record: 'đối tượng JSON',
};

const kind = (expected: string): string => ownProperty(KINDS, expected) ?? expected;

function found(what: Found): string {
  switch (what.kind) {
    case 'scalar':
      return typeof what.value === 'string' ? 'văn bản' : String(what.value);
    case 'nothing':
      return 'null';
    default:
      return what.kind === 'list' ? 'danh sách' : 'đối tượng JSON';
  }
}

function limits({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min !== undefined) return `ít nhất ${formatNumber(min, 'vi')}`;
  return max === undefined ? 'bất kỳ' : `không quá ${formatNumber(max, 'vi')}`;
}

const FAULTS = {
  comma: 'thiếu dấu phẩy',
  colon: 'thiếu dấu hai chấm',
  key: 'thiếu tên trường trong dấu nháy kép, hoặc thừa dấu phẩy',
  value: 'thiếu giá trị, hoặc thừa dấu phẩy',
  end: 'còn ký tự sau khi nội dung đã kết thúc',
  'cut-off': 'nội dung bị cắt ngang, thiếu dấu đóng } hoặc ]',
  text: 'văn bản bị hỏng: phải kết thúc bằng dấu nháy kép trên cùng một dòng, và dấu gạch chéo ngược phải viết hai lần',
  other: 'có nội dung không phải văn bản trong dấu nháy kép, số, đối tượng, danh sách, true, false hay null',
} as const;

const megabytes = (bytes: number): string => `${formatNumber(bytes / 1_000_000, 'vi')} MB`;

/** Vietnamese sentences of `service`. */
export const serviceVi: typeof serviceEn = {
  'service.no-body': () => 'yêu cầu không có nội dung; hãy gửi JSON',
  'service.not-utf8': () => 'nội dung không phải UTF-8',
  'service.not-json': (p) =>
    p.fault === undefined
      ? 'nội dung không phải JSON'
      : `nội dung không phải JSON: tại dòng ${p.line}, cột ${p.column} ${FAULTS[p.fault]}`,
  'service.repeated-key': (p) =>
    p.key === undefined || p.first === undefined
      ? 'có đối tượng trong nội dung ghi hai lần cùng một trường; hãy chỉ giữ lại một'
      : `trường “${p.key}” xuất hiện hai lần trong đối tượng này, lần đầu ở dòng ${p.first.line}, cột ${p.first.column}; hãy chỉ giữ lại một`,
  'service.dropped-key': (p) => `không trường nào được đặt tên “${p.key}”; hãy dùng tên khác`,
  'service.unknown-key': (p) =>
    p.meant === undefined
      ? `ở đây không có trường “${p.key}”; có các trường ${enumerate(p.allowed, 'vi')}`
      : `ở đây không có trường “${p.key}”; có phải ý là “${p.meant}”?`,
  'service.too-deep': (p) => `lồng nhau quá ${formatNumber(p.deepest, 'vi')} cấp`,
  'service.missing': (p) => `thiếu trường này; cần ${kind(p.expected)}`,
  'service.wrong-type': (p) => `ở đây là ${found(p.found)}, trong khi cần ${kind(p.expected)}`,
  'service.one-of': (p) => `hãy cho đúng một trong các trường ${enumerate(p.allowed, 'vi')}`,
  'service.choice': (p) => `chỉ được dùng ${enumerate(p.allowed, 'vi')}`,
  'service.range': (p) => `số phải ${limits(p)}`,
  'service.length': (p) => `độ dài phải ${limits(p)}`,
  'service.bad-name': () => 'chỉ được dùng chữ thường a đến z, chữ số và dấu gạch nối',
  'service.bad-value': () => 'giá trị này không được phép',
  'service.bad-format': (p) =>
    p.format === 'date'
      ? 'đây không phải là một ngày có thật; cần viết YYYY-MM-DD, ví dụ 2025-07-01'
      : 'đây không phải là base64: nội dung tệp viết bằng A–Z, a–z, 0–9, + và /, kết thúc bằng =',
  'service.no-data': () =>
    'đối tượng này không ghi được thành JSON; chỉ nhận chữ, số, true, false, null, danh sách và đối tượng gồm các giá trị đó, không tham chiếu vòng',
  'service.no-pool': (p) =>
    p.allowed.length === 0
      ? `không có nguồn nhân sự “${p.name}”, cũng không có nguồn nào khác`
      : `không có nguồn nhân sự “${p.name}”; hiện có ${enumerate(p.allowed, 'vi')}`,
  'service.no-rule-set': (p) =>
    p.allowed.length === 0
      ? `không có bộ quy tắc “${p.id}”, cũng không có bộ nào khác`
      : `không có bộ quy tắc “${p.id}”; hiện có ${enumerate(p.allowed, 'vi')}`,
  'service.unknown-parameter': (p) =>
    p.meant === undefined
      ? `ở đây không có tham số truy vấn “${p.name}”; chỉ có ${enumerate(p.allowed, 'vi')}`
      : `ở đây không có tham số truy vấn “${p.name}”; có phải ý là “${p.meant}”?`,
  'service.repeated-parameter': (p) =>
    `tham số truy vấn “${p.name}” được ghi ${formatNumber(p.times, 'vi')} lần; hãy chỉ ghi một lần`,
  'service.parameter-value': (p) =>
    `tham số truy vấn “${p.name}” là “${p.found}”; chỉ được dùng ${enumerate(p.allowed, 'vi')}`,
  'service.nothing-there': () => 'không có gì ở địa chỉ này',
  'service.no-result': () => 'việc này chưa có kết quả',
  'service.no-resume': (p): string =>
    p.status === 'cancelled' || p.status === 'failed'
      ? 'nơi không có kho, việc đã dừng không làm tiếp được; hãy giao lại'
      : 'chỉ việc đã bị dừng hoặc không thành công mới làm tiếp được',
  'service.job-given-up': () =>
    'đã thử thực hiện nhiều lần nhưng lần nào tiến trình xử lý cũng bị ngắt; có thể việc này cần nhiều bộ nhớ hơn mức hiện có',
  'service.files-changed': () =>
    'có tệp mà việc này dùng đã thay đổi trong lúc đang làm; hãy cho làm tiếp, việc sẽ làm lại từ đầu theo tệp lúc đó',
  'service.no-job': () => 'không có việc này; việc đã xong chỉ được lưu trong một thời gian',

  'service.title-bad-request': () => 'Không đọc được yêu cầu',
  'service.title-unauthorized': () => 'Chưa biết ai hỏi',
  'service.title-forbidden': () => 'Không được phép',
  'service.title-foreign-host': () => 'Đây không phải địa chỉ của dịch vụ',
  'service.title-not-found': () => 'Không tìm thấy',
  'service.title-method': () => 'Địa chỉ này không nhận phương thức đó',
  'service.title-too-large': () => 'Yêu cầu quá lớn',
  'service.title-media-type': () => 'Định dạng nội dung không được hỗ trợ',
  'service.title-expectation': () => 'Không đáp ứng được yêu cầu trong Expect',
  'service.title-unprocessable': () => 'Dữ liệu gửi lên có lỗi',
  'service.title-too-many': () => 'Quá nhiều yêu cầu',
  'service.title-internal': () => 'Dịch vụ gặp lỗi',
  'service.title-conflict': () => 'Trong lúc đó đã có người ghi',
  'service.title-precondition': () => 'Phải cho biết đã xem phiên bản nào',
  'service.title-state': () => 'Không làm được ở trạng thái này',
  'service.title-gone': () => 'Không còn nữa',
  'service.title-busy': () => 'Dịch vụ đang bận',
  'service.title-timeout': () => 'Hết thời gian',

  'service.count-problems': (p) =>
    p.count === 1 ? p.first : `${p.first} (và ${formatNumber(p.count - 1, 'vi')} lỗi khác, xem errors)`,
  'service.method': (p) => `địa chỉ này chỉ nhận ${enumerate(p.allowed, 'vi')}`,
  'service.too-large': (p) => `nội dung của một yêu cầu không được quá ${megabytes(p.limit)}`,
  'service.bad-address': () =>
    'địa chỉ có dấu % mà theo sau không phải hai chữ số thập lục phân của mã UTF-8',
  'service.bad-http': () =>
    'đây không phải HTTP/1.1 hợp lệ; dòng đầu, một trường tiêu đề hoặc một phần nội dung bị sai',
  'service.headers-too-large': (p) =>
    `địa chỉ và các trường tiêu đề của một yêu cầu không được quá ${formatNumber(p.limit, 'vi')} byte`,
  'service.request-timeout': () => 'yêu cầu chưa gửi xong trong thời gian cho phép',
  'service.expectation': () => 'Expect chỉ nhận 100-continue; hãy bỏ trường này đi',
  'service.foreign-host': (p) =>
    `dịch vụ này không trả lời dưới tên “${p.host}”; hãy gọi bằng localhost, hoặc khởi động dịch vụ với --allowed-host và tên đó`,
  'service.any-origin': () =>
    'chỉ dịch vụ cho vào bằng khóa mới được để trang của mọi nguồn gốc hỏi; hãy đặt people: keys, hoặc nêu rõ các nguồn gốc thay cho *',
  'service.foreign-origin': (p) =>
    `trang của “${p.origin}” không được hỏi dịch vụ này; hãy mở trang của chính dịch vụ, hoặc khởi động dịch vụ với --allowed-host và tên của trang đó`,
  'service.nobody-known': (p) =>
    `${p.isOwnMachine ? 'dịch vụ được đặt để hỏi người dùng là ai' : `ở địa chỉ ${p.host} thì người khác cũng gọi được dịch vụ`}, mà dịch vụ chưa biết cho ai vào; trước hết hãy tạo quản trị viên đầu tiên (slate people invite TÊN-ĐĂNG-NHẬP --role administrator), hoặc cấp khóa cho chương trình (slate keys add TÊN --role reader), đều với --data của dịch vụ; hoặc ${p.isOwnMachine ? 'cho người dùng máy này vào mà không hỏi (people: one, hoặc SLATE_PEOPLE=one)' : 'bỏ --host'}`,
  'service.no-key': () =>
    'dịch vụ này chỉ cho người có khóa vào: gửi khóa trong Authorization: Bearer KHÓA, hoặc trên trình duyệt thì nhập khóa làm mật khẩu với tên bất kỳ; người vận hành cấp khóa bằng lệnh slate keys add',
  'service.too-many-keys': (p) =>
    `địa chỉ này gửi quá nhiều khóa sai; trong ${p.seconds} giây tới, khóa gửi từ đây không được xét`,
  'service.not-your-role': (p) =>
    `ở đây bạn có vai trò ${p.own}, mà việc này cần vai trò ${p.role}; hãy hỏi quản trị viên của cơ quan`,
  'service.no-host': () => 'thiếu trường tiêu đề Host mà HTTP/1.1 đòi hỏi',
  'service.bad-body': () => 'nội dung bị cắt ngang, hoặc không được nén như Content-Encoding cho biết',
  'service.encoding': () => 'Content-Encoding chỉ nhận gzip, deflate hoặc br; hoặc hãy bỏ đi',
  'service.media-type': () => 'hãy gửi nội dung dạng application/json, mã UTF-8',
  'service.too-many-scenarios': (p) =>
    `có ${formatNumber(p.found, 'vi')} phương án, mỗi lần chỉ so sánh nhiều nhất ${formatNumber(p.most, 'vi')}; hãy chọn một số bằng ids`,
  'service.too-many': () => 'địa chỉ này gửi quá nhiều yêu cầu; hãy thử lại sau một phút',
  'service.key-of-another': () =>
    'Idempotency-Key này đã dùng cho một câu hỏi khác; câu hỏi mới cần khóa mới',
  'service.caller-queue': () =>
    'số câu hỏi hoặc việc đang chờ của bạn đã đến mức tối đa dành cho mỗi người; hãy chờ trả lời, hoặc hủy bớt',
  'service.caller-bytes': (p) =>
    `các câu hỏi chưa trả lời của bạn đã chiếm ${megabytes(p.limit)}, mức tối đa dành cho mỗi người; hãy chờ trả lời`,
  'service.internal': () =>
    'đây là lỗi của dịch vụ, không phải của yêu cầu; nhật ký ghi lỗi theo số của yêu cầu này',
  'service.busy': () => 'mọi luồng đều bận và hàng đợi đã đầy; hãy thử lại sau giây lát',
  'service.stopping': () => 'dịch vụ đang dừng',
  'service.timeout': () => 'chưa trả lời được câu hỏi trong thời gian cho phép',

  'service.page-hint': () => 'Trang chưa được dựng (npm run build). Dịch vụ vẫn hoạt động; xem tài liệu.',
  'service.docs-title': () => 'Giao diện của dịch vụ',
  'service.docs-schemas': () => 'Các kiểu dữ liệu',
};
