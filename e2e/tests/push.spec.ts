// Notices in a browser that is not open. The browser's maker is a stand-in, since the real ones cannot be reached from
// here: it takes what the server sends, and Chromium's own service worker is then given what came.

import type { BrowserContext, Page } from '@playwright/test';
import { expect, open, test } from '../support/check.ts';
import { join } from '../support/people.ts';
import { Keys, Maker } from '../support/push.ts';

const PAGE = '/settings/browsers';
const PASSWORD = 'another long sentence of mine';
const switchOn = (page: Page) => page.getByRole('button', { name: 'Show notices in this browser' });

let maker: Maker;

test.describe('notices in a browser', () => {
  // One port, so one after the other.
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    maker = await Maker.start();
  });
  test.afterAll(() => maker.stop());

  test('arrive after it was switched on, are shown by its worker, and stop again', async ({ page, context, baseURL }) => {
    const person = await join(context);
    await context.grantPermissions(['notifications'], { origin: new URL(baseURL ?? '').origin });
    const keys = await Keys.make();
    await answerForTheMaker(page, keys.subscription(`${maker.origin}/${person.username}`));
    const workers = await workersOf(page);

    await open(page, PAGE);
    await switchOn(page).click();
    await expect(page.getByRole('status').filter({ hasText: 'This browser shows notices now.' })).toBeVisible();
    const device = page.locator('.push-devices li');
    await expect(device).toContainText('This browser');
    await expect(switchOn(page)).toHaveCount(0);

    await changePassword(context, person.password, PASSWORD);
    await expect.poll(() => sentTo(person.username).length).toBe(1);
    const text = await keys.open(sentTo(person.username)[0].body);
    expect(JSON.parse(text)).toMatchObject({ title: 'Your password was changed', link: '/settings/sign-ins' });

    await workers.deliver(text);
    await expect.poll(() => shown(page)).toEqual(['Your password was changed']);

    await device.getByRole('button', { name: /^Stop notices in / }).click();
    await expect(page.getByRole('status').filter({ hasText: 'No more notices there.' })).toBeVisible();
    await expect(switchOn(page)).toBeVisible();
    await changePassword(context, PASSWORD, person.password);
    await expect.poll(() => noticesOf(context)).toBeGreaterThan(2);
    expect(sentTo(person.username)).toHaveLength(1);
  });

  test('cannot be switched on where their person said no, and the page says what to do', async ({ page, context }) => {
    await join(context);
    await page.addInitScript(() => {
      Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
    });
    await open(page, PAGE);
    await expect(page.locator('.push-devices')).toContainText('Allow them in its settings');
    await expect(switchOn(page)).toBeHidden();
  });

  test('that cannot be switched on says so, and may be tried again', async ({ page, context, baseURL }) => {
    await join(context);
    await context.grantPermissions(['notifications'], { origin: new URL(baseURL ?? '').origin });
    await page.addInitScript(() => {
      PushManager.prototype.subscribe = () => Promise.reject(new DOMException('no network', 'AbortError'));
    });
    await open(page, PAGE);
    await switchOn(page).click();
    await expect(page.locator('.push-devices')).toContainText('could not be switched on');
    await expect(switchOn(page)).toBeEnabled();
    await expect(switchOn(page)).not.toHaveAttribute('aria-busy', 'true');
  });
});

const sentTo = (name: string) => maker.taken.filter((pushed) => pushed.path === `/${name}`);

/// The real makers' servers cannot be reached: what they would answer is put in their place.
async function answerForTheMaker(page: Page, subscription: object): Promise<void> {
  await page.addInitScript((answer) => {
    PushManager.prototype.subscribe = () => Promise.resolve(answer as unknown as PushSubscription);
  }, subscription);
}

/// Hands something to the page's service worker, as the browser does when its maker's server has something.
async function workersOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  let registrationId = '';
  session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    registrationId = registrations.at(-1)?.registrationId ?? registrationId;
  });
  await session.send('ServiceWorker.enable');
  return {
    deliver: (data: string) =>
      session.send('ServiceWorker.deliverPushMessage', { origin: new URL(page.url()).origin, registrationId, data }),
  };
}

async function shown(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map((notification) => notification.title);
  });
}

async function changePassword(context: BrowserContext, from: string, to: string): Promise<void> {
  const answer = await context.request.post('/api/v1/users/me/password', {
    data: { current_password: from, new_password: to },
  });
  expect(answer.status()).toBe(204);
}

async function noticesOf(context: BrowserContext): Promise<number> {
  return (await (await context.request.get('/api/v1/users/me/notifications')).json()).total;
}
