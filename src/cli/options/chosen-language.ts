import { LANGUAGES, type Language } from '../../words/language.ts';

/**
 * The language to speak, known before anything else so that even a wrong command line is answered in
 * it: `--lang`, else English where the locale (`LC_ALL`, else `LC_MESSAGES`, else `LANG`) is English,
 * else Vietnamese. A wrong `--lang` is passed over here; the parser of options reports it.
 */
export function chosenLanguage(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const asked = LANGUAGES.find((language) => language === langOption(argv));
  if (asked !== undefined) return asked;
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return locale?.toLowerCase().startsWith('en') === true ? 'en' : 'vi';
}

function langOption(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((each) => each === '--lang' || each.startsWith('--lang='));
  if (at === -1) return undefined;
  return options[at] === '--lang' ? options[at + 1] : options[at]!.slice('--lang='.length);
}
