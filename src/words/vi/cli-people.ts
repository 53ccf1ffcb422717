import type { cliPeopleEn } from '../en/cli-people.ts';

/** Vietnamese sentences of `cli` about people with accounts, and about keys. */
export const cliPeopleVi: typeof cliPeopleEn = {
  'cli.people-summary': () => 'ai có tài khoản ở dịch vụ dùng kho này, và được làm gì',
  'cli.people-invite': () =>
    'mời một người, hoặc mời lại người mất mật khẩu hay điện thoại: in ra đường dẫn dùng được một lần',
  'cli.people-role': () => 'giao vai trò cho một người, kể cả ở cơ quan khác',
  'cli.people-remove': () => 'đưa một người ra khỏi cơ quan; ai không còn thuộc cơ quan nào thì bị xóa hẳn',
  'cli.people-show': () => 'toàn bộ dữ liệu lưu về một người, dạng JSON',
  'cli.people-login': () => 'tên đăng nhập: địa chỉ thư điện tử hoặc một tên ngắn',
  'cli.people-name': () => 'họ tên (mặc định: tên đăng nhập)',
  'cli.people-address': () =>
    'địa chỉ của dịch vụ mà mọi người truy cập, để lập đường dẫn (mặc định: http://127.0.0.1:8080)',
  'cli.people-column': (p) =>
    ({
      login: 'Đăng nhập',
      name: 'Họ tên',
      role: 'Vai trò',
      body: 'Cơ quan',
      id: 'Số hiệu',
      state: 'Tình trạng',
    })[p.column],
  'cli.people-state': (p) => (p.joined ? 'đã tham gia' : 'đã mời'),
  'cli.no-people': () => 'Chưa có tài khoản nào: slate people invite TÊN-ĐĂNG-NHẬP --role administrator.',
  'cli.people-invited': (p) =>
    `Hãy trao đường dẫn này cho ${p.login} bằng cách đáng tin cậy: chỉ hiện ra một lần này, dùng được một lần và hết hạn ngày ${p.endsAt.slice(0, 10)}. Dịch vụ phải chạy với kho này.`,
  'cli.people-given': (p) => `${p.login} nay có vai trò ${p.role} trong cơ quan ${p.body}.`,
  'cli.people-removed': (p) =>
    p.came === 'removed'
      ? `Đã xóa hẳn ${p.login}: không còn họ tên, mật khẩu và phiên làm việc; những việc đã làm vẫn ghi dưới số hiệu.`
      : `${p.login} không còn thuộc cơ quan ${p.body}, nhưng vẫn thuộc cơ quan khác.`,
  'cli.no-person': (p) => `không ai đăng nhập bằng “${p.login}”; slate people liệt kê mọi người`,
  'cli.not-of-board': (p) => `“${p.login}” không thuộc cơ quan “${p.body}”; hãy nêu cơ quan khác bằng --body`,
  'cli.no-address': (p) =>
    `--address: “${p.found}” không phải địa chỉ trang web; hãy viết như https://slate.example`,
  'cli.accounts-let-in': () =>
    'Dịch vụ cho người có tài khoản (slate people) hoặc khóa (slate keys) vào; mọi người đăng nhập trên trang.',
  'cli.keys-let-in': () => 'Dịch vụ cho người có khóa vào (slate keys); trình duyệt hỏi khóa ở ô mật khẩu.',
  'cli.keys-column': (p) =>
    ({
      id: 'Khóa',
      name: 'Của ai',
      role: 'Vai trò',
      body: 'Cơ quan',
      added: 'Ngày cấp',
      expires: 'Đến ngày',
      state: 'Tình trạng',
    })[p.column],
  'cli.keys-state': (p) => ({ valid: 'còn dùng', expired: 'hết hạn', withdrawn: 'đã thu hồi' })[p.state],
  'cli.keys-no-day': (p) => `--expires cần một ngày sắp tới, như 2030-12-31, không phải “${p.found}”`,
  'cli.no-keys': () => 'Chưa có khóa nào: slate keys add TÊN --role reader.',
  'cli.keys-added': (p) =>
    `Hãy cất giữ khóa này, vì nó chỉ hiện một lần. Lệnh slate keys withdraw ${p.id}${p.isElsewhere ? ' (với cùng --data)' : ''} thu hồi khóa.`,
  'cli.keys-withdrawn': (p) => `Khóa ${p.id} không còn cho ai vào nữa.`,
  'cli.no-key': (p) => `không có khóa “${p.id}” còn dùng; lệnh slate keys liệt kê tất cả`,
};
