import { encodingName } from '../encoding-name.ts';
import { enumerate } from '../number.ts';

const list = (names: readonly string[]): string => enumerate(names, 'en');
const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '' : ` (did you mean “${meant}”?)`;

/** English sentences of `rules` about finding and reading their files. */
export const ruleFilesEn = {
  'rules.no-file': ({ file }: { readonly file: string }) => `there is no file ${file}; check the path`,
  'rules.no-rule-set': (p: {
    readonly name: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) =>
    `there is no rule set “${p.name}”${didYouMean(p.meant)}; ${p.allowed.length === 0 ? 'give the path of a .yaml file' : `there are ${list(p.allowed)}; or give the path of a .yaml file`}`,
  'rules.is-folder': () => 'this is a folder; name the rule file in it, which ends in .yaml, .yml or .json',
  'rules.no-rule-file': () => 'this is no rule file by its name, which would end in .yaml, .yml or .json',
  'rules.unreadable': () => 'the file cannot be read; check that it is a file and that you may read it',
  'rules.not-utf8': ({ guess }: { guess?: string | undefined }) =>
    `the file is not UTF-8${guess === undefined ? '' : `, but probably ${encodingName(guess, 'en')}`}; save it as UTF-8`,
  'rules.lost-letter': () =>
    'this line has the sign “\uFFFD” where a letter was lost before: the file was opened in the wrong encoding and saved; go back to the file that it was made from',
  'rules.empty-file': () => 'the file is empty; a rule set needs at least id, referenceDate, size and rules',
};
