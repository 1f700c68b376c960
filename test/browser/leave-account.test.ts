import { afterAll, beforeAll, expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { newKey, type Trader } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';
import { TradierEmulator } from '../venues/tradier-emulator.ts';
import { columnOf } from './screen.ts';

let venue: TradierEmulator;
beforeAll(async () => void (venue = await TradierEmulator.start()));
afterAll(() => venue.close());

const dashboard = useDashboard(() => ({ TRADIER_SANDBOX_URL: venue.url, SYNC_SECONDS: '1' }));

const SETTINGS = '{ settings { version tradierSandbox { configured accountId } } }';
const stored = async (user: Trader) =>
  (await user.ask<{ settings: { version: number; tradierSandbox: object } }>(SETTINGS)).settings;

/** Ten shares held at Tradier. */
async function holder(): Promise<{ user: Trader; id: string }> {
  const user = await dashboard().user();
  venue.setQuote('SPY', { bid: 558.2, ask: 558.22, last: 558.21 });
  const tradierSandbox = { token: venue.token, accountId: venue.accountId };
  const i = { expectedVersion: 1, paperVenue: 'TRADIER_SANDBOX', tradierSandbox };
  await user.ask('mutation($i: UpdateSettingsInput!) { updateSettings(input: $i) { version } }', {
    i,
  });
  const { id } = await user.place({
    ...{ mode: 'PAPER', idempotencyKey: newKey(), equity: { symbol: 'SPY' }, side: 'BUY' },
    ...{ quantity: '10', orderType: 'LIMIT', limitPrice: '558.20', timeInForce: 'GTC' },
  });
  venue.fill(venue.orders.at(-1)!.id, { price: '558.20' });
  await until('the fill', async () => (await user.trade(id)).status === 'OPEN');
  return { user, id };
}

it('asks before active trades lose their account, and shows the trades that lost it', async () => {
  const { user, id } = await holder();
  const page = await dashboard().open('/settings', { token: user.token });
  const clear = page.getByRole('button', { name: 'Clear' }).first();
  const store = page.getByRole('button', { name: 'Store changes' });
  const question = page.getByRole('dialog', { name: 'Active trades depend on what you change' });

  await clear.click();
  await store.click();
  await question.waitFor();
  const account = question.getByRole('region', { name: `Account ${venue.accountId}` });
  await account.getByText('1 active trade').waitFor();
  expect(await columnOf(account, 'Exits only the desk watches')).toEqual(['none']);
  await account.getByText('SPY', { exact: true }).waitFor();
  await account.getByText(/can neither watch, move nor close it/).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe('Do not store yet');
  await page.keyboard.press('Enter');
  await question.waitFor({ state: 'detached' });
  expect(await stored(user)).toMatchObject({ version: 2, tradierSandbox: { configured: true } });

  const list = await dashboard().open('/portfolio', { token: user.token });
  const trade = await dashboard().open(`/trades/${id}`, { token: user.token });
  const marks = [list.locator('tr[data-id]'), trade.getByRole('main')].map((place) =>
    place.getByText('NO ACCOUNT'),
  );
  await list.locator('tr[data-id]').waitFor();
  await trade.getByRole('heading', { name: /SPY/ }).waitFor();
  for (const mark of marks) expect(await mark.count()).toBe(0);

  await store.click();
  await question.getByRole('button', { name: 'Store anyway' }).click();
  await page.getByText('Version 3', { exact: true }).waitFor();
  expect(await stored(user)).toMatchObject({ tradierSandbox: { configured: false } });

  // The marks appear on pages that were already open.
  for (const mark of marks) await mark.waitFor();
  await trade.getByRole('link', { name: 'Store its token in Settings' }).waitFor();
  await list
    .getByText(/No stored token gives access to its account/)
    .first()
    .waitFor();

  await page.getByLabel('Tradier sandbox token').fill(venue.token);
  await store.click();
  await page.getByText('Version 4', { exact: true }).waitFor();
  for (const mark of marks) await mark.waitFor({ state: 'detached' });
});

it('asks before the account changes, and says that held trades are still served', async () => {
  const { user, id } = await holder();
  const page = await dashboard().open('/settings', { token: user.token });
  await page.getByLabel('Account').first().fill('VA7');
  await page.getByRole('button', { name: 'Store changes' }).click();
  const question = page.getByRole('dialog', { name: 'Active trades depend on what you change' });
  await question
    .getByText('It stays with the stored token. New trades go to VA7.', { exact: true })
    .waitFor();
  await question.getByRole('button', { name: 'Store anyway' }).click();
  await page.getByText('Version 3', { exact: true }).waitFor();
  const reach = `{ trade(id: "${id}") { accountReachable } }`;
  expect(await user.ask(reach)).toEqual({ trade: { accountReachable: true } });
});

it('asks nothing when no trade is left behind', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/settings', { token: user.token });
  await page.getByLabel('Account').first().fill('VA7');
  await page.getByRole('button', { name: 'Store changes' }).click();
  await page.getByText('Version 2', { exact: true }).waitFor();
  expect(await stored(user)).toMatchObject({ tradierSandbox: { accountId: 'VA7' } });
});
