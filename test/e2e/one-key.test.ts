import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverDatabases, type ServerDatabase } from '../support/servers/server-databases.ts';
import { ServerProcess } from '../support/servers/server-process.ts';
import { newKey, Trader } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';
import { TradierEmulator } from '../venues/tradier-emulator.ts';

const NOON = '2026-03-10T16:00:00.000Z';
const SYMBOL = 'SPY260327C00560000';
const HUNDRED = Array.from({ length: 100 }, (_each, n) => n);

/** Asks for fields that do not change by themselves, so that answers at two moments are equal. */
const PLACE = `mutation($input: PlaceTradeInput!) { placeTrade(input: $input) {
  id mode venue symbol side quantity limitPrice placedAt orders { id role tag quantity limitPrice stopPrice } } }`;

describe.each(serverDatabases())('one key at a server on %s, over many connections', (_, make) => {
  let database: ServerDatabase;
  let venue: TradierEmulator;
  let server: ServerProcess;
  let ada: Trader;
  let bob: Trader;

  beforeAll(async () => {
    database = await make();
    venue = await TradierEmulator.start({ now: new Date(NOON) });
    venue.setQuote(SYMBOL, { bid: 1.45, ask: 1.55, last: 1.5 });
    venue.setQuote('SPY', { bid: 558.2, ask: 558.22, last: 558.21 });
    const { env, dataDir } = database.options;
    const desk = { TRADIER_SANDBOX_URL: venue.url, ALLOW_SIGN_UP: 'always', TEST_CLOCK: NOON };
    server = await ServerProcess.start({ ...(dataDir && { dataDir }), env: { ...env, ...desk } });
    ada = await trader('ada', venue.accountId);
    bob = await trader('bob', venue.addAccount('VA00000002').id);
  });
  afterAll(async () => {
    await server.close();
    await venue.close();
    await database.remove();
  });

  async function trader(name: string, accountId: string): Promise<Trader> {
    const user = await Trader.signUp(server, name);
    const tradierSandbox = { token: venue.token, accountId };
    await user.ask('mutation($i: UpdateSettingsInput!) { updateSettings(input: $i) { version } }', {
      i: { expectedVersion: 1, paperVenue: 'TRADIER_SANDBOX', tradierSandbox },
    });
    // Nobody waits for more than six seconds until the account was read: a hundred at once may.
    await user.place(ticket());
    return user;
  }

  const ticket = (idempotencyKey = newKey(), quantity = '3') => ({
    ...{ mode: 'PAPER', idempotencyKey, option: { symbol: SYMBOL }, side: 'BUY_TO_OPEN', quantity },
    ...{
      orderType: 'LIMIT',
      limitPrice: '1.50',
      bracket: { stopLoss: '1.00', takeProfit: '2.50' },
    },
  });
  /** Sends all inputs at once, each on its own connection, because none is answered before the last is sent. */
  const together = (user: Trader, inputs: readonly object[]) =>
    Promise.all(
      inputs.map((input) => server.api.ask(PLACE, { token: user.token, variables: { input } })),
    );
  const aHundred = (user: Trader, input: object) =>
    together(
      user,
      HUNDRED.map(() => input),
    );
  const stands = async (user: Trader) => ({
    trades: (await user.trades()).length,
    sent: venue.count('POST /orders'),
  });

  it('gives one trade and one order for the same input, and IDEMPOTENCY_MISMATCH for another', async () => {
    const before = await stands(ada);
    const once = { trades: before.trades + 1, sent: before.sent + 1 };
    const input = ticket();
    const [first, ...rest] = await aHundred(ada, input);
    expect(first!.data).toMatchObject({ placeTrade: { symbol: SYMBOL, orders: [{}, {}, {}] } });
    expect(new Set(rest.map(({ text }) => text))).toEqual(new Set([first!.text]));
    expect(await stands(ada)).toEqual(once);

    await server.kill9();
    await server.restart();
    const again = await aHundred(ada, input);
    expect(new Set(again.map(({ text }) => text))).toEqual(new Set([first!.text]));
    const changes = [{ quantity: '4' }, { limitPrice: '1.51' }, { bracket: null }];
    const others = HUNDRED.slice(0, 12).map((n) => ({ ...input, ...changes[n % 3] }));
    const refused = await together(ada, others);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['IDEMPOTENCY_MISMATCH']));
    expect(await stands(ada)).toEqual(once);
  });

  it('accepts only one of two inputs that arrive at once', async () => {
    const before = await stands(ada);
    const key = newKey();
    const inputs = HUNDRED.map((n) => ticket(key, n % 2 ? '1' : '2'));
    const answers = await together(ada, inputs);
    const placed = answers.filter(({ code }) => code === null).map(({ text }) => text);
    expect([placed.length, new Set(placed).size]).toEqual([50, 1]);
    const refused = answers.filter(({ code }) => code === 'IDEMPOTENCY_MISMATCH');
    expect(refused).toHaveLength(50);
    expect(await stands(ada)).toEqual({ trades: before.trades + 1, sent: before.sent + 1 });
  });

  it('gives one order even if the server dies before the venue’s answer arrives', async () => {
    const before = await stands(ada);
    const input = ticket();
    venue.fail('POST /orders', { silent: true, afterCommit: true });
    const cut = aHundred(ada, input).catch(() => null);
    await until('the order at the venue', () => venue.count('POST /orders') > before.sent);
    await server.kill9();
    await cut;
    await server.restart();
    const again = await aHundred(ada, input);
    expect(new Set(again.map(({ text }) => text)).size).toBe(1);
    expect(again[0]!.code).toBeNull();
    expect(await stands(ada)).toEqual({ trades: before.trades + 1, sent: before.sent + 1 });
    const { id } = (again[0]!.data as unknown as { placeTrade: { id: string } }).placeTrade;
    const found = await until('the order, found by its tag', async () => {
      const { orders } = await ada.trade(id);
      return orders.every(({ status }) => status === 'ACCEPTED') && orders;
    });
    const legs = venue.orders.at(-1)!.legs.map((leg) => String(leg.id));
    expect(found.map(({ venueOrderId }) => venueOrderId)).toEqual(legs);
  });

  it('belongs to one user: the same key of another user is another trade', async () => {
    const input = ticket();
    const before = await stands(bob);
    const half = HUNDRED.slice(50).map(() => input);
    const [hers, his] = await Promise.all([together(ada, half), together(bob, half)]);
    const ids = [...hers, ...his].map(({ text }) => /"id":"(paper_\w+)"/.exec(text)?.[1]);
    expect(new Set(ids).size).toBe(2);
    expect(await stands(bob)).toEqual({ trades: before.trades + 1, sent: before.sent + 2 });
  });
});
