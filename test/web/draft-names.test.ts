import { expect, test } from 'vitest';
import { bring, ownBoard } from './own-board.ts';
import { servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

test.each(SETTINGS)(
  'a draft is called what it is about until somebody gives it another name ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    const title = page.getByLabel(say('web.draft-title'));
    const titled = async (matching: RegExp): Promise<void> => {
      await expect.poll(() => title.inputValue(), SOON).toMatch(matching);
    };
    const named = async (about: string, number: number): Promise<void> => {
      const called = say('web.draft-named', { about, number });
      await expect.poll(() => title.inputValue(), SOON).toBe(called);
    };
    const begin = async (): Promise<void> => {
      await page.goto(`${served.address}/#/drafts`);
      await page.getByRole('button', { name: say('web.new-draft') }).click();
    };
    // Of the case that the page begins with it has the title of its rules.
    await titled(/, (?:draft|bản thảo) 1$/);
    const first = await title.inputValue();
    // Of one's own table under rules that nobody has called anything it has the table's.
    await bring(page, ownBoard());
    await page.getByRole('radio', { name: say('web.own-rules-title') }).waitFor();
    await named('members', 1);
    await page.goto(`${served.address}/#/rules`);
    await page.getByLabel(say('web.rules-title')).fill('Board 2026');
    await page.getByLabel(say('web.rules-title')).press('Tab');
    await page.getByRole('button', { name: say('web.take-over') }).click();
    await named('Board 2026', 1);
    // It is as wide as it needs to be, on a phone, too.
    const { width } = (await title.boundingBox())!;
    expect(width).toBeGreaterThan(200);

    await page.locator('[data-kept=true]').waitFor({ state: 'attached' });
    await begin();
    await expect.poll(() => title.inputValue(), SOON).toBe(first);
    await page.locator('[data-kept=true]').waitFor({ state: 'attached' });
    await begin();
    await titled(/, (?:draft|bản thảo) 2$/);
    // A name of one's own stays; without one it goes by the first again.
    const second = await title.inputValue();
    await title.fill('Mine');
    await page.goto(`${served.address}/#/start`);
    await page.getByRole('button', { name: say('web.new-rules') }).click();
    await page.getByLabel(say('web.rules-title')).waitFor();
    await expect.poll(() => title.inputValue(), SOON).toBe('Mine');
    await title.fill('');
    await title.press('Tab');
    await expect.poll(() => title.inputValue(), SOON).not.toBe('');
    expect(await title.inputValue()).not.toBe(second);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
