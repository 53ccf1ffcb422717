/** What is wrong with a declared fact, in English. */
export const declaredEn = {
  'rules.fact-of-unit': ({ fact }: { readonly fact: string }) =>
    `“${fact}” is a column of the units table; it has a type and a default, and no list of values, separator or other facts that it is made from`,
  'rules.list-of-type': (p: { readonly key: string; readonly type: string }) =>
    `${p.key} is for text; a ${p.type} has no list of values`,
  'rules.compared-type': (p: { readonly fact: string; readonly type: string }) =>
    `${p.fact} is of type ${p.type}; only numbers can be compared with each other, or graded`,
  'rules.group-of-several': ({ fact }: { readonly fact: string }) =>
    `“${fact}” may have several values, so that somebody would be in several groups; here, write a rule for each value, with the operator contains`,
  'rules.several-without-list': ({ fact }: { readonly fact: string }) =>
    `“${fact}” may have several values, and each group is a rule of its own: list the values, here as forEach: { fact: ${fact}, values: [...] } or under facts`,
  'rules.missing-of-several': ({ fact }: { readonly fact: string }) =>
    `an empty cell of “${fact}” is unknown, unless a default under facts says what it stands for; leave missing out`,
};
