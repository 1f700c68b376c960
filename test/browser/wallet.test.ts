import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import type { Trader } from '../support/servers/trader.ts';
import { DexscreenerEmulator } from '../venues/dexscreener-emulator.ts';
import { startSolanaWorld, type SolanaWorld } from '../venues/solana/solana-world.ts';
import { BONK, USDC, WIF } from '../venues/tokens/emulated-token.ts';
import { lamp, overflowOf } from './screen.ts';

const BLOCK_MS = 200;

let world: SolanaWorld;
let dexscreener: DexscreenerEmulator;
beforeAll(async () => {
  world = await startSolanaWorld();
  dexscreener = await DexscreenerEmulator.start();
  const { chain, wallet } = world;
  chain.tick(BLOCK_MS);
  chain.give({ mint: USDC, owner: wallet.address, amount: 2_500_000_000n });
  chain.give({ mint: BONK, owner: wallet.address, amount: 123_456_789_000n });
  chain.give({ mint: WIF, owner: wallet.address, amount: 42_000_000n, frozen: true });
});
afterAll(() => Promise.all([world.close(), dexscreener.close()]));

const dashboard = useDashboard(() => ({
  ...{ REAL_TRADING: 'on', SYNC_SECONDS: '1', TOKEN_PRICE_SECONDS: '1' },
  ...{ ...world.environment, JUPITER_API_KEY: world.jupiter.key, DEXSCREENER_URL: dexscreener.url },
}));

let admin: Trader;
async function showReal(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(REAL|Switch book)/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Show REAL' }).click();
  await page.locator('[data-mode=REAL]').first().waitFor();
}
async function asAdmin(address: string, width = 1440): Promise<Page> {
  admin ??= await dashboard().user('ada');
  const page = await dashboard().open(address, { token: admin.token, width });
  await showReal(page);
  return page;
}

/** Checks that the dialog is within the screen, and that its buttons are tall enough for a finger. */
async function fits(dialog: Locator): Promise<void> {
  const { width = 0 } = dialog.page().viewportSize() ?? {};
  const cut = async () => {
    const parts = await dialog.locator('*:visible').all();
    const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
    return boxes.filter((box) => box && box.width > 0 && (box.x < 0 || box.x + box.width > width));
  };
  await expect.poll(cut).toEqual([]);
  const buttons = await dialog.getByRole('button').all();
  for (const button of buttons) {
    const { height = 0 } = (await button.boundingBox()) ?? {};
    expect(height, await button.innerText()).toBeGreaterThanOrEqual(32);
  }
}

it('adopts what nobody booked by its whole mint, through a dialog of REAL', async () => {
  const page = await asAdmin('/portfolio');
  const panel = page.getByRole('region', { name: 'Holdings in the wallet' });
  const row = panel.getByRole('row').filter({ hasText: BONK });
  await expect.poll(() => row.innerText()).toContain('Not booked');
  await panel.getByRole('row').filter({ hasText: WIF }).getByText('frozen').waitFor();
  await row.getByRole('button', { name: `Adopt ${BONK}` }).click();
  const form = page.getByRole('dialog', { name: 'Adopt a holding' });
  await form.getByText(BONK, { exact: true }).waitFor();
  await form.getByLabel('How many').fill('1000000');
  await form.getByLabel(/^What all of it cost/).fill('2.5');
  await form.getByLabel(/^Where it comes from/).fill('my old tracker');
  await form.getByRole('button', { name: 'See what is booked' }).click();
  const sure = page.getByRole('dialog', { name: /^Book a holding of wallet/ });
  const act = sure.getByRole('button', { name: 'Book it in REAL' });
  await expect.poll(() => act.isEnabled()).toBe(true);
  await sure.getByText(`(${BONK})`).waitFor();
  const body = await sure.getByRole('table', { name: 'Exactly what is sent' }).innerText();
  expect(body.split(/[\n\t]/)).toEqual([
    ...['Mode', 'REAL', 'Mint', BONK, 'Quantity', '1000000', 'Cost', '2.5'],
    ...['Note', 'my old tracker', 'Idempotency key'],
    expect.stringMatching(/^[0-9a-f]{32}$/) as string,
  ]);
  // The control that has the focus first does not book.
  await page.keyboard.press('Enter');
  await sure.waitFor({ state: 'detached' });
  await form.getByRole('button', { name: 'See what is booked' }).click();
  await expect.poll(() => act.isEnabled()).toBe(true);
  await act.click();
  await page.waitForURL(/trades\/real_/);
  await page.getByRole('heading', { name: 'Entry and now' }).waitFor();
  await page.goto(`${dashboard().url}/portfolio`);
  await showReal(page);
  await expect.poll(() => row.innerText()).toMatch(/\b1M\b/);
});

it('adopts on a phone, where the whole mint and every button fit', async () => {
  const page = await asAdmin('/portfolio', 390);
  await page.getByRole('button', { name: `Adopt ${BONK}` }).click();
  const form = page.getByRole('dialog', { name: 'Adopt a holding' });
  await form.getByText(BONK, { exact: true }).waitFor();
  await form.getByLabel('How many').fill('9999999999');
  await form.getByText(/^Only .* are not booked/).waitFor();
  await fits(form);
  await form.getByLabel('How many').fill('5');
  await form.getByLabel(/^What all of it cost/).fill('1');
  await form.getByLabel(/^Where it comes from/).fill('a friend');
  await form.getByRole('button', { name: 'See what is booked' }).click();
  const sure = page.getByRole('dialog', { name: /^Book a holding of wallet/ });
  await expect
    .poll(() => sure.getByRole('button', { name: 'Book it in REAL' }).isEnabled())
    .toBe(true);
  await sure.getByText(`(${BONK})`).waitFor();
  await fits(sure);
  await expect.poll(() => overflowOf(page)).toBe(0);
  await sure.getByRole('button', { name: 'Do not send' }).click();
});

it('arms the wallet by its whole address, and shows what pays fees', async () => {
  const { address } = world.wallet;
  const page = await asAdmin('/safety');
  const wallet = page.getByRole('region', { name: 'Wallet' });
  await wallet.getByText(address).waitFor();
  await wallet.getByText('SOL that pays fees').waitFor();
  const arming = page.getByRole('region', { name: 'Arming' });
  await arming.getByLabel('Phrase').fill(`TRADE REAL MONEY IN WALLET ${address}`);
  await arming.getByRole('button', { name: /^Arm REAL/ }).click();
  await arming.getByText('Armed', { exact: true }).waitFor();
  await page.getByText(`Tokens: ${address}`).waitFor();
  // With all lamps lit, the page still fits, so the kill switch stays in sight.
  for (const width of [1440, 1240, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => overflowOf(page), { message: `at ${width}` }).toBe(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(() => lamp(page, 'Venue').innerText()).toBe('Jupiter');
});

it('sends a token’s order for real money by its whole mint', async () => {
  const page = await asAdmin(`/trade?token=${WIF}`);
  await expect
    .poll(() => page.getByLabel('Worth, dollars', { exact: true }).isEnabled())
    .toBe(true);
  await page.getByLabel('Worth, dollars', { exact: true }).fill('50');
  const place = page.getByRole('button', { name: /^Place in REAL book/ });
  await expect.poll(() => place.isEnabled(), { timeout: 60_000 }).toBe(true);
  await place.click();
  const dialog = page.getByRole('dialog', { name: /^Send this order to wallet/ });
  await dialog.getByText(`(${WIF})`).waitFor();
  const body = await dialog.getByRole('table', { name: 'Exactly what is sent' }).innerText();
  expect(body).toContain(WIF);
  await dialog.getByText(/You get at least [\d.]+ \$WIF, or nothing/).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await fits(dialog);
  await dialog.getByRole('button', { name: 'Do not send' }).click();
});

it('says in Settings that another address leaves the wallet out', async () => {
  const page = await asAdmin('/settings');
  await page.getByText(/^\d+ of 600 calls this minute/).waitFor();
  await page.getByLabel('Jupiter key').fill('a-key-of-hers');
  await page.getByRole('button', { name: 'Keep the old one' }).click();
  await page.getByLabel('Address', { exact: true }).fill(BONK);
  await page.getByRole('button', { name: /^Store/ }).click();
  await page.getByText(`your settings name ${BONK}`).first().waitFor();
});
