// Registering, confirming, signing in and out, and getting back in without the password.

import { arriveAt, expect, hydrated, open, refusedRequests, test } from '../support/check.ts';
import { allMails, firstLink, newestMail } from '../support/mailbox.ts';
import {
  accountOf,
  expectSignedIn,
  expectSignedOut,
  fillRegistration,
  fillSignIn,
  join,
  openMenu,
  signIn,
  signInByHand,
  somebodyNew,
} from '../support/people.ts';

test.describe('registering', () => {
  test.use({ expectedComplaints: [refusedRequests] });

  test('shows what is wrong beside each field and in a summary that takes the focus', async ({ page }) => {
    await open(page, '/register');
    await fillRegistration(page, { username: 'a b', email: 'nowhere', password: 'short' });
    await page.getByRole('button', { name: 'Create account' }).click();

    const summary = page.getByRole('main').getByRole('alert');
    await expect(summary).toContainText('3 fields need another look.');
    await expect(summary).toBeFocused();
    const problems = {
      Username: 'Use the letters a to z, digits, dots, dashes and underscores.',
      'Mail address': 'This does not look like a mail address. It needs a form like ada@example.org.',
      Password: 'Use at least 8 characters.',
    };
    for (const [label, problem] of Object.entries(problems)) {
      const field = page.getByLabel(label, { exact: true });
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(new RegExp(problem));
      await expect(summary.getByRole('link', { name: problem })).toBeVisible();
    }
    await expect(page.getByLabel('Username')).toHaveValue('a b');
    await expect(page.getByLabel('Mail address')).toHaveValue('nowhere');

    await summary.getByRole('link', { name: problems['Mail address'] }).click();
    await expect(page.getByLabel('Mail address')).toBeFocused();
  });

  test('says beside the field that a name or an address is taken', async ({ page, otherBrowser }) => {
    const other = await otherBrowser();
    const taken = await join(other.context());

    await open(page, '/register');
    await fillRegistration(page, somebodyNew({ username: taken.username.toUpperCase() }));
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByLabel('Username')).toHaveAccessibleDescription(/This username is taken\./);
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();

    await fillRegistration(page, somebodyNew({ email: taken.email }));
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByLabel('Mail address')).toHaveAccessibleDescription(/An account with this mail address exists\./);
    await expect(page.getByLabel('Username')).not.toHaveAttribute('aria-invalid', 'true');
  });
});

test('a new person registers, confirms the address with the mailed link, and sees that it is done', async ({ page }) => {
  const person = somebodyNew();
  await open(page, '/register');
  await fillRegistration(page, person);
  await page.getByRole('button', { name: 'Create account' }).click();
  await arriveAt(page, '/verify-email');
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(person.email);
  await expectSignedIn(page);

  const mail = await newestMail(page.request, person.email, { subject: /Welcome/ });
  await open(page, firstLink(mail));
  // Programs follow links in mails before people do: opening it must not use it up.
  expect((await accountOf(page.context())).email_verified).toBe(false);
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await expect(page.getByRole('heading', { name: 'Mail address confirmed' })).toBeVisible();
  expect((await accountOf(page.context())).email_verified).toBe(true);

  await page.getByRole('link', { name: 'Go to your home page' }).click();
  await arriveAt(page, '/');
  await expect(page.getByRole('heading', { name: `Hello, ${person.username}` })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Confirm your mail address (done)' })).toBeVisible();
});

test('the time zone of the browser becomes the one of a new account', async ({ page }) => {
  await open(page, '/register');
  await fillRegistration(page, somebodyNew());
  await page.getByRole('button', { name: 'Create account' }).click();
  await arriveAt(page, '/verify-email');
  await open(page, '/settings/preferences');
  await expect(page.getByLabel('Time zone', { exact: true })).toHaveValue('Europe/Berlin');
});

test('a lost confirmation mail can be sent again, and the new link works', async ({ page }) => {
  const person = await join(page.context());
  const first = await newestMail(page.request, person.email);
  await open(page, '/');
  await page.getByRole('button', { name: 'Send link again' }).click();
  await expect(page.getByText('A new link is on its way.')).toBeVisible();

  const second = await newestMail(page.request, person.email, { after: first });
  await open(page, firstLink(second));
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await expect(page.getByRole('heading', { name: 'Mail address confirmed' })).toBeVisible();
});

test.describe('a used confirmation link', () => {
  test.use({ expectedComplaints: [refusedRequests] });

  test('says so and offers a new one', async ({ page }) => {
    const person = await join(page.context());
    const link = firstLink(await newestMail(page.request, person.email));
    await open(page, link);
    await page.getByRole('button', { name: 'Confirm address' }).click();
    await expect(page.getByRole('heading', { name: 'Mail address confirmed' })).toBeVisible();

    await open(page, link);
    await page.getByRole('button', { name: 'Confirm address' }).click();
    await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send link again' })).toBeVisible();
  });
});

test('signing out ends the sign-in and shows the page visitors see', async ({ page }) => {
  await join(page.context());
  await open(page, '/');
  await openMenu(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'The room before the room' })).toBeVisible();
  await expectSignedOut(page);
});

test.describe('signing in', () => {
  test.use({ expectedComplaints: [refusedRequests] });

  test('works with the username and with the mail address, whatever their capitals', async ({ page, otherBrowser }) => {
    const other = await otherBrowser();
    const person = await join(other.context());
    for (const login of [person.username, person.email, person.email.toUpperCase()]) {
      await page.context().clearCookies();
      await signInByHand(page, login, person.password);
      await arriveAt(page, '/');
      await expect(page.getByRole('heading', { name: `Hello, ${person.username}` })).toBeVisible();
    }
  });

  test('wrongly gets the same sentence whether or not there is such a person, and keeps the name that was typed', async ({
    page,
    otherBrowser,
  }) => {
    const other = await otherBrowser();
    const person = await join(other.context());
    const sentence = 'That name and password do not belong together. Check both and try again.';
    for (const login of [person.username, somebodyNew().username]) {
      await signInByHand(page, login, 'not the password');
      await expect(page.getByRole('main').getByRole('alert')).toHaveText(sentence);
      await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
      await expect(page.getByLabel('Username or mail address')).toHaveValue(login);
      await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
    }
    await fillSignIn(page, person.username, person.password);
    await arriveAt(page, '/');
  });

  test('leads back to the page that was wanted', async ({ page, otherBrowser }) => {
    const other = await otherBrowser();
    const person = await join(other.context());
    await page.goto('/settings/preferences?from=mail');
    await arriveAt(page, /\/login\?next=%2Fsettings%2Fpreferences%3Ffrom%3Dmail$/);
    await expect(page.getByText('You come back to the page you wanted.')).toBeVisible();
    await fillSignIn(page, person.username, person.password);
    await arriveAt(page, '/settings/preferences?from=mail');
    await expect(page.getByRole('heading', { level: 1, name: 'Preferences' })).toBeVisible();
  });

  test('never leads to another site, whatever the link says', async ({ page, otherBrowser }) => {
    const other = await otherBrowser();
    const person = await join(other.context());
    for (const next of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
      await page.context().clearCookies();
      await signInByHand(page, person.username, person.password, `/login?next=${encodeURIComponent(next)}`);
      await arriveAt(page, '/');
      await expectSignedIn(page);
    }
  });
});

test.describe('a forgotten password', () => {
  test.use({ expectedComplaints: [refusedRequests] });

  test('is replaced by way of a mailed link, which ends every old sign-in and works once', async ({ page, otherBrowser }) => {
    const other = await otherBrowser();
    const person = await join(other.context());
    await open(page, '/login');
    await page.getByRole('link', { name: 'Forgot it?' }).click();
    await arriveAt(page, '/forgot-password');
    await page.getByLabel('Mail address').fill(person.email);
    await page.getByRole('button', { name: 'Send link' }).click();
    await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();

    const link = firstLink(await newestMail(page.request, person.email, { subject: /Set a new password/ }));
    await open(page, link);
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Save password' }).click();
    await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/Use at least 8 characters\./);
    await page.getByLabel('New password').fill('a better horse');
    await page.getByRole('button', { name: 'Save password' }).click();
    await expect(page.getByRole('heading', { name: 'Password saved' })).toBeVisible();
    await expectSignedOut(other);

    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await fillSignIn(page, person.username, person.password);
    await expect(page.getByRole('main').getByRole('alert')).toContainText('do not belong together');
    await fillSignIn(page, person.username, 'a better horse');
    await arriveAt(page, '/');
    await newestMail(page.request, person.email, { subject: /Your password was changed/ });

    await open(page, link);
    await page.getByLabel('New password').fill('yet another horse');
    await page.getByRole('button', { name: 'Save password' }).click();
    await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
    await signIn(page.context(), { ...person, password: 'a better horse' });
  });

  test('gets the same answer for an address nobody has, and no mail', async ({ page }) => {
    const { email } = somebodyNew();
    await open(page, '/forgot-password');
    await page.getByLabel('Mail address').fill(email);
    await page.getByRole('button', { name: 'Send link' }).click();
    await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
    await expect(page.getByText('If this address has an account, a link is on its way.')).toBeVisible();

    // Mails are written in the order they were asked for: once a later one is there, this one will not come.
    const later = await join(page.context());
    await newestMail(page.request, later.email);
    expect(await allMails(page.request, email)).toEqual([]);
  });
});

test('a password can be shown while it is typed', async ({ page }) => {
  await open(page, '/login');
  const password = page.getByLabel('Password', { exact: true });
  await password.fill('correct horse');
  const reveal = page.getByRole('button', { name: 'Show password' });
  await reveal.click();
  await expect(password).toHaveAttribute('type', 'text');
  await expect(reveal).toHaveAttribute('aria-pressed', 'true');
  await reveal.click();
  await expect(password).toHaveAttribute('type', 'password');
});

test('a form sent before the page has woken up is not lost', async ({ page }) => {
  // The browser's half never arrives: what is left is what a slow connection shows for its first seconds.
  await page.route(/\.wasm$/, () => {});
  const person = somebodyNew();
  await page.goto('/register');
  await fillRegistration(page, person);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL('/verify-email');
  await page.unroute(/\.wasm$/);
  await page.reload();
  await hydrated(page);
  await expectSignedIn(page);
});
