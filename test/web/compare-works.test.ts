import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

test.each(SETTINGS)(
  'two versions are compared as people, quotas and goals ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.proposed({ screen, language });
    const go = (view: 'drafts' | 'meeting' | 'scenarios') =>
      page.getByRole('link', { name: say(`web.view-${view}`) }).click();
    await go('drafts');
    await page.getByLabel(say('web.version-name')).fill('Eleven');
    await page.getByRole('button', { name: say('web.name-version') }).click();
    await go('meeting');
    await page.locator('[data-quota=women]').getByRole('button').last().click();
    await page.locator('[data-quota=women][data-state=violated]').waitFor();
    await page.getByRole('button', { name: say('web.propose') }).click();
    await page.locator('[data-quota=women][data-state=kept]').waitFor();

    await go('drafts');
    const panel = page.getByRole('region', { name: say('web.compare-works') });
    const women = panel.locator('tbody tr').filter({ hasText: '= 12' });
    await women.getByText('= 11').waitFor();
    await women.getByText(say('web.turn-moved')).waitFor();
    const joined = panel.locator('[data-diff=joined] li');
    const left = panel.locator('[data-diff=left] li');
    await expect.poll(() => joined.count(), SOON).toBeGreaterThan(0);
    await expect.poll(() => joined.count(), SOON).toBe(await left.count());
    expect((await joined.allTextContents()).every((name) => !name.startsWith('HD-'))).toBe(true);
    await panel.scrollIntoViewIfNeeded();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-compare-works`);

    // A broken quota is told as worse, in words beside its colour.
    await go('meeting');
    await page.locator('[data-quota=women]').getByRole('button').last().click();
    await page.locator('[data-quota=women][data-state=violated]').waitFor();
    await go('drafts');
    await panel.locator('tbody tr[data-turn=worse]').getByText(say('web.turn-worse')).waitFor();
    await panel.getByLabel(say('web.compare-to')).selectOption('mark 0');
    await panel.getByText(say('web.compare-choose')).waitFor();
    await expect.poll(() => panel.locator('table').count(), SOON).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
