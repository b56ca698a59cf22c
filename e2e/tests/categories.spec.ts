// Categories: what admins may do with them, and what is refused.

import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, open, refusedRequests, test } from '../support/check.ts';
import { joinAsOrganizer, published } from '../support/events.ts';
import { demoAdmin, signIn } from '../support/people.ts';

test.use({ expectedComplaints: [refusedRequests] });

const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByLabel(`Name of ${name}`, { exact: true }) });
const toast = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });

test('an admin adds a category, renames it, and deletes it once nothing is in it', async ({ page, otherBrowser }) => {
  const name = `Kind ${randomBytes(4).toString('hex')}`;
  await signIn(page.context(), demoAdmin);
  await open(page, '/');
  await page.getByRole('button', { name: 'Your menu' }).click();
  await page.getByRole('link', { name: 'Categories' }).click();
  await page.getByLabel('New category').fill(name);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(toast(page, 'Category added.')).toBeVisible();
  await page.getByLabel('New category').fill(name.toUpperCase());
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('main').getByText('A category with this name exists. Choose another one.').first()).toBeVisible();

  await open(page, '/admin/categories');
  await row(page, name).getByRole('textbox').fill(`${name} renamed`);
  await row(page, name).getByRole('button', { name: `Rename ${name}` }).click();
  await expect(toast(page, 'Category renamed.')).toBeVisible();

  const organizer = await otherBrowser();
  await joinAsOrganizer(organizer.context());
  const listed = await organizer.request.get('/api/v1/categories');
  const category = (await listed.json()).items.find((item: { name: string }) => item.name === `${name} renamed`);
  const event = await published(organizer.context(), { category_id: category.id });
  await open(page, '/admin/categories');
  await expect(row(page, `${name} renamed`).getByRole('cell').first()).toHaveText('1');
  await expect(row(page, `${name} renamed`)).toContainText('In use');
  await open(organizer, `/events?category=${category.id}`);
  await expect(organizer.getByRole('link', { name: event.title })).toBeVisible();

  await organizer.request.patch(`/api/v1/events/${event.id}`, { data: { category_id: null } });
  await open(page, '/admin/categories');
  await page.getByRole('button', { name: `Delete ${name} renamed` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(toast(page, 'Category deleted.')).toBeVisible();
  await expect(row(page, `${name} renamed`)).toHaveCount(0);
});

test('nobody but admins gets to the categories', async ({ page }) => {
  await joinAsOrganizer(page.context());
  await open(page, '/admin/categories');
  await expect(page.getByRole('heading', { name: 'This door is for staff' })).toBeVisible();
});
