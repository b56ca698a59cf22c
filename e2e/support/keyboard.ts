// Getting around with nothing but the keyboard.

import type { Locator, Page } from '@playwright/test';
import { expect } from './check.ts';

/** More stops than any page has between two things that belong together. */
const stopsMax = 40;

/** Presses Tab until the focus is there; every stop on the way has to be visible. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stop = 0; stop < stopsMax; stop += 1) {
    await page.keyboard.press(key);
    await expectFocusVisible(page);
    if (await isFocused(target)) return;
  }
  expect(false, `${target} is reached with ${key}`).toBe(true);
}

export async function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** Whoever cannot use a mouse must see where they are. */
export async function expectFocusVisible(page: Page): Promise<void> {
  await expect(async () => {
    const focused = await describeFocus(page);
    if (!focused) return;
    expect(focused.ring, `the focus has a ring on ${focused.html}`).toBeGreaterThanOrEqual(2);
    expect(focused.inSight, `the focus is in sight on ${focused.html}`).toBe(true);
  }).toPass({ intervals: [20, 50, 100], timeout: 1_000 });
}

/** What has the focus; nothing when it is on the page itself or within a frame. */
async function describeFocus(page: Page): Promise<{ html: string; ring: number; inSight: boolean } | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element.tagName === 'IFRAME') return null;
    const ringOf = (on: Element, part?: string) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(on, part);
      return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
    };
    // A box that is drawn by its label may hand its ring to it, and a link that is as large as its card to what makes it so.
    const ring = Math.max(ringOf(element), ringOf(element, '::after'), element.parentElement ? ringOf(element.parentElement) : 0);
    const box = element.getBoundingClientRect();
    const inSight = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return { html: element.outerHTML.slice(0, 160), ring, inSight };
  });
}
