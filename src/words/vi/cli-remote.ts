import type { cliRemoteEn } from '../en/cli-remote.ts';

/** With a full stop, where what another program said has none. */
function sentence(said: string): string {
  return /[.!?…]$/.test(said) ? said : `${said}.`;
}

/** Vietnamese sentences of `cli` about a service that is asked over the network. */
export const cliRemoteVi: typeof cliRemoteEn = {
  'cli.login-summary': () => 'lưu khóa của một dịch vụ cho người dùng này, để hỏi bằng --service',
  'cli.logout-summary': () => 'quên khóa của một dịch vụ',
  'cli.whoami-summary': () => 'dịch vụ cho người dùng này vào với vai trò nào, ở cơ quan nào',
  'cli.service-argument': () => 'địa chỉ của dịch vụ: https://slate.example',
  'cli.service-option': () =>
    'để dịch vụ ở địa chỉ này trả lời thay cho máy này (mặc định: SLATE_SERVICE; khóa: slate login, hoặc SLATE_KEY)',
  'cli.key-prompt': (p) => `Khóa của ${p.service} (không hiện ra khi gõ): `,
  'cli.logged-in': (p) =>
    `${p.service} cho vào với vai trò ${p.role} trong cơ quan ${p.body}. Khóa chỉ lưu cho người dùng này; lệnh slate logout ${p.service} xóa khóa đi.`,
  'cli.needs-no-key': (p) => `${p.service} là dịch vụ của một người, không hỏi khóa; không lưu gì cả.`,
  'cli.logged-out': (p) =>
    `Đã xóa khóa của ${p.service} khỏi máy này. Khóa vẫn còn hiệu lực cho đến khi hết hạn hoặc bị thu hồi (slate keys withdraw).`,
  'cli.not-logged-in': (p) => `Máy này không lưu khóa nào của ${p.service}.`,
  'cli.whoami': (p) => `${p.service}: ${p.role} trong cơ quan ${p.body}`,
  'cli.whoami-one': (p) => `${p.service}: dịch vụ của một người, không hỏi khóa`,
  'cli.no-service-named': () =>
    'chưa nêu dịch vụ nào: hãy nêu địa chỉ (slate whoami https://slate.example), đặt SLATE_SERVICE, hoặc đăng nhập (slate login ĐỊA-CHỈ)',
  'cli.no-service-address': (p) =>
    p.meant !== undefined
      ? `“${p.found}” thiếu http:// hoặc https:// ở đầu; có phải là ${p.meant} không?`
      : `“${p.found}” không phải địa chỉ của dịch vụ; hãy viết như https://slate.example, không kèm tên, mật khẩu hay phần sau dấu ?`,
  'cli.not-encrypted': (p) =>
    `${p.service} không mã hóa đường truyền, khóa có thể bị đọc trộm; hãy dùng https (http chỉ dùng với chính máy này)`,
  'cli.no-key-given': () =>
    'chưa có khóa: hãy gõ khóa, đưa vào qua đầu vào chuẩn, hoặc đặt biến SLATE_KEY; khóa có dạng slate_…, do lệnh slate keys add hoặc quản trị viên cấp',
  'cli.key-file-open': (p) =>
    `người khác đọc được ${p.file} nên không dùng khóa trong đó; hãy chạy chmod 600, hoặc đăng nhập lại`,
  'cli.service-away': (p) => {
    const why = {
      refused:
        'không có chương trình nào nhận kết nối ở đó: hãy xem dịch vụ có đang chạy và số cổng có đúng không',
      host: 'không tìm thấy máy nào mang tên này: hãy xem lại địa chỉ và mạng của máy này',
      silent: 'không nơi nào trả lời: hãy xem lại địa chỉ và mạng của máy này',
      certificate: `máy này không tin chứng chỉ của dịch vụ (${p.said}): hãy hỏi người quản lý dịch vụ`,
      encryption: `nơi trả lời không dùng https (${p.said}): hãy xem lại địa chỉ`,
      port: 'không hỏi dịch vụ qua cổng này: hãy xem lại địa chỉ',
      broken: 'kết nối bị ngắt giữa chừng',
      gateway: `máy đứng trước dịch vụ trả lời ${p.said}: hãy hỏi lại sau, hoặc hỏi người quản lý dịch vụ`,
      other: `kết nối thất bại (${p.said})`,
    }[p.reason];
    return `không kết nối được với ${p.service}, chưa có câu trả lời; ${why}`;
  },
  'cli.service-no-entry': (p) =>
    ({
      none: `${p.service} chỉ cho người có khóa vào; hãy đăng nhập bằng slate login ${p.service}`,
      typed: `${p.service} không cho vào bằng khóa này: khóa chép thiếu, hết hạn hoặc đã bị thu hồi, nên không được lưu; hãy chép lại trọn khóa, từ slate_ đến hết, hoặc xin quản trị viên khóa mới (slate keys add)`,
      kept: `${p.service} không cho vào bằng khóa này, là khóa đã lưu ở máy này: khóa hết hạn hoặc đã bị thu hồi; hãy xin quản trị viên khóa mới (slate keys add) rồi lưu bằng slate login ${p.service}`,
      environment: `${p.service} không cho vào bằng khóa này, là khóa trong biến SLATE_KEY: khóa chép thiếu, hết hạn hoặc đã bị thu hồi; hãy sửa SLATE_KEY, hoặc bỏ biến ấy rồi đăng nhập bằng slate login ${p.service}`,
    })[p.key],
  'cli.service-refuses': (p) => `dịch vụ từ chối: ${p.detail}`,
  'cli.service-later': (p) =>
    `dịch vụ hiện chưa trả lời: ${sentence(p.detail)}${p.seconds === undefined ? '' : ` Hãy hỏi lại sau ${p.seconds} giây.`}`,
  'cli.service-elsewhere': (p) =>
    `${p.service} chuyển sang nơi khác (${p.to}); khóa chỉ gửi đến nơi đã nêu: nếu tin nơi ấy, hãy nêu địa chỉ đó`,
  'cli.service-unlike': (p) =>
    `${p.service} không trả lời như dịch vụ cùng phiên bản Slate này; hãy xem lại địa chỉ và phiên bản của hai bên`,
  'cli.not-with-service': (p) =>
    p.named === 'option'
      ? `${p.option} ghi lại điều chính máy này trả lời, không dùng cùng --service được; hãy bỏ một trong hai`
      : `${p.option} ghi lại điều chính máy này trả lời, mà biến SLATE_SERVICE lại giao cho dịch vụ trả lời; hãy bỏ SLATE_SERVICE, hoặc bỏ ${p.option}`,
  'cli.job-stopped-there': () => 'có người đã hủy việc này ở dịch vụ',
};
