import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import type { Trader } from '../support/servers/trader.ts';
import { lamp } from './screen.ts';

const dashboard = useDashboard();

interface Notified {
  readonly title: string;
  readonly body: string;
}

declare global {
  interface Window {
    notified: Notified[];
    asked: number;
    clickLast: () => void;
  }
}

/** Stubs a browser whose user has answered; it records the notifications that it should show. */
async function stubNotifications(page: Page, answer: NotificationPermission) {
  await page.context().addInitScript((permission) => {
    window.notified = [];
    window.asked = 0;
    class Stub {
      static permission: NotificationPermission = permission === 'default' ? 'default' : permission;
      static requestPermission() {
        window.asked += 1;
        Stub.permission = 'granted';
        return Promise.resolve(Stub.permission);
      }
      onclick: (() => void) | null = null;
      constructor(title: string, options: { body: string }) {
        window.notified.push({ title, body: options.body });
        window.clickLast = () => this.onclick?.();
      }
      close() {
        this.onclick = null;
      }
    }
    Object.defineProperty(window, 'Notification', { value: Stub, configurable: true });
  }, answer);
}

const hide = (page: Page, hidden: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true });
  }, hidden);

async function wish(user: Trader, minSeverity = 'WARNING') {
  const { settings } = await user.ask<{ settings: { version: number } }>(
    '{ settings { version } }',
  );
  await user.ask(
    `mutation { updateSettings(input: { expectedVersion: ${settings.version},
      notifications: { browser: true, minSeverity: ${minSeverity} } }) { version } }`,
  );
}

/** The page knows of no alert yet, and of its user's wishes; its socket is open. */
async function attends(page: Page): Promise<void> {
  await expect.poll(() => lamp(page, 'Alerts').textContent()).toBe('0');
  await expect.poll(() => lamp(page, 'Link').textContent()).toMatch(/live/);
  // The fill model is one of the settings.
  await expect.poll(() => lamp(page, 'Venue').textContent()).toMatch(/touch/);
}

const halt = (user: Trader, level: string) =>
  user.ask(`mutation { setKillSwitch(mode: PAPER, level: ${level}) { killSwitch } }`);
const notified = (page: Page) => page.evaluate(() => window.notified);

/** Places a trade with an exit so far off that it raises an alert; returns its id. */
async function farOff(user: Trader): Promise<string> {
  const ticket = await user.ticket({ bracket: { stopLoss: '0.05', takeProfit: '900' } });
  return (await user.place(ticket)).id;
}

it('lists open alerts by severity with their action, and ended ones with how they ended', async () => {
  const user = await dashboard().user();
  const id = await farOff(user);
  await halt(user, 'HALT_ALL');
  const page = await dashboard().open('/alerts', { token: user.token });
  const open = page.getByRole('region', { name: 'Open alerts' });
  const titles = open.getByRole('heading', { level: 3 });
  await expect
    .poll(() => titles.allTextContents())
    .toEqual(['Switch tripped', expect.stringMatching(/^SPY .*: Exit far from the market$/)]);
  await expect.poll(() => lamp(page, 'Alerts').textContent()).toContain('1 critical +1');
  expect(await open.getByRole('link', { name: 'Move it' }).getAttribute('href')).toBe(
    `/trades/${id}?do=bracket`,
  );

  await halt(user, 'OFF');
  await page.reload();
  await page.getByText('resolved', { exact: true }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('Nothing needs your attention').waitFor();
  await page.getByText('read by you').waitFor();
  await expect.poll(() => lamp(page, 'Alerts').textContent()).toBe('0');
});

it('shows a notice when an alert comes, and removes it when the alert is resolved', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/portfolio', { token: user.token });
  await page.getByText('No open trades in the PAPER book').waitFor();
  await expect.poll(() => lamp(page, 'Alerts').textContent()).toBe('0');
  await halt(user, 'HALT_ENTRIES');
  await page.getByRole('alert').getByText('Switch tripped').waitFor();
  await halt(user, 'OFF');
  await page.getByRole('alert').waitFor({ state: 'detached' });
});

it('notifies once for two hidden tabs, and opens the trade on a click', async () => {
  const user = await dashboard().user();
  await wish(user);
  const page = await dashboard().open('/portfolio', {
    token: user.token,
    prepare: (first) => stubNotifications(first, 'granted'),
  });
  const other = await dashboard().another(page.context());
  await other.goto(`${dashboard().url}/portfolio`);
  for (const tab of [page, other]) {
    await attends(tab);
    await hide(tab, true);
  }
  const id = await farOff(user);
  const all = async () => [...(await notified(page)), ...(await notified(other))];
  await expect.poll(all).toHaveLength(1);
  for (const tab of [page, other]) await tab.getByRole('alert').waitFor();
  await new Promise((resolve) => setTimeout(resolve, 600));
  const [one, ...more] = await all();
  expect(more).toEqual([]);
  expect(one).toMatchObject({ title: 'PAPER · Exit far from the market' });
  const notifier = (await notified(page)).length > 0 ? page : other;
  await notifier.evaluate(() => window.clickLast());
  await notifier.waitForURL(`**/trades/${id}`);
});

it('sends no notification while a tab is visible, or below the chosen severity', async () => {
  const user = await dashboard().user();
  await wish(user, 'CRITICAL');
  const page = await dashboard().open('/portfolio', {
    token: user.token,
    prepare: (first) => stubNotifications(first, 'granted'),
  });
  await attends(page);
  await halt(user, 'HALT_ALL');
  await page.getByRole('alert').waitFor();
  await hide(page, true);
  await farOff(user).catch(() => undefined);
  await halt(user, 'HALT_ENTRIES');
  await expect.poll(() => page.getByRole('alert').count()).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await notified(page)).toEqual([]);
});

it('asks for permission only on a click, says what is blocked, and can send a test notification', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/settings', {
    token: user.token,
    prepare: (first) => stubNotifications(first, 'default'),
  });
  await page.getByText('Your browser asks you once').waitFor();
  expect(await page.evaluate(() => window.asked)).toBe(0);
  await page.getByRole('button', { name: 'Test', exact: true }).first().click();
  await page.getByText('Allowed on this device').waitFor();
  expect(await page.evaluate(() => window.asked)).toBe(1);
  await expect.poll(() => notified(page)).toMatchObject([{ title: 'Twinbook' }]);

  const blocked = await dashboard().open('/settings', {
    token: user.token,
    prepare: (first) => stubNotifications(first, 'denied'),
  });
  await blocked.getByText('Blocked on this device').waitFor();
  expect(
    await blocked.getByRole('button', { name: 'Test', exact: true }).first().isDisabled(),
  ).toBe(true);
});
