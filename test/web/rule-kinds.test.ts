import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { openOwnRules } from './own-board.ts';
import { servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

test.each(SETTINGS)(
  'rules of every kind are built as sentences ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    await openOwnRules(page, language);

    const form = page.getByRole('region', { name: say('web.new-rule') });
    const inside = (where: Locator, label: string) => where.getByLabel(label, { exact: true });
    /** Begins a rule of this kind. */
    const begin = async (kind: string): Promise<void> => {
      await page.getByRole('button', { name: say('web.new-rule') }).click();
      await inside(form, say('web.kind')).first().selectOption(kind);
    };
    /** Says in a group of fields that those are meant who have this value. */
    const those = async (legend: string, column: string, value: string, where = form): Promise<void> => {
      const group = where.getByRole('group', { name: legend, exact: true });
      // A kind of rule that needs somebody begins with a condition.
      const isBegun = (await inside(group, say('web.column')).count()) > 0;
      if (!isBegun) await group.getByRole('button').click();
      await inside(group, say('web.column')).selectOption(column);
      await inside(group, say('web.value')).selectOption(value);
    };
    const add = async (): Promise<void> => {
      await form.locator('[role=status] strong').waitFor();
      await form.getByRole('button', { name: say('web.add-rule') }).click();
      await form.waitFor({ state: 'detached' });
    };

    await begin('sum');
    await inside(form, say('web.number-column')).selectOption('Score');
    await inside(form, say('web.at-least')).fill('700');
    await add();
    await begin('average');
    await inside(form, say('web.number-column')).selectOption('Score');
    await inside(form, say('web.at-least')).fill('60');
    await add();
    await begin('groups');
    await inside(form, say('web.groups-by')).selectOption('Region');
    await inside(form, say('web.at-least')).fill('3');
    await add();
    await begin('difference');
    await those(say('web.who-counts-here'), 'gender', 'female');
    await those(say('web.other-kind'), 'gender', 'male');
    await inside(form, say('web.at-most')).fill('2');
    await add();
    await begin('share');
    await those(say('web.who-counts-here'), 'Region', 'North');
    await inside(form, say('web.at-least')).fill('25');
    await inside(form, say('web.round')).selectOption('down');
    await form.locator('summary').click();
    await inside(form, say('web.give-way')).selectOption('never');
    await add();
    await begin('ifAny');
    await those(say('web.if-any'), 'Skill', 'law');
    const need = form.getByRole('group', { name: say('web.then-rule') });
    await those(say('web.who-counts-here'), 'Skill', 'farming', need);
    await inside(need, say('web.at-least')).fill('1');
    await add();
    // Of several values, in a group of conditions, and by the size of the slate.
    await begin('bySize');
    await those(say('web.who-counts-here'), 'Region', 'North');
    await inside(form, say('web.comparison')).selectOption('in');
    await inside(form, 'South').check();
    await form.getByRole('button', { name: say('web.add-condition-group') }).click();
    await inside(form, say('web.join-of')).last().selectOption('none');
    await form.getByRole('button', { name: say('web.add-size-line') }).click();
    await add();
    await begin('choice');
    for (const [number, skill] of [
      [1, 'law'],
      [2, 'marketing'],
    ] as const) {
      const part = form.getByRole('group', { name: say('web.part-number', { number }), exact: true });
      await those(say('web.who-counts-here'), 'Skill', skill, part);
      await inside(part, say('web.at-least')).fill('2');
    }
    await form.locator('[role=status] strong').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-rule-choice`);
    await add();
    await expect.poll(() => page.locator('[data-rule]').count(), SOON).toBe(8);
    // Each is a form again, and says itself in a sentence.
    const sentence = page.locator('[data-rule] summary strong');
    await expect
      .poll(async () => (await sentence.allTextContents()).every((each) => each.includes(' ')), SOON)
      .toBe(true);
    await expect.poll(() => page.getByText(say('web.more-in-file')).count(), SOON).toBe(0);

    // Bounds that cross are told at their field, and the form stays.
    const sum = page.locator('[data-rule]').first();
    await sum.locator(':scope > summary').click();
    await inside(sum, say('web.at-most')).fill('12');
    await sum.getByText(say('web.bounds-crossed')).waitFor();
    await inside(sum, say('web.at-most')).fill('');

    await objective(page, say);
    await page.getByRole('button', { name: say('web.take-over') }).click();
    await page.getByText(say('web.rules-unchanged')).waitFor();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('web.view-slate') })
      .click();
    await page
      .getByRole('button', { name: say('web.propose') })
      .first()
      .click();
    await page.getByText(say('web.compliant')).first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

/** Points by a column, and on a further level for members of a kind. */
async function objective(page: Page, say: ReturnType<typeof wordsOf>): Promise<void> {
  const panel = page.getByRole('region', { name: say('web.objective-of-rules') });
  await panel.getByRole('button', { name: say('web.add-term') }).click();
  await panel.getByRole('button', { name: say('web.add-level') }).click();
  const second = panel
    .getByRole('group')
    .filter({ has: page.locator(`input[value="${say('web.level-number', { number: 2 })}"]`) })
    .last();
  await second.getByRole('button', { name: say('web.add-kind-term') }).click();
  await second.getByLabel(say('web.column'), { exact: true }).last().selectOption('Region');
  await expect.poll(() => panel.getByLabel(say('web.level-goals')).first().isChecked(), SOON).toBe(true);
}
