// Everything that is a form works without JavaScript, with the same answers.

import type { Page, Response } from '@playwright/test';
import { expect, refusedRequests, test } from '../support/check.ts';
import { firstLink, newestMail } from '../support/mailbox.ts';
import { accountOf, fillRegistration, fillSignIn, join, openMenu, signIn, somebodyNew } from '../support/people.ts';

test.use({ javaScriptEnabled: false, expectedComplaints: [refusedRequests] });

/** Presses a button that sends a form, and answers what the server said first. */
async function send(page: Page, button: string): Promise<Response> {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: button, exact: true }).click();
  return answer;
}

test('a refused registration keeps what was typed, names what is wrong, and answers 422', async ({ page }) => {
  await page.goto('/register');
  await fillRegistration(page, { username: 'a b', email: 'nowhere', password: 'short' });
  const answer = await send(page, 'Create account');
  expect(answer.status()).toBe(422);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('3 fields need another look.');
  await expect(page.getByLabel('Username')).toHaveValue('a b');
  await expect(page.getByLabel('Username')).toHaveAccessibleDescription(/letters a to z/);
  await expect(page.getByLabel('Mail address')).toHaveValue('nowhere');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true');

  await fillRegistration(page, somebodyNew());
  expect((await send(page, 'Create account')).status()).toBe(303);
  await expect(page).toHaveURL('/verify-email');
});

test('a new person registers and confirms the mailed link', async ({ page }) => {
  const person = somebodyNew();
  await page.goto('/register');
  await fillRegistration(page, person);
  await send(page, 'Create account');
  await expect(page.getByRole('main')).toContainText(person.email);

  const link = firstLink(await newestMail(page.request, person.email));
  await page.goto(link);
  await send(page, 'Confirm address');
  await expect(page.getByRole('heading', { name: 'Mail address confirmed' })).toBeVisible();
  expect((await accountOf(page.context())).email_verified).toBe(true);

  await page.goto(link);
  expect((await send(page, 'Confirm address')).status()).toBe(422);
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
});

test('a wrong password is answered with 401 and one sentence; the right one leads to the wanted page', async ({
  page,
  otherBrowser,
}) => {
  const other = await otherBrowser({ javaScriptEnabled: false });
  const person = await join(other.context());
  await page.goto('/settings/profile');
  await expect(page).toHaveURL('/login?next=%2Fsettings%2Fprofile');
  await page.getByLabel('Username or mail address').fill(person.username);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  expect((await send(page, 'Sign in')).status()).toBe(401);
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(/do not belong together/);
  await expect(page.getByLabel('Username or mail address')).toHaveValue(person.username);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');

  await fillSignIn(page, person.username, person.password);
  await expect(page).toHaveURL('/settings/profile');
  await expect(page.getByLabel('Username')).toHaveValue(person.username);
});

test('a forgotten password is replaced by way of the mailed link', async ({ page, otherBrowser }) => {
  const other = await otherBrowser({ javaScriptEnabled: false });
  const person = await join(other.context());
  await page.goto('/forgot-password');
  await page.getByLabel('Mail address').fill(person.email);
  await send(page, 'Send link');
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  await page.goto(firstLink(await newestMail(page.request, person.email, { subject: /Set a new password/ })));
  await page.getByLabel('New password').fill('a better horse');
  await send(page, 'Save password');
  await expect(page.getByRole('heading', { name: 'Password saved' })).toBeVisible();
  await signIn(page.context(), { ...person, password: 'a better horse' });
});

test('a profile is edited, and a refused edit keeps what was typed', async ({ page }) => {
  await join(page.context());
  await page.goto('/settings/profile');
  await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
  await page.getByLabel('Username').fill('not a name');
  await page.getByRole('textbox', { name: 'About you' }).fill('First line\nSecond line');
  await page.getByLabel('Members').check();
  expect((await send(page, 'Save profile')).status()).toBe(422);
  await expect(page.getByLabel('Username')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ada Lovelace');
  await expect(page.getByRole('textbox', { name: 'About you' })).toHaveValue('First line\nSecond line');
  await expect(page.getByLabel('Members')).toBeChecked();

  await page.getByLabel('Username').fill(somebodyNew().username);
  expect((await send(page, 'Save profile')).status()).toBe(303);
  await expect(page).toHaveURL('/settings/profile?saved=accounts%2Fsave_profile');
  await expect(page.getByRole('status').filter({ hasText: 'Profile saved.' })).toBeVisible();
  const saved = await accountOf(page.context());
  expect(saved).toMatchObject({ display_name: 'Ada Lovelace', bio: 'First line\nSecond line', visibility: 'members' });
});

test('preferences are saved, boxes that are not ticked among them', async ({ page }) => {
  await join(page.context());
  await page.goto('/settings/preferences');
  await page.getByLabel('Language', { exact: true }).selectOption('de');
  await page.getByLabel('Time zone', { exact: true }).selectOption('Asia/Tokyo');
  await page.getByLabel('Reminders by mail').uncheck();
  await page.getByLabel('News from organizers by mail').check();
  await send(page, 'Save preferences');
  await page.goto('/settings/preferences');
  await expect(page.getByLabel('Language', { exact: true })).toHaveValue('de');
  await expect(page.getByLabel('Time zone', { exact: true })).toHaveValue('Asia/Tokyo');
  await expect(page.getByLabel('Reminders by mail')).not.toBeChecked();
  await expect(page.getByLabel('News from organizers by mail')).toBeChecked();
  await expect(page.getByLabel('Surveys by mail')).toBeChecked();
});

test('another sign-in is ended, and that browser is out', async ({ page, otherBrowser }) => {
  const person = await join(page.context());
  const other = await otherBrowser({ javaScriptEnabled: false, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' });
  await signIn(other.context(), person);
  await page.goto('/settings/sign-ins');
  await send(page, 'End sign-in: Firefox on Linux');
  await expect(page.getByText('Firefox on Linux')).toHaveCount(0);
  await other.goto('/settings/profile');
  await expect(other).toHaveURL(/\/login/);
});

test('the theme is changed from the menu and stays', async ({ page }) => {
  await join(page.context());
  await page.goto('/settings/profile');
  await openMenu(page);
  await send(page, 'Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page).toHaveURL('/settings/profile?saved=accounts%2Fset_theme');
  await page.goto('/notifications');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('signing out ends the sign-in', async ({ page }) => {
  await join(page.context());
  await page.goto('/settings/profile');
  await openMenu(page);
  await send(page, 'Sign out');
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('heading', { name: 'The room before the room' })).toBeVisible();
  await page.goto('/settings/profile');
  await expect(page).toHaveURL('/login?next=%2Fsettings%2Fprofile');
});

test('every protected page leads to the door and names itself as the way back', async ({ page }) => {
  for (const path of ['/settings', '/settings/account', '/settings/sign-ins', '/settings/payment', '/notifications', '/admin/users']) {
    await page.goto(path);
    await expect(page).toHaveURL(`/login?next=${encodeURIComponent(path)}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  }
});
