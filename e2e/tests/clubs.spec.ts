// Clubs: founding and deciding, getting in and out, telling something, and handing over.

import type { Page } from '@playwright/test';
import { arriveAt, expect, open, refusedRequests, test } from '../support/check.ts';
import { approve, clubName, found } from '../support/clubs.ts';
import { tabTo } from '../support/keyboard.ts';
import { accountOf, call, demoAdmin, join, signIn } from '../support/people.ts';

test.use({ expectedComplaints: [refusedRequests] });

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
const toast = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });

test('a club is founded, waits unseen, is approved, and is found by everybody', async ({ page, otherBrowser }) => {
  await join(page.context());
  const name = clubName();
  await open(page, '/clubs');
  await page.getByRole('link', { name: 'Found a club' }).first().click();
  await arriveAt(page, '/clubs/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('textbox', { name: 'What it is about' }).fill('We sit in a row.\n\nNobody talks.');
  await page.getByLabel('Whoever asks and is accepted').check();
  await page.getByTitle('Violet').click();
  await button(page, 'Found club').click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('An admin looks at it first')).toBeVisible();
  await expect(toast(page, 'Club founded.')).toBeVisible();
  const path = new URL(page.url()).pathname;

  const visitor = await otherBrowser();
  expect((await visitor.goto(path))?.status()).toBe(404);
  const admin = await otherBrowser();
  await signIn(admin.context(), demoAdmin);
  await open(admin, '/clubs?show=pending');
  await admin.getByRole('link', { name }).click();
  await arriveAt(admin, path);
  await button(admin, 'Approve').click();
  await expect(toast(admin, 'Club approved.')).toBeVisible();
  await expect(button(admin, 'Approve')).toHaveCount(0);

  await open(visitor, `/clubs?q=${encodeURIComponent(name.toUpperCase())}`);
  await expect(visitor.getByRole('listitem').filter({ hasText: name })).toContainText('1 member');
  await visitor.getByRole('link', { name }).click();
  await arriveAt(visitor, path);
  await expect(visitor.getByText('Nobody talks.')).toBeVisible();
});

test('a club that is not approved says why, and can be handed in again', async ({ page, otherBrowser }) => {
  await join(page.context());
  const club = await found(page.context());
  const admin = await otherBrowser();
  await signIn(admin.context(), demoAdmin);
  await open(admin, club.path);
  await button(admin, 'Do not approve').click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Do not approve' }).click();
  // It is open again, with what is missing.
  await expect(dialog.getByRole('alert')).toContainText('Say why');
  await admin.getByRole('textbox', { name: 'Why' }).fill('There is one of these already.');
  await admin.getByRole('dialog').getByRole('button', { name: 'Do not approve' }).click();
  await expect(admin.getByText('There is one of these already.')).toBeVisible();

  await open(page, club.path);
  await expect(page.getByText('There is one of these already.')).toBeVisible();
  await button(page, 'Hand it in again').click();
  await expect(page.getByText('An admin looks at it first')).toBeVisible();
});

test('whoever asks to join is seen by the officers with their words, and let in', async ({ page, otherBrowser }) => {
  await join(page.context());
  const club = await found(page.context(), { join_policy: 'request', members_visible: 'everyone' });
  const [admin, asker] = [await otherBrowser(), await otherBrowser()];
  await approve(admin.context(), club);
  const person = await join(asker.context());
  await open(asker, club.path);
  await button(asker, 'Ask to join').click();
  await asker.getByRole('dialog').getByRole('textbox').fill('I have been to three of your evenings.');
  await asker.getByRole('dialog').getByRole('button', { name: 'Ask to join' }).click();
  await expect(asker.getByText('You asked to join.')).toBeVisible();

  await open(page, club.path);
  await page.getByRole('link', { name: '1 person asks to join' }).click();
  await arriveAt(page, /\/members/);
  const request = page.getByRole('listitem').filter({ hasText: person.username });
  await expect(request).toContainText('I have been to three of your evenings.');
  await request.getByRole('button', { name: `Accept ${person.username}` }).click();
  await expect(page.getByRole('row').filter({ hasText: person.username })).toContainText('Member');
  await open(asker, club.path);
  await expect(asker.getByRole('main').getByText('Member', { exact: true })).toBeVisible();
  await button(asker, 'Leave').click();
  await asker.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(button(asker, 'Ask to join')).toBeVisible();
});

test('an invited person joins a closed club once their address is confirmed', async ({ page, otherBrowser }) => {
  await join(page.context());
  const club = await found(page.context(), { join_policy: 'invite' });
  const admin = await otherBrowser();
  await approve(admin.context(), club);
  const stranger = await otherBrowser();
  await join(stranger.context());
  await open(stranger, club.path);
  await expect(stranger.getByText('Members are invited by the officers.')).toBeVisible();

  await open(page, `${club.path}/members`);
  await page.getByLabel('Mail address').fill(demoAdmin.email);
  await button(page, 'Invite').click();
  await expect(page.getByRole('listitem').filter({ hasText: demoAdmin.email })).toBeVisible();
  await open(admin, club.path);
  await expect(admin.getByText('You are invited.')).toBeVisible();
  await button(admin, 'Join').click();
  await expect(button(admin, 'Leave')).toBeVisible();
  await open(page, `${club.path}/members`);
  await expect(page.getByRole('listitem').filter({ hasText: demoAdmin.email })).toHaveCount(0);
});

test('posts for members only are not there for others, and can be edited and removed', async ({ page, otherBrowser }) => {
  await join(page.context());
  const club = await found(page.context(), { join_policy: 'open' });
  const visitor = await otherBrowser();
  const admin = await otherBrowser();
  await approve(admin.context(), club);
  for (const [title, secret] of [['Everybody may know', false], ['Only we may know', true]] as const) {
    await open(page, club.path);
    await page.getByRole('link', { name: 'Write a post' }).click();
    await arriveAt(page, /posts\/new/);
    await page.getByLabel('Title').fill(title);
    await page.getByRole('textbox', { name: 'Text' }).fill('First line\nSecond line');
    if (secret) await page.getByLabel('For members only').check();
    await button(page, 'Publish post').click();
    await expect(page.getByRole('article', { name: title })).toBeVisible();
  }
  await open(visitor, club.path);
  await expect(visitor.getByRole('article', { name: 'Everybody may know' })).toBeVisible();
  await expect(visitor.getByText('Only we may know')).toHaveCount(0);

  await page.getByRole('link', { name: 'Edit “Only we may know”' }).click();
  await expect(page.getByLabel('For members only')).toBeChecked();
  await page.getByLabel('Title').fill('Now everybody may');
  await page.getByLabel('For members only').uncheck();
  await button(page, 'Save post').click();
  await expect(page.getByRole('article', { name: 'Now everybody may' })).toContainText('edited');
  await visitor.reload();
  await expect(visitor.getByText('Now everybody may')).toBeVisible();

  await button(page, 'Remove “Now everybody may”').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('article', { name: 'Now everybody may' })).toHaveCount(0);
});

test('a club is handed over by keyboard, and only then can its owner leave', async ({ page, otherBrowser }) => {
  await join(page.context());
  const club = await found(page.context(), { join_policy: 'open' });
  const [admin, heir] = [await otherBrowser(), await otherBrowser()];
  await approve(admin.context(), club);
  const person = await join(heir.context());
  await call(heir.context(), 'clubs/join_club', { club_id: club.id });
  await open(page, club.path);
  await expect(button(page, 'Leave')).toHaveCount(0);
  await open(page, `${club.path}/members`);
  await tabTo(page, button(page, `Hand over to ${person.username}`));
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: `Hand the club over to ${person.username}?` });
  await tabTo(page, question.getByRole('button', { name: 'Hand over', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').filter({ hasText: person.username })).toContainText('Owner');
  await open(page, club.path);
  await expect(page.getByRole('main').getByText('Officer', { exact: true })).toBeVisible();
  await expect(button(page, 'Leave')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit club' })).toBeVisible();
});

test('the second of two editors is told, and what they typed is still there', async ({ page, otherBrowser }) => {
  const person = await join(page.context());
  const club = await found(page.context());
  await open(page, `${club.path}/edit`);
  const second = await otherBrowser();
  await signIn(second.context(), person);
  await open(second, `${club.path}/edit`);
  await page.getByRole('textbox', { name: 'What it is about' }).fill('The first was quicker.');
  await button(page, 'Save club').click();
  await expect(toast(page, 'Club saved.')).toBeVisible();
  await second.getByRole('textbox', { name: 'What it is about' }).fill('The second was slower.');
  await button(second, 'Save club').click();
  await expect(second.getByRole('main').getByRole('alert')).toContainText('Somebody changed this while you were editing.');
  await expect(second.getByRole('textbox', { name: 'What it is about' })).toHaveValue('The second was slower.');
  await page.reload();
  await expect(page.getByText('The first was quicker.')).toBeVisible();
});

test('closing a club takes it away for everybody', async ({ page, otherBrowser }) => {
  await join(page.context());
  const club = await found(page.context());
  await approve((await otherBrowser()).context(), club);
  await open(page, `${club.path}/edit`);
  await page.getByRole('main').getByRole('button', { name: 'Close the club' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the club' }).click();
  await arriveAt(page, /\/clubs\?show=mine/);
  expect((await page.goto(club.path))?.status()).toBe(404);
});

test('who may see the members of a club is up to the club', async ({ page, otherBrowser }) => {
  await join(page.context());
  const { id } = await accountOf(page.context());
  for (const [visible, seen] of [['everyone', true], ['members', false], ['officers', false]] as const) {
    const club = await found(page.context(), { members_visible: visible });
    await approve((await otherBrowser()).context(), club);
    const visitor = await otherBrowser();
    await open(visitor, club.path);
    await expect(visitor.locator(`a[href="/people/${id}"]`)).toHaveCount(seen ? 1 : 0);
    const answer = await visitor.goto(`${club.path}/members`);
    expect(answer?.url().includes('/login')).toBe(!seen);
  }
});
