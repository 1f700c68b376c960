import { describe, expect, it } from 'vitest';
import type { QuoteText } from '../support/values/quotes-builder.ts';
import { fillParameters } from '../../server/domain/strategy/parameters.ts';
import { newYorkInstant } from '../../server/domain/calendar/new-york-time.ts';
import { newYorkTime } from '../../server/strategies/helpers/new-york-day.ts';
import { nearestByDelta } from '../../server/strategies/helpers/option-choice.ts';
import { SHIPPED } from '../../server/strategies/index.ts';
import { barsOf, quotesOf, ran, type Ran, type Row } from '../support/values/backtests.ts';

/** Tuesday, 9:30 in New York. */
const OPEN = Date.parse('2024-03-12T13:30:00Z');
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const CALL = 'SPY240328C00500000';
const PUT = 'SPY240328P00490000';

/** A flat quarter of an hour, then the price moves by so many cents a minute. */
function session(cents: number, minutes = 60): Row[] {
  let price = 50_000;
  return Array.from({ length: minutes }, (_, n) => {
    const open = price;
    if (n >= 15) price += cents;
    const all = [open, Math.max(open, price) + 5, Math.min(open, price) - 5, price];
    return all.map((each) => (each / 100).toFixed(2));
  });
}

/** Both contracts at each minute, with bids and asks that follow the price. */
function chain(cents: number, minutes: number, day = 0, iv = 0.2): QuoteText[] {
  return Array.from({ length: minutes }, (_, n) => {
    const at = OPEN + day * DAY + n * MINUTE;
    const moved = n < 15 ? 0 : (n - 14) * cents;
    const underlyingPrice = (50_000 + moved) / 100;
    return [
      { symbol: CALL, mid: 1_000 + moved / 2, delta: 0.5 },
      { symbol: PUT, mid: 800 - moved / 2, delta: -0.3 },
    ].map(({ symbol, mid, delta }): QuoteText => {
      const price = (side: number) => ((Math.max(mid, 20) + side) / 100).toFixed(2);
      return { ...NONE, symbol, at, bid: price(-5), ask: price(5), iv, delta, underlyingPrice };
    });
  }).flat();
}

const NONE = { bidSize: null, askSize: null };

function traded(kind: string, given: object, cents: number, minutes = 60): Ran {
  const parameters = fillParameters(SHIPPED[kind]!.parameters, given);
  const bars = [barsOf(session(cents, minutes), { start: OPEN })];
  return ran(SHIPPED[kind]!, { bars, quotes: quotesOf(chain(cents, minutes)) }, { parameters });
}

const symbolsOf = ({ trades, openPositions }: Ran) => [
  ...new Set([...trades, ...openPositions].map(({ symbol }) => symbol)),
];

describe('the shipped kinds that trade options', () => {
  it.each([
    [30, CALL],
    [-30, PUT],
  ])('opening-range-breakout: a break by %i cents a minute buys %s once', (cents, symbol) => {
    const given = { minutes: 15, maxDays: 30, delta: '0.4', takeProfitPct: 20 };
    const report = traded('opening-range-breakout', given, cents);
    expect(symbolsOf(report)).toEqual([symbol]);
    expect(report.trades).toMatchObject([{ side: 'BUY_TO_OPEN', closeReason: 'TP_HIT' }]);
    expect(symbolsOf(traded('opening-range-breakout', given, 0))).toEqual([]);
  });

  it.each([
    ['of a whole day at 15:45', '2024-07-02', 1, 945],
    ['of a half-day at 12:45', '2024-07-03', 1, 765],
    ['of a whole day at the end of the last hour that leaves time', '2024-07-02', 60, 930],
  ] as const)('opening-range-breakout: closes the trade %s', (_, date, length, minute) => {
    const start = newYorkInstant(date, 570).getTime();
    const minutes = Array.from({ length: 390 / length }, (_each, n): Row =>
      n < 2 ? [500, 500, 500, 500] : [501, 501, 501, 501],
    );
    const interval = length === 1 ? 'ONE_MINUTE' : 'ONE_HOUR';
    const bars = [barsOf(minutes, { start, interval })];
    const symbol = 'SPY240816C00500000';
    const quote = { ...NONE, symbol, bid: '10', ask: '10.1', delta: 0.5 };
    const quotes = quotesOf(
      minutes.map((_each, n) => ({ ...quote, at: start + (n + 1) * length * MINUTE })),
    );
    const given = { minutes: Math.max(length, 2), maxDays: 60, stopLossPct: 0, takeProfitPct: 0 };
    const parameters = fillParameters(SHIPPED['opening-range-breakout']!.parameters, given);
    const { trades } = ran(
      SHIPPED['opening-range-breakout']!,
      { bars, quotes },
      { parameters, interval },
    );
    expect(trades).toMatchObject([{ symbol, closeReason: 'MANUAL_CLOSE' }]);
    expect(newYorkTime(new Date(trades[0]!.exitAt)).minute).toBe(minute);
  });

  it('none buys by a quote that is older than half an hour', () => {
    const wanted = { right: 'C', delta: 0.5, minDays: 0, maxDays: 30 } as const;
    const now = new Date(OPEN);
    const greeks = { iv: 0.2, delta: 0.5, underlyingPrice: 500 };
    const aged = (age: number) => [
      { symbol: CALL, at: new Date(OPEN - age), bid: 1, ask: 1.1, ...greeks },
    ];
    expect(nearestByDelta(aged(30 * MINUTE), now, wanted)?.symbol).toBe(CALL);
    expect(nearestByDelta(aged(30 * MINUTE + 1), now, wanted)).toBeNull();
  });

  it.each([
    [-40, CALL],
    [40, PUT],
  ])('rsi-reversion: a fast move by %i cents a minute buys %s', (cents, symbol) => {
    const given = { period: 5, minDays: 1, maxDays: 30, delta: '0.4', stopLossPct: 0 };
    expect(symbolsOf(traded('rsi-reversion', given, cents))).toEqual([symbol]);
  });

  it.each([
    [40, CALL],
    [-40, PUT],
  ])(
    'option-momentum: a move by %i cents a minute buys %s and leaves after a while',
    (cents, symbol) => {
      const given = {
        lookback: 5,
        movePct: '0.2',
        hold: 4,
        minDays: 1,
        maxDays: 30,
        stopLossPct: 0,
      };
      const report = traded('option-momentum', { ...given, takeProfitPct: 0 }, cents);
      expect(symbolsOf(report)).toEqual([symbol]);
      expect(report.trades.length).toBeGreaterThan(1);
      const [first] = report.trades;
      expect((first!.exitAt - first!.entryAt) / MINUTE).toBe(5);
    },
  );

  it('put-premium: sells a put once implied volatility is high beside the days before', () => {
    const parameters = fillParameters(SHIPPED['put-premium']!.parameters, {
      ...{ rankDays: 3, minRank: 80, delta: '0.3', minDays: 1, maxDays: 40 },
    });
    const days = [0.2, 0.18, 0.19, 0.3];
    const bars = [
      barsOf(
        days
          .flatMap(() => session(0, 5))
          .map((row, n) => [...row, n > 0 && n % 5 === 0 ? 1_436 : 1]),
        { start: OPEN },
      ),
    ];
    const quotes = quotesOf(days.flatMap((iv, day) => chain(0, 5, day, iv)));
    const { openPositions } = ran(SHIPPED['put-premium']!, { bars, quotes }, { parameters });
    expect(openPositions).toMatchObject([{ symbol: PUT, quantity: '-1' }]);
    const low = quotesOf(days.flatMap((_, day) => chain(0, 5, day, (30 - day) / 100)));
    const none = ran(SHIPPED['put-premium']!, { bars, quotes: low }, { parameters });
    expect(symbolsOf(none)).toEqual([]);
  });
});
