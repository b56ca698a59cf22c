// What every page has to stand up to. Tests import `test` and `expect` from here, not from Playwright.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, expect, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The browser reports every refused request; pages that are refused on purpose list this. */
export const refusedRequests = /Failed to load resource: the server responded with a status of 4\d\d/;

type Options = {
  /** Complaints a test provokes on purpose: `test.use({ expectedComplaints: [refusedRequests] })`. */
  expectedComplaints: RegExp[];
};

type Fixtures = {
  /** Everything the browsers complained about so far. */
  complaints: string[];
  /** A page in another browser, with cookies of its own, watched like the first one. */
  otherBrowser: (options?: BrowserContextOptions) => Promise<Page>;
};

/** Fails a test when one of its pages logs an error, throws, or breaks the content security policy. */
export const test = base.extend<Options & Fixtures>({
  expectedComplaints: [[], { option: true }],

  complaints: [
    async ({ context, expectedComplaints }, use) => {
      const complaints: string[] = [];
      await watch(context, complaints);
      await use(complaints);
      const unexpected = complaints.filter((complaint) => !expectedComplaints.some((known) => known.test(complaint)));
      expect(unexpected, 'the browser complained').toEqual([]);
    },
    { auto: true },
  ],

  otherBrowser: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      await watch(context, complaints);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

async function watch(context: BrowserContext, complaints: string[]): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'assert') {
      complaints.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (webError) => {
    const error = webError.error();
    complaints.push(`page error: ${error.stack || error.message || String(error)}`);
  });
  // Chromium logs violations as errors only where they block something; the event tells all.
  await context.exposeFunction('reportPolicyViolation', (violation: string) => {
    complaints.push(`content security policy: ${violation}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportPolicyViolation(text: string): void }).reportPolicyViolation;
      report(`${event.effectiveDirective} forbids ${event.blockedURI} on ${event.documentURI}`);
    });
  });
}

/** Opens a page and waits until the browser's half is awake. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}

export async function hydrated(page: Page): Promise<void> {
  await page.waitForSelector('html[data-hydrated]', { state: 'attached' });
}

/** Waits for a page the browser was sent to, and until it is awake. */
export async function arriveAt(page: Page, path: string | RegExp): Promise<void> {
  await expect(page).toHaveURL(path);
  await hydrated(page);
}

/** Fails on any accessibility violation axe can find, and lists them so that they can be repaired. */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated rather than added as a script, which our own policy would rightly refuse.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    return (await axe.run(document, { resultTypes: ['violations'] })).violations;
  });
  const readable = violations.flatMap((violation) =>
    violation.nodes.map((node) => {
      const advice = (node.failureSummary ?? '').replaceAll('\n', ' ');
      return `${violation.id} (${violation.impact}): ${node.target.join(' ')}\n  ${node.html}\n  ${advice}\n  ${violation.helpUrl}`;
    }),
  );
  const size = page.viewportSize();
  expect.soft(readable.join('\n\n'), `${page.url()} at ${size?.width} px is not accessible to everybody`).toBe('');
}

/** The same check in the light and in the dark theme; ends in the light one. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  for (const theme of themes.toReversed()) {
    await page.emulateMedia({ colorScheme: theme });
    await expectAccessible(page);
  }
}

/** Nothing may stick out to the side, at whatever width. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const root = document.documentElement;
    const outside = [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
    return { excess: root.scrollWidth - root.clientWidth, widest: outside.slice(0, 6).join(' > ') };
  });
  const width = page.viewportSize()?.width;
  expect.soft(found.excess, `${page.url()} is wider than its window of ${width} px: ${found.widest}`).toBeLessThanOrEqual(0);
}
