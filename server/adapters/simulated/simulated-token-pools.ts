import { dec, type Decimal } from '../../domain/decimal.ts';
import type { Mint } from '../../domain/ids.ts';
import { hashedUnit, hashText, valueNoise } from './hashed-noise.ts';
import {
  SIMULATED_TOKENS,
  type SimulatedPoolTerms,
  type SimulatedToken,
} from './simulated-token-list.ts';
import { moveAt } from './spot-path.ts';

const YEAR_DAYS = 365;
/** How far the price of a pool drifts from the others before arbitrage closes the gap, as a share. */
const APART = 0.001;
const TRADED_TOGETHER_MS = 20_000;
const BREATH = 0.1;
const BREATH_MS = 6 * 3_600_000;
const HOUR_MS = 3_600_000;
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const ADDRESS_LENGTH = 43;

/** An instant of the simulated market. */
export interface Moment {
  readonly seed: number;
  readonly time: number;
}

/** A constant-product pool at an instant. */
export interface SimulatedPool {
  readonly address: string;
  readonly dex: string;
  readonly base: Mint;
  readonly quote: Mint;
  /** Dollars for one whole base token. */
  readonly price: number;
  /** In whole tokens. */
  readonly reserves: { readonly base: Decimal; readonly quote: Decimal };
  readonly depthUsd: number;
  readonly feeBps: number;
  readonly tradesInHour: number;
  readonly createdAt: Date;
}

/** Dollars for one whole token; 1 for a mint that is not simulated. */
export function tokenUsd(mint: Mint, { seed, time }: Moment): number {
  const token = SIMULATED_TOKENS.get(mint);
  if (!token) return 1;
  const daily = token.volatility / Math.sqrt(YEAR_DAYS);
  return token.price * moveAt({ symbol: mint, daily, ripple: 1 }, seed, time);
}

/** All pools that have the token on either side. */
export function poolsWith(mint: Mint, moment: Moment): readonly SimulatedPool[] {
  return LISTED.filter(({ base, terms }) => base.mint === mint || terms.quote === mint).map(
    (listed) => poolAt(listed, moment),
  );
}

/** All pools that swap one token for the other, whichever is the base. */
export function poolsBetween(one: Mint, other: Mint, moment: Moment): readonly SimulatedPool[] {
  return LISTED.filter(
    ({ base, terms: { quote } }) =>
      (base.mint === one && quote === other) || (base.mint === other && quote === one),
  ).map((listed) => poolAt(listed, moment));
}

interface Listed {
  readonly base: SimulatedToken;
  readonly terms: SimulatedPoolTerms;
  readonly address: string;
  readonly hash: number;
}

const LISTED: readonly Listed[] = [...SIMULATED_TOKENS.values()].flatMap((base) =>
  base.pools.map((terms, n) => ({
    ...{ base, terms },
    address: addressOf(base.mint, n),
    hash: hashText(base.mint) + n,
  })),
);

function poolAt({ base: token, terms, address, hash }: Listed, moment: Moment): SimulatedPool {
  const { quote, dex, depthUsd: usual, feeBps } = terms;
  const { seed, time } = moment;
  const key = hash ^ seed;
  const price =
    tokenUsd(token.mint, moment) * (1 + APART * valueNoise(key, time, TRADED_TOGETHER_MS));
  const depthUsd = usual * (1 + BREATH * valueNoise(key, time, BREATH_MS));
  const trades = hashedUnit(key, Math.floor(time / HOUR_MS), 9);
  return {
    ...{ address, dex, quote, price, depthUsd, feeBps },
    base: token.mint,
    reserves: {
      base: exact(depthUsd / 2 / price),
      quote: exact(depthUsd / 2 / tokenUsd(quote, moment)),
    },
    tradesInHour: Math.floor(40 + trades * Math.sqrt(usual)),
    createdAt: new Date(token.createdAt),
  };
}

/** A decimal with as many digits as a number holds. */
export function exact(value: number): Decimal {
  return dec(value.toPrecision(15));
}

function addressOf(mint: Mint, n: number): string {
  const key = hashText(mint);
  const letter = (_: unknown, at: number) => ALPHABET[Math.floor(hashedUnit(key, n, at) * 58)];
  return Array.from({ length: ADDRESS_LENGTH }, letter).join('');
}
