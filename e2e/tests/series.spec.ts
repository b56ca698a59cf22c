// Events that come again: the dates are looked at before they are made, and changed together afterwards.

import type { Page } from '@playwright/test';
import { arriveAt, expect, open, refusedRequests, test } from '../support/check.ts';
import { draft, inDays, joinAsOrganizer } from '../support/events.ts';
import { call } from '../support/people.ts';

test.use({ expectedComplaints: [refusedRequests] });

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
const toast = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const field = (page: Page, name: string) => page.getByRole('main').getByLabel(name, { exact: true });
const rows = (page: Page) => page.getByRole('table', { name: 'Dates of the series' }).getByRole('row');

test('an event is repeated by a rule whose dates are seen first, and published in one go', async ({ page, otherBrowser }) => {
  await joinAsOrganizer(page.context());
  const event = await draft(page.context());
  await open(page, event.manage);
  await page.getByRole('link', { name: 'Repeat this event' }).click();
  await arriveAt(page, /\/repeat$/);
  await field(page, 'Dates altogether, this one among them').fill('100000');
  await button(page, 'Show the dates').click();
  await expect(page.getByText('A series has at most 200 dates.')).toBeVisible();
  await expect(page.getByRole('heading', { name: '8 dates' })).toHaveCount(0);

  await field(page, 'Dates altogether, this one among them').fill('9');
  await button(page, 'Show the dates').click();
  await expect(page.getByRole('heading', { name: '9 dates' })).toBeVisible();
  // What is seen is what is made: the fields are a step of their own.
  await expect(field(page, 'Dates altogether, this one among them')).toHaveCount(0);
  await page.getByRole('link', { name: 'Change the rule' }).click();
  await expect(field(page, 'Dates altogether, this one among them')).toHaveValue('9');
  await expect(page.getByRole('group', { name: 'Of a week, on' })).toBeVisible();
  await expect(field(page, 'Of a month')).toBeHidden();
  await field(page, 'Days, weeks, months or years').selectOption('months');
  await expect(page.getByRole('group', { name: 'Of a week, on' })).toBeHidden();
  await expect(field(page, 'Of a month')).toBeVisible();
  await field(page, 'Days, weeks, months or years').selectOption('weeks');
  await button(page, 'Show the dates').click();
  await page.getByRole('group', { name: 'Tick the days' }).getByRole('checkbox').nth(0).check();
  await button(page, 'Make these dates').click();
  await expect(toast(page, 'Dates made.')).toBeVisible();
  await expect(rows(page)).toHaveCount(9);

  await button(page, 'Publish all 8 drafts').click();
  await expect(toast(page, 'Published.')).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Published' })).toHaveCount(8);

  const visitor = await otherBrowser();
  await open(visitor, event.path);
  const others = visitor.getByRole('region', { name: 'Other dates' });
  await expect(others.getByRole('link')).toHaveCount(5);
  await others.getByText('2 more dates').click();
  await others.getByRole('link').last().click();
  await expect(visitor.getByRole('heading', { level: 1, name: event.title })).toBeVisible();
  await expect(visitor).not.toHaveURL(event.path);

  await open(page, '/organizer');
  await expect(page.getByRole('main').getByRole('link', { name: event.title })).toHaveCount(1);
  await expect(page.getByText('A series, 8 dates to come')).toBeVisible();
});

test('later dates are left out, added, edited and called off together', async ({ page }) => {
  await joinAsOrganizer(page.context());
  const event = await draft(page.context());
  await call(page.context(), 'events/repeat_event', { event_id: event.id, rule: 'FREQ=WEEKLY;COUNT=4' });
  await open(page, event.manage);
  await rows(page).nth(2).getByRole('button', { name: /^Leave out/ }).click();
  await expect(toast(page, 'Date left out.')).toBeVisible();
  await expect(rows(page)).toHaveCount(4);
  await field(page, 'Go on until').fill(inDays(69).slice(0, 10));
  await button(page, 'Add dates').click();
  await expect(toast(page, 'Further dates made')).toBeVisible();
  await expect(rows(page)).toHaveCount(5);

  await page.getByRole('link', { name: 'Edit this and later dates' }).click();
  await arriveAt(page, /\/following$/);
  await field(page, 'Title').fill(`Late ${event.title}`);
  await button(page, 'Save dates').click();
  await expect(toast(page, 'the later dates follow')).toBeVisible();
  await rows(page).last().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: `Late ${event.title}` })).toBeVisible();

  await open(page, event.manage);
  await button(page, 'Call off this and later dates').click();
  const dialog = page.getByRole('dialog', { name: 'Call off this and all later dates?' });
  await dialog.getByLabel('Why').fill('The cellar is under water.');
  await dialog.getByRole('button', { name: 'Call them off' }).click();
  await expect(toast(page, 'Called off, with all later dates.')).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Cancelled' })).toHaveCount(4);
});
