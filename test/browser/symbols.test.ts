import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { MovingVenues } from '../support/servers/moving-venues.ts';
import { MAINTENANCE } from '../venues/wire-server.ts';

const PHONE = { width: 390, height: 844 };
let venues: MovingVenues;
beforeAll(async () => {
  venues = await MovingVenues.start('sandbox', 'orats', new Date());
});
/** No server listens at Jupiter's address, so tokens are not found. */
const dashboard = useDashboard(() => ({ ...venues.env, JUPITER_URL: 'http://127.0.0.1:9' }));
afterAll(() => venues.close());

const field = (page: Page) => page.getByRole('combobox', { name: 'Symbol' });
const options = (page: Page) =>
  page.getByRole('listbox', { name: 'Symbols' }).getByRole('option').allTextContents();
const marked = async (page: Page) => {
  const id = await field(page).getAttribute('aria-activedescendant');
  const option = page.locator(`[id="${id}"]`);
  expect(await option.getAttribute('aria-selected')).toBe('true');
  return (await option.locator('b').textContent()) ?? '';
};
const listed = (page: Page, symbol: string) =>
  page.getByRole('option', { name: new RegExp(`^${symbol} `) }).waitFor();

it('offers tickers and names while typing, chosen by keyboard', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/trade/SPY', { token: user.token });
  await field(page).waitFor();
  expect(await field(page).getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('/');
  await page.keyboard.type('a');
  await listed(page, 'AAPL');
  expect(await field(page).getAttribute('aria-expanded')).toBe('true');
  const found = await options(page);
  expect(found[0]).toMatch(/^AAPL\s*Apple Inc, simulated\s*stock$/);
  expect(found[1]).toMatch(/^AMD/);
  expect(found.at(-1)).toMatch(/^A\s*as typed/);
  expect(await marked(page)).toBe('AAPL');
  await page.keyboard.press('ArrowDown');
  expect(await marked(page)).toBe('AMD');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await marked(page)).toBe('A');

  await page.keyboard.press('Escape');
  expect(await field(page).getAttribute('aria-expanded')).toBe('false');
  expect(new URL(page.url()).pathname, 'Escape closes the list only').toBe('/trade/SPY');
  expect(await field(page).inputValue()).toBe('a');

  await field(page).fill('semiconductor');
  await page.getByText('Nothing found.', { exact: true }).waitFor();
  await field(page).fill('devices');
  await listed(page, 'AMD');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/trade/AMD');
  await expect.poll(() => field(page).inputValue()).toBe('');
});

it('takes a typed ticker without waiting for suggestions', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/trade/SPY', { token: user.token });
  await field(page).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('qqq');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/trade/QQQ');
});

it('fits a phone and works by touch', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/trade/SPY', { ...PHONE, token: user.token });
  await field(page).fill('e');
  await page.getByText('Enter opens E as typed').or(page.getByRole('option').first()).waitFor();
  await listed(page, 'QQQ');
  const box = (await page.getByRole('listbox', { name: 'Symbols' }).boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(PHONE.width);
  expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(PHONE.width);
  await page.getByRole('option', { name: /^QQQ/ }).click();
  await page.waitForURL('**/trade/QQQ');
});

it('says that a venue does not answer, and takes the ticker as typed', async () => {
  const user = await dashboard().user();
  await venues.follow(user);
  const tradierSandbox = { token: 'sandbox', accountId: venues.tradier.accountId };
  const input = { expectedVersion: 1, paperVenue: 'TRADIER_SANDBOX', tradierSandbox };
  await user.ask(
    'mutation($input: UpdateSettingsInput!) { updateSettings(input: $input) { paperVenue } }',
    { input },
  );
  venues.tradier.setQuote('GE', { bid: 200, ask: 200.1, last: 200 });
  venues.tradier.market.names.set('GE', 'General Electric');
  const page = await dashboard().open('/trade/SPY', { token: user.token });
  await field(page).fill('electric');
  await listed(page, 'GE');
  expect((await options(page))[0]).toMatch(/^GE\s*General Electric\s*NASDAQ · stock$/);

  venues.tradier.fail('GET /markets/lookup', MAINTENANCE, 9);
  await field(page).fill('ge');
  await page.getByText(/^Search is not available: .* Enter opens GE as typed\.$/).waitFor();
  venues.tradier.heal();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/trade/GE');
});

it('appears in the palette, below the commands', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/portfolio', { token: user.token });
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const command = palette.getByRole('combobox', { name: 'Command' });
  await command.fill('settings');
  const first = palette.getByRole('option').first();
  await expect.poll(() => first.textContent()).toContain('Settings');
  await command.fill('trade tsl');
  const offered = palette.getByRole('option', { name: /^Trade TSLA Tesla Inc, simulated · stock/ });
  await offered.waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/trade/TSLA');
});
