import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { openOwnRules } from './own-board.ts';
import { servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

test.each(SETTINGS)(
  'a rule that is off says what it would ask, and forms wait for a file that is no YAML ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    await openOwnRules(page, language);
    const file = page.getByRole('textbox', { name: say('web.rule-file') });
    const type = async (text: string): Promise<void> => {
      await file.click();
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText(text);
    };
    await type(`
rules:
  - id: women
    count: { where: { fact: gender, operator: equal, value: female }, min: 4 }
objective: [{ fact: Score, weight: 1 }]
facts: { Score: number }
`);
    const card = page.locator('[data-rule=women]');
    await card.locator(':scope > summary').click();
    const sentence = (await card.locator('summary strong').first().textContent())!;
    expect(sentence).toContain('4');
    await card.getByRole('button', { name: say('web.rule-off') }).click();
    await card.getByText(say('web.rule-is-off')).waitFor();
    await expect.poll(() => card.locator('summary strong').first().textContent(), SOON).toBe(sentence);
    await card.getByRole('button', { name: say('web.rule-on') }).click();
    await card.getByLabel(say('web.at-least'), { exact: true }).waitFor();

    // The last good rules stay in the forms, which write nothing until the file is YAML again.
    const note = page.getByText(say('web.forms-wait'));
    const write = card.getByRole('button', { name: say('web.write-rule') });
    await type('[');
    await note.waitFor();
    await expect.poll(() => write.isEnabled(), SOON).toBe(false);
    await page.getByLabel(say('web.points-per')).first().waitFor();
    await expect.poll(() => page.getByText(say('web.objective-in-file')).count(), SOON).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-forms-wait`);
    await page.keyboard.press('Backspace');
    await note.waitFor({ state: 'detached' });
    await expect.poll(() => write.isEnabled(), SOON).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
