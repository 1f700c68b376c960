import { describe, expect, it } from 'vitest';
import { markPositions, valueBook } from '../../server/domain/book/value-book.ts';
import { expiryInstant } from '../../server/domain/calendar/market-calendar.ts';
import { newYorkInstant } from '../../server/domain/calendar/new-york-time.ts';
import { dec, sum, ZERO, type Decimal } from '../../server/domain/decimal.ts';
import { markOf } from '../../server/domain/market/mark-rules.ts';
import type { OrderSide } from '../../server/domain/order/order.ts';
import { netPnlOf } from '../../server/domain/trade/trade-figures.ts';
import type { Trade } from '../../server/domain/trade/trade.ts';
import {
  cashAfter,
  matchEntry,
  openTrade,
  recordedQuote,
  settleAt,
  type RecordedEntry,
} from '../support/recorded/ledger-replay.ts';
import { csvRows, referenceFile } from '../support/recorded/reference-file.ts';

interface Replay {
  readonly id: string;
  readonly start_cash: number;
  readonly contract?: { readonly occ: string; readonly expiration: string };
  readonly actions: readonly Readonly<Record<string, string | number>>[];
  readonly expected: Readonly<Record<string, string>>;
}

const text = referenceFile('data/reference/replays.json');
const replays = text === null ? [] : (JSON.parse(text) as { replays: Replay[] }).replays;
const isHere = replays.length > 0;

const SPX_QUOTES = 'data/options/lean/minute/SPX/20210114_quote.csv.gz';
const SPX_INDEX = 'data/options/lean/index-minute/SPX_20210114.csv.gz';
const GOOG_QUOTES = 'data/options/lean/minute/GOOG/20151224_quote.csv.gz';
const GOOG_TRADES = 'data/equity/lean/minute/GOOG_trade.csv.gz';
const SPY_QUOTES = 'data/equity/lean/minute/SPY_quote.csv.gz';
const SPY_TRADES = 'data/equity/lean/minute/SPY_trade.csv.gz';

/** `reason`: why our engine, which needs both sides, would not have filled it. */
const INDEX_OPTIONS = [
  { id: 'IndexOptionCallITMExpiryRegressionAlgorithm', ends: 'EXPIRED_ITM', reason: null },
  { id: 'IndexOptionCallOTMExpiryRegressionAlgorithm', ends: 'EXPIRED_OTM', reason: 'No bid' },
  { id: 'IndexOptionPutOTMExpiryRegressionAlgorithm', ends: 'EXPIRED_OTM', reason: 'No bid' },
  { id: 'IndexOptionShortCallITMExpiryRegressionAlgorithm', ends: 'EXPIRED_ITM', reason: null },
];

describe.skipIf(!isHere)(
  'a trade on recorded quotes ends with the money that Lean published',
  () => {
    it('knows every replay of the file', () => {
      expect(replays.map(({ id }) => id)).toEqual([
        ...INDEX_OPTIONS.map(({ id }) => id),
        'OptionExerciseAssignRegressionAlgorithm',
        'BasicTemplateAlgorithm',
      ]);
    });

    it.each(INDEX_OPTIONS)('$id', ({ id, ends, reason }) => {
      const replay = replayOf(id);
      const [entry, expiry] = replay.actions;
      const recorded = entryOf(entry!, replay.contract!.occ, 1);
      const quote = quoteAfter(SPX_QUOTES, recorded);
      const match = matchEntry(recorded, quote);
      expect(match.reason).toBe(reason);
      const price = match.fill?.price ?? quote.ask!;
      expect(price.toNumber()).toBe(entry!['price']);

      const close = dec(csvRows(referenceFile(SPX_INDEX)!).at(-1)!['close']!);
      expect(close.toNumber()).toBe(expiry!['settlement_underlying']);
      const expired = expiryInstant(replay.contract!.expiration);
      const settled = settleAt(openTrade(recorded, price, ZERO), close, expired);
      const { trade } = settled;
      expect(trade.status).toBe(ends);
      expect(trade.settlement!.intrinsic.toNumber()).toBe(expiry!['payoff_per_share']);
      expect(cashAfter(replay.start_cash, [trade])).toBe(dollars(replay, 'End Equity'));
      expect(settleAt(settled, dec(1), expired).trade).toBe(trade);
    });

    it('GOOG calls, long and short, on a half-day: paid in cash where Lean took and gave shares', () => {
      const replay = replayOf('OptionExerciseAssignRegressionAlgorithm');
      const expired = expiryInstant('2015-12-24');
      expect(expired).toEqual(newYorkInstant('2015-12-24', 13 * 60));
      const close = dec(barAt(GOOG_TRADES, '2015-12-24T12:59:00')['close']!);
      const trades = replay.actions
        .filter((action) => 'occ' in action)
        .map((action) => {
          const recorded = entryOf(action, String(action['occ']), 1);
          const { fill } = matchEntry(recorded, quoteAfter(GOOG_QUOTES, recorded));
          expect(fill!.price.toNumber()).toBe(action['price']);
          const held = openTrade(recorded, fill!.price, dec(action['fee']!));
          return settleAt(held, close, expired).trade;
        });
      expect(trades.map(({ status }) => status)).toEqual(['EXPIRED_ITM', 'EXPIRED_ITM']);
      expect(`$${sum(trades.map((trade) => trade.fees)).toFixed(2)}`).toBe(
        replay.expected['Total Fees'],
      );
      // Whether delivered at the strikes or paid in cash by the close, the money is the same.
      expect(cashAfter(replay.start_cash, trades)).toBe(dollars(replay, 'End Equity'));
      expect(trades.map((trade) => netPnlOf(trade).toFixed(2))).toEqual(['-311.00', '-41.00']);
    });

    it('SPY shares, bought and held to their last price', () => {
      const replay = replayOf('BasicTemplateAlgorithm');
      const [entry, end] = replay.actions;
      const factor = factorOn('2013-10-07');
      const recorded = entryOf(entry!, 'SPY', Number(entry!['qty']));
      const { bid, ask } = quoteAfter(SPY_QUOTES, recorded);
      const adjusted = recordedQuote('SPY', recorded.at, bid!.times(factor), ask!.times(factor));
      const { price } = matchEntry(recorded, adjusted).fill!;
      expect(price.toFixed(6)).toBe(String(entry!['price_adjusted']));
      const { trade } = openTrade(recorded, price, dec(entry!['fee']!));

      const last = dec(barAt(SPY_TRADES, '2013-10-11T15:59:00')['close']!);
      expect(last.toNumber()).toBe(end!['last_raw']);
      const equity = equityAt(trade, replay.start_cash, last.times(factor));
      expect(equity).toBe(replay.expected['End Equity']);
      expect(`$${trade.fees.toFixed(2)}`).toBe(replay.expected['Total Fees']);
    });
  },
);

function replayOf(id: string): Replay {
  return replays.find((replay) => replay.id === id)!;
}

function dollars(replay: Replay, figure: string): string {
  return Number(replay.expected[figure]).toFixed(2);
}

function entryOf(
  action: Readonly<Record<string, string | number>>,
  symbol: string,
  quantity: number,
): RecordedEntry {
  const [date = '', time = ''] = String(action['ts_et']).split('T');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const buys = action['do'] === 'market_buy';
  const side: OrderSide = symbol === 'SPY' ? 'BUY' : buys ? 'BUY_TO_OPEN' : 'SELL_TO_OPEN';
  return { symbol, side, quantity: dec(quantity), at: newYorkInstant(date, hour * 60 + minute) };
}

/** The quote at the end of the minute before `at`, which is the last one known then. */
function quoteAfter(path: string, { symbol, at }: RecordedEntry): ReturnType<typeof recordedQuote> {
  const [head = '', ...lines] = referenceFile(path)!.split('\n');
  const ours = head.includes('occ') ? lines.filter((line) => line.includes(symbol)) : lines;
  const row = csvRows([head, ...ours].join('\n')).find((each) => {
    const [date = '', time = ''] = each['ts_et']!.split('T');
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const ends = newYorkInstant(date, hour * 60 + minute + 1);
    return ends.getTime() === at.getTime();
  })!;
  const price = (name: string): Decimal | null => (row[name] ? dec(row[name]) : null);
  return recordedQuote(symbol, at, price('bid_close'), price('ask_close'));
}

function barAt(path: string, time: string): Record<string, string> {
  return csvRows(referenceFile(path)!).find((row) => row['ts_et'] === time)!;
}

/** A row of the factor file applies to all dates up to its own. */
function factorOn(date: string): Decimal {
  const rows = referenceFile('data/equity/lean/factor_files/spy.csv')!.trim().split(/\r?\n/);
  const row = rows.find((each) => each.slice(0, 8) >= date.replaceAll('-', ''))!;
  return dec(row.split(',')[1]!);
}

/** The equity of a book with this one trade, marked at `price`. */
function equityAt(trade: Trade, deposits: number, price: Decimal): string {
  const now = new Date('2013-10-11T20:00:00Z');
  const { instrument, username } = trade;
  const mark = markOf(recordedQuote(instrument.symbol, now, price, price), instrument, trade.side);
  const marked = { ...trade, mark };
  const valuation = { now, isOpen: () => true };
  const position = {
    mode: 'PAPER',
    symbol: instrument.symbol,
    underlying: instrument.underlying,
    assetClass: instrument.assetClass,
    quantity: trade.openQuantity,
    costBasis: trade.openCost,
    tradeIds: [trade.id],
  } as const;
  return valueBook({
    mode: 'PAPER',
    account: {
      username,
      cash: dec(deposits).plus(trade.cashFlow),
      deposits: dec(deposits),
      realizedPnl: trade.realizedPnl,
      fees: trade.fees,
      killSwitch: 'OFF',
      sequence: 0,
      hash: '',
    },
    positions: markPositions([position], [marked], valuation),
    active: [{ trade: marked, orders: [] }],
    closedToday: [],
    dayStart: new Map(),
    valuation,
  }).equity.toFixed(2);
}
