import type { declaredEn } from '../en/declared.ts';

/** What is wrong with a declared fact, in Vietnamese. */
export const declaredVi: typeof declaredEn = {
  'rules.fact-of-unit': ({ fact }) =>
    `“${fact}” là cột của bảng đơn vị; chỉ có kiểu và giá trị mặc định, không có danh mục, dấu phân cách hay dữ kiện để tính ra`,
  'rules.list-of-type': (p) => `${p.key} chỉ dùng cho text; kiểu ${p.type} không có danh mục giá trị`,
  'rules.compared-type': (p) => `${p.fact} có kiểu ${p.type}; chỉ so sánh hoặc xếp mức được các số`,
  'rules.group-of-several': ({ fact }) =>
    `“${fact}” có thể có nhiều giá trị nên một người thuộc nhiều nhóm; ở đây hãy viết mỗi giá trị một quy tắc với contains`,
  'rules.several-without-list': ({ fact }) =>
    `“${fact}” có thể có nhiều giá trị, mỗi nhóm là một quy tắc riêng: hãy liệt kê các giá trị, ở đây bằng forEach: { fact: ${fact}, values: [...] } hoặc trong facts`,
  'rules.missing-of-several': ({ fact }) =>
    `ô trống của “${fact}” là chưa rõ, trừ khi default trong facts cho biết là gì; hãy bỏ missing`,
};
