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

/** Ten shares held at Tradier, with the account's money compared once. */
async function heldAtTradier(): Promise<Trader> {
  const user = await dashboard().user();
  venue.setQuote('SPY', { bid: 558.2, ask: 558.22, last: 558.21 });
  const tradierSandbox = { token: venue.token, accountId: venue.accountId };
  const settings = { expectedVersion: 1, paperVenue: 'TRADIER_SANDBOX', tradierSandbox };
  await user.ask('mutation($i: UpdateSettingsInput!) { updateSettings(input: $i) { version } }', {
    i: settings,
  });
  const { id } = await user.place({
    ...{ mode: 'PAPER', idempotencyKey: newKey(), equity: { symbol: 'SPY' }, side: 'BUY' },
    ...{ quantity: '10', orderType: 'LIMIT', limitPrice: '558.20', timeInForce: 'GTC' },
  });
  venue.fill(venue.orders.at(-1)!.id, { price: '558.20' });
  await until('the fill', async () => (await user.trade(id)).status === 'OPEN');
  await compared(user);
  return user;
}

/** The start-up comparison runs like the one every five minutes, while the server already answers. */
async function compared(user: Trader): Promise<void> {
  await dashboard().server.stop();
  await dashboard().server.restart();
  await until('an account that was compared', async () => {
    const { reconciliation } = await user.ask<{ reconciliation: { checks: { state: string }[] } }>(
      '{ reconciliation(mode: PAPER) { checks { state } } }',
    );
    const { checks } = reconciliation;
    return checks.length > 0 && checks.every(({ state }) => state !== 'UNKNOWN');
  });
}

const kinds = async (user: Trader) => {
  const { alerts } = await user.ask<{ alerts: { nodes: { kind: string }[] } }>(
    '{ alerts(mode: PAPER) { nodes { kind } } }',
  );
  return alerts.nodes.map(({ kind }) => kind);
};

it('accepts a deposit at the venue in a dialog that shows the current difference', async () => {
  const user = await heldAtTradier();
  const { account } = venue;
  account.cash = account.cash.plus(1000);
  await compared(user);
  expect(await kinds(user)).toEqual(['INVARIANT_BROKEN', 'INVARIANT_BROKEN']);
  const page = await dashboard().open('/safety', { token: user.token });
  const card = page.getByRole('region', { name: 'Book against venue' });
  await expect
    .poll(() => columnOf(card, 'Difference'))
    .toEqual(['0', '+1,000.00', '+1,000.00', '0']);

  await card.getByRole('button', { name: 'Accept Cash' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accept the difference at TRADIER SANDBOX' });
  await dialog
    .getByText('has 1,000.00 dollars more than the trades of this book explain')
    .waitFor();
  const accept = dialog.getByRole('button', { name: 'Accept in PAPER book' });
  expect(await accept.isDisabled()).toBe(true);
  await dialog.getByLabel(/^Why they differ/).fill('deposit');
  // While the dialog is open, a program accepts one of the differences.
  await user.ask(
    `mutation { acceptDifferences(input: { mode: PAPER, idempotencyKey: "${newKey()}", venue: "TRADIER_SANDBOX",
      differences: [{ invariant: PNL, difference: "1000" }], note: "by a program" }) { mode } }`,
  );
  await page.keyboard.press('Enter');
  await dialog.getByRole('alert').getByText('Your answer was not stored').waitFor();
  expect(await columnOf(dialog.locator('table').last(), 'Now')).toEqual(['+1,000.00', 'agrees']);
  await dialog.getByRole('button', { name: 'Continue from current values' }).click();
  expect(await dialog.getByRole('checkbox').count()).toBe(1);
  await accept.click();
  await dialog.waitFor({ state: 'detached' });

  await expect.poll(() => columnOf(card, 'Difference')).toEqual(['0', '0', '0', '0']);
  for (const note of ['deposit', 'by a program'])
    await card.getByText(new RegExp(`^Accepted \\+1,000\\.00 by you, .*: “${note}”$`)).waitFor();
  const log = page.getByRole('region', { name: 'Audit log' });
  await log.getByText(/is apart from the book: Cash by \+1000 dollars\. “deposit”/).waitFor();
  expect(await kinds(user)).toEqual([]);
});
