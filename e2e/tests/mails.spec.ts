// The mailbox page, and the mails themselves.

import { arriveAt, expect, hydrated, open, test } from '../support/check.ts';
import { takeScreens } from '../support/screens.ts';
import { firstLink, newestMail } from '../support/mailbox.ts';
import { accountOf, editProfile, join } from '../support/people.ts';

test('the welcome mail stands in the mailbox, reads well as a page and as text, and its button works', async ({ page }) => {
  const person = await join(page.context());
  const mail = await newestMail(page.request, person.email);
  await open(page, '/dev/mailbox');
  await page.getByRole('navigation', { name: 'Mails' }).getByRole('link').filter({ hasText: person.email }).click();
  await expect(page).toHaveURL(`/dev/mailbox/${mail.id}`);
  await expect(page.getByRole('article', { name: 'Welcome: confirm your mail address' })).toContainText(person.email);
  await expect(page.getByRole('navigation', { name: 'Mails' }).locator('[aria-current="true"]')).toContainText(person.email);

  const letter = page.frameLocator('iframe[title="The mail as it looks"]');
  await expect(letter.getByRole('heading', { name: 'Welcome: confirm your mail address' })).toBeVisible();
  await expect(letter.getByText(`Hello ${person.username},`)).toBeVisible();
  await expect(letter.getByText('The link works for two days.')).toBeVisible();
  // Laid out by its own styles, which our policy has to let through.
  const button = letter.getByRole('link', { name: 'Confirm address' });
  await expect(button).toHaveCSS('background-color', 'rgb(0, 82, 58)');
  await takeScreens(page, 'mailbox-html');

  await page.getByRole('link', { name: 'As text' }).click();
  await expect(page.locator('pre')).toContainText(`Hello ${person.username},`);
  await expect(page.locator('pre')).toContainText(firstLink(mail));
  await expect(page.locator('pre')).not.toContainText(/[<>{}]/);
  await takeScreens(page, 'mailbox-text');

  await page.getByRole('link', { name: 'As it looks' }).click();
  await button.click();
  await page.waitForURL((url) => url.pathname === '/verify-email');
  await hydrated(page);
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await expect(page.getByRole('heading', { name: 'Mail address confirmed' })).toBeVisible();
  expect((await accountOf(page.context())).email_verified).toBe(true);
});

test('a letter fits a phone', async ({ page }) => {
  const person = await join(page.context());
  const mail = await newestMail(page.request, person.email);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/dev/mailbox/${mail.id}/html`);
  await expect(page.getByRole('heading', { name: mail.subject })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await takeScreens(page, 'letter');
});

test('whoever chose German gets German mails', async ({ page }) => {
  const person = await join(page.context());
  const welcome = await newestMail(page.request, person.email);
  await open(page, '/settings/preferences');
  await page.getByLabel('Language', { exact: true }).selectOption('de');
  await page.getByRole('button', { name: 'Save preferences' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Preferences saved.' })).toBeVisible();
  await open(page, '/settings/account');
  await page.getByRole('button', { name: 'Send link again' }).click();

  const mail = await newestMail(page.request, person.email, { after: welcome });
  expect(mail.subject).toBe('Bestätigen Sie Ihre Mailadresse');
  expect(mail.html_body).toContain('<html lang="de">');
  await open(page, `/dev/mailbox/${mail.id}`);
  const letter = page.frameLocator('iframe[title="The mail as it looks"]');
  await expect(letter.getByText(`Hallo ${person.username},`)).toBeVisible();
  await expect(letter.getByRole('link', { name: 'Adresse bestätigen' })).toBeVisible();
  await open(page, firstLink(mail));
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await expect(page.getByRole('heading', { name: 'Mail address confirmed' })).toBeVisible();
});

test('a name full of markup is only a name in the mail', async ({ page }) => {
  const person = await join(page.context());
  const welcome = await newestMail(page.request, person.email);
  const name = '<img src=x onerror=alert(1)> & "Söhne"';
  await editProfile(page.context(), person, { display_name: name });
  await page.request.post('/api/fn/accounts/request_verification');
  const mail = await newestMail(page.request, person.email, { after: welcome });
  await open(page, `/dev/mailbox/${mail.id}`);
  const letter = page.frameLocator('iframe[title="The mail as it looks"]');
  await expect(letter.getByText(`Hello ${name},`)).toBeVisible();
  await expect(letter.locator('img')).toHaveCount(0);
  await page.getByRole('link', { name: 'As text' }).click();
  await expect(page.locator('pre')).toContainText(`Hello ${name},`);
});

test('a mail that does not exist is answered like any other page that does not', async ({ page }) => {
  await join(page.context());
  await open(page, '/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Mailbox' }).click();
  await arriveAt(page, '/dev/mailbox');
  await expect(page.getByRole('heading', { level: 1, name: 'Mailbox' })).toBeVisible();
  const answer = await page.request.get('/dev/mailbox/00000000-0000-7000-8000-000000000000');
  expect(answer.status()).toBe(404);
});
