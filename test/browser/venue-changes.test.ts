import { afterAll, beforeAll, expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { newKey, type Trader } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';
import { payDividend, splitShares } from '../venues/tradier/corporate-actions.ts';
import { TradierEmulator } from '../venues/tradier-emulator.ts';
import { columnOf } from './screen.ts';

let venue: TradierEmulator;
beforeAll(async () => void (venue = await TradierEmulator.start()));
afterAll(() => venue.close());

const dashboard = useDashboard(() => ({ TRADIER_SANDBOX_URL: venue.url, SYNC_SECONDS: '1' }));

/** Five NVDA at 1200.10 with a GTC stop at 1150 and a GTC target at 1300. */
async function held(): Promise<{ user: Trader; id: string }> {
  const user = await dashboard().user();
  venue.setQuote('NVDA', { bid: 1200, ask: 1200.2, last: 1200.1 });
  const tradierSandbox = { token: venue.token, accountId: venue.accountId };
  const settings = { expectedVersion: 1, paperVenue: 'TRADIER_SANDBOX', tradierSandbox };
  await user.ask('mutation($i: UpdateSettingsInput!) { updateSettings(input: $i) { version } }', {
    i: settings,
  });
  const { id } = await user.place({
    ...{ mode: 'PAPER', idempotencyKey: newKey(), equity: { symbol: 'NVDA' }, side: 'BUY' },
    ...{ quantity: '5', orderType: 'LIMIT', limitPrice: '1200.10', timeInForce: 'GTC' },
    bracket: { stopLoss: '1150', takeProfit: '1300' },
  });
  venue.fill(venue.orders.at(-1)!.legs[0]!.id, { price: '1200.10' });
  await until('the fill', async () => (await user.trade(id)).status === 'OPEN');
  return { user, id };
}

it('shows the venue’s own changes of exits and shares, and takes a person’s choice', async () => {
  const { user, id } = await held();
  const page = await dashboard().open(`/trades/${id}`, { token: user.token });
  await page.getByRole('heading', { name: 'Entry and now' }).waitFor();

  payDividend(venue.account, 'NVDA', '0.25');
  const notice = page.getByRole('region', { name: 'Exits that the venue changed' });
  await notice.getByRole('button', { name: 'Accept the venue’s' }).waitFor();
  expect(await columnOf(notice, 'Desk')).toEqual(['5 at 1,150.00']);
  expect(await columnOf(notice, 'Venue')).toEqual(['5 at 1,149.75']);
  await notice.getByText('Most likely a dividend').waitFor();
  await notice.getByRole('button', { name: 'Accept the venue’s' }).focus();
  await page.keyboard.press('Enter');
  await notice.waitFor({ state: 'detached' });
  const { stopLoss } = (
    await user.ask<{ trade: { stopLoss: string } }>(`{ trade(id: "${id}") { stopLoss } }`)
  ).trade;
  expect(stopLoss).toBe('1149.75');
  await page.getByText(/changed it to 5 at 1,149\.75; accepted by/).waitFor();

  splitShares(venue.account, 'NVDA', [10, 1]);
  venue.setQuote('NVDA', { bid: 120, ask: 120.02, last: 120.01 });
  const review = page.getByRole('button', { name: 'Review…' });
  await review.waitFor();
  await review.click();
  const dialog = page.getByRole('dialog', { name: /^Review NVDA/ });
  await dialog.getByText('a split of the shares').waitFor();
  const typed = (label: string) => dialog.getByLabel(label).inputValue();
  await expect.poll(() => typed('New shares')).toBe('10');
  expect(await typed('For old shares')).toBe('1');
  await dialog.getByText('5 become 50').waitFor();

  const { version } = await user.trade(id);
  await user.ask(
    `mutation { annotateTrade(id: "${id}", expectedVersion: ${version}, notes: "split") { id } }`,
  );
  await page.getByText('split', { exact: true }).first().waitFor();
  await dialog.getByLabel('New shares').fill('11');
  await dialog.getByText('The book would hold 55 of NVDA, and the venue shows 50.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Book the split' }).isDisabled()).toBe(true);
  await dialog.getByLabel('New shares').fill('10');
  await dialog.getByText('5 become 50').waitFor();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await until('the trade open again', async () => (await user.trade(id)).status === 'OPEN');
  expect((await user.trade(id)).openQuantity).toBe('50');
  await page.getByText('A split of 10 for 1 is booked').first().waitFor();
});
