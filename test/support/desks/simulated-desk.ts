import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { ZERO } from '../../../server/domain/decimal.ts';
import type { KillSwitchLevel } from '../../../server/domain/account/account.ts';
import { SqlVenueStore } from '../../../server/adapters/simulated/sql-venue-store.ts';
import { SimulatedBroker } from '../../../server/adapters/simulated/simulated-broker.ts';
import { SimulatedMarket } from '../../../server/adapters/simulated/simulated-market.ts';
import { SimulatedVenue } from '../../../server/adapters/simulated/simulated-venue.ts';
import { BookDesk } from '../../../server/usecases/book-desk.ts';
import { ReadMarket } from '../../../server/usecases/book/read-market.ts';
import { servedDesk, type TradingParts } from './served-desk.ts';
import { alwaysOpen } from '../fakes/brokers.ts';
import { UserSources } from '../../../server/adapters/routing/user-sources.ts';
import { JudgeQuotes } from '../../../server/usecases/prices/judge-quotes.ts';
import { NO_TOKENS } from '../../../server/ports/token-trading.ts';

const SEED = 20_260_105;

/** The served API over the real PAPER desk on the simulated market, with a clock that the test sets. */
export async function simulatedDesk() {
  let made: ReturnType<typeof compose> | null = null;
  const served = await servedDesk({
    trading: (parts) => {
      made = compose(parts);
      const { desk: paper, reader, quotes, sources } = made;
      return { paper, market: reader, quotes, sources };
    },
  });
  const { desk, venue, market, store } = made!;
  let keys = 0;
  const ask = async <T>(token: string, query: string, variables: object = {}): Promise<T> => {
    const { data, errors, text } = await served.api.ask(query, { token: token || null, variables });
    if (!data || errors.length > 0) throw new Error(text);
    return data as T;
  };
  return {
    ...served,
    desk,
    market,
    ask,
    /** The symbol of a call near the money. */
    optionSymbol: () => callNear(market),
    /** Writes the file that halts all users; `OFF` removes it. */
    halt: (level: KillSwitchLevel) => void (made!.files.level = level),
    /** How many orders of a user the venue has ever received. */
    venueOrders: (username: string) =>
      store.change(
        username,
        async (state, ended) => ({ state, result: state.orders.length + ended.length }),
        new Date(0),
      ),
    /** Lets time pass; then the venue matches, orders are synced and marks are taken, as by the jobs. */
    pass: async (seconds: number) => {
      served.clock.advance(seconds * 1000);
      await venue.tick();
      await desk.syncOrders.execute();
      await desk.takeSnapshots.execute();
    },
    /** Buys a bracketed SPY call near the money that fills at once; returns the trade's id and version. */
    buyCall: async (token: string, parts: object = {}) => {
      const symbol = await callNear(market);
      const quote = (await market.quotes([symbol])).get(symbol);
      const cents = (factor: number) =>
        (Math.ceil(Number(quote?.ask) * factor * 20) / 20).toFixed(2);
      keys += 1;
      const input = {
        ...{ mode: 'PAPER', idempotencyKey: `test-key-${keys}`, option: { symbol } },
        ...{ side: 'BUY_TO_OPEN', quantity: '2', orderType: 'LIMIT', limitPrice: cents(1.1) },
        bracket: { stopLoss: cents(0.3), takeProfit: cents(2) },
        ...parts,
      };
      const { placeTrade } = await ask<{ placeTrade: PlacedTrade }>(token, PLACE, { input });
      return placeTrade;
    },
  };
}

export type SimulatedDesk = Awaited<ReturnType<typeof simulatedDesk>>;

export interface PlacedTrade {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly symbol: string;
  readonly entryPrice: string;
}

const PLACE = `mutation($input: PlaceTradeInput!) {
  placeTrade(input: $input) { id version status symbol entryPrice } }`;

async function callNear(market: SimulatedMarket): Promise<string> {
  const expirations = await market.expirations('SPY');
  const chain = await market.chain('SPY', expirations.at(8) ?? '');
  const away = (row: (typeof chain.rows)[number]) =>
    Math.abs(Number(row.strike) - Number(chain.underlyingPrice));
  const [row] = [...chain.rows].sort((a, b) => away(a) - away(b));
  if (!row?.call) throw new Error('The simulated market lists no SPY call');
  return row.call.symbol;
}

function compose({ knex, book, clock, ids, log, settings, prices, mandates }: TradingParts) {
  const market = new SimulatedMarket(clock, SEED);
  const store = new SqlVenueStore(knex, clock);
  const sources = { of: async () => market, snapshotsFor: async () => market };
  const files = { level: 'OFF' as KillSwitchLevel };
  const desk = new BookDesk(
    {
      timers: machineTimers,
      ...{ tokens: NO_TOKENS, mandates },
      ...{ book, sources, settings, clock, ids, log, mayTrade: true, deskHalt: () => files.level },
      brokers: alwaysOpen(
        async (username) =>
          new SimulatedBroker(username, store, market, clock, {
            fillRule: () => settings.of(username),
            deposits: async () => (await book.read(username).account()).deposits,
            movedElsewhere: async () => ZERO,
          }),
      ),
    },
    { version: 'test', testClock: true },
  );
  const venue = new SimulatedVenue(store, market, clock);
  const markets = { PAPER: sources, REAL: new UserSources('REAL', {}) };
  const reader = new ReadMarket(markets, settings, prices);
  const quotes = new JudgeQuotes(markets, settings, clock);
  return { desk, venue, market, store, files, reader, quotes, sources };
}
