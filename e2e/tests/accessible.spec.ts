// Every page for everybody: by day and by night, on a phone and at a desk, with the longest names there are.

import type { Page } from '@playwright/test';
import {
  arriveAt,
  expect,
  expectAccessibleInBothThemes,
  expectEveryIdOnce,
  expectNoSidewaysScrolling,
  open,
  refusedRequests,
  test,
} from '../support/check.ts';
import { clubName, found } from '../support/clubs.ts';
import { addTicket, draft, inDays, joinAsOrganizer, ownWord, type TestEvent } from '../support/events.ts';
import { firstLink, newestMail } from '../support/mailbox.ts';
import {
  accountOf,
  call,
  demoAdmin,
  editProfile,
  fillRegistration,
  fillSignIn,
  join,
  openMenu,
  signIn,
  somebodyNew,
} from '../support/people.ts';
import { takeScreens } from '../support/screens.ts';
import { addVenue, hall, savePlan, venueName } from '../support/venues.ts';

test.use({ expectedComplaints: [refusedRequests] });

const height = 900;

/** Looks at what is on the page now in every width and theme. */
async function lookAt(page: Page, name: string): Promise<void> {
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height });
    await expectNoSidewaysScrolling(page);
    if (width !== 768) await expectAccessibleInBothThemes(page);
  }
  await expectEveryIdOnce(page);
  await takeScreens(page, name);
}

async function lookAtPage(page: Page, path: string, name: string): Promise<void> {
  await open(page, path);
  await lookAt(page, name);
}

/** Toasts go by themselves after some seconds; here they stay until they have been looked at. */
async function keepToasts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const setTimer = globalThis.setTimeout;
    const patient = (act: () => void, delay?: number) => setTimer(act, (delay ?? 0) >= 3_000 ? 600_000 : delay);
    globalThis.setTimeout = patient as typeof setTimeout;
  });
}

/** As long as everything may be, in words that do not break. */
async function joinWithLongNames(page: Page): Promise<void> {
  const { username } = somebodyNew();
  const person = await join(page.context(), {
    username: username.padEnd(40, 'x'),
    email: `${username.padEnd(64, 'x')}@${'a-long-domain-of-a-far-away-theatre'.padEnd(60, 'e')}.example.org`,
  });
  await editProfile(page.context(), person, {
    display_name: 'Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaftschaferswessenschaf',
    bio: `${'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(4)}\n\n${'Counts in her sleep. '.repeat(40)}`,
  });
}

test.describe('for a visitor', () => {
  for (const [name, path] of Object.entries({
    home: '/',
    register: '/register',
    login: '/login',
    'login-led-here': '/login?next=%2Fsettings',
    'forgot-password': '/forgot-password',
    'forgot-password-sent': '/forgot-password?sent',
    'reset-password': '/reset-password?token=abc',
    'reset-password-useless': '/reset-password',
    'reset-password-done': '/reset-password?done',
    'verify-email': '/verify-email?token=abc',
    'verify-email-waiting': '/verify-email',
    'verify-email-done': '/verify-email?done',
    clubs: '/clubs',
    'clubs-none': '/clubs?q=nobody-would-call-it-that',
    events: '/events',
    'events-month': '/events?view=month',
    'events-month-none': '/events?view=month&month=2031-02',
    'events-list': '/events?view=list&sort=price',
    'events-none': '/events?q=zyxwvutsrq',
    'events-refused': '/events?from=yesterday&max_price=cheap&q=%3F',
    'events-nowhere': '/events?view=month&month=2027-13',
    'events-priced': '/events?min_price=0&max_price=1000&currency=CHF',
    venues: '/venues',
    'venues-none': '/venues?q=nobody-would-call-it-that',
    'not-found': '/nothing-here',
  })) {
    test(`${name} is readable by everybody and fits every window`, async ({ page }) => {
      await open(page, path);
      await lookAt(page, name);
    });
  }

  test('refused forms and used links are readable by everybody and fit every window', async ({ page }) => {
    await open(page, '/register');
    await fillRegistration(page, { username: 'a b', email: 'nowhere', password: 'short' });
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await lookAt(page, 'register-refused');

    await open(page, '/login');
    await fillSignIn(page, somebodyNew().username, 'not the password');
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await lookAt(page, 'login-refused');

    await open(page, '/verify-email?token=abc');
    await page.getByRole('button', { name: 'Confirm address' }).click();
    await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
    await lookAt(page, 'verify-email-useless');
  });
});

test.describe('clubs', () => {
  test('a club with the longest words is readable by everybody and fits every window', async ({ page, otherBrowser }) => {
    await joinWithLongNames(page);
    const club = await found(page.context(), {
      name: `${clubName()} ${'Rindfleischetikettierung'.repeat(3)}`.slice(0, 80),
      description: `${'Donaudampfschifffahrtsgesellschaft'.repeat(5)}\n\n${'We sit in a row. '.repeat(60)}`,
      join_policy: 'request',
      members_visible: 'everyone',
    });
    await lookAtPage(page, club.path, 'club-pending');
    const admin = await otherBrowser();
    await signIn(admin.context(), demoAdmin);
    await lookAtPage(admin, club.path, 'club-to-decide');
    await call(admin.context(), 'clubs/approve_club', { club_id: club.id });
    await call(admin.context(), 'clubs/join_club', { club_id: club.id, message: 'Let me in. '.repeat(40) });
    const title = 'Wolfeschlegelsteinhausen'.repeat(5);
    await call(page.context(), 'clubs/publish_post', { club_id: club.id, title, body: 'x'.repeat(900), members_only: 'true' });
    for (const [name, path] of Object.entries({ club: '', 'club-members': '/members', 'club-edit': '/edit', 'club-post': '/posts/new' })) {
      await lookAtPage(page, `${club.path}${path}`, name);
    }
    await lookAtPage(page, '/clubs?show=mine', 'clubs-mine');
    await open(page, '/clubs/new');
    await page.getByRole('main').getByRole('button', { name: 'Found club' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await lookAt(page, 'club-found-refused');
    const visitor = await otherBrowser();
    await lookAtPage(visitor, club.path, 'club-visitor');
  });
});

/** As long as everything may be, with several days inside. */
async function draftWithLongWords(page: Page): Promise<TestEvent> {
  const long = 'Rindfleischetikettierungsüberwachungsaufgaben';
  const event = await draft(page.context(), {
    title: `${ownWord()} ${long.repeat(3)}`.slice(0, 120),
    description: `${'Donaudampfschifffahrtsgesellschaft'.repeat(5)}\n\n${'We sit in a row. '.repeat(60)}`,
    location: long.repeat(2).slice(0, 80),
    city: long.repeat(2).slice(0, 60),
    online_url: `https://meet.example.org/${long.repeat(3)}`,
    ends_at: inDays(41, '21:00'),
    time_zone: 'America/Argentina/ComodRivadavia',
  });
  await addTicket(page.context(), event, {
    name: long,
    price: '123456.78',
    description: `${long.repeat(4)} ${'And a cushion. '.repeat(8)}`,
    'tiers[0][name]': long,
    'tiers[0][price]': '98765.43',
    'tiers[0][quantity]': '10',
  });
  for (const days of [40, 41]) {
    await call(page.context(), 'events/save_session', {
      event_id: event.id,
      title: long.repeat(2),
      starts_at: inDays(days, '20:00'),
      ends_at: inDays(days, '20:30'),
      time_zone: 'America/Argentina/ComodRivadavia',
      room: long,
      speaker_name: long,
      description: long.repeat(5),
    });
  }
  return event;
}

test.describe('events', () => {
  test('an event with the longest words is readable by everybody and fits every window', async ({ page, otherBrowser }) => {
    test.setTimeout(90_000);
    await joinAsOrganizer(page.context());
    const event = await draftWithLongWords(page);
    await lookAtPage(page, event.path, 'event-draft');
    await lookAtPage(page, event.manage, 'event-manage-draft');
    await call(page.context(), 'events/publish_event', { event_id: event.id });
    await lookAtPage(page, event.manage, 'event-manage');
    await lookAtPage(page, '/organizer', 'my-events');
    const visitor = await otherBrowser();
    await lookAtPage(visitor, event.path, 'event');
    const word = event.title.split(' ')[0];
    await lookAtPage(visitor, `/events?q=${word}`, 'events-long');
    await lookAtPage(visitor, `/events?q=${word}&view=list`, 'events-list-long');
    await call(page.context(), 'events/cancel_event', { event_id: event.id, reason: 'Donaudampfschifffahrt'.repeat(20) });
    await lookAtPage(visitor, event.path, 'event-cancelled');
    await lookAtPage(page, event.manage, 'event-manage-cancelled');
  });

  test('the forms of organizers, filled and refused, are readable by everybody and fit every window', async ({ page }) => {
    test.setTimeout(90_000);
    await joinAsOrganizer(page.context());
    await lookAtPage(page, '/organizer', 'my-events-none');
    const event = await draftWithLongWords(page);
    await lookAtPage(page, `${event.manage}/edit`, 'event-edit');
    for (const [name, path, send] of [
      ['event-new', '/organizer/events/new', 'Make draft'],
      ['event-ticket', `${event.manage}/tickets/new`, 'Save ticket'],
      ['event-session', `${event.manage}/agenda/new`, 'Save session'],
      ['event-quota', `${event.manage}/quotas/new`, 'Save shared quota'],
    ]) {
      await lookAtPage(page, path, name);
      await page.getByRole('main').getByRole('button', { name: send }).click();
      await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
      await lookAt(page, `${name}-refused`);
    }
    await open(page, event.manage);
    await page.getByRole('main').getByRole('button', { name: 'Throw away' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await lookAt(page, 'event-dialog');
    for (const edit of await page.getByRole('link', { name: /^Edit ticket/ }).all()) await open(page, (await edit.getAttribute('href')) ?? '');
    await lookAt(page, 'event-ticket-edit');
    await open(page, `${event.manage}/edit`);
    await call(page.context(), 'events/publish_event', { event_id: event.id });
    await page.getByRole('main').getByLabel('City (optional)').fill('Halle');
    await page.getByRole('main').getByRole('button', { name: 'Save event' }).click();
    await expect(page.getByRole('main').getByLabel('Somebody else saved this in between')).toBeVisible();
    await lookAt(page, 'event-edit-meanwhile');
  });

  test('promotions, none, long ones, refused ones and typed ones, are readable by everybody and fit every window', async ({ page, otherBrowser }) => {
    test.setTimeout(90_000);
    await joinAsOrganizer(page.context());
    const event = await draftWithLongWords(page);
    const promotions = `${event.manage}/promotions`;
    await lookAtPage(page, promotions, 'promotions-none');
    await lookAtPage(page, `${promotions}/new`, 'promotion-new');
    await page.getByRole('main').getByRole('button', { name: 'Save code' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await lookAt(page, 'promotion-new-refused');
    await page.getByRole('main').getByRole('checkbox').first().check();
    const code = 'W'.repeat(40);
    for (const [label, typed] of Object.entries({ Code: code, 'Takes off': '9.99', 'Bookings altogether (optional)': '1000000', 'Per person (optional)': '100', 'From (optional)': inDays(1), 'Until (optional)': inDays(30) }))
      await page.getByRole('main').getByLabel(label, { exact: true }).fill(typed);
    await page.getByRole('main').getByLabel('Of what').selectOption('EUR');
    await page.getByRole('main').getByRole('button', { name: 'Save code' }).click();
    await expect(page.getByRole('row').filter({ hasText: code })).toBeVisible();
    for (const name of ['SPRING', 'AUTUMN']) {
      await call(page.context(), 'promotions/save_promotion', { event_id: event.id, code: name, off: '33', unit: 'percent', min_tickets: '3', time_zone: 'UTC' });
    }
    await lookAtPage(page, promotions, 'promotions');
    await call(page.context(), 'events/publish_event', { event_id: event.id });
    const visitor = await otherBrowser();
    await lookAtPage(visitor, `${event.path}?code=SPRING`, 'event-with-code');
    await lookAtPage(visitor, `${event.path}?code=${code}`, 'event-with-code-refused');
    await signIn(visitor.context(), demoAdmin);
    await lookAtPage(visitor, '/admin/promotions', 'promotions-everywhere');
    await lookAtPage(visitor, '/admin/promotions/new', 'promotion-new-everywhere');
  });
});

test.describe('series', () => {
  test('dates with the longest words are readable by everybody and fit every window', async ({ page, otherBrowser }) => {
    test.setTimeout(120_000);
    await joinAsOrganizer(page.context());
    const event = await draftWithLongWords(page);
    await lookAtPage(page, `${event.manage}/repeat`, 'event-repeat');
    await lookAtPage(page, `${event.manage}/repeat?every=1&unit=week&ends=times&times=30`, 'event-repeat-preview');
    await lookAtPage(page, `${event.manage}/repeat?every=0&unit=day&ends=times&times=100000`, 'event-repeat-refused');
    await call(page.context(), 'events/repeat_event', { event_id: event.id, rule: 'FREQ=WEEKLY;COUNT=12' });
    await lookAtPage(page, event.manage, 'event-dates-draft');
    await call(page.context(), 'events/publish_dates', { event_id: event.id });
    await lookAtPage(page, event.manage, 'event-dates');
    await lookAtPage(page, `${event.manage}/following`, 'event-following');
    await lookAtPage(page, '/organizer', 'my-events-series');
    const visitor = await otherBrowser();
    await lookAtPage(visitor, event.path, 'event-other-dates');
  });
});

test.describe('venues', () => {
  test('a venue with the longest words and its plan are readable by everybody and fit every window', async ({ page, otherBrowser }) => {
    const venue = await addVenue(page.context(), {
      name: `${venueName()} ${'Mehrzweckveranstaltungshalle'.repeat(4)}`.slice(0, 120),
      address: 'Donaudampfschifffahrtsgesellschaftsstraße 12, im zweiten Hinterhof links, die Treppe hinunter'.repeat(2),
      city: 'Schmedeswurtherwesterdeich'.repeat(3),
    });
    await lookAtPage(page, venue.path, 'venue-without-plan');
    await savePlan(page.context(), venue, [
      hall('Wolfeschlegelsteinhausenbergerdorff Parkett mit Sicht', 12, 30),
      { name: 'Floor', kind: 'standing', capacity: 1_200 },
    ]);
    await lookAtPage(page, venue.path, 'venue');
    await lookAtPage(page, `${venue.path}/edit`, 'venue-edit');
    await lookAtPage(page, '/venues?show=mine', 'venues-mine');
    const visitor = await otherBrowser();
    await lookAtPage(visitor, venue.path, 'venue-visitor');

    await open(page, '/venues/new');
    await page.getByRole('main').getByRole('button', { name: 'Add venue' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await lookAt(page, 'venue-new-refused');
  });

  test('the editor of a plan, its list and its dialogs are readable by everybody and fit every window', async ({ page }) => {
    const venue = await addVenue(page.context());
    await savePlan(page.context(), venue, [hall('Hall', 6, 20), { name: 'Floor', kind: 'standing', capacity: 80 }]);
    await open(page, `${venue.path}/plan`);
    await page.getByRole('button', { name: /^Hall/ }).click();
    await page.getByRole('button', { name: /^Row R2/ }).click();
    await expect(page.getByLabel('Label of seat 20')).toBeVisible();
    await lookAt(page, 'plan-editor');
    await page.getByLabel('Label of the row').fill('R1');
    await page.getByLabel('Label of seat 1', { exact: true }).focus();
    await page.getByRole('button', { name: 'Save plan' }).click();
    await expect(page.getByRole('alert').getByRole('button')).toHaveCount(1);
    await lookAt(page, 'plan-editor-refused');
    for (const [opens, name] of [['Rows', 'Add rows'], ['Labels', 'Labels by rule'], ['Keys', 'Keys']]) {
      await page.getByRole('toolbar').getByRole('button', { name: opens, exact: true }).last().click();
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      await lookAt(page, `plan-${opens.toLowerCase()}`);
      await page.keyboard.press('Escape');
    }
  });
});

test.describe('for a member with the longest names', () => {
  for (const [name, path] of Object.entries({
    'member-home': '/',
    'verify-email-long': '/verify-email',
    'settings-profile': '/settings/profile',
    'settings-account': '/settings/account',
    'settings-preferences': '/settings/preferences',
    'settings-sign-ins': '/settings/sign-ins',
    'settings-payment': '/settings/payment',
    notifications: '/notifications',
    browsers: '/settings/browsers',
    'closed-door': '/admin/users',
  })) {
    test(`${name} is readable by everybody and fits every window`, async ({ page }) => {
      await joinWithLongNames(page);
      await expect.poll(async () => (await page.request.post('/api/fn/accounts/load_payment_account')).ok()).toBe(true);
      await open(page, path);
      await lookAt(page, name);
    });
  }

  test('their own page, the open menu and a toast are readable by everybody and fit every window', async ({ page }) => {
    await joinWithLongNames(page);
    await open(page, `/people/${(await accountOf(page.context())).id}`);
    await lookAt(page, 'person');

    await openMenu(page);
    await expect(page.locator('#person-menu')).toBeVisible();
    await lookAt(page, 'menu-open');
    await page.keyboard.press('Escape');

    await keepToasts(page);
    await open(page, '/');
    await page.getByRole('button', { name: 'Send link again' }).click();
    await expect(page.getByText('A new link is on its way.')).toBeVisible();
    await lookAt(page, 'toast');
  });

  test('refused settings and the folded-out list of settings are readable by everybody and fit every window', async ({ page }) => {
    await joinWithLongNames(page);
    await open(page, '/settings/profile');
    await page.getByLabel('Name', { exact: true }).fill('');
    await page.getByLabel('Username').fill('a b');
    await page.getByRole('button', { name: 'Save profile' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await lookAt(page, 'settings-profile-refused');

    await open(page, '/settings/profile?picture=picture_unreadable');
    await lookAt(page, 'settings-picture-refused');

    await page.setViewportSize({ width: 360, height });
    await open(page, '/settings/payment');
    await page.getByRole('main').getByRole('button', { name: 'Payment account' }).click();
    await expect(page.getByRole('navigation', { name: 'Settings' })).toBeVisible();
    await expectAccessibleInBothThemes(page);
    await expectNoSidewaysScrolling(page);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/settings-rail-open-360-light.png` });
  });

  test('a confirmed address to be changed, and two sign-ins, are readable by everybody and fit every window', async ({
    page,
    otherBrowser,
  }) => {
    const person = await join(page.context());
    const other = await otherBrowser({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1' });
    await signIn(other.context(), person);
    await open(page, '/settings/sign-ins');
    await expect(page.getByText('Safari on iPhone')).toBeVisible();
    await lookAt(page, 'settings-sign-ins-two');

    await open(page, firstLink(await newestMail(page.request, person.email)));
    await page.getByRole('button', { name: 'Confirm address' }).click();
    await expect(page.getByRole('heading', { name: 'Mail address confirmed' })).toBeVisible();
    await open(page, '/settings/account');
    const section = page.getByRole('region', { name: 'Mail address' });
    await section.getByLabel('Mail address', { exact: true }).fill(`new-${person.email}`);
    await section.getByLabel('Current password').fill(person.password);
    await section.getByRole('button', { name: 'Change mail address' }).click();
    await expect(section).toContainText('Waiting for your click');
    await lookAt(page, 'settings-account-waiting');
    await open(page, '/notifications');
    await lookAt(page, 'notifications-two');
  });
});

test.describe('for an admin', () => {
  test('people with the longest names, the question before a suspension, and an empty search fit every window', async ({
    page,
    otherBrowser,
  }) => {
    const other = await otherBrowser();
    await joinWithLongNames(other);
    const { email, display_name } = await accountOf(other.context());
    await signIn(page.context(), demoAdmin);
    await open(page, `/admin/users?q=${email.slice(0, 14)}`);
    await lookAt(page, 'people-long');
    await page.setViewportSize({ width: 1440, height });
    await page.getByRole('button', { name: `Suspend ${display_name}` }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await lookAt(page, 'people-dialog');
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend', exact: true }).click();
    await expect(page.getByRole('button', { name: `Reinstate ${display_name}` })).toBeVisible();
    await lookAt(page, 'people-suspended');
    await open(page, `/admin/users?q=${somebodyNew().username}`);
    await lookAt(page, 'people-nobody');
  });

  test('the whole list of people is readable by everybody and fits every window', async ({ page }) => {
    await signIn(page.context(), demoAdmin);
    await open(page, '/admin/users');
    await expect(page.getByRole('table')).toBeVisible();
    await lookAt(page, 'people');
  });

  test('the categories, and one that is refused, are readable by everybody and fit every window', async ({ page }) => {
    await signIn(page.context(), demoAdmin);
    await lookAtPage(page, '/admin/categories', 'categories');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await lookAt(page, 'categories-refused');
  });
});

test('the mailbox is readable by everybody and fits every window', async ({ page }) => {
  await joinWithLongNames(page);
  const { email } = await accountOf(page.context());
  const mail = await newestMail(page.request, email);
  await open(page, `/dev/mailbox/${mail.id}`);
  await lookAt(page, 'mailbox');
  await open(page, `/dev/mailbox/${mail.id}?as=text`);
  await lookAt(page, 'mailbox-as-text');
});

test('nothing moves for people who asked for stillness', async ({ page }) => {
  await join(page.context());
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '/settings/profile');
  await openMenu(page);
  const slowest = () =>
    page.evaluate(() => {
      const seconds = (list: string) => Math.max(...list.split(',').map((part) => parseFloat(part) * (part.includes('ms') ? 0.001 : 1)));
      return [...document.querySelectorAll('*')].flatMap((element) =>
        ['', '::before', '::after'].map((pseudo) => {
          const style = getComputedStyle(element, pseudo);
          return Math.max(seconds(style.transitionDuration), seconds(style.animationDuration));
        }),
      ).reduce((one, other) => Math.max(one, other), 0);
    });
  expect(await slowest()).toBeLessThanOrEqual(0.001);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const moving = await slowest();
  expect(moving, 'motion shows cause and effect, no more').toBeGreaterThan(0.05);
  expect(moving, 'and never keeps anybody waiting').toBeLessThanOrEqual(0.8);
});

test('every page has one heading, one main part, a title of its own and a language', async ({ page }) => {
  await join(page.context());
  const titles = new Set<string>();
  const paths = ['/', '/notifications', '/settings/profile', '/settings/account', '/settings/preferences', '/settings/browsers', '/settings/sign-ins', '/settings/payment', '/dev/mailbox', '/nothing-here'];
  for (const path of paths) {
    await open(page, path);
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
    await expect(page.getByRole('main'), path).toHaveCount(1);
    await expect(page.locator('html'), path).toHaveAttribute('lang', 'en');
    titles.add(await page.title());
  }
  expect(titles.size, [...titles].join(', ')).toBe(paths.length);
});

test('links to other pages keep the title and the scroll position right', async ({ page }) => {
  await join(page.context());
  await open(page, '/settings/profile');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Payment account' }).click();
  await arriveAt(page, '/settings/payment');
  await expect(page).toHaveTitle('Payment account · Foyer');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  await expect(page).toHaveTitle('Profile · Foyer');
});
