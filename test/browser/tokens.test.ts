import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { useDashboard } from '../support/servers/dashboard.ts';
import { until } from '../support/values/until.ts';
import { openTrades } from './screen.ts';

/** A price is trusted for entries within twenty rounds. */
const PATIENT = { timeout: 60_000 };
/** Simulated mints that no chain has; the last has the ticker of another. */
const KORU = 'vuix94EBUaoLCHN3SGXgntVuzsbqXsHHTJwyvoAivFj';
const LOOK_ALIKE = '6bg5ELvW6FZPaf9q7HnA3xXmRdDQhkTcFuWRL2mtRrET';

const dashboard = useDashboard(() => ({
  ...{ TEST_CLOCK: '2026-03-18T15:00:00Z', TOKEN_PRICE_SECONDS: '1', SYNC_SECONDS: '1' },
  ...{ JUPITER_URL: 'http://127.0.0.1:9', DEXSCREENER_URL: 'http://127.0.0.1:9' },
}));

let shared: Promise<string> | undefined;

/** One demo for all tests, because replaying its last days takes time. */
async function demo(address: string, width = 1440) {
  const token = await (shared ??= dashboard().demo());
  const page = await dashboard().open(address, { token, width });
  return { page, token };
}

async function chooseToken(page: Page, text: string, mint: string) {
  await page.getByRole('combobox', { name: 'Symbol' }).fill(text);
  await page.getByRole('option').filter({ hasText: mint }).click();
  await page.waitForURL(`**/trade?token=${mint}`);
}

const place = (page: Page) => page.getByRole('button', { name: /Place in PAPER book/ });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

async function buy(page: Page, dollars: string): Promise<string> {
  await field(page, 'Worth, dollars').fill(dollars);
  await expect.poll(() => place(page).isEnabled(), PATIENT).toBe(true);
  await place(page).click();
  await page.waitForURL('**/trades/*', PATIENT);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

type Closing = Readonly<Record<'status' | 'openQuantity', string>>;

async function openClose(page: Page, part: '½' | 'All'): Promise<void> {
  await page.getByRole('button', { name: /^Close…/ }).click();
  await page.getByRole('button', { name: part, exact: true }).click();
}

/**
 * Sends the close of an open dialog until so much is left. After a failed swap, or when the trade has changed
 * meanwhile, it opens the dialog again, as a person would.
 */
async function close(
  page: Page,
  part: '½' | 'All',
  read: () => Promise<Closing>,
  left: string,
): Promise<void> {
  const button = page.getByRole('button', { name: /^Close .* in PAPER book$/ });
  const conflict = page.getByRole('button', { name: 'Continue from current values' });
  const leave = page.getByRole('button', { name: 'Do not close' });
  await until(
    'a close',
    async () => {
      // The dialog is looked at first: once it is gone, the close is stored, and OPEN means that it has ended.
      const isOpen = await leave.isVisible();
      const { status, openQuantity } = await read();
      if (openQuantity === left) return true;
      if (isOpen && (await conflict.isVisible())) await leave.click();
      else if ((await button.isVisible()) && (await button.isEnabled())) await button.click();
      else if (!isOpen && status === 'OPEN') await openClose(page, part);
      return false;
    },
    { within: 60_000, every: 1_000 },
  );
}

describe('Tokens', () => {
  it('are found by a name, bought for dollars, and closed in parts to the last unit', async () => {
    const { page, token } = await demo('/trade');
    const read = async (id: string): Promise<Record<string, string> & Closing> => {
      const fields =
        'status quantity filledQuantity openQuantity realizedPnl fees netPnl decimals ticker';
      const query = `{ trade(id: "${id}") { ${fields} } }`;
      const { trade } = await dashboard().server.graphql<{
        trade: Record<string, string> & Closing;
      }>(query, {}, token);
      return trade;
    };
    let id = '';
    // One swap of fifty never lands: then it is made again, as a person would.
    do {
      await page.goto(`${dashboard().url}/trade`);
      await chooseToken(page, 'koru', KORU);
      id = await buy(page, '250');
    } while ((await read(id))['status'] === 'REJECTED');
    await page.getByRole('heading', { name: /KORU/ }).waitFor();
    await page.getByText('stop held by the desk').waitFor(PATIENT);
    await page.getByText(/slips 1\.00% at most/).waitFor();
    const bought = await read(id);
    const got = dec(bought['filledQuantity'] ?? 0);
    expect(
      got
        .div(bought['quantity'] ?? 1)
        .minus(1)
        .abs()
        .toNumber(),
    ).toBeLessThan(0.02);
    expect(got.decimalPlaces()).toBeLessThanOrEqual(Number(bought['decimals']));

    const portfolio = await dashboard().another(page.context());
    await portfolio.goto(`${dashboard().url}/portfolio`);
    const row = openTrades(portfolio).locator(`tr[data-id="${id}"]`);
    await row.waitFor(PATIENT);
    expect(await row.textContent()).toMatch(/KORU vuix…ivFj.*Solana token · USDC.*OPEN/s);

    await openClose(page, '½');
    const half = got.div(2).toDecimalPlaces(Number(bought['decimals']), 1);
    expect(await page.getByLabel(/^Quantity, of/).inputValue()).toBe(half.toFixed());
    await close(page, '½', () => read(id), got.minus(half).toFixed());

    await expect.poll(async () => (await read(id))['status'], PATIENT).toBe('OPEN');
    await openClose(page, 'All');
    await close(page, 'All', () => read(id), '0');
    await page.getByRole('main').getByText('MANUAL CLOSE').first().waitFor(PATIENT);
    const { realizedPnl = '', fees = '', netPnl = '' } = await read(id);
    expect(dec(netPnl).toFixed()).toBe(dec(realizedPnl).minus(fees).toFixed());
    await row.waitFor({ state: 'detached' });
  });

  it('wait at the desk for a limit, and are canceled there', async () => {
    const { page } = await demo(`/trade?token=${KORU}`);
    await page.getByRole('radio', { name: 'Limit', exact: true }).click();
    await page.getByRole('radio', { name: 'GTC' }).click();
    await field(page, 'Limit, dollars each').fill('0.5');
    await page.getByText('It waits at the desk until you cancel it').waitFor();
    for (const end of ['Stop', 'Target']) await field(page, end).fill('');
    await buy(page, '20');
    await page.getByText('waits at the desk').first().waitFor(PATIENT);
    await page.getByText(/for 0\.50/).waitFor();
    await page.getByRole('button', { name: /^Cancel entry…/ }).click();
    await page.getByRole('button', { name: 'Cancel the entry' }).click();
    await page.getByRole('main').getByText('CANCELED').first().waitFor(PATIENT);
  });

  it('that look like another are told apart by their mint and what speaks against them', async () => {
    const { page } = await demo('/trade', 390);
    await page.getByRole('combobox', { name: 'Symbol' }).fill('moss');
    const options = page.getByRole('option').filter({ hasText: 'token' });
    await expect.poll(() => options.count(), PATIENT).toBe(2);
    const alike = options.filter({ hasText: LOOK_ALIKE });
    expect(await alike.textContent()).toContain('freeze');
    await alike.click();
    await page.getByRole('link', { name: 'Ticket' }).click();
    const form = page.getByRole('region', { name: 'Ticket' });
    await form.getByText(LOOK_ALIKE).waitFor(PATIENT);
    await form.getByText('freeze').waitFor();
  });

  it('take no more decimals than their mint has, and say so at the field', async () => {
    const { page } = await demo(`/trade?token=${KORU}`);
    await field(page, 'Tokens, about').fill('1.1234567');
    await page.getByRole('alert').filter({ hasText: 'At most 6 decimals' }).waitFor(PATIENT);
    expect(await place(page).count()).toBe(0);
  });
});
