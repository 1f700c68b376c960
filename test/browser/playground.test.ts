import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PLAYGROUND_EXAMPLES } from '../../server/http/playground-examples.ts';
import { useDashboard } from '../support/servers/dashboard.ts';

const dashboard = useDashboard();
/** It loads a megabyte of script, and the machine may be busy. */
const PATIENT = { timeout: 90_000 };

const shownTab = (page: Page) => page.locator('.window-switcher__item--active');
const shown = (page: Page) => page.locator('app-window:visible');
const result = (page: Page) => shown(page).locator('app-query-result');
const send = (page: Page) => shown(page).getByRole('button', { name: 'Send Request' });

async function choose(page: Page, at: number): Promise<void> {
  await page.locator('.window-switcher__item').nth(at).click();
}

it('opens on the first example, runs it, and shows its result', PATIENT, async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/playground/', { token: user.token });
  await page.getByRole('status').getByText('Signed in as ada-').waitFor();
  await expect.poll(() => shownTab(page).textContent()).toContain(PLAYGROUND_EXAMPLES[0]!.name);
  await result(page).getByText('Nothing was run yet').waitFor();
  expect(await page.textContent('body')).not.toContain('Ezio');
  await send(page).click();
  await result(page).getByText('"equity": "100000"').waitFor();
  expect(await page.textContent('body')).not.toContain('The URL is invalid');
});

it(
  'fills its documentation, completes typed names, and follows a subscription',
  PATIENT,
  async () => {
    const user = await dashboard().user();
    const page = await dashboard().open('/playground', { token: user.token });
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
  },
);

it('says where to sign in when nobody is', PATIENT, async () => {
  const page = await dashboard().open('/playground/');
  const line = page.getByRole('status').filter({ hasText: 'Nobody is signed in' });
  await line.waitFor();
  expect(await line.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/signin');
  await choose(page, PLAYGROUND_EXAMPLES.length - 1);
  await send(page).click();
  await page.getByRole('status').getByText('Signed in as demo-').waitFor({ timeout: 60_000 });
});
