import type { peopleEn } from '../en/people.ts';

/** Vietnamese sentences of `people`. */
export const peopleVi: typeof peopleEn = {
  'people.not-signed-in': () =>
    'trước hết hãy đăng nhập trên trang của dịch vụ; chương trình thì gửi khóa trong Authorization: Bearer KHÓA',
  'people.wrong-sign-in': () =>
    'tên đăng nhập, mật khẩu và mã không khớp nhau; mỗi mã chỉ dùng được một lần, hãy chờ mã tiếp theo',
  'people.wait': (p) => `đã nhập sai nhiều lần; sau ${p.seconds} giây mới được thử lại`,
  'people.no-accounts': () =>
    'dịch vụ này không có tài khoản để đăng nhập: chỉ một người dùng, hoặc chỉ cho vào bằng khóa',
  'people.issuer-away': (p) =>
    `${p.issuer}: không kết nối được với nơi cấp đăng nhập OpenID Connect, nên chưa ai đăng nhập ở đó được: ${p.reason}`,
  'people.no-openid': () => 'dịch vụ này không dùng OpenID Connect; hãy đăng nhập bằng mật khẩu',
  'people.no-session': () =>
    'bạn vào bằng khóa, không phải bằng tài khoản, nên không có phiên làm việc và mật khẩu',
  'people.no-origin': () =>
    'trình duyệt không cho biết yêu cầu này đến từ chính trang của dịch vụ; hãy mở trang đó',
  'people.no-board': (p) => `bạn không thuộc cơ quan “${p.body}”`,
  'people.invitation-ended': () =>
    'lời mời này đã được dùng hoặc đã hết hạn; hãy xin quản trị viên của cơ quan lời mời khác',
  'people.wrong-code': () =>
    'đây không phải mã đang hiện trên ứng dụng; hãy nhập mã mới nhất và xem đồng hồ điện thoại có đúng không',
  'people.login-taken': (p) => `đã có người đăng nhập bằng “${p.login}”; hãy chọn tên khác`,
  'people.nobody': (p) => `không ai trong cơ quan có số hiệu “${p.id}”`,
  'people.not-yours': () =>
    'chỉ quản trị viên của cơ quan được xem dữ liệu lưu về người khác; bạn có thể xem dữ liệu lưu về chính mình',
  'people.of-other-boards': () =>
    'người này còn thuộc cơ quan khác, nên mời lại là chiếm tài khoản của họ ở cơ quan đó; người vận hành dịch vụ có thể mời lại (slate people invite)',
  'people.last-administrator': () =>
    'đây là quản trị viên cuối cùng của cơ quan; trước hết hãy cho người khác làm quản trị viên',
  'people.key-ends-before': () => 'khóa đã hết hạn thì không cho ai vào; hãy ghi thời điểm sắp tới',
  'people.no-key': (p) => `cơ quan không có khóa “${p.id}” để thu hồi`,
};
