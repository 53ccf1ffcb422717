import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { giveTable, propose, servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

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

/** Six people under the same running numbers as those of every other such table. */
function tableOf(names: string): string {
  const people = Array.from(names, (name, index) => `${index + 1},${name},${['North', 'South'][index % 2]}`);
  return ['No.,Name,Region', ...people].join('\n');
}

test.each(SETTINGS)(
  'two drafts of different tables are compared by who is who, not by their numbers ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    const go = (view: 'start' | 'slate' | 'drafts') =>
      page
        .getByRole('navigation')
        .getByRole('link', { name: say(`web.view-${view}`), exact: true })
        .click();
    /** Brings a table, and takes the best slate of it. */
    const slateOf = async (file: string, names: string): Promise<void> => {
      // The view of drafts has a field for files, too.
      await page.getByText(say('web.drop-csv')).waitFor();
      await giveTable(page, file, tableOf(names));
      await page.getByText(say('web.lead-own', { count: names.length })).waitFor();
      await page.getByRole('radio', { name: file }).and(page.locator(':checked')).waitFor();
      await go('slate');
      await propose(page, language);
    };
    await slateOf('first.csv', 'ABCDEF');
    await page.getByLabel(say('web.draft-title')).fill('First');
    await go('drafts');
    await page.locator('[data-opened=true]', { hasText: 'First' }).waitFor();
    await page.getByRole('button', { name: say('web.new-draft') }).click();
    await expect.poll(() => page.getByLabel(say('web.draft-title')).inputValue(), SOON).not.toBe('First');
    await go('start');
    await slateOf('second.csv', 'UVWXYZ');
    await go('drafts');

    // At first nothing is compared with a draft about other people; it is there to be chosen.
    const panel = page.getByRole('region', { name: say('web.compare-works') });
    await panel.getByText(say('web.compare-choose')).waitFor();
    await panel.getByLabel(say('web.compare-from')).selectOption({ label: 'First' });
    await panel.getByText(say('web.on-both', { count: 0 })).waitFor();
    const names = (kind: 'joined' | 'left') => panel.locator(`[data-diff=${kind}] li`).allTextContents();
    expect((await names('left')).join('')).toMatch(/^[A-F]+$/);
    expect((await names('joined')).join('')).toMatch(/^[U-Z]+$/);
    await panel.getByText(say('web.quotas-differ', { count: 0, of: 1 })).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
