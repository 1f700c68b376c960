import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import type { Trader } from '../support/servers/trader.ts';
import { TradierEmulator } from '../venues/tradier-emulator.ts';

let sandbox: TradierEmulator;
let live: TradierEmulator;
beforeAll(async () => {
  sandbox = await TradierEmulator.start();
  live = await TradierEmulator.start({ production: true });
  live.setQuote('NVDA', { bid: 1200, ask: 1200.2, last: 1200.1 });
});
afterAll(() => Promise.all([sandbox.close(), live.close()]));

const dashboard = useDashboard(() => ({
  ...{ REAL_TRADING: 'on', SYNC_SECONDS: '1' },
  ...{ TRADIER_SANDBOX_URL: sandbox.url, TRADIER_LIVE_URL: live.url },
}));

async function withAccount(): Promise<Trader> {
  const user = await dashboard().user();
  const tradierLive = { token: live.token, accountId: live.accountId };
  await user.ask('mutation($i: UpdateSettingsInput!) { updateSettings(input: $i) { version } }', {
    i: { expectedVersion: 1, tradierLive },
  });
  return user;
}

async function showReal(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^REAL/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Show REAL' }).click();
  await page.locator('[data-mode=REAL]').first().waitFor();
}

async function arm(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Arming' });
  await panel.getByText('Disarmed').waitFor();
  await panel.getByLabel('Phrase').fill('trade real money');
  await page.keyboard.press('Enter');
  await panel.getByText('word for word.').waitFor();
  await panel.getByLabel('Phrase').fill(`TRADE REAL MONEY IN TRADIER ${live.accountId}`);
  await panel.getByRole('button', { name: /^Arm REAL/ }).click();
  await panel.getByText('Armed', { exact: true }).waitFor();
  // By name: near midnight an arming ends at 7:59 as well.
  await panel.getByRole('img', { name: /^Armed for 7:59:\d\d more$/ }).waitFor();
}

const ordersAt = (venue: TradierEmulator) => venue.orders.map(({ tag }) => tag);

it('arms by the phrase, and sends to the real venue exactly what its dialog shows', async () => {
  const user = await withAccount();
  const page = await dashboard().open('/safety', { token: user.token });
  await showReal(page);
  await arm(page);

  await page.goto(`${dashboard().url}/trade/NVDA`);
  await showReal(page);
  await page.getByText('Shares', { exact: true }).click();
  await page.getByRole('button', { name: /^Buy at the ask/ }).click();
  await page.getByLabel('Shares', { exact: true }).fill('5');
  await page.getByLabel('Stop', { exact: true }).fill('1150');
  await page.getByLabel('Target', { exact: true }).fill('1300');
  await page.getByLabel('Place the same on paper, to compare the two').check();
  const place = page.getByRole('button', { name: /^Place in REAL book/ });
  await place.click();
  const dialog = page.getByRole('dialog', { name: 'Send this order to Tradier' });
  const send = dialog.getByRole('button', { name: 'Send REAL order' });
  await expect.poll(() => send.isEnabled()).toBe(true);
  await dialog.getByText('Buy 5 NVDA, limit 1,200.20').waitFor();
  const body = await dialog.getByRole('table', { name: 'Exactly what is sent' }).innerText();
  expect(body.split(/[\n\t]/)).toEqual([
    ...['Mode', 'REAL', 'Equity, symbol', 'NVDA', 'Side', 'BUY', 'Quantity', '5'],
    ...['Order type', 'LIMIT', 'Limit price', '1200.2', 'Time in force', 'DAY'],
    ...['Bracket, stop loss', '1150', 'Bracket, take profit', '1300', 'Paper twin', 'true'],
    ...['Idempotency key', expect.stringMatching(/^[0-9a-f]{32}$/) as string],
  ]);

  // The control that has the focus first does not send.
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(ordersAt(live)).toEqual([]);

  await place.click();
  await expect.poll(() => send.isEnabled()).toBe(true);
  await send.click();
  await page.waitForURL(/trades.real_/);
  expect(ordersAt(live)).toHaveLength(1);
  expect(ordersAt(sandbox)).toEqual([]);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const twins = async () => {
    const { trades } = await user.ask<{ trades: { nodes: { id: string; twinOf: string }[] } }>(
      '{ trades(mode: PAPER, first: 5) { nodes { id twinOf } } }',
    );
    return trades.nodes;
  };
  await expect.poll(async () => (await twins()).map(({ twinOf }) => twinOf)).toEqual([id]);
  const twin = await dashboard().another(page.context());
  await twin.goto(`${dashboard().url}/trades/${(await twins())[0]!.id}`);
  await twin.getByRole('link', { name: 'The REAL trade' }).click();
  await twin.waitForURL(`**/trades/${id}`);
  await twin.getByRole('heading', { name: 'Entry and now' }).waitFor();

  live.fill(live.orders[0]!.legs[0]!.id, { price: '1200.20' });
  await page.getByRole('button', { name: /^Close…/ }).click();
  // What is held can be closed without arming, and is confirmed all the same.
  await user.ask('mutation { disarmRealTrading { armed } }');
  const close = page.getByRole('dialog', { name: 'Close NVDA' });
  await close.getByText('Limit', { exact: true }).click();
  await close.getByRole('textbox', { name: 'Limit' }).fill('1199');
  await close.getByRole('button', { name: 'Close 5 in REAL book' }).click();
  const sure = page.getByRole('dialog', { name: /^Close with real money at Tradier/ });
  const sendClose = sure.getByRole('button', { name: 'Send REAL close' });
  await expect.poll(() => sendClose.isEnabled()).toBe(true);
  await sendClose.click();
  await expect.poll(() => ordersAt(live).length).toBe(2);
  const { side, quantity, price } = live.orders[1]!;
  expect(`${side} ${quantity.toString()} at ${String(price)}`).toBe('sell 5 at 1199');

  await page.goto(`${dashboard().url}/trade/NVDA`);
  await showReal(page);
  await page.getByText('Shares', { exact: true }).click();
  await page.getByRole('button', { name: /^Buy at the ask/ }).click();
  const disarmed = page.getByRole('button', { name: 'REAL is not armed: Safety arms it' });
  await disarmed.waitFor();
});

it('says not connected without an account, and shows what the venue tells of one', async () => {
  const stranger = await dashboard().user();
  const page = await dashboard().open('/safety', { token: stranger.token });
  await showReal(page);
  const account = page.getByRole('region', { name: 'Account', exact: true });
  await account.getByText('No account at a broker.').waitFor();
  await page.getByRole('region', { name: 'Arming' }).getByText('REAL cannot be armed').waitFor();
  expect(await page.getByText(/^0\.00$/).count(), 'unknown money is no 0.00').toBe(0);

  const user = await withAccount();
  const other = await dashboard().open('/safety', { token: user.token });
  await showReal(other);
  const told = other.getByRole('region', { name: 'Account', exact: true });
  await told.getByText('Equity').waitFor();
  await told.getByRole('heading', { name: /Margin$/ }).waitFor();
  await told.getByText('Day trades in five days').waitFor();
});
