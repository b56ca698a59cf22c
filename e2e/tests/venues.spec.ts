// Venues: adding, finding, changing and deleting them, and drawing their plans.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { arriveAt, expect, open, refusedRequests, test } from '../support/check.ts';
import { tabTo } from '../support/keyboard.ts';
import { signIn } from '../support/people.ts';
import { pngOf } from '../support/picture.ts';
import { addVenue, demoOrganizer, hall, onDrawing, openEditor, planOf, savePlan, venueName } from '../support/venues.ts';

test.use({ expectedComplaints: [refusedRequests] });

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
const summary = (page: Page) => page.locator('#plan-summary');
const said = (page: Page) => page.locator('#plan-said');
const list = (page: Page) => page.getByRole('region', { name: 'Sections, rows and seats' });

async function addRows(page: Page, name: string, rows: number, seats: number): Promise<void> {
  await button(page, 'Rows').last().click();
  const dialog = page.getByRole('dialog', { name: 'Add rows' });
  await dialog.getByLabel('Name of the section').fill(name);
  await dialog.getByLabel('Rows', { exact: true }).fill(String(rows));
  await dialog.getByLabel('Seats in the first row').fill(String(seats));
  await dialog.getByRole('button', { name: 'Add rows' }).click();
  await expect(dialog).toBeHidden();
}

async function save(page: Page, version: number): Promise<void> {
  await button(page, 'Save plan').click();
  await expect(said(page)).toHaveText(`Saved as version ${version}.`);
}

test('a venue is added, found by its city, changed, and deleted', async ({ page, otherBrowser }) => {
  await signIn(page.context(), demoOrganizer);
  const name = venueName();
  await open(page, '/venues');
  await page.getByRole('link', { name: 'Add a venue' }).first().click();
  await arriveAt(page, '/venues/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('City').fill('Halle an der Saale');
  await page.getByLabel('Time zone').selectOption('Europe/Berlin');
  await button(page, 'Add venue').click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('No plan yet')).toBeVisible();
  const path = new URL(page.url()).pathname;

  const visitor = await otherBrowser();
  await open(visitor, `/venues?q=${encodeURIComponent(name)}&city=halle+an+der+saale`);
  await expect(visitor.getByRole('link', { name })).toBeVisible();
  await open(visitor, path);
  await expect(visitor.getByRole('link', { name: 'Edit venue' })).toHaveCount(0);

  await open(page, `${path}/edit`);
  await page.getByLabel('Address').fill('Domplatz 3');
  await button(page, 'Save venue').click();
  await expect(page.getByText('Domplatz 3, Halle an der Saale')).toBeVisible();
  await open(page, `${path}/edit`);
  await button(page, 'Delete venue').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete venue' }).click();
  await arriveAt(page, /\/venues\?saved|\/venues$/);
  expect((await visitor.goto(path))?.status()).toBe(404);
});

test('rows are drawn, labelled, marked and saved, and found the same after a reload', async ({ page }) => {
  const venue = await addVenue(page.context());
  await openEditor(page, venue, '0 seats');
  await addRows(page, 'Parkett', 3, 12);
  await expect(summary(page)).toHaveText('36 seats, 36 picked · not saved');

  await button(page, 'Labels').click();
  const labels = page.getByRole('dialog', { name: 'Labels by rule' });
  await labels.getByLabel('Rows are called').selectOption('numbers');
  await labels.getByLabel('First row counts as').fill('7');
  await labels.getByRole('button', { name: 'Label rows' }).click();
  await list(page).getByRole('button', { name: /^Row 8/ }).click();
  await expect(summary(page)).toContainText('12 picked');
  await page.getByLabel('Label of seat 3').fill('3a');
  await page.getByLabel('Label of seat 4').focus();
  await expect(summary(page)).toContainText('1 picked');
  await page.getByLabel('Seat 1: Wheelchair').check();
  await page.getByLabel('Seat 2: Companion').check();
  await page.getByRole('group', { name: 'Section' }).getByLabel('Name').fill('Parkett <links>');
  await save(page, 1);

  await page.reload();
  await expect(summary(page)).toHaveText('36 seats');
  await list(page).getByRole('button', { name: /Parkett <links>/ }).click();
  await list(page).getByRole('button', { name: /^Row 8/ }).click();
  await expect(page.getByLabel('Label of seat 3a')).toHaveValue('3a');
  await expect(page.getByLabel('Seat 1: Wheelchair')).toBeChecked();
  await expect(page.getByLabel('Seat 2: Companion')).toBeChecked();
  await open(page, venue.path);
  await expect(page.getByRole('main')).toContainText('1 for wheelchairs · 1 for companions');
});

test('only the page of the editor loads its module', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const files = (module: string) => loaded.filter((path) => path.startsWith(`/pkg/${module}.`)).map((path) => path.split('.').at(-1));
  const venue = await addVenue(page.context());
  await open(page, venue.path);
  expect(files('foyer')).toEqual(expect.arrayContaining(['js', 'wasm']));
  expect(files('editor')).toEqual([]);
  await openEditor(page, venue, '0 seats');
  expect(files('editor').sort()).toEqual(['js', 'wasm']);
  await expect(page.getByText('Changing it needs JavaScript.')).toBeHidden();
});

test('what was done is undone and done again, and what was saved keeps its ids', async ({ page }) => {
  const venue = await addVenue(page.context());
  await savePlan(page.context(), venue, [hall('Hall', 2, 10)]);
  const before = await planOf(page.context(), venue);
  await openEditor(page, venue, '20 seats');
  await list(page).getByRole('button', { name: /Hall/ }).click();
  await button(page, 'Wheelchair').click();
  await button(page, 'Duplicate').click();
  await expect(summary(page)).toHaveText('40 seats, 20 picked · not saved');
  await page.locator('canvas').focus();
  await page.keyboard.press('Control+z');
  await expect(summary(page)).toHaveText('20 seats · not saved');
  await page.keyboard.press('Control+z');
  await expect(summary(page)).toHaveText('20 seats');
  await page.keyboard.press('Control+Shift+Z');
  await expect(summary(page)).toContainText('not saved');
  await save(page, 2);
  const after = await planOf(page.context(), venue);
  const seats = (plan: typeof after) => plan.sections[0].rows?.flatMap((row) => row.seats) ?? [];
  expect(seats(after)).toEqual(seats(before).map((seat) => ({ ...seat, accessible: true })));
});

test('seats are picked, framed, dragged and zoomed with the pointer', async ({ page }) => {
  const venue = await addVenue(page.context());
  await savePlan(page.context(), venue, [hall('Hall', 4, 20)]);
  const plan = await planOf(page.context(), venue);
  await openEditor(page, venue, '80 seats');
  const at = (x: number, y: number) => onDrawing(page, plan, x, y);
  await button(page, 'Seats').click();
  const first = await at(200, 200);
  await page.mouse.click(first.x, first.y);
  await expect(summary(page)).toHaveText('80 seats, 1 picked');
  const next = await at(250, 200);
  await page.keyboard.down('Shift');
  await page.mouse.click(next.x, next.y);
  await page.keyboard.up('Shift');
  await expect(summary(page)).toHaveText('80 seats, 2 picked');

  const [from, to] = [await at(175, 260), await at(1_175, 400)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await expect(summary(page)).toHaveText('80 seats, 40 picked');

  const [grip, target] = [await at(500, 290), await at(800, 690)];
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(target.x, target.y, { steps: 5 });
  await page.mouse.up();
  await page.mouse.wheel(0, -240);
  await save(page, 2);
  const moved = (await planOf(page.context(), venue)).sections[0].rows?.[1].seats[0];
  expect([moved?.x, moved?.y].map((side) => Number(side) % 10)).toEqual([0, 0]);
  expect(moved?.x).toBeGreaterThan(450);
  expect(moved?.y).toBeGreaterThan(600);
});

test('two fingers spread the plan, and labels without anything picked say so', async ({ page }) => {
  const venue = await addVenue(page.context());
  await savePlan(page.context(), venue, [hall('Hall', 4, 20)]);
  await openEditor(page, venue, '80 seats');
  const canvas = page.locator('canvas');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the drawing is not there');
  const before = await canvas.screenshot();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const browser = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
    browser.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x - apart, y, id: 1 }, { x: x + apart, y, id: 2 }],
    });
  await touch('touchStart', 20);
  for (const apart of [40, 80, 120]) await touch('touchMove', apart);
  await touch('touchEnd', 0);
  await canvas.focus();
  await page.keyboard.press('Escape');
  await expect(summary(page)).toHaveText('80 seats');
  await expect.poll(async () => (await canvas.screenshot()).equals(before), 'larger than before').toBe(false);

  // It says that it does nothing now; whoever opens it all the same is told why.
  await expect(button(page, 'Labels')).toHaveAttribute('aria-disabled', 'true');
  await button(page, 'Labels').click({ force: true });
  await page.getByRole('dialog').getByRole('button', { name: 'Label rows' }).click();
  await expect(page.getByRole('dialog').getByText('Pick some seats, rows or a section first.')).toBeVisible();
});

test('whoever saves second is told, and may keep a copy before taking the other plan', async ({ page, otherBrowser }) => {
  const venue = await addVenue(page.context());
  await savePlan(page.context(), venue, [hall('Hall', 1, 5)]);
  const second = await otherBrowser();
  await signIn(second.context(), demoOrganizer);
  await openEditor(page, venue, '5 seats');
  await openEditor(second, venue, '5 seats');
  await addRows(page, 'Circle', 1, 4);
  await save(page, 2);
  await addRows(second, 'Boxes', 1, 3);
  await button(second, 'Save plan').click();
  const dialog = second.getByRole('dialog', { name: 'Somebody else saved this plan meanwhile' });
  await expect(dialog).toBeVisible();
  const download = second.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Keep mine as a file' }).click();
  const copy = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect(copy.sections.map((section: { name: string }) => section.name)).toEqual(['Hall', 'Boxes']);
  await dialog.getByRole('button', { name: 'Load theirs' }).click();
  await expect(summary(second)).toHaveText('9 seats');
  await second.getByLabel('Import').setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(copy)) });
  await expect(summary(second)).toHaveText('8 seats · not saved');
  await save(second, 3);
});

test('what the server finds wrong is listed, and leads to the thing', async ({ page }) => {
  const venue = await addVenue(page.context());
  await savePlan(page.context(), venue, [hall('Hall', 2, 5)]);
  await openEditor(page, venue, '10 seats');
  await list(page).getByRole('button', { name: /Hall/ }).click();
  await list(page).getByRole('button', { name: /^Row R2/ }).click();
  await page.getByLabel('Label of the row').fill('R1');
  await page.getByLabel('Label of seat 1').focus();
  await button(page, 'Save plan').click();
  await page.keyboard.press('Escape');
  const problem = page.getByRole('alert').getByRole('button', { name: 'Two rows of this section are called “R1”.' });
  await problem.click();
  await expect(summary(page)).toContainText('5 picked');
  await page.getByLabel('Label of the row').fill('R3');
  await save(page, 2);
  await expect(problem).toHaveCount(0);
});

test('a picture is put behind the plan, and standing places and a stage onto it', async ({ page }) => {
  const venue = await addVenue(page.context());
  await openEditor(page, venue, '0 seats');
  await page.getByLabel('Picture', { exact: true }).setInputFiles({ name: 'hall.png', mimeType: 'image/png', buffer: pngOf(60, 40, [200, 60, 60]) });
  await expect(page.locator('[data-picture]')).toHaveAttribute('src', /\/pictures\//);
  await button(page, 'Standing').click();
  const dialog = page.getByRole('dialog', { name: 'Add a standing section' });
  await dialog.getByLabel('How many may stand there').fill('250');
  await dialog.getByRole('button', { name: 'Add section' }).click();
  await expect(list(page)).toContainText('250 standing');
  await button(page, 'Stage').click();
  await save(page, 1);
  await open(page, venue.path);
  await expect(page.getByRole('main')).toContainText('250 standing');
  await expect(page.locator('.plan-drawing image')).toHaveCount(1);
});

test('a plan is drawn with the keyboard alone', async ({ page }) => {
  const venue = await addVenue(page.context());
  await savePlan(page.context(), venue, [hall('Hall', 2, 5)]);
  await openEditor(page, venue, '10 seats');
  await page.getByRole('link', { name: venue.name }).focus();
  await tabTo(page, list(page).getByRole('button', { name: /Hall/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, list(page).getByRole('button', { name: /^Row R1/ }));
  await page.keyboard.press('Enter');
  await expect(summary(page)).toContainText('5 picked');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('w');
  await tabTo(page, page.getByLabel('Label of seat 2'));
  await page.keyboard.type('2b');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+s');
  await expect(said(page)).toHaveText('Saved as version 2.');
  const row = (await planOf(page.context(), venue)).sections[0].rows?.[0];
  expect(row?.seats[1]).toMatchObject({ label: '2b', x: 240, y: 300, accessible: true });
});

test('whoever leaves with something unsaved is asked first', async ({ page }) => {
  const venue = await addVenue(page.context());
  await openEditor(page, venue, '0 seats');
  await addRows(page, 'Hall', 1, 3);
  const asked = page.waitForEvent('dialog');
  const leaving = page.getByRole('link', { name: venue.name }).click();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await expect(summary(page)).toContainText('not saved');
});

test.describe('when the editor cannot be fetched', () => {
  test.use({ expectedComplaints: [/Failed to load resource: net::ERR_FAILED/] });

  test('the plan is shown as it is', async ({ page }) => {
    const venue = await addVenue(page.context());
    await savePlan(page.context(), venue, [hall('Hall', 2, 5)]);
    await page.route('**/pkg/editor.*', (route) => route.abort());
    await open(page, `${venue.path}/plan`);
    await expect(page.getByText('Changing it needs JavaScript.')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('10 seats');
    await expect(page.locator('.plan-editor')).toBeHidden();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a venue is added and changed, and its plan is shown as it is', async ({ page }) => {
    await signIn(page.context(), demoOrganizer);
    await page.goto('/venues/new');
    await page.getByLabel('Name', { exact: true }).fill('X');
    await button(page, 'Add venue').click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Use at least 2 characters.');
    const name = venueName();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await button(page, 'Add venue').click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    const path = new URL(page.url()).pathname;
    await savePlan(page.context(), { id: path.split('/')[2], name, path }, [hall('Hall', 2, 5)]);
    await page.goto(`${path}/plan`);
    await expect(page.getByText('Changing it needs JavaScript.')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('10 seats');
    await expect(page.locator('.plan-editor')).toBeHidden();
  });
});
