import type { storeEn } from '../en/store.ts';

/** Vietnamese sentences of the store. */
export const storeVi: typeof storeEn = {
  'store.none': () =>
    'dịch vụ này không lưu gì; hãy khởi động với thư mục dữ liệu (slate serve --data THƯ_MỤC)',
  'store.away': () => 'tạm thời không truy cập được kho; chưa ghi gì, hãy thử lại',
  'store.no-precondition': () =>
    'phải cho biết đã xem phiên bản nào: If-Match với số phiên bản trong ngoặc kép, hoặc If-None-Match: * cho phương án mới',
  'store.bad-precondition': ({ header }) =>
    `${header} không cho biết phiên bản nào: If-Match ghi số phiên bản đã xem trong ngoặc kép, như "3"; If-None-Match: * dùng cho nội dung mới`,
  'store.other-id': ({ id, found }) => `nội dung là của phương án ${found}, địa chỉ lại của ${id}`,
  'store.newer': ({ at }) =>
    `${at}: kho này do một phiên bản Slate mới hơn ghi; hãy dùng phiên bản đó, hoặc một kho riêng (--data)`,
  'store.cannot-open': ({ at, reason }) => `${at}: không mở được kho: ${reason}`,
  'store.not-empty': ({ at }) =>
    `${at}: chỉ phục hồi hoặc chuyển vào nơi còn trống, mà nơi này đã có dữ liệu`,
  'store.file-exists': ({ file }) => `${file}: đã có tệp tên này; hãy đặt tên khác, không ghi đè lên tệp nào`,
  'store.no-file': ({ file }) => `${file}: không có bản sao lưu này`,
  'store.bad-name': ({ name }) =>
    `${name}: tên viết bằng chữ thường a đến z, chữ số và gạch nối, nhiều nhất 100 ký tự`,
  'store.no-document': ({ named, allowed }) =>
    `không lưu gì dưới tên ${named}${allowed.length === 0 ? '' : `; đang có ${allowed.join(', ')}`}`,
  'store.removed': ({ named, at }) =>
    `nội dung của ${named} đã bị xóa vĩnh viễn ngày ${at.slice(0, 10)}; chỉ còn mã băm và số đếm`,
  'store.not-again': ({ named, at }) =>
    `đây chính là nội dung của ${named}, đã bị xóa vĩnh viễn ngày ${at.slice(0, 10)}, nên không được lưu lại; hãy bỏ khỏi bảng những người không được lưu nữa`,
  'store.not-as-written': ({ subject }) =>
    `${subject} trong kho không đúng dạng mà Slate ghi: kho bị hỏng, hoặc có chương trình khác đã ghi vào; slate audit verify cho thấy chỗ bị thay đổi, còn bản sao lưu trước đó vẫn nguyên vẹn`,
  'store.no-run': ({ id }) =>
    `không lưu lần chạy nào là ${id}, hoặc có nhiều lần bắt đầu như vậy; slate runs liệt kê chúng`,
  'store.no-draft': ({ id }) => `không lưu phương án nào là ${id}; slate draft liệt kê chúng`,
  'store.no-draft-file': () =>
    'đây không phải phương án; trang web ghi ra tệp phương án từ danh sách phương án',
  'store.no-step': ({ from, to, allowed }) =>
    allowed.length === 0
      ? `phương án đã ở trạng thái ${from} thì giữ nguyên; không chuyển được sang ${to}`
      : `phương án ở trạng thái ${from} không chuyển được sang ${to}; chỉ chuyển được sang ${allowed.join(' hoặc ')}`,
  'store.conflict': ({ version, by }) =>
    `trong lúc đó ${by} đã ghi phiên bản ${version}; hãy xem phiên bản ấy rồi ghi của mình lên trên`,
  'store.closed': ({ state }) =>
    `phương án ở trạng thái ${state} thì không sửa được; hãy trả lại trước, hoặc lập phương án mới`,
};
