/** What made-up candidates are made of. Units are those of the reference case; nobody in here is real. */

function listed(names: string): readonly string[] {
  return names.split('|').map((name) => name.trim());
}

/** The 19 wards and 6 communes of the reference case. */
export const WARDS: readonly string[] = listed(`
    Ái Quốc | Bình Hàn | Cẩm Thượng | Hải Tân | Lê Thanh Nghị | Nam Đồng | Ngọc Châu |
    Nguyễn Trãi | Nhị Châu | Phạm Ngũ Lão | Quang Trung | Tân Bình | Tân Hưng | Thạch Khôi |
    Thanh Bình | Trần Hưng Đạo | Trần Phú | Tứ Minh | Việt Hòa | An Thượng | Gia Xuyên |
    Liên Hồng | Ngọc Sơn | Quyết Thắng | Tiền Tiến`);

/** The unit of the front bloc that women alone lead. */
export const WOMENS_UNION = 'Hội Liên hiệp Phụ nữ';

/** The unit of the front bloc that the young alone lead. */
export const YOUTH_UNION = 'Thành đoàn';

/** A bloc: how large it is, how many of its candidates are women, its units and its posts, the highest first. */
export interface MadeUpBloc {
  readonly code: string;
  readonly weight: number;
  readonly women: number;
  readonly units: readonly string[];
  readonly posts: readonly string[];
}

/** The blocs of the reference case. */
export const MADE_UP_BLOCS: readonly MadeUpBloc[] = [
  {
    code: 'party',
    weight: 17,
    women: 0.34,
    units: listed(`
    Ban Tổ chức Thành ủy | Ban Tuyên giáo Thành ủy | Ban Dân vận Thành ủy |
    Ủy ban Kiểm tra Thành ủy | Văn phòng Thành ủy | Trung tâm Chính trị thành phố`),
    posts: ['Trưởng ban', 'Phó Trưởng ban Thường trực', 'Phó Trưởng ban', 'Ủy viên', 'Chuyên viên chính'],
  },
  {
    code: 'government',
    weight: 23,
    women: 0.28,
    units: listed(`
    Văn phòng HĐND và UBND | Phòng Nội vụ | Phòng Tài chính - Kế hoạch | Phòng Quản lý đô thị |
    Phòng Kinh tế | Phòng Giáo dục và Đào tạo | Phòng Tài nguyên và Môi trường |
    Thanh tra thành phố | Phòng Văn hóa và Thông tin | Phòng Lao động - Thương binh và Xã hội |
    Phòng Tư pháp | Phòng Y tế`),
    posts: ['Trưởng phòng', 'Phó Trưởng phòng phụ trách', 'Phó Trưởng phòng', 'Chuyên viên chính'],
  },
  {
    code: 'front',
    weight: 13,
    women: 0.52,
    units: listed(`
    Ủy ban Mặt trận Tổ quốc | Hội Liên hiệp Phụ nữ | Thành đoàn | Hội Nông dân |
    Liên đoàn Lao động | Hội Cựu chiến binh`),
    posts: ['Chủ tịch', 'Phó Chủ tịch Thường trực', 'Phó Chủ tịch', 'Ủy viên Thường vụ'],
  },
  {
    code: 'internal-affairs',
    weight: 10,
    women: 0.14,
    units: ['Công an thành phố', 'Ban Chỉ huy Quân sự', 'Viện Kiểm sát nhân dân', 'Tòa án nhân dân'],
    posts: ['Cấp trưởng', 'Cấp phó Thường trực', 'Cấp phó', 'Đội trưởng'],
  },
  {
    code: 'ward',
    weight: 28,
    women: 0.29,
    units: WARDS,
    posts: ['Bí thư Đảng ủy', 'Phó Bí thư Thường trực Đảng ủy', 'Chủ tịch UBND', 'Phó Chủ tịch UBND'],
  },
  {
    code: 'enterprise',
    weight: 9,
    women: 0.3,
    units: listed(`
    Công ty cổ phần Môi trường đô thị | Trung tâm Phát triển quỹ đất |
    Trung tâm Y tế thành phố | Ban Quản lý dự án | Công ty cổ phần Giống cây trồng`),
    posts: ['Giám đốc', 'Phó Giám đốc', 'Trưởng phòng', 'Bí thư chi bộ'],
  },
];

/** Family names, by how common they are. */
export const FAMILY_NAMES: readonly (readonly [string, number])[] = [
  ['Nguyễn', 34],
  ['Trần', 11],
  ['Phạm', 9],
  ['Lê', 8],
  ['Vũ', 7],
  ['Hoàng', 5],
  ['Bùi', 4],
  ['Đỗ', 4],
  ['Đặng', 3],
  ['Phan', 2],
  ['Đoàn', 2],
  ['Ngô', 2],
  ['Dương', 2],
  ['Đào', 2],
  ['Lương', 1],
  ['Trịnh', 1],
  ['Mạc', 1],
  ['Tăng', 1],
  ['An', 1],
];

/** Middle names. */
export const MIDDLE_NAMES = {
  female: listed(`
    Thị | Thị Thu | Thị Thanh | Thị Minh | Thị Hồng | Thị Kim | Thị Bích | Thị Ngọc | Thu |
    Thanh | Ngọc | Phương | Khánh | Minh`),
  male: listed(`
    Văn | Đức | Minh | Quang | Hữu | Xuân | Công | Đình | Ngọc | Tuấn | Thế | Mạnh | Trọng |
    Anh | Hồng | Duy | Huy | Tiến`),
};

/** Given names. */
export const GIVEN_NAMES = {
  female: listed(`
    Hà | Hương | Lan | Huệ | Nga | Hằng | Thủy | Hạnh | Mai | Yến | Loan | Hoa | Trang | Linh |
    Phượng | Dung | Oanh | Thảo | Hiền | Vân | Ngân | Tuyết | Liên | Quỳnh`),
  male: listed(`
    Hùng | Dũng | Cường | Tuấn | Hải | Sơn | Thắng | Long | Nam | Quân | Trung | Kiên | Bình |
    Hòa | Thành | Vinh | Phong | Khoa | Lâm | Đạt | Toàn | Tùng | Hưng | Việt`),
};

/** Where people come from: districts of the province, then other provinces. */
export const NATIVE_PLACES: readonly (readonly [string, number])[] = [
  ['Thành phố Hải Dương', 30],
  ['Gia Lộc, Hải Dương', 12],
  ['Nam Sách, Hải Dương', 10],
  ['Tứ Kỳ, Hải Dương', 9],
  ['Thanh Hà, Hải Dương', 8],
  ['Cẩm Giàng, Hải Dương', 8],
  ['Ninh Giang, Hải Dương', 6],
  ['Kim Thành, Hải Dương', 5],
  ['Bình Giang, Hải Dương', 5],
  ['Thái Bình', 2],
  ['Hưng Yên', 2],
  ['Nam Định', 2],
  ['Bắc Ninh', 1],
];

/** Ethnic groups. */
export const ETHNICITIES: readonly (readonly [string, number])[] = [
  ['Kinh', 96],
  ['Tày', 1.5],
  ['Mường', 1.5],
  ['Sán Dìu', 1],
];
