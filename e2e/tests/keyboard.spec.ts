// Everything can be done without a mouse, and one always sees where one is.

import { arriveAt, expect, open, refusedRequests, test } from '../support/check.ts';
import { expectFocusVisible, isFocused, tabTo } from '../support/keyboard.ts';
import { accountOf, demoAdmin, expectSignedIn, join, signIn, somebodyNew } from '../support/people.ts';

test.use({ expectedComplaints: [refusedRequests] });

test('the first stop leads past the bar to the content', async ({ page }) => {
  await open(page, '/login');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Username or mail address')).toBeFocused();
});

test('somebody registers, and repairs what was refused, by keyboard alone', async ({ page }) => {
  const person = somebodyNew();
  await open(page, '/');
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Create account' }));
  await page.keyboard.press('Enter');
  await arriveAt(page, '/register');

  await tabTo(page, page.getByLabel('Username'));
  await page.keyboard.type(person.username);
  await tabTo(page, page.getByLabel('Mail address'));
  await page.keyboard.type('nowhere');
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');

  const summary = page.getByRole('main').getByRole('alert');
  await expect(summary).toBeFocused();
  await expectFocusVisible(page);
  await page.keyboard.press('Tab');
  await expect(summary.getByRole('link', { name: /mail address/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Mail address')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(person.email);
  // A password is never sent back into a page.
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(person.password);
  await tabTo(page, page.getByRole('main').getByRole('button', { name: 'Create account' }));
  await page.keyboard.press('Space');
  await arriveAt(page, '/verify-email');
  await expectSignedIn(page);
});

test('a link leads to a page of its own, which begins at its beginning', async ({ page }) => {
  await open(page, '/login');
  await tabTo(page, page.getByRole('link', { name: 'Forgot it?' }));
  await page.keyboard.press('Enter');
  await arriveAt(page, '/forgot-password');
  await expect(page.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
});

test('the menu opens, is walked through, closes with Escape and gives the focus back', async ({ page }) => {
  await join(page.context());
  await open(page, '/');
  const button = page.getByRole('button', { name: 'Your menu' });
  const menu = page.locator('#person-menu');
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(menu.getByRole('link', { name: 'Your page' })).toBeFocused();
  await tabTo(page, menu.getByRole('button', { name: 'Sign out' }));
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();

  await page.keyboard.press('Space');
  await expect(menu).toBeVisible();
  await tabTo(page, menu.getByRole('link', { name: 'Settings' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  await expect(menu).toBeHidden();
});

test('the theme is changed and the sign-in ended from the menu by keyboard', async ({ page }) => {
  await join(page.context());
  await open(page, '/');
  const menu = page.locator('#person-menu');
  await tabTo(page, page.getByRole('button', { name: 'Your menu' }));
  await page.keyboard.press('Enter');
  const dark = menu.getByRole('button', { name: 'Dark' });
  await tabTo(page, dark);
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(dark).toBeFocused();
  await tabTo(page, menu.getByRole('button', { name: 'Sign out' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The room before the room' })).toBeVisible();
});

test('the question before a suspension takes the focus, closes with Escape, and gives the focus back', async ({
  page,
  otherBrowser,
}) => {
  const other = await otherBrowser();
  const person = await join(other.context());
  await signIn(page.context(), demoAdmin);
  await open(page, `/admin/users?q=${person.username}`);
  const suspend = page.getByRole('button', { name: `Suspend ${person.username}` });
  const dialog = page.getByRole('dialog', { name: `Suspend ${person.username}?` });

  await tabTo(page, suspend);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate((element) => element.contains(document.activeElement)), 'the focus is in the dialog').toBe(true);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(suspend).toBeFocused();

  await page.keyboard.press('Space');
  await expect(dialog).toBeVisible();
  const leave = dialog.getByRole('button', { name: 'Leave as it is' });
  if (!(await isFocused(leave))) await tabTo(page, leave);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(suspend).toBeFocused();

  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('button', { name: 'Suspend', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').filter({ hasText: person.email })).toContainText('Suspended');
  await expect(dialog).toBeHidden();
});

test('saving a form leaves the focus where it was', async ({ page }) => {
  await join(page.context());
  for (const [path, button, words] of [
    ['/settings/profile', 'Save profile', 'Profile saved.'],
    ['/settings/preferences', 'Save preferences', 'Preferences saved.'],
  ] as const) {
    await open(page, path);
    const save = page.getByRole('button', { name: button });
    await save.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
    await expect.soft(save, button).toBeFocused();
  }
});

test('choices between cards move with the arrow keys', async ({ page }) => {
  await join(page.context());
  await open(page, '/settings/profile');
  await tabTo(page, page.getByLabel('Everybody'));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('Members')).toBeChecked();
  await expectFocusVisible(page);
  await tabTo(page, page.getByRole('button', { name: 'Save profile' }));
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await accountOf(page.context())).visibility).toBe('members');
});

test('every stop of every page is in sight and has a ring', async ({ page }) => {
  await join(page.context());
  for (const path of ['/', '/settings/profile', '/settings/account', '/settings/preferences', '/settings/sign-ins', '/dev/mailbox']) {
    await open(page, path);
    for (let stop = 0; stop < 30; stop += 1) {
      await page.keyboard.press('Tab');
      await expectFocusVisible(page);
    }
  }
});
