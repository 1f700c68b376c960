import { afterAll, beforeAll, expect, it } from 'vitest';
import { MovingVenues } from '../support/servers/moving-venues.ts';
import { ServerProcess } from '../support/servers/server-process.ts';
import { newKey, Trader } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';

const TOKEN = 'silent-token-of-the-sandbox';
const CALL = 'SPY260327C00560000';
const NOON = '2026-03-10T16:00:00.000Z';

let venues: MovingVenues;
let server: ServerProcess;
let ada: Trader;

beforeAll(async () => {
  venues = await MovingVenues.start(TOKEN, 'unused', new Date(NOON));
  const env = { ...venues.env, SYNC_SECONDS: '1', SNAPSHOT_SECONDS: '1', TEST_CLOCK: NOON };
  server = await ServerProcess.start({ env });
  ada = await Trader.signUp(server, 'ada');
  await venues.follow(ada);
  venues.tradier.setQuote('SPY', { bid: 558.2, ask: 558.22, last: 558.21 });
  venues.tradier.setQuote(CALL, { bid: 5.4, ask: 5.5, last: 5.4 });
}, 120_000);
afterAll(async () => {
  await server.close();
  await venues.close();
});

const notes = async (): Promise<string> => {
  const { status, text } = await server.api.get('/readyz');
  expect(status).toBe(200);
  return (JSON.parse(text) as { notes: string[] }).notes.join('; ');
};

it(
  'serves at once when it starts while the venue hangs, and says how many accounts are compared',
  { timeout: 240_000 },
  async () => {
    const { settings } = await ada.ask<{ settings: { version: number } }>(
      '{ settings { version } }',
    );
    const tradierSandbox = { token: TOKEN, accountId: venues.tradier.accountId };
    const change = {
      expectedVersion: settings.version,
      paperVenue: 'TRADIER_SANDBOX',
      tradierSandbox,
    };
    await ada.ask(
      'mutation($input: UpdateSettingsInput!) { updateSettings(input: $input) { paperVenue } }',
      {
        input: change,
      },
    );
    const placing = `mutation($input: PlaceTradeInput!) { placeTrade(input: $input) { id status } }`;
    const ticket = () => ({
      ...{ mode: 'PAPER', idempotencyKey: newKey(), option: { symbol: CALL }, side: 'BUY_TO_OPEN' },
      ...{ quantity: '1', orderType: 'LIMIT', limitPrice: '5.00', timeInForce: 'GTC' },
    });
    await ada.ask(placing, { input: ticket() });
    const orders = venues.tradier.orders.length;

    await server.kill9();
    venues.tradier.fail('*', { silent: true }, 100_000);
    await server.restart();
    await until('the list of accounts', async () =>
      (await notes()).includes('accounts: 0 of 1 compared'),
    );
    const { trades } = await ada.ask<{ trades: { nodes: { status: string }[] } }>(
      '{ trades(mode: PAPER, first: 5) { nodes { status } } }',
    );
    expect(trades.nodes).toEqual([{ status: 'PENDING' }]);
    expect(venues.tradier.orders).toHaveLength(orders);

    venues.tradier.heal();
    await until('the comparison', async () => !(await notes()).includes('compared'), {
      within: 120_000,
      every: 500,
    });
    await ada.ask(placing, { input: ticket() });
    expect(venues.tradier.orders).toHaveLength(orders + 1);
  },
);
