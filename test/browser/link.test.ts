import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { until } from '../support/values/until.ts';
import { columnOf, lamp, modeOn, openTrades } from './screen.ts';

const dashboard = useDashboard();

it('shows UNKNOWN while the server is down, and recovers when it is back', async () => {
  const user = await dashboard().user();
  await user.place(await user.ticket());
  const page = await dashboard().open('/portfolio', { token: user.token });
  await openTrades(page).getByRole('row', { name: /OPEN/ }).waitFor();
  // A slow server is UNKNOWN for a moment.
  await modeOn(page).getByText('PAPER').waitFor();
  const paper = await surfaceOf(page);

  await dashboard().server.stop();
  await modeOn(page).getByText('UNKNOWN').waitFor();
  await expect.poll(() => page.title()).toMatch(/^UNKNOWN · /);
  await expect.poll(() => surfaceOf(page)).not.toBe(paper);
  await page.getByText('Mode, orders and protection are unknown').waitFor();
  expect(await lamp(page, 'Protection').textContent()).toMatch('unknown');
  expect(await openTrades(page).isVisible()).toBe(false);

  await dashboard().server.restart();
  await modeOn(page).getByText('PAPER').waitFor();
  await expect.poll(() => surfaceOf(page)).toBe(paper);
  await expect.poll(() => page.title()).toMatch(/^PAPER · /);
  await untilMarksMove(page);
  dashboard().forgive(
    /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|status of 503|WebSocket/,
  );
});

it('polls only while the socket is lost, and stops when it is back', async () => {
  const user = await dashboard().user();
  await user.place(await user.ticket());
  await user.ask(
    'mutation { updateSettings(input: { expectedVersion: 1, pollSeconds: 5 }) { version } }',
  );
  const socket = { lost: false, drop: [] as (() => Promise<void>)[] };
  const page = await dashboard().open('/portfolio', {
    token: user.token,
    prepare: (fresh) =>
      fresh.routeWebSocket('**/graphql', (route) => {
        if (socket.lost) return void route.close();
        route.connectToServer();
        socket.drop.push(() => route.close());
      }),
  });
  let polls = 0;
  page.on('request', (request) => {
    if (/"operationName":"DeskTrades"/.test(request.postData() ?? '')) polls += 1;
  });
  await lamp(page, 'Link').getByText(/^live/).waitFor();
  await openTrades(page).getByRole('row', { name: /OPEN/ }).waitFor();

  socket.lost = true;
  await Promise.all(socket.drop.map((drop) => drop()));
  await lamp(page, 'Link').getByText('polling 5 s').waitFor();
  await expect.poll(() => modeOn(page).textContent()).toBe('PAPER');
  polls = 0;
  await until('a poll', () => polls > 0, { within: 12_000 });
  await untilMarksMove(page);

  socket.lost = false;
  await lamp(page, 'Link').getByText(/^live/).waitFor();
  // What a connection asks again has left the page before this.
  await page.evaluate(() => fetch('/healthz').then(({ ok }) => ok));
  polls = 0;
  await page.waitForTimeout(6000);
  expect(polls).toBe(0);
});

/** The colour of the spine, which differs by mode. */
function surfaceOf(page: Page): Promise<string> {
  return modeOn(page).evaluate((word) => {
    const { backgroundImage, backgroundColor } = getComputedStyle(word.parentElement ?? word);
    return backgroundImage + backgroundColor;
  });
}

/** A slow server is UNKNOWN for a moment, and then no row is shown. */
async function untilMarksMove(page: Page): Promise<void> {
  const mark = async () => {
    const marks = await columnOf(openTrades(page), 'Mark');
    return marks.length === 1 && marks[0]!;
  };
  const before = await until('one row', mark);
  await until('another mark', async () => {
    const now = await mark();
    return now !== false && now !== before;
  });
}
