// What people change about themselves, and that nothing is lost on the way.

import type { Page } from '@playwright/test';
import { arriveAt, coloursSettled, expect, open, refusedRequests, test } from '../support/check.ts';
import { firstLink, newestMail } from '../support/mailbox.ts';
import {
  accountOf,
  editProfile,
  expectSignedIn,
  expectSignedOut,
  fillSignIn,
  join,
  openMenu,
  signIn,
  somebodyNew,
} from '../support/people.ts';
import { pngOf } from '../support/picture.ts';

const toast = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const saveProfile = (page: Page) => page.getByRole('button', { name: 'Save profile' }).click();

async function groundColour(page: Page): Promise<string> {
  await coloursSettled(page);
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

test.describe('the profile', () => {
  test('is saved, shown at once wherever the name stands, and still there after a reload', async ({ page }) => {
    await join(page.context());
    const renamed = somebodyNew().username;
    await open(page, '/settings/profile');
    await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
    await page.getByLabel('Username').fill(renamed);
    await page.getByRole('textbox', { name: 'About you' }).fill('First line\n\nAnd <b>another</b> & more');
    await page.getByLabel('Members').check();
    await saveProfile(page);
    await expect(toast(page, 'Profile saved.')).toBeVisible();
    await openMenu(page);
    await expect(page.locator('#person-menu')).toContainText('Ada Lovelace');

    await open(page, '/settings/profile');
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ada Lovelace');
    await expect(page.getByLabel('Username')).toHaveValue(renamed);
    await expect(page.getByRole('textbox', { name: 'About you' })).toHaveValue('First line\n\nAnd <b>another</b> & more');
    await expect(page.getByLabel('Members')).toBeChecked();

    await page.getByRole('link', { name: 'See it as others do' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ada Lovelace' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('And <b>another</b> & more');
  });

  test('can be saved several times in a row', async ({ page }) => {
    await join(page.context());
    await open(page, '/settings/profile');
    for (const name of ['Ada', 'Ada Lovelace', 'Countess Lovelace']) {
      await page.getByLabel('Name', { exact: true }).fill(name);
      await Promise.all([page.waitForEvent('load'), saveProfile(page)]);
      await expect.poll(async () => (await accountOf(page.context())).display_name).toBe(name);
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);
    }
  });

  test('counts the characters of what is written about oneself', async ({ page }) => {
    await join(page.context());
    await open(page, '/settings/profile');
    await page.getByRole('textbox', { name: 'About you' }).fill('Twelve chars');
    await expect(page.getByText('12 of 2000')).toBeVisible();
  });

  test.describe('refused', () => {
    test.use({ expectedComplaints: [refusedRequests] });

    test('says so beside the field and keeps what was typed everywhere else', async ({ page }) => {
      await join(page.context());
      await open(page, '/settings/profile');
      await page.getByLabel('Name', { exact: true }).fill('x'.repeat(81));
      await page.getByRole('textbox', { name: 'About you' }).fill('Not to be lost');
      await saveProfile(page);
      await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/Use at most 80 characters\./);
      await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
      await expect(page.getByRole('textbox', { name: 'About you' })).toHaveValue('Not to be lost');
    });

    test('because another tab saved first, overwrites nothing and loses nothing that was typed', async ({ page }) => {
      await join(page.context());
      const second = await page.context().newPage();
      await open(page, '/settings/profile');
      await open(second, '/settings/profile');
      await page.getByLabel('Name', { exact: true }).fill('Saved first');
      await saveProfile(page);
      await expect(toast(page, 'Profile saved.')).toBeVisible();

      await second.getByLabel('Name', { exact: true }).fill('Saved too late');
      await second.getByRole('textbox', { name: 'About you' }).fill('Written in the second tab');
      await saveProfile(second);
      const alert = second.getByRole('main').getByRole('alert');
      await expect(alert).toContainText('Somebody changed this while you were editing.');
      await expect(alert).toBeFocused();
      await expect(second.getByRole('textbox', { name: 'About you' })).toHaveValue('Written in the second tab');
      expect(await accountOf(page.context())).toMatchObject({ display_name: 'Saved first', bio: '' });
    });
  });
});

test.describe('the picture', () => {
  const picture = (page: Page) => page.getByRole('main').locator('img.avatar');

  test('is uploaded, shown on the page and in the bar, and removed again', async ({ page }) => {
    await join(page.context());
    await open(page, '/settings/profile');
    await expect(picture(page)).toHaveCount(0);
    const file = { name: 'me.png', mimeType: 'image/png', buffer: pngOf(40, 20, [180, 60, 30]) };
    await page.getByLabel('Choose a file').setInputFiles(file);
    await page.getByRole('button', { name: 'Save picture' }).click();
    await expect(picture(page)).toBeVisible();
    await expect(page.getByRole('banner').locator('img.avatar').first()).toBeVisible();
    await expect.poll(() => picture(page).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(512);

    await arriveAt(page, '/settings/profile');
    await page.getByRole('button', { name: 'Remove picture' }).click();
    await expect(toast(page, 'Picture removed.')).toBeVisible();
    await expect(picture(page)).toHaveCount(0);
    await expect(page.getByRole('banner').locator('img.avatar')).toHaveCount(0);
  });

  test('that is none is refused beside the field, and the old one stays', async ({ page }) => {
    await join(page.context());
    await open(page, '/settings/profile');
    const good = { name: 'me.png', mimeType: 'image/png', buffer: pngOf(30, 30, [20, 90, 60]) };
    await page.getByLabel('Choose a file').setInputFiles(good);
    await page.getByRole('button', { name: 'Save picture' }).click();
    await expect(picture(page)).toBeVisible();

    await open(page, '/settings/profile');
    const bad = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') };
    await page.getByLabel('Choose a file').setInputFiles(bad);
    await page.getByRole('button', { name: 'Save picture' }).click();
    await arriveAt(page, /\/settings\/profile\?picture=/);
    const field = page.getByLabel('Choose a file');
    await expect(field).toHaveAccessibleDescription(/This is not a picture we can read\. Use a JPEG, PNG or WebP file\./);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(picture(page)).toBeVisible();
  });

  test('that was not chosen is asked for', async ({ page }) => {
    await join(page.context());
    await open(page, '/settings/profile');
    await page.getByRole('button', { name: 'Save picture' }).click();
    await arriveAt(page, /\/settings\/profile\?picture=/);
    await expect(page.getByLabel('Choose a file')).toHaveAccessibleDescription(/Choose a file first\./);
  });
});

test.describe('preferences', () => {
  test('are kept, and so is a second change', async ({ page }) => {
    await join(page.context());
    await open(page, '/settings/preferences');
    await page.getByLabel('Language', { exact: true }).selectOption('de');
    await page.getByLabel('Currency', { exact: true }).selectOption('USD');
    await page.getByLabel('Surveys by mail').uncheck();
    await page.getByLabel('Clubs in Foyer').uncheck();
    await page.getByRole('button', { name: 'Save preferences' }).click();
    await expect(toast(page, 'Preferences saved.')).toBeVisible();
    await page.getByLabel('News from organizers by mail').check();
    const saved = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Save preferences' }).click();
    await saved;

    await open(page, '/settings/preferences');
    await expect(page.getByLabel('Language', { exact: true })).toHaveValue('de');
    await expect(page.getByLabel('Currency', { exact: true })).toHaveValue('USD');
    await expect(page.getByLabel('Surveys by mail')).not.toBeChecked();
    await expect(page.getByLabel('Clubs in Foyer')).not.toBeChecked();
    await expect(page.getByLabel('News from organizers by mail')).toBeChecked();
    await expect(page.getByLabel('Bookings and tickets by mail')).toBeChecked();
  });

  test('with another time zone and language show every time in them', async ({ page }) => {
    await join(page.context());
    const time = page.getByRole('main').getByRole('time').first();
    await open(page, '/settings/sign-ins');
    await expect(time).toHaveText(/ UTC$/);
    const moment = new Date((await time.getAttribute('datetime')) as string);

    await open(page, '/settings/preferences');
    await page.getByLabel('Time zone', { exact: true }).selectOption('Asia/Tokyo');
    await page.getByLabel('Language', { exact: true }).selectOption('de');
    await page.getByRole('button', { name: 'Save preferences' }).click();
    await expect(toast(page, 'Preferences saved.')).toBeVisible();

    await page.getByRole('link', { name: 'Sign-ins' }).first().click();
    await expect(time).toHaveText(/ JST$/);
    const shown = new Intl.DateTimeFormat('de-DE', { timeZone: 'Asia/Tokyo', dateStyle: 'long' }).format(moment);
    await expect(time).toContainText(shown);
    const hour = new Intl.DateTimeFormat('de-DE', { timeZone: 'Asia/Tokyo', timeStyle: 'short' }).format(moment);
    await expect(time).toContainText(hour.slice(0, 3));
  });
});

test('the theme changes the colours at once, survives a reload, and follows its owner to another browser', async ({
  page,
  otherBrowser,
}) => {
  const person = await join(page.context());
  await open(page, '/');
  const light = await groundColour(page);
  await openMenu(page);
  const dark = page.getByRole('button', { name: 'Dark' });
  await dark.click();
  await expect(dark).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => groundColour(page)).not.toBe(light);
  const night = await groundColour(page);

  await page.reload();
  expect(await groundColour(page)).toBe(night);
  const other = await otherBrowser();
  await signIn(other.context(), person);
  await other.goto('/');
  expect(await groundColour(other)).toBe(night);

  await open(page, '/');
  await openMenu(page);
  await page.getByRole('button', { name: 'System' }).click();
  await expect.poll(() => groundColour(page)).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => groundColour(page)).toBe(night);
});

test.describe('sign-ins', () => {
  test.use({ expectedComplaints: [refusedRequests] });
  const firefox = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };

  test('list every browser; ending one puts it out and leaves this one in', async ({ page, otherBrowser }) => {
    const person = await join(page.context());
    const other = await otherBrowser(firefox);
    await signIn(other.context(), person);
    await open(other, '/settings/profile');

    await open(page, '/settings/sign-ins');
    const rows = page.getByRole('main').getByRole('listitem');
    await expect(rows.filter({ hasText: 'Chrome on Linux' })).toContainText('This device');
    await expect(rows.filter({ hasText: 'Firefox on Linux' })).toHaveCount(1);
    await page.getByRole('button', { name: 'End sign-in: Firefox on Linux' }).click();
    await expect(toast(page, 'That sign-in has ended.')).toBeVisible();
    await expect(rows.filter({ hasText: 'Firefox on Linux' })).toHaveCount(0);

    await expectSignedOut(other);
    await page.reload();
    await expectSignedIn(page);
  });

  test('elsewhere all end with one button', async ({ page, otherBrowser }) => {
    const person = await join(page.context());
    const others = [await otherBrowser(firefox), await otherBrowser()];
    for (const other of others) await signIn(other.context(), person);
    await open(page, '/settings/sign-ins');
    await page.getByRole('button', { name: 'End all other sign-ins' }).click();
    await expect(toast(page, 'All other sign-ins have ended.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'End all other sign-ins' })).toHaveCount(0);
    for (const other of others) await expectSignedOut(other);
    await page.reload();
    await expectSignedIn(page);
  });

  test('that end while a page is open lead to the door at the next click', async ({ page, otherBrowser }) => {
    const person = await join(page.context());
    const other = await otherBrowser(firefox);
    await signIn(other.context(), person);
    await open(other, '/settings/profile');
    await open(page, '/settings/sign-ins');
    await page.getByRole('button', { name: 'End sign-in: Firefox on Linux' }).click();
    await expect(toast(page, 'That sign-in has ended.')).toBeVisible();
    await other.getByRole('link', { name: 'Payment account' }).click();
    await arriveAt(other, '/login?next=%2Fsettings%2Fpayment');
  });
});

test.describe('the password', () => {
  test.use({ expectedComplaints: [refusedRequests] });

  test('is changed with the current one, which ends the other sign-ins and is told by mail', async ({ page, otherBrowser }) => {
    const person = await join(page.context());
    const other = await otherBrowser();
    await signIn(other.context(), person);
    await open(page, '/settings/account');
    const section = page.getByRole('region', { name: 'Password' });
    const change = async (current: string, next: string) => {
      await section.getByLabel('Current password').fill(current);
      await section.getByLabel('New password').fill(next);
      await section.getByRole('button', { name: 'Change password' }).click();
    };

    await change('not my password', 'a better horse');
    await expect(section.getByLabel('Current password')).toHaveAccessibleDescription(/This is not your current password\./);
    await expect(section.getByRole('alert')).toBeFocused();
    await change(person.password, 'short');
    await expect(section.getByLabel('New password')).toHaveAccessibleDescription(/Use at least 8 characters\./);
    await change(person.password, 'a better horse');
    await expect(toast(page, 'Password changed. Your other sign-ins have ended.')).toBeVisible();

    await newestMail(page.request, person.email, { subject: /Your password was changed/ });
    await expectSignedOut(other);
    await fillSignIn(other, person.username, 'a better horse');
    await arriveAt(other, '/settings/profile');
    await page.reload();
    await expectSignedIn(page);
  });

  test('does not stay in the fields once it was changed', async ({ page }) => {
    const person = await join(page.context());
    await open(page, '/settings/account');
    const section = page.getByRole('region', { name: 'Password' });
    await section.getByLabel('Current password').fill(person.password);
    await section.getByLabel('New password').fill('a better horse');
    await section.getByRole('button', { name: 'Change password' }).click();
    await expect(toast(page, 'Password changed.')).toBeVisible();
    await expect(section.getByLabel('Current password')).toHaveValue('');
    await expect(section.getByLabel('New password')).toHaveValue('');
  });
});

test.describe('the mail address', () => {
  test.use({ expectedComplaints: [refusedRequests] });

  test('changes only with the password, and only once the link sent to the new one was followed', async ({ page }) => {
    const person = await join(page.context());
    const { email: wanted } = somebodyNew();
    await open(page, '/settings/account');
    const section = page.getByRole('region', { name: 'Mail address' });
    const change = async (password: string) => {
      await section.getByLabel('Mail address', { exact: true }).fill(wanted);
      await section.getByLabel('Current password').fill(password);
      await section.getByRole('button', { name: 'Change mail address' }).click();
    };

    await change('not my password');
    await expect(section.getByLabel('Current password')).toHaveAccessibleDescription(/This is not your current password\./);
    await change(person.password);
    await expect(toast(page, 'We sent a link to the new address.')).toBeVisible();
    await expect(section).toContainText(`Open the link we sent to ${wanted} to take it over.`);
    expect((await accountOf(page.context())).email).toBe(person.email);
    await newestMail(page.request, person.email, { subject: /Your mail address is about to change/ });

    await open(page, firstLink(await newestMail(page.request, wanted)));
    await page.getByRole('button', { name: 'Confirm address' }).click();
    await expect(page.getByRole('heading', { name: 'Mail address confirmed' })).toBeVisible();
    expect(await accountOf(page.context())).toMatchObject({ email: wanted, email_verified: true });
    await open(page, '/settings/account');
    await expect(section.getByLabel('Mail address', { exact: true })).toHaveValue(wanted);
    await expect(section).not.toContainText('Waiting for your click');
  });
});

test('the payment account is there, empty, with its balance in the chosen currency', async ({ page }) => {
  await join(page.context());
  await expect
    .poll(async () => (await page.request.post('/api/fn/accounts/load_payment_account')).status(), { message: 'it is opened' })
    .toBe(200);
  await open(page, '/settings/payment');
  await expect(page.getByRole('heading', { level: 1, name: 'Payment account' })).toBeVisible();
  await expect(page.getByText('Nothing has moved yet.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('0.00');
});

test('an attendee becomes an organizer without leaving the page', async ({ page }) => {
  const person = await join(page.context());
  await editProfile(page.context(), person, { display_name: 'Ada Lovelace' });
  await open(page, '/settings/profile');
  await page.getByRole('button', { name: 'Become an organizer' }).click();
  await expect(toast(page, 'You may put on events now.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Become an organizer' })).toHaveCount(0);
  expect((await accountOf(page.context())).role).toBe('organizer');
});

test('on a phone the list of settings opens from its button and leads to the page that was chosen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await join(page.context());
  await open(page, '/settings/profile');
  const rail = page.getByRole('navigation', { name: 'Settings' });
  await expect(rail).toBeHidden();
  await page.getByRole('main').getByRole('button', { name: 'Profile', exact: true }).click();
  await rail.getByRole('link', { name: 'Payment account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Payment account' })).toBeVisible();
  await expect(rail).toBeHidden();
});
