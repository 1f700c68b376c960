import { expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { columnOf } from './screen.ts';

const dashboard = useDashboard();

const HOUR_MS = 3_600_000;

it('draws a trade as a line or as candles of the chosen interval, and remembers the choice', async () => {
  const user = await dashboard().user();
  const { id, symbol } = await user.place(await user.ticket());
  const page = await dashboard().open(`/trades/${id}`, { token: user.token });
  const choice = (name: string) => page.getByRole('radio', { name, exact: true });
  await page.getByText(/exit side · times in\s+ET, the exchange’s/).waitFor();
  await choice('1h').click();
  /** Whether the page shows as many as the API tells; a contract that was listed today has fewer than a day of them. */
  const agrees = async () => {
    const from = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS - 24 * HOUR_MS).toISOString();
    const { candles } = await user.ask<{ candles: object[] }>(
      `{ candles(symbol: "${symbol}", interval: ONE_HOUR, from: "${from}") { at } }`,
    );
    const many = `(${candles.length}|${candles.length + 1}) candles`;
    const words = new RegExp(`candles of the middle · times in\\s+ET, .* ·\\s+${many}`);
    return (await page.getByText(words).count()) > 0;
  };
  await expect.poll(agrees).toBe(true);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => choice('15m').getAttribute('aria-checked')).toBe('true');
  await page.reload();
  await page.getByText(/candles of the middle/).waitFor();
  await expect.poll(() => choice('15m').getAttribute('aria-checked')).toBe('true');

  const models = page.getByRole('table', { name: 'Fill against each model' });
  await expect
    .poll(() => columnOf(models, 'Model'))
    .toEqual(['TOUCH v1, used', ...['MID v1', 'CROSS v1', 'ORATS v1', 'INSTANT v1']]);
  const [touch, mid] = await columnOf(models, '¢ to mid');
  expect(Number(touch)).toBeGreaterThan(0);
  expect(mid).toBe('0.0');
});

it('loads a term structure only when it is opened, and once', async () => {
  const user = await dashboard().user();
  const asked: string[] = [];
  const page = await dashboard().open('/trade/SPY', {
    token: user.token,
    prepare: async (fresh) => {
      fresh.on('request', (request) => {
        if (request.postData()?.includes('ChainVolatility')) asked.push(request.url());
      });
    },
  });
  await page.getByRole('img', { name: 'Implied volatility by strike' }).waitFor();
  expect(asked).toEqual([]);
  await page.getByRole('radio', { name: 'Term', exact: true }).click();
  const term = page.getByRole('img', { name: /^At-the-money implied volatility by expiration: / });
  await page.getByText(/\b(\d+) of \1 expirations · oldest \d+ s/).waitFor();
  const points = (await term.getAttribute('aria-label'))?.match(/\d+ days [\d.]+ percent/g);
  expect(points?.length).toBeGreaterThan(5);
  expect(asked).toHaveLength(points?.length ?? 0);
  await page.getByRole('radio', { name: 'Smile', exact: true }).click();
  await page.getByRole('radio', { name: 'Term', exact: true }).click();
  await page.getByText(/\b(\d+) of \1 expirations/).waitFor();
  expect(asked).toHaveLength(points?.length ?? 0);
});

it('fills in the price of a dragged line, and sends nothing on release', async () => {
  const user = await dashboard().user();
  const { id, stopLoss } = await user.place(await user.ticket());
  let isStill = false;
  const page = await dashboard().open(`/trades/${id}`, {
    token: user.token,
    // A price that comes in the midst of a drag moves the scale away below the mouse.
    prepare: (fresh) =>
      fresh.routeWebSocket('**/graphql', (socket) => {
        const server = socket.connectToServer();
        server.onMessage((message) => {
          if (!isStill || !String(message).includes('"type":"next"')) socket.send(message);
        });
      }),
  });
  const canvas = page.locator('.chart .canvas');
  await canvas.locator('canvas').first().waitFor();
  isStill = true;
  /** The lowest draggable line: for a long position, its stop. */
  const stopLine = async () => {
    const box = (await canvas.boundingBox())!;
    const x = box.x + box.width / 3;
    for (let y = box.y + box.height - 120; y > box.y; y -= 4) {
      await page.mouse.move(x, y);
      if ((await canvas.evaluate((node) => (node as HTMLElement).style.cursor)) === 'ns-resize')
        return { x, y };
    }
    return null;
  };
  /** Drags the stop 20 px up. Parts of the page that come late may move it: it is sought each time. */
  const drag = async () => {
    const line = await stopLine();
    if (line === null) return false;
    await page.mouse.down();
    await page.mouse.move(line.x, line.y - 20, { steps: 4 });
    return true;
  };
  await expect.poll(drag, { timeout: 30_000, interval: 500 }).toBe(true);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await page.getByRole('dialog').count()).toBe(0);

  const dialog = page.getByRole('dialog', { name: /^Bracket of/ });
  const dropped = async () => {
    if ((await dialog.count()) > 0) return true;
    if (await drag()) await page.mouse.up();
    return false;
  };
  await expect.poll(dropped, { timeout: 30_000, interval: 500 }).toBe(true);
  const typed = await dialog.getByLabel(/^Stop, was/).inputValue();
  expect(Number(typed)).toBeGreaterThan(Number(stopLoss));
  expect((await user.trade(id)).stopLoss).toBe(stopLoss);
});
