import { afterEach, beforeEach, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { NO_BRACKET } from '../../server/domain/trade/trade.ts';
import type { BookReader } from '../../server/ports/book.ts';
import { anOpenTrade, anOrder, keep } from '../support/values/builders.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';

let desk: ServedDesk;
let token: string;
beforeEach(async () => {
  desk = await servedDesk();
  token = await desk.api.signUp('ada');
});
afterEach(() => desk.close());

const PLACE = `mutation { placeTrade(input: { mode: PAPER, idempotencyKey: "12345678",
  side: BUY_TO_OPEN, quantity: 2, limitPrice: "1.50", option: { symbol: "SPY260327C00560000" } }) { id } }`;

it('the orders of a page of trades are read at once', async () => {
  for (let each = 0; each < 8; each += 1) await desk.api.ask(PLACE, { token });
  const reads: string[] = [];
  watchReads((name) => void reads.push(name));
  const { data, errors } = await desk.api.ask(
    '{ trades(mode: PAPER) { totalCount nodes { id orders { id tag } } again: nodes { orders { id } } } }',
    { token },
  );
  expect(errors).toEqual([]);
  expect(data).toMatchObject({ trades: { totalCount: 8 } });
  expect(reads.sort()).toEqual(['ordersAt', 'trades']);
});

it('pages list trades newest first, each once', async () => {
  for (let each = 0; each < 5; each += 1) await desk.api.ask(PLACE, { token });
  const seen: string[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const query = `query($after: String) { trades(mode: PAPER, first: 2, after: $after) {
      nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
    const answer = await desk.api.ask(query, { token, variables: { after } });
    const { trades } = answer.data as unknown as { trades: Page };
    expect(trades.pageInfo.hasPreviousPage).toBe(after !== null);
    seen.push(...trades.nodes.map(({ id }) => id));
    ({ hasNextPage: more, endCursor: after } = trades.pageInfo);
  }
  expect(seen).toEqual([5, 4, 3, 2, 1].map((each) => `paper_ada-${each}`));
});

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

it('a trade shows its figures, its events and their cursors', async () => {
  await desk.api.ask(PLACE, { token });
  const query = `{ trade(id: "paper_ada-1") {
    version phase symbol strike expiration right multiplier quantity limitPrice costBasis netPnl fees
    returnPct mark { price } orders { role tag fills { id } } snapshots { totalCount }
    events { nodes { cursor type trade { version } } } } }`;
  const { data, errors } = await desk.api.ask(query, { token });
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    trade: {
      ...{ version: 1, phase: 'PENDING', symbol: 'SPY260327C00560000', strike: '560' },
      ...{ expiration: '2026-03-27', right: 'CALL', multiplier: 100, quantity: '2' },
      ...{
        limitPrice: '1.5',
        costBasis: null,
        netPnl: '0',
        fees: '0',
        returnPct: null,
        mark: null,
      },
      orders: [{ role: 'ENTRY', tag: 'paper_ada-1-tag', fills: [] }],
      snapshots: { totalCount: 0 },
      events: { nodes: [{ type: 'INTENT_STORED', trade: { version: 1 } }] },
    },
  });
});

it('every open figure of the desk is served', async () => {
  const { errors, data } = await desk.api.ask(
    `{ portfolio(mode: PAPER) { cash equity openPnl deposits asOf } positions(mode: PAPER) { symbol }
       stats(mode: PAPER) { trades winRate { value n } totalPnl byClose { pnl } }
       systemStatus(mode: PAPER) { venue snapshotCompleteness { expected } }
       quotes(symbols: ["SPY"]) { symbol bid stale } optionExpirations(underlying: "SPY")
       optionChain(underlying: "SPY", expiration: "2026-03-27") { rows { strike } }
       settings { version paperVenue oratsToken { configured } limits { maxOpenTrades } }
       alerts(mode: PAPER) { totalCount } sessions { current device } }`,
    { token },
  );
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    portfolio: { cash: '100000', deposits: '100000', asOf: '2026-03-10T16:00:00.000Z' },
    quotes: [{ symbol: 'SPY', bid: null, stale: true }],
    optionExpirations: ['2026-03-27'],
    settings: { version: 1, paperVenue: 'SIMULATED', oratsToken: { configured: false } },
    sessions: [{ current: true, device: null }],
  });
});

it('a trade shows the orders that it had, whatever is written before they are read', async () => {
  const ada = { id: 'paper_torn', username: 'ada', unprotectedSince: NOON } as const;
  const bracket = { ...NO_BRACKET, stopLoss: dec('1.00') };
  const entry = anOrder({ tradeId: ada.id, status: 'FILLED' });
  const stop = anOrder({
    ...{ id: 'paper_stop', tradeId: ada.id, tag: 'stop', role: 'STOP_LOSS', status: 'ACCEPTED' },
  });
  const bare = await desk.book.change('ada', (book) =>
    keep(book, null, anOpenTrade({ ...ada, bracket }), [entry]),
  );
  afterNextRead(() =>
    desk.book.change('ada', (book) => keep(book, bare, bare.trade, [entry, stop])),
  );
  const query = `{ trades(mode: PAPER) { nodes { version orders { tag } protectionDetail { cause } } } }`;
  const shown = async () => (await desk.api.ask(query, { token })).data;
  expect(await shown()).toMatchObject({
    trades: {
      nodes: [{ version: 1, orders: [{ tag: 'tag-1' }], protectionDetail: { cause: 'DESK_DOWN' } }],
    },
  });
  expect(await shown()).toMatchObject({
    trades: {
      nodes: [{ version: 2, orders: [{ tag: 'tag-1' }, { tag: 'stop' }], protectionDetail: null }],
    },
  });
});

/** Runs `write` once, between the first read of the book and the next. */
function afterNextRead(write: () => Promise<unknown>): void {
  let due = true;
  watchReads(async () => {
    if (!due) return;
    due = false;
    await write();
  });
}

/** Calls back after each read of the book, and only then returns its result. */
function watchReads(onRead: (name: string) => Promise<void> | void): void {
  const read = desk.book.read.bind(desk.book);
  desk.book.read = (username) =>
    new Proxy(read(username), {
      get(reader, name: keyof BookReader) {
        const value = Reflect.get(reader, name) as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          const answer = await Reflect.apply(value, reader, args);
          await onRead(name);
          return answer;
        };
      },
    });
}
