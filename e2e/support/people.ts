// People to test with: everyone new, so that tests never meet in the same account.

import { randomBytes } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { arriveAt, expect, open } from './check.ts';

export type Person = {
  username: string;
  email: string;
  password: string;
};

/** Written by `--demo`, with the same password on every machine. */
export const demoAdmin: Person = { username: 'admin', email: 'admin@foyer.example', password: 'foyer-demo-2026' };

export function somebodyNew(changes: Partial<Person> = {}): Person {
  const username = `ada-${randomBytes(5).toString('hex')}`;
  return { username, email: `${username}@example.org`, password: 'correct horse battery', ...changes };
}

/** What a page of this browser may call; cookies come along and are kept. */
export async function call(context: BrowserContext, name: string, form: Record<string, string> = {}): Promise<unknown> {
  const response = await context.request.post(`/api/fn/${name}`, { form });
  expect(response.ok(), `${name} answers ${response.status()}: ${await response.text()}`).toBe(true);
  return response.json();
}

/** Opens an account and signs this browser in with it, without a detour over the pages. */
export async function join(context: BrowserContext, changes: Partial<Person> = {}): Promise<Person> {
  const person = somebodyNew(changes);
  await call(context, 'accounts/register', { ...person, time_zone: 'UTC' });
  return person;
}

export async function signIn(context: BrowserContext, { username, password }: Person): Promise<void> {
  await call(context, 'accounts/log_in', { login: username, password });
}

export type Account = {
  id: string;
  display_name: string;
  bio: string;
  email: string;
  email_verified: boolean;
  visibility: string;
  role: string;
  version: number;
};

export async function accountOf(context: BrowserContext): Promise<Account> {
  return (await call(context, 'accounts/load_account')) as Account;
}

/** Changes a profile behind the scenes. */
export async function editProfile(
  context: BrowserContext,
  person: Person,
  changes: Partial<Pick<Account, 'display_name' | 'bio' | 'visibility'>>,
): Promise<void> {
  const { display_name, bio, visibility, version } = { ...(await accountOf(context)), ...changes };
  const { username } = person;
  await call(context, 'accounts/save_profile', { username, display_name, bio, visibility, version: String(version) });
}

export async function fillRegistration(page: Page, person: Person): Promise<void> {
  await page.getByLabel('Username').fill(person.username);
  await page.getByLabel('Mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
}

/** Signs in on the page that is open, and answers once the form was sent. */
export async function fillSignIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Username or mail address').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

export async function signInByHand(page: Page, login: string, password: string, path = '/login'): Promise<void> {
  await open(page, path);
  await fillSignIn(page, login, password);
}

export async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your menu' }).click();
}

export async function expectSignedIn(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Your menu' })).toBeVisible();
}

/** What needs a sign-in leads to the door. */
export async function expectSignedOut(page: Page): Promise<void> {
  await page.goto('/settings/profile');
  await arriveAt(page, /\/login\?next=/);
}
