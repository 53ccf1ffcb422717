import { count, enumerate, formatNumber } from '../number.ts';

const english = (value: number): string => formatNumber(value, 'en');
const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '' : `; did you mean ${meant}?`;

/** English sentences of `cli` about command lines that cannot be understood. */
export const cliUsageEn = {
  'cli.unknown-command': (p: { readonly name: string; readonly meant?: string | undefined }) =>
    `there is no command “${p.name}”${didYouMean(p.meant)}`,
  'cli.unknown-option': (p: { readonly option: string; readonly meant?: string | undefined }) =>
    `there is no option ${p.option}${didYouMean(p.meant)}`,
  'cli.missing-argument': (p: { readonly name: string }) => `the argument ${p.name} is missing`,
  'cli.empty-argument': (p: { readonly name: string }) => `the argument ${p.name} has nothing in it`,
  'cli.missing-option': (p: { readonly option: string }) => `the option ${p.option} is missing`,
  'cli.missing-value': (p: { readonly option: string }) => `the option ${p.option} needs a value`,
  'cli.encoding-of-no-file': (p: { readonly file: string }) =>
    `--encoding speaks of ${p.file}, which this command does not read; name the file as it is named otherwise`,
  'cli.given-twice': (p: { readonly option: string }) => `the option ${p.option} is given twice; keep one`,
  'cli.needs-option': (p: { readonly option: string; readonly needed: string }) =>
    `${p.option} has no effect without ${p.needed}; add ${p.needed}, or leave ${p.option} out`,
  'cli.too-many-arguments': (p: { readonly found: string }) =>
    `too many arguments: ${p.found}; a name with spaces needs quotation marks`,
  'cli.bad-usage': (p: { readonly message: string }) => p.message,
  'cli.not-one-of': (p: {
    readonly option: string;
    readonly value: string;
    readonly allowed: readonly string[];
  }) => `${p.option} cannot be “${p.value}”; allowed are ${p.allowed.join(', ')}`,
  'cli.not-whole': (p: {
    readonly option: string;
    readonly value: string;
    readonly min: number;
    readonly max: number;
  }) =>
    `${p.option} cannot be “${p.value}”; it must be a whole number from ${english(p.min)} to ${english(p.max)}`,
  'cli.not-seconds': (p: { readonly option: string; readonly value: string; readonly max: number }) =>
    `${p.option} cannot be “${p.value}”; it must be a number of seconds above 0 and up to ${english(p.max)}`,
  'cli.not-percent': (p: { readonly option: string; readonly value: string }) =>
    `${p.option} cannot be “${p.value}”; it must be a percentage from 0% to 100%, such as 2%`,
  'cli.not-price': (p: { readonly option: string; readonly value: string; readonly max: number }) =>
    `${p.option} cannot be “${p.value}”; it must be a number from 0 to ${english(p.max)}, or never`,
  'cli.stdin-twice': (p: { readonly names: readonly string[] }) =>
    `only one input can come from standard input (-), not ${enumerate(p.names, 'en')} together; give the others as files`,
  'cli.more-problems': (p: { readonly more: number }) =>
    `and ${count(p.more, 'further problem')}; --json tells all of them`,
  'cli.see-help': (p: { readonly command: string }) => `${p.command} --help shows how it is used.`,
};
