import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { dec, type Decimal } from '../../server/domain/decimal.ts';
import { useDashboard } from '../support/servers/dashboard.ts';
import { newKey, type Trader } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';
import { columnOf, lamp, openTrades } from './screen.ts';

/** A fixed day, three times the market's speed: exits near it are reached within seconds. */
const dashboard = useDashboard(() => ({
  TEST_CLOCK: '2026-03-18T15:00:00Z',
  TEST_CLOCK_SPEED: '3',
  SYNC_SECONDS: '1',
}));

it('places a bracketed trade from the chain, and books its exit to the cent', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/trade/SPY', { token: user.token });
  const portfolio = await dashboard().another(page.context());
  await portfolio.goto(`${dashboard().url}/portfolio`);

  const { bid, ask } = await pickCall(page);
  await page.getByRole('radio', { name: 'Market', exact: true }).click();
  await page.getByLabel('Contracts').fill('3');
  await page.getByLabel('Stop', { exact: true }).fill(bid.times('0.5').toFixed(2));
  await page.getByLabel('Target', { exact: true }).fill(ask.times('1.5').toFixed(2));
  await page.getByRole('button', { name: /Place in PAPER book/ }).click();
  await openTrades(portfolio)
    .getByRole('row', { name: /SPY .*OPEN.*\+3/ })
    .waitFor();
  await page.waitForURL('**/trades/*');
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await bringExitsNear(user, id);
  await expect.poll(() => lamp(page, 'Clock').textContent()).toMatch(/TEST \d\d:\d\d/);

  const ended = page
    .getByRole('main')
    .getByText(/^(TP HIT|SL HIT)$/)
    .first();
  await ended.waitFor({ timeout: 60_000 });
  await portfolio.getByText('No open trades in the PAPER book').waitFor();

  const { trade } = await user.ask<{ trade: Record<string, string> }>(
    `{ trade(id: "${id}") { status entryPrice exitPrice fees netPnl } }`,
  );
  const { entryPrice = '', exitPrice = '', fees = '', netPnl = '' } = trade;
  const earned = dec(exitPrice).minus(entryPrice).times(300).minus(fees);
  expect(dec(netPnl).toFixed()).toBe(earned.toFixed());
  expect(await ended.textContent()).toBe(trade.status?.replace('_', ' '));

  await page.getByRole('navigation').getByRole('link', { name: 'History' }).first().click();
  const closed = page.getByRole('table', { name: 'Closed trades' });
  await closed.getByRole('row', { name: /SPY/ }).waitFor();
  expect(await columnOf(closed, 'Net P&L')).toEqual([
    `${signed(earned)}fees ${dec(fees).toFixed(2)}`,
  ]);
  expect(
    (await columnOf(closed, 'Entry › exit')).map((text) => text.replace(/\s+/g, ' ').trim())[0],
  ).toMatch(new RegExp(`^${dec(entryPrice).toFixed(2)} › ${dec(exitPrice).toFixed(2)}`));
});

/** Moves the exits near the market after the trade was seen open; tries again when the market has moved on. */
async function bringExitsNear(user: Trader, id: string): Promise<void> {
  await until('exits near the market', async () => {
    const { phase, version: expectedVersion, symbol } = await user.trade(id);
    if (phase === 'CLOSED') return true;
    const { quotes } = await user.ask<{ quotes: [{ bid: string; ask: string }] }>(
      `{ quotes(symbols: ["${symbol}"]) { bid ask } }`,
    );
    const [{ bid, ask }] = quotes;
    const exits = {
      stopLoss: dec(bid).minus('0.15').toFixed(2),
      takeProfit: dec(ask).plus('0.15').toFixed(2),
    };
    const input = { id, expectedVersion, idempotencyKey: newKey(), ...exits };
    const moved = user.ask(
      'mutation($input: AdjustBracketInput!) { adjustBracket(input: $input) { version } }',
      { input },
    );
    return moved.then(
      () => true,
      () => false,
    );
  });
}

/** Clicks the ask of a call near the money and returns the quote. The rows move with the spot. */
async function pickCall(page: Page): Promise<{ bid: Decimal; ask: Decimal }> {
  const calls = page.getByRole('button', { name: /^Buy SPY \S+ CALL/ });
  const strike = (await calls.nth(8).getAttribute('aria-label'))?.split(' ')[2];
  const at = async (verb: string) => {
    const quote = page.getByRole('button', { name: new RegExp(`^${verb} SPY ${strike} CALL`) });
    const label = (await quote.getAttribute('aria-label')) ?? '';
    return { quote, price: dec(label.split(' ').at(-1) ?? '') };
  };
  const { quote, price: ask } = await at('Buy');
  const { price: bid } = await at('Sell');
  await quote.click();
  return { bid, ask };
}

function signed(amount: Decimal): string {
  return `${amount.isNegative() ? '\u2212' : '+'}${amount.abs().toFixed(2)}`;
}
