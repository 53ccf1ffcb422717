import { describe, expect, test } from 'vitest';
import { chosenLanguage } from '../../../src/cli/options/chosen-language.ts';

describe('the language', () => {
  test.each([
    [[], {}, 'vi'],
    [[], { LANG: 'C.UTF-8' }, 'vi'],
    [[], { LANG: 'en_US.UTF-8' }, 'en'],
    [[], { LANG: 'en_US.UTF-8', LC_ALL: 'vi_VN.UTF-8' }, 'vi'],
    [[], { LANG: 'vi_VN', LC_MESSAGES: 'EN', LC_ALL: '' }, 'en'],
    [['--lang', 'en'], { LANG: 'vi_VN' }, 'en'],
    [['check', '--lang=vi'], { LANG: 'en_US' }, 'vi'],
    [['--lang', 'vi', '--lang', 'en'], {}, 'en'],
    [['--lang', 'fr'], { LANG: 'en_US' }, 'en'],
    [['--', '--lang', 'en'], {}, 'vi'],
    [['--lang'], {}, 'vi'],
  ] as const)('of %j with %j is %s', (argv, env, language) => {
    expect(chosenLanguage(argv, env)).toBe(language);
  });
});
