import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PLAYGROUND_EXAMPLES } from '../../server/http/playground-examples.ts';
import { useDashboard } from '../support/servers/dashboard.ts';
import { cutOff, overflowOf } from './screen.ts';

const dashboard = useDashboard();
const PHONE = { width: 390, height: 844 };

const shownTab = (page: Page) => page.locator('.window-switcher__item--active');
const shown = (page: Page) => page.locator('app-window:visible');
const result = (page: Page) => shown(page).locator('app-query-result');
const send = (page: Page) => shown(page).getByRole('button', { name: 'Send Request' });

async function choose(page: Page, at: number): Promise<void> {
  await page.locator('.window-switcher__item').nth(at).click();
}

it('opens on the first example, runs it, fills its documentation, and follows a subscription', async () => {
  const user = await dashboard().user();
  // One load for all of it: a page of this kind costs ten times one of the dashboard.
  const page = await dashboard().open('/playground/', { ...PHONE, token: user.token });
  await page.getByRole('status').getByText('Signed in as ada-').waitFor();
  await expect.poll(() => shownTab(page).textContent()).toContain(PLAYGROUND_EXAMPLES[0]!.name);
  await result(page).getByText('Nothing was run yet').waitFor();
  expect(await page.textContent('body')).not.toContain('Ezio');
  await send(page).click();
  await result(page).getByText('"equity": "100000"').waitFor();
  expect(await page.textContent('body')).not.toContain('The URL is invalid');
  await fitsPhone(page);

  await page.setViewportSize({ width: 1440, height: 900 });
  await shown(page).getByText('Docs', { exact: true }).click();
  const docs = shown(page).locator('app-doc-viewer');
  await docs.getByText('Query', { exact: true }).click();
  await docs.getByText('Reads: nothing here changes anything').waitFor();
  const editor = shown(page).locator('app-query-editor .cm-content').first();
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('{ reconcil', { delay: 30 });
  await page.locator('.cm-tooltip-autocomplete').getByText('reconciliation').first().waitFor();
  await page.keyboard.press('Escape');

  const live = PLAYGROUND_EXAMPLES.findIndex(({ query }) => query.includes('subscription'));
  await choose(page, live);
  await send(page).click();
  await user.place(await user.ticket({ quantity: '1' }));
  await result(page).getByText('tradesChanged').first().waitFor();
});

it('says where to sign in when nobody is', async () => {
  const page = await dashboard().open('/playground');
  await page.waitForURL('**/playground/');
  const line = page.getByRole('status').filter({ hasText: 'Nobody is signed in' });
  await line.waitFor();
  expect(await line.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/signin');
  await choose(page, PLAYGROUND_EXAMPLES.length - 1);
  await send(page).click();
  await page.getByRole('status').getByText('Signed in as demo-').waitFor({ timeout: 60_000 });
});

/** Checks that the whole page fits the screen, with the query above the result. */
async function fitsPhone(page: Page): Promise<void> {
  await expect.poll(() => overflowOf(page)).toBe(0);
  expect(await cutOff(page, 'app-window:not([hidden]) app-url-box')).toEqual([]);
  const boxOf = async (name: string) => (await shown(page).locator(name).boundingBox())!;
  const [query, below] = [await boxOf('app-query-editor'), await boxOf('app-query-result')];
  for (const { x, width } of [query, below]) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(PHONE.width);
    expect(width).toBeGreaterThan(PHONE.width * 0.9);
  }
  expect(below.y).toBeGreaterThanOrEqual(query.y + query.height);
  expect(Math.floor(below.y + below.height)).toBeLessThanOrEqual(PHONE.height);
}
