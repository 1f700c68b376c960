import { describe, expect, it } from 'vitest';
import { BarsBuilder } from '../../server/domain/bars/bars-builder.ts';
import type { QuoteText } from '../support/values/quotes-builder.ts';
import { newYorkInstant } from '../../server/domain/calendar/new-york-time.ts';
import { dec, sum } from '../../server/domain/decimal.ts';
import type { StrategyQuote } from '../../server/domain/strategy/strategy.ts';
import { csvRows, referenceFile } from '../support/recorded/reference-file.ts';
import { kindOf, quotesOf, ran } from '../support/values/backtests.ts';

const FOLDER = 'data/options/spx-cboe-2019';
const DATES = ['2019-04-25', '2019-04-26', '2019-04-29', '2019-04-30', '2019-05-01'];
const LATER = ['2019-05-02', '2019-05-03', '2019-05-06', '2019-05-07', '2019-05-08'];
const SERIES = /^SPXW(190426|190503|190508)P/;
const CLOSE = 16 * 60;

const spots = referenceFile(`${FOLDER}/underlying.csv`);
const closes = new Map(
  (spots ? csvRows(spots) : []).map((row) => [row['quote_date']!, row['spx_last']!]),
);
const dates = [...DATES, ...LATER];

/** Quotes of weekly puts at each day's close; on their last day they no longer trade. */
function quotesOfChain(): readonly QuoteText[] {
  return dates.flatMap((date) => {
    const [head = '', ...lines] = referenceFile(`${FOLDER}/chains/${date}.csv.gz`)!.split('\n');
    const own = lines.filter((line) => SERIES.test(line));
    return csvRows([head, ...own].join('\n')).map((row) => ({
      symbol: row['occ']!,
      at: newYorkInstant(date, CLOSE).getTime(),
      bid: Number(row['bid']) > 0 ? row['bid']! : null,
      ask: Number(row['ask']) > 0 ? row['ask']! : null,
      delta: Number(row['delta']),
      iv: Number(row['iv']),
    }));
  });
}

function spx() {
  const builder = new BarsBuilder('SPX', 'ONE_DAY');
  for (const date of dates) {
    const price = closes.get(date)!;
    const prices = { open: price, high: price, low: price, close: price };
    builder.add({ at: newYorkInstant(date, 0).getTime(), ...prices, volume: null });
  }
  return builder.build();
}

/** Sells the put of the nearest delta whenever nothing is held, and holds it to expiry. */
function seller(sold: { readonly symbol: string; readonly bid: number }[]) {
  return kindOf(() => ({
    onBar: (_, desk) => {
      const held = sold.at(-1);
      if (held && desk.position(held.symbol)) return;
      const puts = desk.chain('SPX').filter(({ bid, delta }) => bid !== null && delta !== null);
      const away = ({ delta }: StrategyQuote) => Math.abs(delta! + 0.45);
      const [put] = [...puts].sort((a, b) => away(a) - away(b));
      if (!put) return;
      sold.push({ symbol: put.symbol, bid: put.bid! });
      desk.enter({ symbol: put.symbol, side: 'SELL_TO_OPEN', quantity: '1' });
    },
  }));
}

describe.skipIf(spots === null)('a real chain of SPX weeklies', () => {
  it('is traded to expiry: every put ends as the official close says, to the cent', () => {
    const sold: { symbol: string; bid: number }[] = [];
    const [from, to] = [dates[0]!, '2019-05-09'].map((date) => newYorkInstant(date, 0).getTime());
    const report = ran(
      seller(sold),
      { bars: [spx()], quotes: quotesOf(quotesOfChain()) },
      { symbols: ['SPX'], interval: 'ONE_DAY', cash: '1000000', fees: null, from, to },
    );
    expect(sold.length).toBeGreaterThan(1);
    const expected = sold.map(({ symbol, bid }) => {
      const expires = `20${symbol.slice(4, 6)}-${symbol.slice(6, 8)}-${symbol.slice(8, 10)}`;
      const strike = dec(symbol.slice(11)).div(1000);
      const worth = strike.minus(closes.get(expires)!);
      const paid = worth.greaterThanOrEqualTo('0.01') ? worth : dec(0);
      return { symbol, expires, net: dec(bid).minus(paid).times(100).minus('0.35') };
    });
    expect(report.trades.map(({ symbol, netPnl }) => [symbol, netPnl])).toEqual(
      expected.map(({ symbol, net }) => [symbol, net.toFixed()]),
    );
    expect(report.trades.map(({ exitAt }) => exitAt)).toEqual(
      expected.map(({ expires }) => newYorkInstant(expires, CLOSE).getTime()),
    );
    expect(report.openPositions).toEqual([]);
    expect(report.endCash).toBe(
      dec(1_000_000)
        .plus(sum(expected.map(({ net }) => net)))
        .toFixed(),
    );
  });
});
