import type { Mint } from '../../domain/ids.ts';
import { SOL_MINT as SOL, USDC_MINT as USDC, USDT_MINT as USDT } from '../../domain/token/mint.ts';

/** Terms of a simulated token. They are model parameters, so they are plain numbers. */
export interface SimulatedToken {
  readonly mint: Mint;
  readonly ticker: string;
  readonly name: string;
  readonly decimals: number;
  /** Dollars; the price moves around this. */
  readonly price: number;
  /** Volatility as a fraction per year. */
  readonly volatility: number;
  /** Its pools, each with the dollars that it holds on both sides. */
  readonly pools: readonly SimulatedPoolTerms[];
  /** Whether an authority may make new units, and whether one may freeze an account. */
  readonly authorities: { readonly mint: boolean; readonly freeze: boolean };
  readonly verified: boolean;
  readonly organicScore: number;
  readonly topHoldersPct: number;
  readonly createdAt: string;
}

export interface SimulatedPoolTerms {
  readonly quote: Mint;
  readonly dex: string;
  readonly depthUsd: number;
  /** The share of each swap that the pool's owners take. */
  readonly feeBps: number;
}

type Identity = Pick<SimulatedToken, 'mint' | 'ticker' | 'name' | 'decimals' | 'createdAt'>;
type Market = Pick<SimulatedToken, 'price' | 'volatility' | 'pools'>;
type Standing = Pick<SimulatedToken, 'verified' | 'organicScore' | 'topHoldersPct'>;

const named = (
  ticker: string,
  name: string,
  mint: Mint,
  decimals: number,
  createdAt: string,
): Identity => ({ ticker, name, mint, decimals, createdAt });
const pool = (quote: Mint, dex: string, depthUsd: number, feeBps = 25): SimulatedPoolTerms => ({
  ...{ quote, dex, depthUsd, feeBps },
});
/** Three pools, as most tokens have them. */
const traded = (price: number, volatility: number, depthUsd: number): Market => ({
  ...{ price, volatility },
  pools: [
    pool(SOL, 'raydium', depthUsd * 0.5),
    pool(USDC, 'orca', depthUsd * 0.3),
    pool(SOL, 'meteora', depthUsd * 0.2),
  ],
});
const known = (organicScore: number, topHoldersPct: number): Standing => ({
  ...{ verified: true, organicScore, topHoldersPct },
});

const NONE = { mint: false, freeze: false };
const BOTH = { mint: true, freeze: true };

const row = (identity: Identity, market: Market, standing: Standing, authorities = NONE) => ({
  ...{ ...identity, ...market, ...standing, authorities },
});

/** SOL and USDC with their real mints. The other tokens exist only here; the last one imitates the first. */
export const SIMULATED_TOKENS: ReadonlyMap<Mint, SimulatedToken> = new Map(
  [
    row(
      named('MOSS', 'Moss', 'HnMLtWkeMvzh4Kv5VV1oGq4y5Ng8YYfzSoGYxkopXhGX', 5, '2024-02-09'),
      traded(0.000_021_2, 1.3, 3_200_000),
      known(94, 27),
    ),
    row(
      named('KORU', 'Koru', 'vuix94EBUaoLCHN3SGXgntVuzsbqXsHHTJwyvoAivFj', 6, '2023-11-30'),
      traded(1.84, 1, 6_400_000),
      known(91, 22),
    ),
    row(
      named('LUMA', 'Luma', 'DiCAp1WKrxfeMs4fcTWrXg21kS6GyqX23L4XWNQ6YBZt', 9, '2024-06-18'),
      traded(0.413, 1.1, 2_400_000),
      known(83, 34),
    ),
    row(
      named('TARN', 'Tarn', 'Hb3n6P9UxBHuLXcbwuoVvhkq3inAPj3DDz5zZgexrjQT', 6, '2025-01-21'),
      traded(27.6, 0.9, 4_100_000),
      known(88, 19),
    ),
    row(
      named('PEBL', 'Pebble', '5xAktAEUkCoPykWxQ94ejf3DFfhBR6EK5k63hxMzKFPX', 6, '2025-09-03'),
      traded(0.0172, 1.4, 1_100_000),
      known(71, 41),
    ),
    row(
      named('MOSS', 'Moss', '6bg5ELvW6FZPaf9q7HnA3xXmRdDQhkTcFuWRL2mtRrET', 9, '2026-02-14'),
      traded(0.000_77, 1.5, 160_000),
      { verified: false, organicScore: 4, topHoldersPct: 86 },
      BOTH,
    ),
    row(
      named('SOL', 'Wrapped SOL', SOL, 9, '2021-03-29'),
      { price: 148, volatility: 0.7, pools: [pool(USDC, 'orca', 60_000_000, 4)] },
      known(99, 1),
    ),
    row(
      named('USDC', 'USD Coin', USDC, 6, '2021-03-29'),
      { price: 1, volatility: 0.002, pools: [pool(USDT, 'orca', 30_000_000, 1)] },
      known(99, 30),
      BOTH,
    ),
  ].map((token) => [token.mint, token]),
);

/** The tokens that a demo begins with: a cheap one, an expensive one, and SOL. */
export const DEMO_TOKENS: readonly Mint[] = [...SIMULATED_TOKENS.values()]
  .filter(({ ticker, verified }) => verified && ['MOSS', 'TARN', 'SOL'].includes(ticker))
  .map(({ mint }) => mint);
