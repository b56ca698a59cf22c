// How long the editor of a plan takes to answer, with as many seats as there are in a large hall. Only when it is asked
// for, because figures are worth something on a quiet machine alone:
// MEASURE=1 cargo xtask test --only browser --browser-filter plan_speed

import type { Page } from '@playwright/test';
import { expect, test } from '../support/check.ts';
import { addVenue, hall, onDrawing, openEditor, planOf, savePlan } from '../support/venues.ts';

test.skip(!process.env.MEASURE, 'measured only when asked for');
test.setTimeout(240_000);

const bar = 100;
const rounds = 15;

/** From each input to the end of the frame that shows what came of it. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    (globalThis as unknown as { times: number[] }).times = times;
    const note = (event: Event) => {
      const asked = event.timeStamp;
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => times.push(performance.now() - asked);
        painted.port2.postMessage(null);
      });
    };
    for (const name of ['wheel', 'pointerdown', 'pointermove', 'pointerup', 'keydown', 'change', 'click']) {
      document.addEventListener(name, note, { capture: true });
    }
  });
}

/** What took longest of all that happens while somebody does this once, again and again. */
async function measure(page: Page, act: (round: number) => Promise<void>): Promise<{ median: number; longest: number }> {
  const figures: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(() => ((globalThis as unknown as { times: number[] }).times.length = 0));
    await act(round);
    await page.waitForTimeout(150);
    figures.push(await page.evaluate(() => Math.max(...(globalThis as unknown as { times: number[] }).times)));
  }
  figures.sort((a, b) => a - b);
  return { median: figures[Math.floor(rounds / 2)], longest: figures[rounds - 1] };
}

for (const [sections, rows, seats] of [[1, 10, 100], [20, 20, 50], [1, 200, 100]]) {
  const count = sections * rows * seats;
  test(`a plan of ${count} seats in ${sections} sections answers within ${bar} ms`, async ({ page }) => {
    const venue = await addVenue(page.context());
    const all = Array.from({ length: sections }, (_, s) => hall(`Hall ${s + 1}`, rows, seats, 200 + s * rows * 100));
    await savePlan(page.context(), venue, all);
    const plan = await planOf(page.context(), venue);
    const began = Date.now();
    await openEditor(page, venue, `${count} seats`);
    const opened = Date.now() - began;
    await watchFrames(page);
    const canvas = page.locator('canvas');
    const at = (x: number, y: number) => onDrawing(page, plan, x, y);
    const middle = await at(plan.width / 2, plan.height / 2);
    const figures: Record<string, { median: number; longest: number }> = {};

    await page.mouse.move(middle.x, middle.y);
    figures.zoom = await measure(page, (round) => page.mouse.wheel(0, round % 2 ? 200 : -200));
    await page.getByRole('button', { name: 'Fit' }).click();
    await page.keyboard.press('Escape');
    figures.pan = await measure(page, (round) => page.mouse.wheel(round % 2 ? 30 : -30, 20));
    for (let closer = 0; closer < 6; closer += 1) await page.getByRole('button', { name: 'Larger' }).click();
    figures['pan from near'] = await measure(page, (round) => page.mouse.wheel(round % 2 ? 30 : -30, 20));
    await page.getByRole('button', { name: 'Fit' }).click();
    const seat = await at(200, 200);
    figures['pick a section'] = await measure(page, async (round) => {
      await canvas.focus();
      if (round % 2) await page.keyboard.press('Escape');
      else await page.mouse.click(seat.x, seat.y);
    });
    await page.mouse.click(seat.x, seat.y);
    figures['drag a section'] = await measure(page, async (round) => {
      const here = await at(200 + (round % 2) * 100, 200);
      const there = await at(300 - (round % 2) * 100, 200);
      await page.mouse.move(here.x, here.y);
      await page.mouse.down();
      await page.mouse.move(there.x, there.y, { steps: 5 });
      await page.mouse.up();
    });
    await canvas.focus();
    figures['move by arrow'] = await measure(page, (round) => page.keyboard.press(round % 2 ? 'ArrowLeft' : 'ArrowRight'));
    figures.undo = await measure(page, (round) => page.keyboard.press(round % 2 ? 'Control+Shift+Z' : 'Control+z'));
    figures['pick everything'] = await measure(page, (round) => page.keyboard.press(round % 2 ? 'Escape' : 'Control+a'));
    await page.keyboard.press('Escape');
    if (!(await page.getByRole('button', { name: /^Row R1 / }).isVisible())) await page.getByRole('button', { name: /^Hall 1 / }).click();
    await page.getByRole('button', { name: /^Row R1 / }).click();
    figures['change a label'] = await measure(page, async (round) => {
      await page.locator('[data-key="seat-0-0-4"]').fill(`${round}x`);
      await page.keyboard.press('Tab');
    });

    const saving = Date.now();
    await page.getByRole('button', { name: 'Save plan' }).click();
    await expect(page.locator('#plan-said')).toContainText('Saved as version');
    console.log(`${count} seats in ${sections}: open ${opened} ms, save ${Date.now() - saving} ms`);
    for (const [name, { median, longest }] of Object.entries(figures)) {
      console.log(`| ${name} | ${median.toFixed(0)} ms | ${longest.toFixed(0)} ms |`);
    }
    for (const [name, { median }] of Object.entries(figures)) expect.soft(median, name).toBeLessThan(bar);
  });
}
