// Who sees whom, and what admins do with people.

import type { Page } from '@playwright/test';
import { arriveAt, expect, open, refusedRequests, test } from '../support/check.ts';
import {
  accountOf,
  call,
  demoAdmin,
  editProfile,
  expectSignedIn,
  expectSignedOut,
  fillSignIn,
  join,
  openMenu,
  signIn,
  signInByHand,
  somebodyNew,
} from '../support/people.ts';

test.use({ expectedComplaints: [refusedRequests] });

test.describe('a profile', () => {
  const readers = { everyone: ['visitor', 'member', 'owner', 'admin'], members: ['member', 'owner', 'admin'], nobody: ['owner', 'admin'] };

  for (const [visibility, allowed] of Object.entries(readers)) {
    test(`for ${visibility} is seen by ${allowed.join(', ')} and is not there for the others`, async ({ page, otherBrowser }) => {
      const owner = await join(page.context());
      await editProfile(page.context(), owner, { visibility, bio: 'Counts in her sleep.' });
      const path = `/people/${(await accountOf(page.context())).id}`;
      const [visitor, member, admin] = [await otherBrowser(), await otherBrowser(), await otherBrowser()];
      await join(member.context());
      await signIn(admin.context(), demoAdmin);

      for (const [name, reader] of Object.entries({ visitor, member, owner: page, admin })) {
        const answer = await reader.goto(path);
        const sees = allowed.includes(name);
        expect(answer?.status(), `to the ${name}`).toBe(sees ? 200 : 404);
        const main = reader.getByRole('main');
        await expect(main.getByText('Counts in her sleep.')).toHaveCount(sees ? 1 : 0);
        await expect(main.getByText(`@${owner.username}`)).toHaveCount(sees ? 1 : 0);
      }
    });
  }

  test('shows the way to edit it to its owner only', async ({ page, otherBrowser }) => {
    await join(page.context());
    const path = `/people/${(await accountOf(page.context())).id}`;
    await open(page, path);
    await expect(page.getByRole('link', { name: 'Edit profile' })).toBeVisible();
    const visitor = await otherBrowser();
    await open(visitor, path);
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(visitor.getByRole('link', { name: 'Edit profile' })).toHaveCount(0);
  });
});

test.describe('an admin', () => {
  const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

  async function find(admin: Page, text: string): Promise<void> {
    await open(admin, '/admin/users');
    await admin.getByLabel('Name, username or mail').fill(text);
    await admin.getByRole('button', { name: 'Search' }).click();
    await arriveAt(admin, /[?&]q=/);
  }

  test('comes from the menu, finds a person by part of the mail address, and makes them an organizer', async ({
    page,
    otherBrowser,
  }) => {
    const other = await otherBrowser();
    const person = await join(other.context());
    await signIn(page.context(), demoAdmin);
    await open(page, '/');
    await openMenu(page);
    await page.getByRole('link', { name: 'People and roles' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();

    await find(page, person.email.slice(2, -4).toUpperCase());
    await expect(page.getByText('1 person')).toBeVisible();
    await rowOf(page, person.email).getByRole('combobox').selectOption('organizer');
    await page.getByRole('button', { name: `Set role of ${person.username}` }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Role changed.' })).toBeVisible();
    await expect(rowOf(page, person.email).getByRole('combobox')).toHaveValue('organizer');
    expect((await accountOf(other.context())).role).toBe('organizer');
  });

  test('suspends a person, who is out at once and cannot sign in, and reinstates them', async ({ page, otherBrowser }) => {
    const other = await otherBrowser();
    const person = await join(other.context());
    await open(other, '/settings/profile');
    await signIn(page.context(), demoAdmin);
    await find(page, person.username);
    await page.getByRole('button', { name: `Suspend ${person.username}` }).click();
    const dialog = page.getByRole('dialog', { name: `Suspend ${person.username}?` });
    await expect(dialog).toContainText('They are signed out everywhere at once');
    await dialog.getByRole('button', { name: 'Leave as it is' }).click();
    await expect(dialog).toBeHidden();
    await expect(rowOf(page, person.email)).toContainText('Active');

    await page.getByRole('button', { name: `Suspend ${person.username}` }).click();
    await dialog.getByRole('button', { name: 'Suspend', exact: true }).click();
    await expect(rowOf(page, person.email)).toContainText('Suspended');
    await expect(dialog).toBeHidden();

    await expectSignedOut(other);
    await fillSignIn(other, person.username, person.password);
    const sentence = 'This account is suspended. Write to the people who run this site.';
    await expect(other.getByRole('main').getByRole('alert')).toContainText(sentence);

    await page.getByRole('button', { name: `Reinstate ${person.username}` }).click();
    await expect(rowOf(page, person.email)).toContainText('Active');
    await signInByHand(other, person.username, person.password);
    await arriveAt(other, '/');
    await expectSignedIn(other);
  });

  test('finds only suspended people when asked for them, and is told when nobody matches', async ({ page, otherBrowser }) => {
    const other = await otherBrowser();
    const person = await join(other.context());
    const { id } = await accountOf(other.context());
    await signIn(page.context(), demoAdmin);
    await call(page.context(), 'accounts/set_suspended', { user_id: id, suspended: 'true' });

    await open(page, '/admin/users');
    await page.getByLabel('State', { exact: true }).selectOption('suspended');
    await page.getByLabel('Name, username or mail').fill(person.username);
    await page.getByRole('button', { name: 'Search' }).click();
    await arriveAt(page, /state=suspended/);
    await expect(rowOf(page, person.email)).toHaveCount(1);
    await expect(page.getByLabel('State', { exact: true })).toHaveValue('suspended');

    const nobody = somebodyNew().username;
    await find(page, nobody);
    await expect(page.getByText(`Nobody matches “${nobody}”`)).toBeVisible();
    await page.getByRole('link', { name: 'Show everybody' }).click();
    await expect(page.getByRole('table')).toBeVisible();
    await expect(page.getByLabel('Name, username or mail')).toHaveValue('');
  });

  test('turns the pages of a long list without meeting anybody twice', async ({ page, otherBrowser }) => {
    const other = await otherBrowser();
    const group = somebodyNew().username.slice(4);
    for (let number = 0; number < 27; number += 1) {
      await call(other.context(), 'accounts/register', somebodyNew({ username: `${group}-${number}`, email: `${group}-${number}@example.org` }));
    }
    await signIn(page.context(), demoAdmin);
    await find(page, group);
    await expect(page.getByText('27 people')).toBeVisible();
    const names = page.getByRole('rowheader').locator('small').filter({ hasText: /^@/ });
    const first = await names.allTextContents();
    expect(first).toHaveLength(25);
    await page.getByRole('link', { name: 'Next' }).click();
    await expect(names).toHaveCount(2);
    expect(new Set([...first, ...(await names.allTextContents())]).size).toBe(27);
    await page.getByRole('link', { name: 'Newest' }).click();
    await expect(names).toHaveCount(25);
  });

  test('cannot suspend or demote themselves', async ({ page }) => {
    await signIn(page.context(), demoAdmin);
    await find(page, demoAdmin.email);
    const row = rowOf(page, demoAdmin.email);
    await expect(row).toContainText('This is you');
    await expect(row.getByRole('combobox')).toHaveCount(0);
    await expect(row.getByRole('button')).toHaveCount(0);
  });
});

test.describe('somebody who is no admin', () => {
  test('gets the page for closed doors, and no link that leads there', async ({ page }) => {
    await join(page.context());
    const answer = await page.goto('/admin/users');
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('heading', { name: 'This door is for staff' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('main').getByRole('search')).toHaveCount(0);
    await openMenu(page);
    await expect(page.getByRole('link', { name: 'People and roles' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Go to the home page' }).click();
    await expect(page).toHaveURL('/');
  });
});

test('an address that leads nowhere is answered with 404 and a way home', async ({ page }) => {
  const nowhere = ['/nothing-here', '/people/nobody', '/people/00000000-0000-7000-8000-000000000000', '/settings/nothing', '/dev/mailbox/nothing'];
  for (const path of nowhere) {
    const answer = await page.goto(path);
    expect.soft(answer?.status(), path).toBe(404);
    await expect.soft(page.getByRole('heading', { level: 1, name: 'This seat does not exist' }), path).toBeVisible();
  }
  await open(page, '/nothing-here');
  await expect(page).toHaveTitle('This seat does not exist · Foyer');
  await page.getByRole('link', { name: 'Go to the home page' }).click();
  await expect(page).toHaveURL('/');
});
