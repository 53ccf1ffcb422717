import type { cliHelpEn } from '../en/cli-help.ts';

const SIDES = {
  kept: 'đạt',
  broken: 'vi phạm',
  'at-min': 'đạt ở mức ít nhất',
  'at-max': 'đạt ở mức nhiều nhất',
  'below-min': 'vi phạm vì thiếu một',
  'above-max': 'vi phạm vì thừa một',
} as const;

/** Vietnamese help of the command line. */
export const cliHelpVi: typeof cliHelpEn = {
  'cli.about': () =>
    'Danh sách giới thiệu và phương án bố trí nhân sự theo bộ quy tắc: kiểm tra, đề xuất cách tốt nhất và nêu lý do; chính xác, có căn cứ.',
  'cli.heading-usage': () => 'Cách dùng:',
  'cli.usage-options': () => '[tùy chọn]',
  'cli.usage-command': () => '<lệnh>',
  'cli.heading-arguments': () => 'Đối số:',
  'cli.heading-options': () => 'Tùy chọn:',
  'cli.heading-global-options': () => 'Dùng cho mọi lệnh:',
  'cli.heading-commands': () => 'Các lệnh:',
  'cli.heading-examples': () => 'Ví dụ:',
  'cli.exit-codes': () =>
    [
      'Mã kết thúc:',
      '  0    đạt mọi quy tắc bắt buộc, hoặc đã giải được',
      '  1    có quy tắc bị vi phạm, hoặc không tồn tại danh sách (phương án bố trí) nào',
      '  2    dữ liệu hoặc cách gọi lệnh sai; thông báo nêu rõ sai gì, ở đâu, sửa thế nào',
      '  3    hết thời gian mà chưa có câu trả lời',
      '  69   dịch vụ cần trả lời đang không kết nối được hoặc quá tải',
      '  70   lỗi của chính Slate',
      '  130  bị dừng bằng Ctrl-C',
    ].join('\n'),
  'cli.help-option': () => 'xem cách dùng',
  'cli.help-command': () => 'xem cách dùng một lệnh',
  'cli.help-of': () => 'lệnh cần xem, chẳng hạn pool import; nếu để trống thì xem cách dùng chung',
  'cli.version-option': () => 'xem phiên bản',
  'cli.json-option': () => 'in câu trả lời dạng JSON, đầu ra chuẩn chỉ có phần này',
  'cli.lang-option': () =>
    'ngôn ngữ: vi hoặc en (mặc định: en nếu LC_ALL, LC_MESSAGES hoặc LANG bắt đầu bằng en, còn lại là vi)',

  'cli.check-summary': () =>
    'danh sách hay phương án bố trí có đúng quy tắc không; nếu không thì sai ở đâu, do ai, vì sao?',
  'cli.propose-summary': () =>
    'danh sách hay phương án bố trí tốt nhất theo quy tắc, và những cách khác gần tốt bằng',
  'cli.rules-summary': () =>
    'liệt kê các bộ quy tắc; hoặc diễn đạt từng quy tắc của một bộ bằng lời và báo lỗi nếu có',
  'cli.training-summary': () => 'ai còn thiếu lý luận, bằng cấp hoặc ngạch so với quy tắc',
  'cli.units-option': () =>
    'các đơn vị cần bố trí chức danh: bảng có tên, loại và mỗi chức danh một cột ghi người đang giữ, hoặc tên một nguồn nhân sự có sẵn bảng đó (lệnh slate pool liệt kê); - để đọc từ đầu vào chuẩn',
  'cli.pool-summary': () =>
    'liệt kê các nguồn nhân sự có sẵn; hoặc cho biết một nguồn gồm những ai, đáp ứng được đến đâu so với bộ quy tắc',
  'cli.serve-summary': () => 'trả lời qua HTTP, có trang web kèm theo',

  'cli.slate-argument': () =>
    'những người trong danh sách: tệp CSV hoặc bảng tính có cột id (mã), hoặc mỗi dòng một mã, danh sách JSON, hoặc kết quả JSON của lệnh propose; với --units là bảng có đơn vị, chức danh và mã, hoặc danh sách JSON các vị trí bố trí; - để đọc từ đầu vào chuẩn',
  'cli.rules-argument': () => 'mã của bộ quy tắc, hoặc một tệp; bỏ trống thì liệt kê tất cả',
  'cli.pool-option': () =>
    'nguồn nhân sự: tên của nguồn có sẵn (lệnh slate pool liệt kê), hoặc một tệp CSV hay bảng tính; - để đọc từ đầu vào chuẩn',
  'cli.rules-option': () =>
    'quy tắc: mã của bộ quy tắc (lệnh slate rules liệt kê), hoặc một tệp .yaml hay .json; - để đọc từ đầu vào chuẩn',
  'cli.pin-option': () =>
    'những người bắt buộc có; với --units cũng có thể là vị trí bố trí: mã@đơn vị/chức danh',
  'cli.exclude-option': () => 'những người bị loại trừ; với --units cũng có thể là vị trí bố trí',
  'cli.together-option': () => 'cùng có hoặc cùng không; có thể ghi nhiều lần',
  'cli.apart-option': () => 'nhiều nhất một trong những người này; có thể ghi nhiều lần',
  'cli.alternatives-option': () => 'tổng số danh sách hay phương án bố trí, kể cả cái tốt nhất (mặc định: 1)',
  'cli.differ-option': () =>
    'hai danh sách bất kỳ khác nhau ít nhất bao nhiêu người, hai phương án bao nhiêu vị trí bố trí: số ra hoặc số vào, lấy số lớn hơn (mặc định: 1)',
  'cli.near-best-option': () =>
    'cho biết thêm người (vị trí bố trí) nào có trong mọi danh sách (phương án) kém tốt nhất không quá mức này, lúc có lúc không, hay không bao giờ có: 2%',
  'cli.solver-option': () =>
    'auto, highs hoặc javascript-lp-solver (mặc định: auto: bài toán nhỏ dùng cả hai, bài toán lớn dùng highs)',
  'cli.time-limit-option': () => 'số giây cho toàn bộ câu trả lời (mặc định: 60)',
  'cli.sweep-time-limit-option': () => 'số giây cho tất cả các ô (mặc định: không giới hạn)',
  'cli.keys-summary': () => 'ai được hỏi dịch vụ dùng kho này, và được làm gì: các khóa',
  'cli.keys-add': () => 'cấp khóa cho một người; khóa chỉ hiện ra một lần này',
  'cli.keys-name': () => 'khóa của ai',
  'cli.keys-expires': () => 'ngày cuối cùng khóa còn dùng được, như 2030-12-31; không ghi: không có hạn',
  'cli.keys-withdraw': () => 'thu hồi hẳn một khóa',
  'cli.keys-id': () => 'mã của khóa, như trong danh sách',
  'cli.role-option': () =>
    'được làm gì: reader (xem, hỏi), drafter (soạn), approver (duyệt), administrator (quản trị)',
  'cli.body-option': () => 'phương án và tài liệu của cơ quan nào (mặc định: cơ quan của kho này)',
  'cli.config-option': () => 'tệp cài đặt của dịch vụ (mặc định: slate.config.yaml nếu có)',
  'cli.print-config-option': () =>
    'in mọi cài đặt kèm nơi đã ghi, dưới dạng một tệp ghi đủ tất cả, rồi kết thúc',
  'cli.pools-folder-option': () =>
    'thư mục các nguồn nhân sự, mỗi nguồn là <tên>/pool.csv, thay cho các nguồn có sẵn',
  'cli.rules-folder-option': () => 'thư mục các bộ quy tắc, mỗi bộ là <mã>.yaml, thay cho các bộ có sẵn',
  'cli.out-option': () =>
    'đồng thời ghi danh sách hoặc phương án ra tệp: .csv (dữ liệu), .xlsx, .docx hoặc .html (danh sách trích ngang để ký)',
  'cli.which-option': () => 'ghi danh sách thứ mấy trong kết quả, 1 là tốt nhất (mặc định: 1)',
  'cli.columns-option': () =>
    'các cột của tệp, cách nhau bằng dấu phẩy: tên thông tin hoặc tiêu đề (mặc định: cột nhận biết từng người và các cột quy tắc dùng)',
  'cli.blind-option': () =>
    'không ghi họ tên và các cột có thể cho biết là ai; báo cáo không ghi tên được làm lại cùng với bảng (slate replay BÁO-CÁO --pool TỆP)',
  'cli.letterhead-option': () =>
    'tệp YAML ghi phần thể thức quanh bảng: cơ quan, số, tiêu đề, địa danh, ngày, người ký',
  'cli.host-option': () => 'địa chỉ lắng nghe (mặc định: 127.0.0.1, chỉ riêng máy này)',
  'cli.allowed-host-option': () =>
    'tên khác ngoài localhost mà dịch vụ trả lời, ví dụ tên của proxy ngược; có thể cho nhiều lần',
  'cli.cors-origin-option': () =>
    'nguồn gốc (origin) của trang web khác được hỏi dịch vụ này từ trình duyệt, như https://board.example; * là mọi nguồn gốc, khi chỉ cho vào bằng khóa; có thể lặp lại',
  'cli.port-option': () => 'cổng lắng nghe; 0 là chọn một cổng còn trống (mặc định: 8080)',
  'cli.rules-test-summary': () =>
    'chạy các phép thử cạnh tệp quy tắc (<mã>.test.yaml), cho biết quy tắc và giới hạn nào đã được thử',
  'cli.rules-test-argument': () => 'mã các bộ quy tắc, hoặc các tệp quy tắc; bỏ trống thì chạy tất cả',
  'cli.tests-passed': (p) => `${p.passed}/${p.all} phép thử đạt`,
  'cli.tests-cover': (p) => `Đã thử ${p.shown}/${p.all} khía cạnh của các quy tắc`,
  'cli.not-shown': () => 'Chưa có phép thử',
  'cli.side': ({ side }) => SIDES[side],
};
