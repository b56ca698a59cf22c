// Pictures of a page as people see it: phone, tablet, desk, by day and by night.
// `cargo xtask test --only browser --screenshots FOLDER` says where to keep them; without it nothing happens.

import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { changeTheme, themes } from './check.ts';

const widths = [360, 768, 1440];
const height = 900;

export async function takeScreens(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    for (const theme of themes) {
      await changeTheme(page, theme);
      await page.evaluate(() => document.fonts.ready.then(() => scrollTo(0, 0)));
      await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`), fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}
