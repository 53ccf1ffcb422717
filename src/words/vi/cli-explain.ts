import type { cliExplainEn } from '../en/cli-explain.ts';
import { formatNumber } from '../number.ts';

const number = (value: number): string => formatNumber(value, 'vi');

/** Vietnamese sentences of the commands that explain. */
export const cliExplainVi: typeof cliExplainEn = {
  'cli.diagnose-summary': () =>
    'vì sao không có danh sách hay phương án bố trí nào: các chỉ tiêu xung đột, và cách nới ít tốn nhất',
  'cli.why-summary': () =>
    'vì sao một người hay một vị trí bố trí có hoặc không có trong kết quả tốt nhất, và điều ngược lại tốn gì',
  'cli.verify-summary': () =>
    'chứng minh của một câu trả lời có đúng không, kiểm tra bằng số nguyên, không dùng bộ giải',
  'cli.answer-argument': () => 'câu trả lời kèm chứng minh, hoặc riêng chứng minh (JSON)',
  'cli.proof-option': () => 'câu trả lời có kèm chứng minh hay không',
  'cli.proof-file-option': () =>
    'ghi câu trả lời kèm chứng minh vào tệp này (JSON), để dùng với slate verify',
  'cli.prices-option': () =>
    'câu trả lời có nêu mức không danh sách nào vượt được, tính theo giá của các quy tắc, hay không',
  'cli.prices-file-option': () =>
    'mức không danh sách nào vượt được, theo từng quy tắc: thành bảng, hoặc thêm tệp CSV này có công thức',
  'cli.not-proven': () => 'Chưa chứng minh được.',
  'cli.proven-optimal': ({ leaves, plan }) =>
    `Đã chứng minh: không có ${plan ? 'phương án' : 'danh sách'} đạt quy tắc nào tốt hơn (đã kiểm tra ${number(leaves)} trường hợp).`,
  'cli.proven-infeasible': ({ leaves, plan }) =>
    `Đã chứng minh: không tồn tại ${plan ? 'phương án' : 'danh sách'} đạt quy tắc nào (đã kiểm tra ${number(leaves)} trường hợp).`,
  'cli.proven-further': ({ proven, slates }) =>
    `Trong ${number(slates)} kết quả tiếp theo, ${number(proven)} kết quả đã được chứng minh: mỗi kết quả là tốt nhất trong số khác đủ nhiều so với mọi kết quả trước nó.`,
  'cli.no-further': (p) =>
    p.proven
      ? `Đã chứng minh: không còn ${p.plan ? 'phương án' : 'danh sách'} nào khác đủ nhiều so với các ${p.plan ? 'phương án' : 'danh sách'} này.`
      : `Theo một bộ giải thì không còn ${p.plan ? 'phương án' : 'danh sách'} nào khác đủ nhiều; điều này chưa được chứng minh.`,
  'cli.cost-summary': () => 'một quy tắc tốn gì: kết quả tốt nhất ở từng mức của quy tắc',
  'cli.replace-summary': () =>
    'ai thay tốt nhất cho một hay nhiều người rút khỏi danh sách hay thôi giữ chức danh',
  'cli.candidate-argument': () => 'mã nhân sự; khi có --units: mã@đơn vị/chức danh',
  'cli.rule-argument': () => 'mã quy tắc, hoặc size (số lượng)',
  'cli.slate-option': () => 'danh sách hay phương án bố trí, như ở lệnh slate check',
  'cli.size-cost-option': () => 'cái giá của việc đổi số lượng đi một người, hoặc never (mặc định: 1)',
  'cli.decision-cost-option': () => 'cái giá của việc bỏ một quyết định về nhân sự, hoặc never (mặc định: 1)',
  'cli.reasons-option': () => 'nhiều nhất bao nhiêu lý do không thể rút gọn (mặc định: 5)',
  'cli.base-option': () => 'tính cả theo quy định hiện hành',
  'cli.conflicts-option': () => 'nhiều nhất bao nhiêu xung đột (mặc định: 20)',
  'cli.relaxations-option': () => 'nhiều nhất bao nhiêu cách nới (mặc định: 5)',
  'cli.ranges-option': () => '“đúng 11” có thể thành “từ 10 đến 11”, không chỉ “đúng 10”',
  'cli.also-argument': () => 'mã của những người khác cùng rút',
  'cli.confirmed-option': () => 'những người đã nhận lời: được giữ nguyên dù thay ai khác',
  'cli.changes-option': () => 'được thay thêm bao nhiêu người hay vị trí bố trí khác (mặc định: 0)',
  'cli.replacements-option': () => 'nhiều nhất bao nhiêu cách thay thế (mặc định: 5)',
  'cli.repair-option': () => 'đồng thời sửa cho đạt với ít thay đổi nhất',
  'cli.consequences-option': () =>
    'cho biết thêm nếu đưa thêm một người thì danh sách ra sao, tốt nhất trước, nhiều nhất cho ngần này nhân sự',
  'cli.leave-option': () => 'trong hệ quả: người bị thay',
  'cli.figures-option': () => 'cho biết toàn bộ nguồn nhân sự đạt bao nhiêu theo từng quy tắc',
  'cli.join-option': () =>
    'trong hệ quả: những ai có thể vào, thay cho mọi người; của phương án bố trí thì là các vị trí bố trí, trừ những vị trí không ai được giữ',
  'cli.consequences-heading': (p) =>
    p.count === 0 ? 'Không còn ai có thể đưa vào' : 'Nếu đưa một trong những người này vào',
  'cli.points-more': () => 'Điểm',
  'cli.rules-then': () => 'Thay đổi',
  'cli.would-fix': (p) => `Khắc phục: ${p.rules}`,
  'cli.would-break': (p) => `Vi phạm: ${p.rules}`,
  'cli.would-reach': (p) => `Đạt mục tiêu: ${p.rules}`,
  'cli.would-miss': (p) => `Không đạt mục tiêu: ${p.rules}`,
  'cli.keep-option': () => 'những người hay vị trí bố trí này không được thay khi sửa',
  'cli.repairs-option': () => 'bao nhiêu cách sửa khác nhau (mặc định: 1)',
  'cli.diagnosing': () => 'Đang tìm xung đột và cách nới…',
  'cli.conflicts-heading': () =>
    'Xung đột: trong mỗi xung đột, bỏ một quy tắc bất kỳ thì các quy tắc còn lại đáp ứng được',
  'cli.conflicts-complete': (p) => `Chỉ có ${number(p.conflicts)} xung đột này.`,
  'cli.conflicts-partial': (p) =>
    p.allUpTo === 0
      ? 'Có thể còn xung đột khác.'
      : `Có thể còn xung đột khác, nhưng không có xung đột nào gồm nhiều nhất ${number(p.allUpTo)} quy tắc đứng trước các xung đột này.`,
  'cli.ways-out': () => 'Các cách nới, ít tốn nhất trước',
  'cli.no-way-out': (p) =>
    `Không cách nới nào mà bộ quy tắc cho phép tạo được ${p.plan ? 'phương án' : 'danh sách'}.`,
  'cli.ways-time': () =>
    'Cách nới: hết thời gian trước khi tìm được cách ít tốn nhất; cho thêm thời gian bằng --time-limit.',
  'cli.steps-proven': (p) =>
    p.proven === p.all
      ? 'Đã chứng minh: mọi mức, kiểm tra bằng số nguyên'
      : `Đã chứng minh: ${p.proven} trên ${p.all} mức; các mức còn lại mới dựa vào một bộ giải`,
  'cli.ways-unproven': () =>
    'Việc không còn cách nào ít phải nới hơn mới do một bộ giải xác định, chưa được chứng minh.',
  'cli.ways-more': (p) =>
    p.more
      ? `Còn những cách nới khác; --relaxations ${2 * p.told} tìm thêm.`
      : 'Có thể còn cách nới khác: đã hết thời gian.',
  'cli.way': (p) => `${number(p.number)}. Chi phí ${number(p.cost)}`,
  'cli.way-slate': (p) =>
    p.plan
      ? `khi đó phương án tốt nhất có ${number(p.size)} vị trí bố trí, giá trị ${number(p.objective)}`
      : `khi đó danh sách tốt nhất có ${number(p.size)} người, giá trị ${number(p.objective)}`,
  'cli.repair-heading': (p) =>
    p.of === 1
      ? `Cách sửa, giá trị sau khi sửa ${number(p.objective)}`
      : `Cách sửa ${number(p.number)} trong ${number(p.of)}, giá trị sau khi sửa ${number(p.objective)}`,
  'cli.leaves': () => 'Ra',
  'cli.joins': () => 'Vào',
  'cli.why-column': () => 'Vì sao',
  'cli.in-the-way': () => 'Điều vướng mắc',
  'cli.bound-side': () => 'Chiều',
  'cli.bound': () => 'Mức',
  'cli.value-of-best': () => 'Giá trị tốt nhất',
  'cli.against-now': () => 'So với hiện nay',
  'cli.impossible': (p) => `không có ${p.plan ? 'phương án' : 'danh sách'}`,
  'cli.now': () => 'hiện nay',
  'cli.needs-heading': () => 'Những chỗ trống còn phải đáp ứng',
  'cli.replacements-heading': () => 'Các cách thay thế, tốt nhất trước',
  'cli.worth': () => 'Giá trị',
  'cli.also-leaves': () => 'Ra thêm',
};
