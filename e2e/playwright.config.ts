import { defineConfig } from '@playwright/test';

// `cargo xtask test` starts a Foyer with demo data and says where it is; by hand, any local one will do.
const baseURL = process.env.BASE_URL ?? 'http://localhost:8080';

// Chromium refuses to run as root inside its sandbox; the tests only ever open our own pages.
const isRoot = process.getuid?.() === 0;

const chromiumArguments = [
  ...(isRoot ? ['--no-sandbox'] : []),
  // Nothing the browser does of its own accord: no updates, no look-ups, no first-run pages.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  // Small shared memory is common in containers.
  '--disable-dev-shm-usage',
];

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  workers: 2,
  fullyParallel: true,
  // A test that passes the second time has found something out about us.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  timeout: 30_000,
  expect: { timeout: 5_000 },
  use: {
    baseURL,
    // What cannot be pressed says so before the whole test runs out of time.
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    browserName: 'chromium',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: chromiumArguments,
    },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // Worth a third more time where nobody can simply run the test again.
    trace: process.env.CI ? 'retain-on-failure' : 'off',
  },
});
