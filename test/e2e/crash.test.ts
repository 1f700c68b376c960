import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/adapters/database/sql/open-database.ts';
import { ServerProcess } from '../support/servers/server-process.ts';
import { bothSidesOf, Trader, type WireBatch, type WireTrade } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';

let server: ServerProcess;
let ada: Trader;

/** An order without an answer is given up after a minute of desk time, three seconds here. */
const SPEED = 20;
const began = Date.now();

/** The environment; the desk's clock runs on over a crash, like a machine's. */
function env() {
  const now = new Date(began + (Date.now() - began) * SPEED).toISOString();
  const clock = { TEST_CLOCK: now, TEST_CLOCK_SPEED: String(SPEED) };
  return { ...clock, SYNC_SECONDS: '20', SNAPSHOT_SECONDS: '20' };
}

beforeAll(async () => {
  server = await ServerProcess.start({ env });
  ada = await Trader.signUp(server, 'ada');
});
afterAll(() => server.close());

const eventsOf = (batches: readonly WireBatch[]) => batches.flatMap(({ events }) => events);
const standing = ({ orders }: WireTrade) =>
  orders.filter(({ role, status }) => role !== 'ENTRY' && status === 'ACCEPTED');
/** A trade without the figures of its mark, which may have moved between two reads. */
const unmarked = (trade: WireTrade) => ({
  ...trade,
  maxFavorableExcursion: null,
  maxAdverseExcursion: null,
});

/** The statuses that each order passes in turn; on a busy machine a test may miss one of them. */
const PASSED = ['INTENT', 'SUBMITTED', 'ACCEPTED'];

/** Sends all requests at once, and kills the server when another order has `status`, or if null at once. */
async function killedAmid<T>(
  status: string | null,
  asks: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const knex = openDatabase({ file: path.join(server.dataDir, 'paper.sqlite') });
  const before = PASSED.slice(0, PASSED.indexOf(status ?? ''));
  const stored = async () =>
    (await knex('orders').whereNotIn('status', before).pluck<string[]>('id')).length;
  try {
    const already = await stored();
    const answers = asks.map((ask) => ask());
    const more = async () => status === null || (await stored()) > already;
    await until(`an order that is ${status}`, more, { every: 1 });
    await server.kill9();
    return await Promise.all(answers);
  } finally {
    await knex.destroy();
  }
}

describe('kill -9 in the middle of a session', () => {
  it('leaves open trades, orders, fills, cash, positions and keys unchanged', async () => {
    const changes = await ada.changes();
    const tickets = [
      await ada.ticket(),
      await ada.ticket({}, 'AAPL'),
      await ada.ticket({ quantity: '3' }, 'QQQ'),
    ];
    const placed = [];
    for (const ticket of tickets) placed.push(await ada.place(ticket));
    const open = await until('three open trades', async () => {
      const trades = await ada.trades();
      return trades.every(({ status }) => status === 'OPEN') && trades;
    });
    await changes.one('the last event', ({ events }) =>
      events.some(({ trade }) => trade.id === open[0]!.id && trade.version === open[0]!.version),
    );
    const seen = eventsOf(changes.all);
    const book = await ada.book();
    await server.kill9();
    await changes.close();
    await server.restart();
    expect((await ada.trades()).map(unmarked)).toEqual(open.map(unmarked));
    expect(await ada.book()).toEqual(book);
    expect(bothSidesOf(book)[0]).toBe(bothSidesOf(book)[1]);
    for (const [index, ticket] of tickets.entries()) {
      const again = await ada.place(ticket);
      expect(again.id).toBe(placed[index]!.id);
      expect(again.orders).toHaveLength(3);
      expect(standing(again)).toHaveLength(2);
    }
    const resumed = await ada.changes(seen[0]!.cursor);
    const last = seen.at(-1)!.cursor;
    await resumed.one('the end of the log', ({ cursor }) => cursor === last);
    expect(eventsOf(resumed.all)).toEqual(seen.slice(1));
    await resumed.close();
  });

  it(
    'leaves no orphan, no double and nothing unprotected when it hits running mutations',
    { timeout: 240_000 },
    async () => {
      const already = new Set((await ada.trades()).map(({ id }) => id));
      const keyed = new Map<string, string>();
      for (const moment of [null, 'INTENT', 'SUBMITTED', 'ACCEPTED']) {
        const tickets = [
          await ada.ticket(),
          await ada.ticket({}, 'MSFT'),
          await ada.ticket({}, 'TSLA'),
        ];
        const answers = tickets.map((ticket) => () => ada.place(ticket).catch(() => null));
        const answered = await killedAmid(moment, answers);
        await server.restart();
        for (const [index, ticket] of tickets.entries()) {
          const again = await ada.place(ticket);
          const before = answered[index];
          if (before) expect(again.id).toBe(before.id);
          keyed.set(ticket.idempotencyKey, again.id);
        }
      }
      const trades = await until(
        'all trades settled',
        async () => {
          const all = (await ada.trades()).filter(({ id }) => !already.has(id));
          return all.every(({ status, phase }) => phase === 'CLOSED' || status === 'OPEN') && all;
        },
        { within: 60_000 },
      );
      expect(new Set(trades.map(({ id }) => id))).toEqual(new Set(keyed.values()));
      for (const trade of trades) {
        if (trade.phase === 'CLOSED') expect(trade.status).toBe('CANCELED');
        else expect(standing(trade)).toHaveLength(2);
      }
      const ids = trades.flatMap(({ orders }) =>
        orders.flatMap(({ venueOrderId }) => venueOrderId ?? []),
      );
      expect(new Set(ids).size).toBe(ids.length);
      const [left, right] = bothSidesOf(await ada.book());
      expect(left).toBe(right);
      console.log(
        'statuses after kill -9 within mutations:',
        trades.map(({ status }) => status).join(' '),
      );
    },
  );

  it('completes a close during which it was killed', async () => {
    const open = (await ada.trades()).filter(({ status }) => status === 'OPEN').slice(0, 2);
    const close = (trade: WireTrade) =>
      ada.ask('mutation($input: CloseTradeInput!) { closeTrade(input: $input) { id status } }', {
        input: {
          id: trade.id,
          expectedVersion: trade.version,
          idempotencyKey: `close-${trade.id.slice(-20)}`,
        },
      });
    await killedAmid(
      'INTENT',
      open.map((trade) => () => close(trade).catch(() => null)),
    );
    await server.restart();
    for (const trade of open) await close(trade);
    await until('both closed, once', async () => {
      const stands = await Promise.all(open.map(({ id }) => ada.trade(id)));
      return stands.every(({ status }) => status === 'MANUAL_CLOSE');
    });
    for (const { id } of open) {
      // A close that was stored but never sent may exist in addition to the sent one.
      const closes = (await ada.trade(id)).orders.filter(({ role }) => role === 'CLOSE');
      expect(closes.filter(({ filledQuantity }) => filledQuantity !== '0')).toHaveLength(1);
      const rest = (await ada.trade(id)).orders.filter(({ status }) => status !== 'FILLED');
      expect(new Set(rest.map(({ status }) => status))).toEqual(new Set(['CANCELED']));
    }
    const [left, right] = bothSidesOf(await ada.book());
    expect(left).toBe(right);
  });
});

it('stops within 8 s of SIGTERM, with a socket open', async () => {
  const changes = await ada.changes();
  const took = await server.stop();
  console.log(`SIGTERM with an open socket: ${took.toFixed(0)} ms`);
  await changes.close();
});
