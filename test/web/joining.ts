import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import type { Language } from '../../src/words/language.ts';
import { wordsOf } from './served-page.ts';

/** A password that is long enough. */
export const PASSWORD = 'một mật khẩu đủ dài';

/** The code that an app shows for the second factor on the page. */
export async function codeShownBy(page: Page): Promise<string> {
  const secret = (await page.locator('[data-secret]').innerText()).replaceAll(/\s/g, '');
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate();
}

/** Takes up the invitation that is open, and goes on to the first view. */
export async function join(page: Page, language: Language): Promise<void> {
  const say = wordsOf('slate', language);
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await field(say('web.new-password')).fill(PASSWORD);
  await field(say('web.password-again')).fill(PASSWORD);
  await field(say('web.scan-code')).fill(await codeShownBy(page));
  await page.getByRole('button', { name: say('web.join-now'), exact: true }).click();
  await page.getByRole('button', { name: say('web.codes-kept'), exact: true }).click();
  await page.locator('main tbody tr').first().waitFor();
}
