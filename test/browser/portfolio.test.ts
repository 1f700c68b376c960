import { expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { until } from '../support/values/until.ts';
import { columnOf, openTrades } from './screen.ts';

const dashboard = useDashboard();

it('starts a demo, and its marks move without a reload', async () => {
  const page = await dashboard().open('/');
  await page.getByRole('button', { name: 'Start the demo' }).click();
  const trades = openTrades(page);
  await trades.getByRole('row', { name: /OPEN/ }).first().waitFor({ timeout: 60_000 });
  expect(new URL(page.url()).pathname).toBe('/portfolio');
  expect(await page.title()).toBe('PAPER · Portfolio · Twinbook');

  await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
  const before = await columnOf(trades, 'Mark');
  expect(before.length).toBeGreaterThan(0);
  await until('another mark', async () => {
    const now = await columnOf(trades, 'Mark');
    return now.length === before.length && now.some((mark, i) => mark !== before[i]);
  });
  expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
});
