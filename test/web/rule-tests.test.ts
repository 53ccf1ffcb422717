import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

test.each(SETTINGS)(
  'the tests of a rule set are run beside it, and the slate in hand becomes one ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.proposed({ screen, language });
    await page.getByRole('link', { name: say('web.view-rules') }).click();
    const panel = page.getByRole('region', { name: say('web.rule-tests') });
    const run = panel.getByRole('button', { name: say('web.run-tests') });
    await run.click();
    const status = panel.getByRole('status');
    await status.waitFor();
    const count = await panel.locator('li[data-passed]').count();
    await expect
      .poll(() => status.textContent(), SOON)
      .toBe(say('web.tests-passed', { passed: count, of: count }));
    expect(count).toBeGreaterThan(5);

    // The slate in hand, without names, with what the rules say of it.
    // The tests cannot be run until it is among them, however long that takes.
    const held = Promise.withResolvers<void>();
    await page.route('**/api/v1/check', async (route) => {
      await held.promise;
      await route.continue();
    });
    await panel.getByRole('button', { name: say('web.test-of-slate') }).click();
    await expect.poll(() => run.isDisabled(), SOON).toBe(true);
    held.resolve();
    await run.click();
    const more = { passed: count + 1, of: count + 1 };
    await expect.poll(() => status.textContent(), SOON).toBe(say('web.tests-passed', more));
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-rule-tests`);

    // A rule that says otherwise now fails the tests of it.
    const women = page.locator('[data-rule=women]');
    await women.locator('summary').first().click();
    await women.getByLabel(say('web.at-least'), { exact: true }).fill('10');
    await women.getByLabel(say('web.at-most'), { exact: true }).fill('10');
    await women.getByRole('button', { name: say('web.write-rule') }).click();
    await page.getByText(say('web.rules-valid')).waitFor();
    await run.click();
    await panel.locator('li[data-passed=false] small').first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
