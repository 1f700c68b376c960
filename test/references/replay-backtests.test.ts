import { describe, expect, it } from 'vitest';
import type { BacktestInput } from '../../server/domain/backtest/backtest-input.ts';
import type { BarColumns } from '../../server/domain/bars/bar-columns.ts';
import { BarsBuilder } from '../../server/domain/bars/bars-builder.ts';
import type { QuoteText } from '../support/values/quotes-builder.ts';
import { newYorkInstant } from '../../server/domain/calendar/new-york-time.ts';
import { dec } from '../../server/domain/decimal.ts';
import type { CandleInterval } from '../../server/domain/market/candle.ts';
import type { OrderSide } from '../../server/domain/order/order.ts';
import { csvRows, referenceFile } from '../support/recorded/reference-file.ts';
import { kindOf, quotesOf, ran } from '../support/values/backtests.ts';

interface Replay {
  readonly id: string;
  readonly start_cash: number;
  readonly contract?: { readonly occ: string };
  readonly expected: Readonly<Record<string, string>>;
}

const text = referenceFile('data/reference/replays.json');
const replays = text === null ? [] : (JSON.parse(text) as { replays: Replay[] }).replays;

const SPX = 'data/options/lean/minute/SPX/20210114_quote.csv.gz';
const GOOG = 'data/options/lean/minute/GOOG/20151224_quote.csv.gz';
const CENT = 2;

describe.skipIf(replays.length === 0)('a backtest ends with the money that Lean published', () => {
  it.each([
    { id: 'IndexOptionCallITMExpiryRegressionAlgorithm', side: 'BUY', ends: 'EXPIRED_ITM' },
    { id: 'IndexOptionShortCallITMExpiryRegressionAlgorithm', side: 'SELL', ends: 'EXPIRED_ITM' },
  ] as const)('$id, on quotes', ({ id, side, ends }) => {
    const { contract, start_cash: cash, expected } = replayOf(id);
    const quotes = quotesOf(optionQuotes(SPX, contract!.occ));
    const report = ran(
      holder({ [contract!.occ]: side }),
      { bars: [spxClose()], quotes },
      spx(contract!.occ, { cash: String(cash) }),
    );
    expect(Number(report.endEquity)).toBe(Number(expected['End Equity']));
    expect(report.trades.map(({ closeReason }) => closeReason)).toEqual([ends]);
  });

  // These contracts have no bids, and a quote without a bid is no market here, so their asks are used as bars.
  it.each([
    { id: 'IndexOptionCallOTMExpiryRegressionAlgorithm' },
    { id: 'IndexOptionPutOTMExpiryRegressionAlgorithm' },
  ])('$id, on bars of its asks', ({ id }) => {
    const { contract, start_cash: cash, expected } = replayOf(id);
    const { occ } = contract!;
    const rows = rowsOf(SPX, occ);
    const asks = columns(
      occ,
      'ONE_MINUTE',
      rows.map((row) => [startOf(row), pricesOf(row, 'ask_')]),
    );
    const input = spx(occ, { cash: String(cash), from: startOf(rows[0]!) });
    const report = ran(holder({ [occ]: 'BUY' }), { bars: [asks, spxClose()] }, input);
    expect(Number(report.endEquity)).toBe(Number(expected['End Equity']));
    expect(report.trades.map(({ closeReason }) => closeReason)).toEqual(['EXPIRED_OTM']);
  });

  it('GOOG calls, long and short, on a half-day: shares come and go at the close of 13:00', () => {
    const { start_cash: cash, expected } = replayOf('OptionExerciseAssignRegressionAlgorithm');
    const [long, short] = ['GOOG151224C00747500', 'GOOG151224C00745000'];
    const quotes = [...optionQuotes(GOOG, long), ...optionQuotes(GOOG, short)];
    const report = ran(
      holder({ [long]: 'BUY', [short]: 'SELL' }),
      { bars: [minutes('GOOG', '2015-12-24')], quotes: quotesOf(quotes) },
      {
        ...{ symbols: [long, short], cash: String(cash), fees: { perUnit: '1' } },
        from: newYorkInstant('2015-12-24', 9 * 60 + 31).getTime(),
        to: newYorkInstant('2015-12-25', 0).getTime(),
      },
    );
    expect(Number(report.endEquity)).toBe(Number(expected['End Equity']));
    expect(report.openPositions).toEqual([]);
    const ends = newYorkInstant('2015-12-24', 13 * 60).getTime();
    expect(report.trades.map(({ symbol, exitAt }) => [symbol, exitAt])).toEqual([
      [short, ends],
      [long, ends],
      ['GOOG', ends],
    ]);
  });

  it('SPY shares, bought and held to their last price', () => {
    const { start_cash: cash, expected } = replayOf('BasicTemplateAlgorithm');
    const factor = factorOn('2013-10-07');
    const [from, to] = [newYorkInstant('2013-10-07', 571), newYorkInstant('2013-10-11', 960)];
    const rows = csvRows(referenceFile('data/equity/lean/minute/SPY_quote.csv.gz')!);
    const within = rows.filter((row) => endOf(row) >= from.getTime() && endOf(row) <= to.getTime());
    const quotes = quotesOf(within.map((row) => quoteOf('SPY', row, factor)));
    const report = ran(
      holder({ SPY: 'BUY' }, '688'),
      { bars: [minutes('SPY', '2013-10', factor)], quotes },
      {
        ...{ cash: String(cash), fees: { perUnit: '0.005' } },
        ...{ from: from.getTime(), to: to.getTime() },
      },
    );
    expect(dec(report.endEquity!).toFixed(CENT)).toBe(expected['End Equity']);
    expect(report.openPositions.map(({ quantity }) => quantity)).toEqual(['688']);
  });
});

type CsvRow = Record<string, string>;

function replayOf(id: string): Replay {
  return replays.find((replay) => replay.id === id)!;
}

/** A strategy that enters each symbol once, at its first bar or quote, and holds it. */
function holder(sides: Readonly<Record<string, OrderSide>>, quantity = '1') {
  return kindOf(() => {
    const entered = new Set<string>();
    const enter = ({ symbol }: { symbol: string }, desk: { enter: (entry: never) => void }) => {
      if (entered.has(symbol)) return;
      entered.add(symbol);
      desk.enter({ symbol, side: sides[symbol], quantity } as never);
    };
    return { onBar: enter, onQuote: enter };
  });
}

function spx(occ: string, input: Partial<BacktestInput>): Partial<BacktestInput> {
  const from = newYorkInstant('2021-01-14', 9 * 60 + 31).getTime();
  const to = newYorkInstant('2021-01-16', 0).getTime();
  return { symbols: [occ], from, to, ...input };
}

/** The close of SPX on the 15th: the recording ends on the 14th, whose last price Lean used. */
function spxClose(): BarColumns {
  const rows = csvRows(referenceFile('data/options/lean/index-minute/SPX_20210114.csv.gz')!);
  const close = rows.at(-1)!['close']!;
  const at = newYorkInstant('2021-01-15', 0).getTime();
  return columns('SPX', 'ONE_DAY', [[at, [close, close, close, close]]]);
}

function minutes(symbol: string, day: string, factor = dec(1)): BarColumns {
  const rows = csvRows(referenceFile(`data/equity/lean/minute/${symbol}_trade.csv.gz`)!);
  const own = rows.filter((row) => row['ts_et']!.startsWith(day));
  return columns(
    symbol,
    'ONE_MINUTE',
    own.map((row) => [startOf(row), pricesOf(row, '', factor)]),
  );
}

function columns(
  symbol: string,
  interval: CandleInterval,
  bars: readonly (readonly [number, readonly string[]])[],
): BarColumns {
  const builder = new BarsBuilder(symbol, interval);
  for (const [at, [open, high, low, close]] of bars) {
    const fault = builder.add({
      at,
      open: open!,
      high: high!,
      low: low!,
      close: close!,
      volume: null,
    });
    if (fault) throw new Error(`${symbol}: ${fault.field}: ${fault.reason}`);
  }
  return builder.build();
}

function rowsOf(path: string, occ: string): readonly CsvRow[] {
  const [head = '', ...lines] = referenceFile(path)!.split('\n');
  return csvRows([head, ...lines.filter((line) => line.includes(occ))].join('\n'));
}

function optionQuotes(path: string, occ: string): readonly QuoteText[] {
  return rowsOf(path, occ).map((row) => quoteOf(occ, row));
}

/** The quote at a minute's end. */
function quoteOf(symbol: string, row: CsvRow, factor = dec(1)): QuoteText {
  const price = (name: string) => (row[name] ? factor.times(row[name]).toFixed() : null);
  return { symbol, at: endOf(row), bid: price('bid_close'), ask: price('ask_close') };
}

function pricesOf(row: CsvRow, prefix: string, factor = dec(1)): readonly string[] {
  const names = ['open', 'high', 'low', 'close'];
  return names.map((name) => factor.times(row[`${prefix}${name}`]!).toFixed());
}

function startOf(row: CsvRow): number {
  const [date = '', time = ''] = row['ts_et']!.split('T');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return newYorkInstant(date, hour * 60 + minute).getTime();
}

function endOf(row: CsvRow): number {
  return startOf(row) + 60_000;
}

/** A row of the factor file applies to all dates up to its own. */
function factorOn(date: string) {
  const rows = referenceFile('data/equity/lean/factor_files/spy.csv')!.trim().split(/\r?\n/);
  const row = rows.find((each) => each.slice(0, 8) >= date.replaceAll('-', ''))!;
  return dec(row.split(',')[1]!);
}
