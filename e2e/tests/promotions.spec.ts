// Promotions: a code from the one who gives it out to the one who types it.

import type { Page } from '@playwright/test';
import { arriveAt, expect, open, refusedRequests, test } from '../support/check.ts';
import { addTicket, inDays, joinAsOrganizer, published } from '../support/events.ts';
import { call, demoAdmin, openMenu, signIn } from '../support/people.ts';

test.use({ expectedComplaints: [refusedRequests] });

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true });
const toast = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const field = (page: Page, name: string) => page.getByRole('main').getByLabel(name, { exact: true });

/** A code nobody else has: those that hold everywhere are one list for all tests. */
function ownCode(): string {
  return `T-${Math.random().toString(36).slice(2, 10)}`.toUpperCase();
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByText('I have a code').click();
  await field(page, 'Code').fill(code);
  await button(page, 'Use it').click();
}

test('a code is made for some tickets, lowers their price, and stops when it is paused', async ({ page, otherBrowser }) => {
  await joinAsOrganizer(page.context());
  const event = await published(page.context());
  await addTicket(page.context(), event, { name: 'Regular', price: '12' });
  await addTicket(page.context(), event, { name: 'Supporters', price: '30' });
  await open(page, event.manage);
  await link(page, 'See its codes').click();
  await arriveAt(page, `${event.manage}/promotions`);
  await link(page, 'Make a code').click();
  await arriveAt(page, `${event.manage}/promotions/new`);
  await field(page, 'Code').fill('early-bird');
  await field(page, 'Takes off').fill('25');
  await page.getByRole('checkbox', { name: 'Regular' }).check();
  await field(page, 'Bookings altogether (optional)').fill('40');
  await field(page, 'Until (optional)').fill(inDays(30));
  await button(page, 'Save code').click();
  await expect(toast(page, 'Code saved.')).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: 'EARLY-BIRD' });
  await expect(row).toContainText('25% off each ticket for Regular');
  await expect(row).toContainText('0 of 40');

  const visitor = await otherBrowser();
  await open(visitor, event.path);
  await typeCode(visitor, 'Early-Bird');
  await arriveAt(visitor, `${event.path}?code=Early-Bird`);
  const tickets = visitor.getByRole('region', { name: 'Tickets' });
  await expect(tickets.getByRole('listitem').filter({ hasText: 'Regular' })).toContainText('€9.00');
  await expect(tickets.getByRole('listitem').filter({ hasText: 'Supporters' })).toContainText('€30.00');
  await link(visitor, 'Go on without it').click();
  await arriveAt(visitor, event.path);
  await expect(tickets).not.toContainText('€9.00');

  await row.getByRole('button', { name: 'Pause EARLY-BIRD' }).click();
  await expect(toast(page, 'It works at once.')).toBeVisible();
  await expect(row).toContainText('Paused');
  await typeCode(visitor, 'early-bird');
  await expect(visitor.getByRole('alert')).toContainText('does not hold at the moment');
  await expect(field(visitor, 'Code')).toHaveValue('early-bird');
  await expect(field(visitor, 'Code')).toHaveAccessibleDescription(/does not hold at the moment/);
});

test('what is wrong with a code is said beside its fields, and what was typed stays', async ({ page }) => {
  await joinAsOrganizer(page.context());
  const event = await published(page.context());
  await addTicket(page.context(), event);
  const form = `${event.manage}/promotions/new`;
  await open(page, form);
  await field(page, 'Code').fill('10 %');
  await field(page, 'Takes off').fill('101');
  await page.getByRole('checkbox', { name: 'Regular' }).check();
  await button(page, 'Save code').click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('2 fields need another look.');
  await expect(field(page, 'Code')).toHaveAccessibleDescription(/letters from A to Z/);
  await expect(field(page, 'Takes off')).toHaveAccessibleDescription(/between 1 and 100/);
  await expect(page.getByRole('checkbox', { name: 'Regular' })).toBeChecked();

  await field(page, 'Code').fill('TEN');
  await field(page, 'Takes off').fill('2.50');
  await field(page, 'Of what').selectOption('EUR');
  await button(page, 'Save code').click();
  await expect(page.getByRole('row').filter({ hasText: 'TEN' })).toContainText('€2.50 off the booking for Regular');
  await open(page, `${event.path}?code=ten`);
  // No ticket is cheaper by it.
  await expect(page.getByRole('region', { name: 'Tickets' })).toContainText('€12.00');
  await expect(page.getByText('It is taken off once, whatever is in the booking.')).toBeVisible();
});

test('an admin gives out a code for all events, and takes it back', async ({ page, otherBrowser }) => {
  const code = ownCode();
  await signIn(page.context(), demoAdmin);
  await open(page, '/');
  await openMenu(page);
  await page.getByRole('link', { name: 'Promotions' }).click();
  await arriveAt(page, '/admin/promotions');
  await link(page, 'Make a code').click();
  await arriveAt(page, '/admin/promotions/new');
  await field(page, 'Code').fill(code);
  await field(page, 'Takes off').fill('50');
  await button(page, 'Save code').click();
  await expect(toast(page, 'Code saved.')).toBeVisible();

  const organizer = await otherBrowser();
  await joinAsOrganizer(organizer.context());
  const event = await published(organizer.context());
  await addTicket(organizer.context(), event);
  await open(organizer, `${event.path}?code=${code}`);
  await expect(organizer.getByRole('region', { name: 'Tickets' })).toContainText('€6.00');

  await page.getByRole('button', { name: `Delete ${code}` }).click();
  await expect(toast(page, 'Code deleted.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: code })).toHaveCount(0);
  await organizer.reload();
  await expect(organizer.getByRole('alert')).toContainText('There is no such code for this event.');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a code is typed, refused and used', async ({ page, otherBrowser }) => {
    const organizer = await otherBrowser();
    await joinAsOrganizer(organizer.context());
    const event = await published(organizer.context());
    await addTicket(organizer.context(), event);
    const code = { event_id: event.id, code: 'HALF', off: '50', unit: 'percent', time_zone: 'UTC' };
    await call(organizer.context(), 'promotions/save_promotion', code);
    await page.goto(event.path);
    await typeCode(page, 'whole');
    await expect(page.getByRole('alert')).toContainText('There is no such code for this event.');
    await field(page, 'Code').fill('half');
    await button(page, 'Use it').click();
    await expect(page.getByRole('region', { name: 'Tickets' })).toContainText('€6.00');
  });
});
