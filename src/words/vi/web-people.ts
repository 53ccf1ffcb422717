import type { webPeopleEn } from '../en/web-people.ts';

/** Vietnamese sentences of the page about signing in and accounts. */
export const webPeopleVi: typeof webPeopleEn = {
  'web.sign-in': () => 'Đăng nhập',
  'web.login': () => 'Tên đăng nhập hoặc thư điện tử',
  'web.password': () => 'Mật khẩu',
  'web.code': () => 'Mã xác thực',
  'web.code-hint': () => 'Sáu chữ số đang hiện trên ứng dụng, hoặc một mã dự phòng',
  'web.no-account': () =>
    'Tài khoản chỉ được lập theo lời mời: hãy xin đường dẫn ở quản trị viên của cơ quan. Ai mất mật khẩu hoặc điện thoại thì xin đường dẫn khác.',
  'web.sign-in-at': (p) => `Đăng nhập bằng ${p.issuer}`,
  'web.no-role': () =>
    'Đã nhận ra bạn, nhưng không nhóm nào của bạn có vai trò ở đây: hãy hỏi quản trị viên của cơ quan.',
  'web.not-signed-in': () =>
    'Việc đăng nhập ở đó chưa xong: quá lâu, đã bị hủy, hoặc dịch vụ kia không trả lời. Hãy thử lại.',
  'web.join': () => 'Bạn được mời tham gia',
  'web.join-as': (p) => `${p.name} tham gia cơ quan “${p.body}” và đăng nhập bằng tên ${p.login}.`,
  'web.new-password': () => 'Mật khẩu mới',
  'web.password-hint': () => 'Ít nhất 12 ký tự: một câu dễ nhớ, hoặc do trình quản lý mật khẩu tạo ra',
  'web.password-again': () => 'Nhập lại mật khẩu',
  'web.passwords-differ': () => 'Hai lần nhập không giống nhau',
  'web.password-short': () => 'Cần ít nhất 12 ký tự',
  'web.scan': () =>
    'Hãy quét hình này bằng ứng dụng tạo mã trên điện thoại (Aegis, Google hoặc Microsoft Authenticator), hoặc gõ dãy chữ dưới đây vào ứng dụng:',
  'web.scan-picture': () => 'Mã vuông chứa dãy chữ bên dưới',
  'web.scan-code': () => 'Mã đang hiện trên ứng dụng',
  'web.join-now': () => 'Đặt mật khẩu và tham gia',
  'web.recovery-codes': () => 'Mã dự phòng',
  'web.recovery-hint': () =>
    'Mỗi mã thay cho điện thoại được một lần. Các mã chỉ hiện ra lúc này: hãy in hoặc chép lại và cất riêng với mật khẩu.',
  'web.save-codes': () => 'Lưu thành tệp',
  'web.codes-kept': () => 'Tôi đã cất giữ các mã: tiếp tục',
  'web.no-invitation': () => 'Không dùng được lời mời này',
  'web.account': () => 'Tài khoản',
  'web.board': (p) => `Cơ quan: ${p.body}`,
  'web.role': (p) =>
    ({
      reader: 'Người xem: xem và hỏi',
      drafter: 'Người soạn: soạn phương án',
      approver: 'Người duyệt: duyệt phương án',
      administrator: 'Quản trị viên: cho phép người khác vào',
    })[p.role],
  'web.other-board': (p) => `Chuyển sang cơ quan ${p.body}`,
  'web.change-password': () => 'Đổi mật khẩu',
  'web.present-password': () => 'Mật khẩu hiện tại',
  'web.password-ends-all': () => 'Mọi phiên làm việc sẽ kết thúc, và bạn đăng nhập lại.',
  'web.sign-out': () => 'Đăng xuất',
  'web.sign-out-everywhere': () => 'Đăng xuất khỏi mọi máy',
};
