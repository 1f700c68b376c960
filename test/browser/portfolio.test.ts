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
  // A slow server is UNKNOWN for a moment.
  await expect.poll(() => page.title()).toBe('PAPER · Portfolio · Twinbook');

  await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
  let before = await columnOf(trades, 'Mark');
  expect(before.length).toBeGreaterThan(0);
  await until('another mark', async () => {
    const now = await columnOf(trades, 'Mark');
    if (now.length === before.length) return now.some((mark, i) => mark !== before[i]);
    // A trade has ended or another was placed since the last look.
    before = now;
    return false;
  });
  expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);

  // A changed cell stays coloured mostly without drawing frames, because each frame costs battery.
  const washes = await page.evaluate(() =>
    ['rose', 'fell'].map((name) => {
      const cell = document.querySelector('main td')!;
      cell.className = name;
      const timing = cell.getAnimations()[0]!.effect!.getTiming();
      cell.className = '';
      return [Number(timing.duration), timing.delay, timing.fill];
    }),
  );
  for (const [lasts, stands, fill] of washes)
    expect([Number(lasts) <= Number(stands) / 2, fill]).toEqual([true, 'backwards']);
});
