// Events: from a draft to a page everybody finds, what is changed afterwards, and how one looks for something to do.

import type { Page } from '@playwright/test';
import { arriveAt, expect, expectAccessible, open, refusedRequests, test } from '../support/check.ts';
import { addTicket, clocksChange, draft, inDays, joinAsOrganizer, ownWord, published } from '../support/events.ts';
import { tabTo } from '../support/keyboard.ts';
import { signIn } from '../support/people.ts';
import { pngOf } from '../support/picture.ts';

test.use({ expectedComplaints: [refusedRequests] });

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
const toast = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const field = (page: Page, name: string) => page.getByRole('main').getByLabel(name, { exact: true });

/** What search engines are told. */
async function facts(page: Page): Promise<Record<string, unknown>> {
  return JSON.parse(await page.locator('script[type="application/ld+json"]').innerText());
}

test('an event is made, made ready, published, and found by everybody', async ({ page, otherBrowser }) => {
  await joinAsOrganizer(page.context());
  const word = ownWord();
  await open(page, '/organizer');
  await page.getByRole('main').getByRole('link', { name: 'Put on an event' }).first().click();
  await arriveAt(page, '/organizer/events/new');
  await field(page, 'Title').fill(`Evening ${word}`);
  await page.getByRole('textbox', { name: 'What it is about' }).fill('Two hours of brass.\n\nBring a cushion.');
  await field(page, 'Begins').fill(inDays(40));
  await field(page, 'Ends').fill(inDays(40, '21:30'));
  await field(page, 'Time zone').selectOption('Europe/Berlin');
  await button(page, 'Make draft').click();
  await expect(toast(page, 'Draft made.')).toBeVisible();
  await expect(page.getByText('Before you can publish it')).toBeVisible();
  await expect(page.getByText('1 of 3 done')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Set up tickets' })).toHaveAttribute('href', /tickets\/new$/);
  await expect(button(page, 'Publish')).toHaveCount(0);

  await page.getByRole('link', { name: 'Say where it is' }).click();
  await arriveAt(page, /\/edit#venue_id$/);
  await field(page, 'Place (optional)').fill('Town hall');
  await field(page, 'City (optional)').fill('Leipzig');
  await button(page, 'Save event').click();
  await expect(toast(page, 'Event saved.')).toBeVisible();
  await addTicketByHand(page);
  await addSessionByHand(page);
  await button(page, 'Publish').click();
  await expect(toast(page, 'Published. Everybody can find it now.')).toBeVisible();

  const visitor = await otherBrowser();
  await open(visitor, '/events');
  await field(visitor, 'What, where or who').fill(`${word.slice(0, 4)}${word[4] === 'z' ? 'y' : 'z'}${word.slice(5)}`);
  await button(visitor, 'Search').click();
  await visitor.getByRole('link', { name: `Evening ${word}` }).click();
  await arriveAt(visitor, /\/events\/[0-9a-f-]+$/);
  await expectPage(visitor, word);
});

async function addTicketByHand(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Add a ticket' }).click();
  await arriveAt(page, /tickets\/new$/);
  await field(page, 'Name').fill('Regular');
  await field(page, 'Price').first().fill('18');
  await field(page, 'How many (optional)').fill('50');
  const early = page.locator('.tier-row');
  await early.getByLabel('Called').fill('Early bird');
  await early.getByLabel('Price').fill('12,50');
  await early.getByLabel('For the first').fill('10');
  await button(page, 'Save ticket').click();
  await expect(toast(page, 'Ticket saved.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Regular' })).toContainText('€12.50 Early bird');
}

async function addSessionByHand(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Add a session' }).click();
  await arriveAt(page, /agenda\/new$/);
  await field(page, 'Title').fill('The slow movement');
  await field(page, 'Begins').fill(inDays(40, '20:00'));
  await field(page, 'Ends').fill(inDays(40, '20:45'));
  await field(page, 'Room (optional)').fill('Great hall');
  await button(page, 'Save session').click();
  await expect(toast(page, 'Session saved.')).toBeVisible();
}

/** Everything a visitor, a search engine and a calendar are told of it. */
async function expectPage(page: Page, word: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Evening ${word}`);
  await expect(page.getByText('Bring a cushion.')).toBeVisible();
  const tickets = page.getByRole('region', { name: 'Tickets' });
  await expect(tickets).toContainText('€12.50');
  await expect(tickets).toContainText('Early bird, later €18.00');
  const agenda = page.getByRole('region', { name: 'Agenda' });
  await expect(agenda.getByRole('listitem')).toContainText(['The slow movement']);
  await expect(agenda).toContainText('Great hall');
  await expect(page.getByRole('link', { name: 'Manage' })).toHaveCount(0);
  const path = new URL(page.url()).pathname;
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`^https?://[^/]+${path}$`));
  expect(await facts(page)).toMatchObject({
    '@type': 'Event',
    name: `Evening ${word}`,
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    url: expect.stringContaining(path),
    startDate: await page.locator('.event-head time').first().getAttribute('datetime'),
    location: { name: 'Town hall', address: { addressLocality: 'Leipzig' } },
  });
  const entry = await page.request.get((await page.getByRole('link', { name: 'Add to calendar' }).getAttribute('href')) ?? '');
  expect(await entry.text()).toContain(`SUMMARY:Evening ${word}`);
}

test('a list is narrowed, sorted and shown otherwise, and every choice can be taken back', async ({ page }) => {
  await joinAsOrganizer(page.context());
  const word = ownWord();
  const made = async (name: string, days: number, city: string, price: string) => {
    const event = await draft(page.context(), { title: `${name} ${word}`, city, starts_at: inDays(days), ends_at: inDays(days, '22:00') });
    await addTicket(page.context(), event, { price });
    await page.request.post('/api/fn/events/publish_event', { form: { event_id: event.id } });
  };
  await made('Dear', 41, 'Leipzig', '30');
  await made('Middling', 43, 'Halle', '20');
  await made('Cheap', 45, 'Halle', '0');
  const titles = page.getByRole('main').getByRole('listitem').getByRole('heading', { level: 3 });
  const names = (...expected: string[]) => expect(titles).toHaveText(expected.map((name) => `${name} ${word}`));
  await open(page, `/events?q=${word}&sort=date`);
  await names('Dear', 'Middling', 'Cheap');
  await page.getByRole('link', { name: 'Cheapest' }).click();
  await names('Cheap', 'Middling', 'Dear');
  await page.getByRole('link', { name: 'Newest' }).click();
  await names('Cheap', 'Middling', 'Dear');
  await page.getByRole('link', { name: 'Soonest' }).click();
  await names('Dear', 'Middling', 'Cheap');

  const chips = page.getByRole('navigation', { name: 'Narrow down' });
  await chips.getByRole('link', { name: 'Halle 2' }).click();
  await names('Middling', 'Cheap');
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await chips.getByRole('link', { name: 'Free 1' }).click();
  await names('Cheap');
  await page.getByRole('link', { name: 'List', exact: true }).click();
  await expect(page.locator('.event-lines')).toBeVisible();
  await names('Cheap');
  await expect(page.getByRole('link', { name: 'List', exact: true })).toHaveAttribute('aria-current', 'true');
  await chips.getByRole('link', { name: /^Free/ }).click();
  await chips.getByRole('link', { name: /^Halle/ }).click();
  await names('Dear', 'Middling', 'Cheap');
  await field(page, 'From').fill(inDays(42).slice(0, 10));
  await field(page, 'To').fill(inDays(43).slice(0, 10));
  await button(page, 'Search').click();
  await names('Middling');
  await field(page, 'What, where or who').fill(ownWord());
  await button(page, 'Search').click();
  await expect(page.getByRole('heading', { name: /^Nothing matches/ })).toBeVisible();
  await chips.getByRole('link', { name: 'Show everything' }).click();
  await arriveAt(page, '/events?view=list');
});

test('the second of two editors is told, and nothing is overwritten', async ({ page, otherBrowser }) => {
  const person = await joinAsOrganizer(page.context());
  const event = await draft(page.context());
  await open(page, `${event.manage}/edit`);
  const second = await otherBrowser();
  await signIn(second.context(), person);
  await open(second, `${event.manage}/edit`);
  await field(page, 'Title').fill('The first was quicker');
  await button(page, 'Save event').click();
  await expect(toast(page, 'Event saved.')).toBeVisible();
  await field(second, 'Title').fill('The second was slower');
  await button(second, 'Save event').click();
  await expect(second.getByRole('main').getByRole('alert')).toContainText('Somebody changed this while you were editing.');
  await expect(field(second, 'Title')).toHaveValue('The second was slower');
  await open(page, event.path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The first was quicker');
});

test('times are those of the clocks where it takes place, on the days they change, too', async ({ page }) => {
  await joinAsOrganizer(page.context());
  for (const [month, starts, ends] of [[3, 'T00:30:00Z', 'T01:30:00Z'], [10, 'T23:30:00Z', 'T02:30:00Z']] as const) {
    const day = clocksChange(month);
    await open(page, '/organizer/events/new');
    await field(page, 'Title').fill('A short or a long night');
    await field(page, 'Begins').fill(`${day}T01:30`);
    await field(page, 'Ends').fill(`${day}T03:30`);
    await field(page, 'Time zone').selectOption('Europe/Berlin');
    await button(page, 'Make draft').click();
    await expect(toast(page, 'Draft made.')).toBeVisible();
    for (const _ of ['as it was made', 'saved as it is']) {
      await page.getByRole('link', { name: 'Edit', exact: true }).click();
      await arriveAt(page, /\/edit$/);
      await expect(field(page, 'Begins')).toHaveValue(`${day}T01:30`);
      await expect(field(page, 'Ends')).toHaveValue(`${day}T03:30`);
      await expect(page.locator('[name=was_starts_at]')).toHaveValue(new RegExp(`${starts}$`));
      await expect(page.locator('[name=was_ends_at]')).toHaveValue(`${day}${ends}`);
      await button(page, 'Save event').click();
      await expect(toast(page, 'Event saved.')).toBeVisible();
    }
  }
});

test('the pages of organizers are for those who run the event', async ({ page, otherBrowser }) => {
  await joinAsOrganizer(page.context());
  const event = await published(page.context());
  const [visitor, other] = [await otherBrowser(), await otherBrowser()];
  await joinAsOrganizer(other.context());
  for (const path of ['', '/edit', '/tickets/new', '/agenda/new']) {
    await visitor.goto(`${event.manage}${path}`);
    await expect(visitor).toHaveURL(`/login?next=${encodeURIComponent(`${event.manage}${path}`)}`);
    expect((await other.goto(`${event.manage}${path}`))?.status(), path).toBe(403);
  }
  for (const path of ['/organizer', '/organizer/events/new']) {
    await visitor.goto(path);
    await expect(visitor).toHaveURL(`/login?next=${encodeURIComponent(path)}`);
  }
});

test('refused forms keep what was typed and name the fields', async ({ page }) => {
  await joinAsOrganizer(page.context());
  await open(page, '/organizer/events/new');
  await field(page, 'Begins').fill(inDays(40, '21:00'));
  await field(page, 'Ends').fill(inDays(40, '20:00'));
  await field(page, 'City (optional)').fill('Leipzig');
  await button(page, 'Make draft').click();
  await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
  for (const name of ['Title', 'Ends']) await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'Ends')).toHaveValue(inDays(40, '20:00'));
  await expect(field(page, 'City (optional)')).toHaveValue('Leipzig');

  const event = await draft(page.context());
  await open(page, `${event.manage}/tickets/new`);
  await field(page, 'Name').fill('Regular');
  await field(page, 'Price').first().fill('twelve');
  await button(page, 'Save ticket').click();
  await expect(field(page, 'Price').first()).toHaveAccessibleDescription(/Enter an amount like 12\.50, or 0\./);
  await expect(field(page, 'Price').first()).toHaveValue('twelve');
  await expect(field(page, 'Name')).toHaveValue('Regular');
  await field(page, 'Price').first().fill('12');
  await page.locator('.tier-row').getByLabel('Called').fill('Early bird');
  await page.locator('.tier-row').getByLabel('Price').fill('cheap');
  await button(page, 'Save ticket').click();
  await expect(page.locator('.tier-row').getByLabel('Price')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('.tier-row').getByLabel('Called')).toHaveValue('Early bird');

  await open(page, `${event.manage}/agenda/new`);
  await field(page, 'Title').fill('Afterwards');
  await field(page, 'Begins').fill(inDays(41));
  await field(page, 'Ends').fill(inDays(41, '20:00'));
  await button(page, 'Save session').click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expect(field(page, 'Begins')).toHaveValue(inDays(41));
});

test('what is called off says why, and is not found any more', async ({ page, otherBrowser }) => {
  await joinAsOrganizer(page.context());
  const event = await published(page.context());
  await open(page, event.manage);
  await button(page, 'Call it off').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();
  // It is open again, with what is missing beside its field.
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Why' })).toHaveAccessibleDescription(/Say why/);
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('textbox', { name: 'Why' }).fill('The hall is under water.');
  await page.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();
  await expect(toast(page, 'Called off.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0);
  const visitor = await otherBrowser();
  await open(visitor, event.path);
  await expect(visitor.getByText('This does not take place')).toBeVisible();
  await expect(visitor.getByText('The hall is under water.')).toBeVisible();
  expect(await facts(visitor)).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
  const word = event.title.split(' ')[1];
  await open(visitor, `/events?q=${word}`);
  await expect(visitor.getByRole('heading', { name: `Nothing matches “${word}”` })).toBeVisible();
});

test('a draft that is thrown away is gone', async ({ page }) => {
  await joinAsOrganizer(page.context());
  const event = await draft(page.context());
  await open(page, event.manage);
  await button(page, 'Throw away').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Throw away' }).click();
  await expect(toast(page, 'Draft thrown away.')).toBeVisible();
  await expect(page.getByRole('link', { name: event.title })).toHaveCount(0);
  expect((await page.goto(event.path))?.status()).toBe(404);
});

test('an event is put on again, with its tickets, as a draft at another time', async ({ page }) => {
  await joinAsOrganizer(page.context());
  const event = await draft(page.context());
  await addTicket(page.context(), event);
  await open(page, event.manage);
  await expect(field(page, 'Begins')).toHaveValue(inDays(47));
  await field(page, 'Begins').fill(inDays(60));
  await button(page, 'Make draft').click();
  await expect(toast(page, 'Draft made, like the other one.')).toBeVisible();
  expect(new URL(page.url()).pathname).not.toBe(event.manage);
  await expect(page.getByRole('row').filter({ hasText: 'Regular' })).toContainText('€12.00');
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await arriveAt(page, /\/edit$/);
  await expect(field(page, 'Begins')).toHaveValue(inDays(60));
  await expect(field(page, 'Ends')).toHaveValue(inDays(60, '21:00'));
});

test('a picture is uploaded, shown to everybody, and taken down again', async ({ page, otherBrowser }) => {
  await joinAsOrganizer(page.context());
  const event = await published(page.context());
  await open(page, event.manage);
  const file = { name: 'poster.png', mimeType: 'image/png', buffer: pngOf(60, 40, [180, 60, 30]) };
  await page.getByLabel('Choose a file').setInputFiles(file);
  await button(page, 'Save picture').click();
  await expect(button(page, 'Remove picture')).toBeVisible();
  const visitor = await otherBrowser();
  await open(visitor, event.path);
  const picture = visitor.locator('.event-head img');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect((await facts(visitor)).image).toEqual([expect.stringMatching(/^https?:\/\/.+\/pictures\/.+\/wide$/)]);
  await button(page, 'Remove picture').click();
  await expect(toast(page, 'Picture removed.')).toBeVisible();
  await visitor.reload();
  await expect(picture).toHaveCount(0);
});

test('with the keyboard alone a ticket is added, the event published, and found', async ({ page }) => {
  await joinAsOrganizer(page.context());
  const event = await draft(page.context());
  await open(page, event.manage);
  await tabTo(page, page.getByRole('link', { name: 'Add a ticket' }));
  await page.keyboard.press('Enter');
  await arriveAt(page, /tickets\/new$/);
  await tabTo(page, field(page, 'Name'));
  await page.keyboard.type('Regular');
  await tabTo(page, field(page, 'Price').first());
  await page.keyboard.type('8');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Ticket saved.')).toBeVisible();
  await tabTo(page, button(page, 'Publish'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Published.')).toBeVisible();
  await open(page, '/events');
  await tabTo(page, field(page, 'What, where or who'));
  await page.keyboard.type(event.title.split(' ')[1]);
  await page.keyboard.press('Enter');
  await arriveAt(page, /q=/);
  await tabTo(page, page.getByRole('main').getByRole('link', { name: event.title }));
  await page.keyboard.press('Enter');
  await arriveAt(page, event.path);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an event is refused, made, given a ticket, published, found and called off', async ({ page }) => {
    await joinAsOrganizer(page.context());
    const word = ownWord();
    await page.goto('/organizer/events/new');
    await field(page, 'Title').fill(`Evening ${word}`);
    await field(page, 'Begins').fill(inDays(40));
    await field(page, 'Ends').fill(inDays(39));
    await field(page, 'Place (optional)').fill('Town hall');
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await button(page, 'Make draft').click();
    expect((await answer).status()).toBe(422);
    await expect(field(page, 'Title')).toHaveValue(`Evening ${word}`);
    await field(page, 'Ends').fill(inDays(40, '21:00'));
    await button(page, 'Make draft').click();
    await page.getByRole('link', { name: 'Add a ticket' }).click();
    await field(page, 'Name').fill('Regular');
    await field(page, 'Price').first().fill('12');
    await field(page, 'How many (optional)').fill('20');
    await button(page, 'Save ticket').click();
    await button(page, 'Publish').click();
    await expect(toast(page, 'Published.')).toBeVisible();
    const manage = new URL(page.url()).pathname;
    await page.goto('/events');
    await field(page, 'What, where or who').fill(word);
    await button(page, 'Search').click();
    await page.getByRole('link', { name: `Evening ${word}` }).click();
    await expect(page.getByRole('region', { name: 'Tickets' })).toContainText('€12.00');
    await page.goto(manage);
    await button(page, 'Call it off').click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Why' }).fill('Rain.');
    await page.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();
    await expect(page.getByText('Rain.')).toBeVisible();
  });
});
