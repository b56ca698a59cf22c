// What every page has to stand up to. Tests import `test` and `expect` from here, not from Playwright.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, expect, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The browser reports every refused request; pages that are refused on purpose list this. */
export const refusedRequests = /Failed to load resource: the server responded with a status of 4\d\d/;

/** The tests put a script into every frame, which the frame around a mail rightly does not run. */
const causedByTheTests = /Blocked script execution in '[^']*\/dev\/mailbox\/[^']*\/html' because the document's frame is sandboxed/;

/** When the next page is quicker than the transition to this one, the browser gives the transition up and says so. */
const quickerThanItsTransition = /page error: Transition was (aborted|skipped)/;

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
      const expected = [causedByTheTests, quickerThanItsTransition, ...expectedComplaints];
      const unexpected = complaints.filter((complaint) => !expected.some((known) => known.test(complaint)));
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

/** What depends on the theme; everything else is the same by day and by night. */
const rulesAboutColour = ['color-contrast', 'link-in-text-block'];

/** Fails on any accessibility violation axe can find, and lists them so that they can be repaired. */
export async function expectAccessible(page: Page, onlyRules?: string[]): Promise<void> {
  // Evaluated rather than added as a script, which our own policy would rightly refuse.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async (rules) => {
    const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const runOnly = rules && { type: 'rule' as const, values: rules };
    // Frames are left out: the only one is around a mail, and lets no script in.
    return (await axe.run(document, { resultTypes: ['violations'], iframes: false, runOnly })).violations;
  }, onlyRules);
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
  await changeTheme(page, 'dark');
  await expectAccessible(page, rulesAboutColour);
  await changeTheme(page, 'light');
  await expectAccessible(page);
}

/** What the system prefers, for pages whose owner has not chosen. */
export async function changeTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await coloursSettled(page);
}

/** Until every colour has arrived where it was going. */
export async function coloursSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    do {
      await nextFrame();
      await nextFrame();
    } while (document.getAnimations().some((animation) => animation.playState === 'running'));
  });
}

/** A label, a hint or a problem that names an id must not mean two things. axe leaves this to be looked at by hand. */
export async function expectEveryIdOnce(page: Page): Promise<void> {
  const repeated = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('body [id]')].map((element) => element.id);
    return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  });
  expect.soft(repeated, `${page.url()} uses an id more than once`).toEqual([]);
}

/** Nothing may stick out to the side, at whatever width: not from the page, not from what is open on top of it. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const describe = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
    const frames = [document.documentElement, ...document.querySelectorAll('dialog[open], :popover-open')];
    return frames
      .filter((frame) => frame.scrollWidth > frame.clientWidth)
      .map((frame) => {
        const edge = frame.getBoundingClientRect().left + frame.clientWidth;
        const outside = [...frame.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > edge + 1);
        return `${describe(frame)} by ${frame.scrollWidth - frame.clientWidth} px, because of ${outside.slice(0, 4).map(describe).join(' > ')}`;
      });
  });
  const width = page.viewportSize()?.width;
  expect.soft(found, `something on ${page.url()} is wider than a window of ${width} px`).toEqual([]);
}
