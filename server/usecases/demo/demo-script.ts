import type { Mint } from '../../domain/ids.ts';
import type { OptionRight } from '../../domain/instrument/instrument.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import type { AiVerdict } from '../../domain/trade/trade-context.ts';

/** When a trade of the demo is made, its bracket, and why. */
interface DemoPlan {
  /** Hours before the demo's start. */
  readonly hoursAgo: number;
  /** Percent of the entry price. */
  readonly stopPct: number;
  readonly targetPct: number;
  /** Percent points by which its stop trails; null: it does not. */
  readonly trailPct: number | null;
  /** Closed by hand after this many hours, if still open. */
  readonly closeAfterHours: number | null;
  readonly strategy: string;
  readonly scanner: string;
  readonly scannerScore: number;
  readonly aiVerdict: AiVerdict;
  readonly aiConfidence: number;
}

/** Options, or shares. */
export interface DemoTrade extends DemoPlan {
  readonly underlying: string;
  /** Null: shares. */
  readonly right: OptionRight | null;
  /** Strike over spot, in percent; the nearest listed strike is used. */
  readonly moneyness: number;
  /** The least number of days to expiry. */
  readonly days: number;
  readonly quantity: number;
}

/** A token of the simulated market, bought at the market. */
export interface DemoTokenTrade extends DemoPlan {
  readonly mint: Mint;
  /** Dollars to spend. */
  readonly dollars: number;
}

type Row = [
  hoursAgo: number,
  underlying: string,
  right: OptionRight | null,
  moneyness: number,
  days: number,
  quantity: number,
  stopPct: number,
  targetPct: number,
  closeAfterHours: number | null,
  idea: keyof typeof IDEAS,
  trailPct?: number,
];

const IDEAS = {
  trend: ['Trend follow', 'breadth-2', 82, 'BUY', 0.61],
  pullback: ['Momentum pullback', 'pullback-1', 74, 'BUY', 0.57],
  gap: ['Fade the gap', 'gap-3', 68, 'NEUTRAL', 0.48],
  hedge: ['Hedge', 'skew-1', 55, 'NEUTRAL', 0.41],
  breakout: ['Breakout', 'range-4', 88, 'STRONG_BUY', 0.69],
} as const satisfies Record<string, readonly [string, string, number, AiVerdict, number]>;

function reasoned(idea: keyof typeof IDEAS) {
  const [strategy, scanner, scannerScore, aiVerdict, aiConfidence] = IDEAS[idea];
  return { strategy, scanner, scannerScore, aiVerdict, aiConfidence };
}

/** Trades that end soon come first, as history. The last ones have wide exits and stay open to watch. */
const ROWS: readonly Row[] = [
  [118, 'SPY', 'CALL', 0, 5, 4, 18, 22, null, 'trend'],
  [112, 'NVDA', 'CALL', 1, 7, 5, 22, 28, null, 'breakout'],
  [106, 'TSLA', 'PUT', -1, 6, 2, 20, 25, null, 'gap'],
  [99, 'QQQ', 'CALL', 0, 6, 3, 16, 22, null, 'pullback'],
  [92, 'AAPL', 'CALL', 1, 9, 6, 20, 25, 20, 'trend'],
  [84, 'MSFT', 'PUT', -1, 9, 3, 18, 24, null, 'hedge'],
  [77, 'SPY', 'PUT', -1, 4, 5, 22, 30, null, 'hedge'],
  [70, 'TSLA', 'CALL', 1, 8, 2, 20, 26, 16, 'breakout'],
  [62, 'NVDA', 'PUT', 0, 6, 4, 18, 22, null, 'gap'],
  [55, 'QQQ', 'PUT', 0, 5, 3, 18, 24, null, 'hedge'],
  [47, 'SPY', 'CALL', 1, 5, 6, 20, 26, null, 'pullback'],
  [38, 'AAPL', 'PUT', 0, 7, 5, 18, 22, 12, 'gap'],
  [30, 'SPY', 'CALL', 0, 28, 2, 40, 60, null, 'trend'],
  [26, 'NVDA', 'CALL', 2, 28, 3, 45, 70, null, 'breakout'],
  [21, 'MSFT', 'CALL', 1, 28, 1, 40, 60, null, 'pullback'],
  [16, 'QQQ', 'PUT', -1, 21, 2, 45, 70, null, 'hedge'],
  [11, 'TSLA', 'CALL', 0, 28, 1, 45, 65, null, 'trend', 40],
  [6, 'AAPL', null, 0, 0, 60, 6, 9, null, 'pullback', 5],
  [2, 'IWM', 'PUT', 0, 14, 4, 45, 70, null, 'gap'],
];

export const DEMO_TRADES: readonly DemoTrade[] = ROWS.map(
  ([
    hoursAgo,
    underlying,
    right,
    moneyness,
    days,
    quantity,
    stopPct,
    targetPct,
    hours,
    idea,
    trail,
  ]) => {
    const what = { hoursAgo, underlying, right, moneyness, days, quantity };
    const exits = { stopPct, targetPct, trailPct: trail ?? null, closeAfterHours: hours };
    return { ...what, ...exits, ...reasoned(idea) };
  },
);

/** One trade that is closed by hand, and two that stay open to watch: a cheap token, a dear one, and SOL. */
export const DEMO_TOKEN_TRADES: readonly DemoTokenTrade[] = [
  {
    ...{ hoursAgo: 40, mint: 'HnMLtWkeMvzh4Kv5VV1oGq4y5Ng8YYfzSoGYxkopXhGX', dollars: 1_800 },
    ...{ stopPct: 22, targetPct: 30, trailPct: null, closeAfterHours: 22, ...reasoned('trend') },
  },
  {
    ...{ hoursAgo: 28, mint: 'Hb3n6P9UxBHuLXcbwuoVvhkq3inAPj3DDz5zZgexrjQT', dollars: 2_400 },
    ...{ stopPct: 25, targetPct: 40, trailPct: null, closeAfterHours: null },
    ...reasoned('breakout'),
  },
  {
    ...{ hoursAgo: 10, mint: SOL_MINT, dollars: 3_000, stopPct: 12, targetPct: 18 },
    ...{ trailPct: 9, closeAfterHours: null, ...reasoned('pullback') },
  },
];
