// Where one comes upon events without looking for them: the first page, a club's, a month, and the field on top.

import type { Page } from '@playwright/test';
import { arriveAt, expect, open, refusedRequests, test } from '../support/check.ts';
import { approve, found } from '../support/clubs.ts';
import { addTicket, draft, inDays, joinAsOrganizer, ownWord, published } from '../support/events.ts';
import { call, join } from '../support/people.ts';

const chips = (page: Page) => page.getByRole('navigation', { name: 'Narrow down' });

test('a month shows each day with what is on, and leads to the days that have more', async ({ page }) => {
  await joinAsOrganizer(page.context());
  const word = ownWord();
  // In the middle of a month, whatever day it is now.
  const dayOf = (number: string) => `${inDays(45).slice(0, 7)}-${number}`;
  const [many, late, after] = [dayOf('14'), dayOf('15'), dayOf('16')];
  for (const hour of ['10', '12', '14', '16', '18', '20']) {
    await published(page.context(), { title: `At ${hour} ${word}`, starts_at: `${many}T${hour}:00`, ends_at: `${many}T${hour}:45` });
  }
  // What ends in the night is of the evening it began.
  await published(page.context(), { title: `Late ${word}`, starts_at: `${late}T22:00`, ends_at: `${after}T02:00` });
  await open(page, `/events?q=${word}&view=month&month=${many.slice(0, 7)}`);
  const name = new Date(many).toLocaleString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  const day = (text: string) => {
    const words = new Date(text).toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    return page.locator('.day').filter({ has: page.getByRole('heading', { name: words.replace(',', '') }) });
  };
  await expect(day(many).getByRole('link')).toHaveText([/At 10/, /At 12/, /At 14/, /At 16/, '2 more']);
  await expect(day(late).getByRole('link')).toHaveText([/Late/]);
  await expect(day(after)).not.toContainText('Late');
  await day(many).getByRole('link', { name: '2 more' }).click();
  await arriveAt(page, /view=list/);
  await expect(page.getByRole('main').getByRole('heading', { level: 3 })).toHaveCount(6);
  await page.goBack();
  await page.getByRole('link', { name: 'The month after' }).click();
  await expect(page.getByRole('heading', { level: 2, name })).toHaveCount(0);
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.locator('[aria-current="date"]')).toHaveCount(1);
});

test('a slash leads to the search from anywhere, but not out of a word somebody writes', async ({ page }) => {
  await joinAsOrganizer(page.context());
  const event = await published(page.context());
  await open(page, '/clubs');
  await page.keyboard.press('/');
  const finder = page.getByRole('searchbox', { name: 'Find events' });
  await expect(finder).toBeFocused();
  await expect(finder).toHaveValue('');
  await page.keyboard.type(`and/or ${event.title}`);
  await expect(finder).toHaveValue(`and/or ${event.title}`);
  await finder.fill(event.title);
  await page.keyboard.press('Enter');
  await arriveAt(page, /\/events\?q=/);
  await expect(page.getByRole('link', { name: event.title })).toBeVisible();
  // Where the bar has no room for a field, it is the one of the page.
  await page.setViewportSize({ width: 360, height: 800 });
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'What, where or who' })).toBeFocused();
});

test('what a club puts on stands on its page and on the first page of its members', async ({ page, otherBrowser }) => {
  await joinAsOrganizer(page.context());
  const club = await found(page.context(), { join_policy: 'open' });
  const admin = await otherBrowser();
  await approve(admin.context(), club);
  await open(page, club.path);
  await expect(page.getByText('Nothing is planned at the moment.')).toBeVisible();
  await page.getByRole('link', { name: 'Put something on' }).click();
  await arriveAt(page, /organizer\/events\/new/);
  await expect(page.getByLabel('Club', { exact: true })).toHaveValue(club.id);
  const inside = await draft(page.context(), { club_id: club.id, members_only: 'true' });
  await addTicket(page.context(), inside);
  await call(page.context(), 'events/publish_event', { event_id: inside.id });

  const member = await otherBrowser();
  await join(member.context());
  await open(member, '/');
  await expect(member.getByRole('region', { name: 'In your clubs' })).toContainText('Nothing planned yet');
  await open(member, club.path);
  await expect(member.getByRole('link', { name: inside.title }), 'only members know of it').toHaveCount(0);
  await member.getByRole('button', { name: 'Join' }).first().click();
  await expect(member.getByRole('region', { name: 'What is on' }).getByRole('link', { name: inside.title })).toBeVisible();
  await open(member, '/');
  await expect(member.getByRole('region', { name: 'In your clubs' }).getByRole('link', { name: inside.title })).toBeVisible();
  await open(member, '/events');
  await chips(member).getByRole('link', { name: 'My clubs' }).click();
  await expect(member.getByRole('main').getByRole('heading', { level: 3 })).toHaveText([inside.title]);

  await open(member, `/events?club=${club.id}`);
  await chips(member).getByRole('link', { name: club.name }).click();
  await arriveAt(member, '/events');
});

test('the first page shows visitors what comes next', async ({ page, otherBrowser }) => {
  await joinAsOrganizer(page.context());
  const soon = new Date(Date.now() + 600_000).toISOString().slice(0, 16);
  const event = await published(page.context(), { starts_at: soon, ends_at: inDays(1), time_zone: 'UTC' });
  const visitor = await otherBrowser();
  await open(visitor, '/');
  const next = visitor.getByRole('region', { name: 'What is on' });
  await next.getByRole('link', { name: event.title }).click();
  await arriveAt(visitor, event.path);
});

test.describe('with a wrong search among it', () => {
  test.use({ expectedComplaints: [refusedRequests] });

  test('a price is typed, shown as a chip in its currency, and taken back', async ({ page }) => {
    await joinAsOrganizer(page.context());
    const event = await published(page.context());
    await addTicket(page.context(), event, { price: '12.50' });
    await open(page, `/events?q=${encodeURIComponent(event.title)}`);
    const main = page.getByRole('main');
    await expect(main.getByLabel('Currency')).toBeHidden();
    await main.getByLabel('Price from').fill('12,60');
    await main.getByLabel('Currency').selectOption('EUR');
    await main.getByRole('button', { name: 'Search' }).click();
    await arriveAt(page, /min_price=12%2C60/);
    await expect(main.getByRole('link', { name: event.title })).toHaveCount(0);
    await main.getByRole('link', { name: 'From €12.60' }).click();
    await expect(main.getByRole('link', { name: event.title })).toBeVisible();
    await main.getByLabel('Price to').fill('cheap');
    await main.getByRole('button', { name: 'Search' }).click();
    await expect(main.getByLabel('Price to')).toHaveValue('cheap');
    await expect(main.getByLabel('Price to')).toHaveAccessibleDescription('Enter an amount like 12.50.');
    await expect(main.getByRole('searchbox')).toHaveValue(event.title);
  });
});
