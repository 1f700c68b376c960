/** Terms of a simulated share. They are model parameters, so they are plain numbers. */
export interface SimulatedUnderlying {
  readonly symbol: string;
  readonly name: string;
  readonly type: 'stock' | 'etf';
  /** Dollars; the price moves around this. */
  readonly price: number;
  /** Volatility at the money, as a fraction per year. */
  readonly volatility: number;
  readonly dividendYield: number;
  /** Dollars between the strikes on its chain. */
  readonly strikeStep: number;
  /** The market's width near the money, as a share of the option's price. */
  readonly spread: number;
  /** Options expire on every trading day of the coming week, in addition to weekly and monthly ones. */
  readonly dailyExpirations: boolean;
  /** Shares on a usual day, in millions. */
  readonly volume: number;
}

type Named = Pick<SimulatedUnderlying, 'name' | 'type'>;

const etf = (name: string): Named => ({ name, type: 'etf' });
const stock = (name: string): Named => ({ name, type: 'stock' });
const row = (
  symbol: string,
  named: Named,
  price: number,
  volatility: number,
  dividendYield: number,
  strikeStep: number,
  spread: number,
  volume: number,
  dailyExpirations = false,
): SimulatedUnderlying => ({
  symbol,
  ...named,
  price,
  volatility,
  dividendYield,
  strikeStep,
  spread,
  volume,
  dailyExpirations,
});

/** Columns in the order of the interface above, `dailyExpirations` last. */
export const SIMULATED_UNDERLYINGS: ReadonlyMap<string, SimulatedUnderlying> = new Map(
  [
    row('SPY', etf('SPDR S&P 500 ETF Trust'), 627, 0.14, 0.012, 5, 0.004, 70, true),
    row('QQQ', etf('Invesco QQQ Trust'), 560, 0.18, 0.006, 5, 0.005, 45, true),
    row('IWM', etf('iShares Russell 2000 ETF'), 222, 0.2, 0.012, 1, 0.007, 30, true),
    row('AAPL', stock('Apple Inc'), 235, 0.25, 0.004, 1, 0.01, 50),
    row('MSFT', stock('Microsoft Corporation'), 510, 0.22, 0.007, 2.5, 0.012, 20),
    row('NVDA', stock('NVIDIA Corporation'), 185, 0.42, 0.0003, 1, 0.01, 180),
    row('TSLA', stock('Tesla Inc'), 330, 0.55, 0, 2.5, 0.012, 90),
    row('AMD', stock('Advanced Micro Devices Inc'), 165, 0.46, 0, 1, 0.015, 45),
    row('META', stock('Meta Platforms Inc'), 720, 0.31, 0.003, 5, 0.015, 14),
    row('GLD', etf('SPDR Gold Shares'), 310, 0.16, 0, 2.5, 0.012, 10),
  ].map((underlying) => [underlying.symbol, underlying]),
);
