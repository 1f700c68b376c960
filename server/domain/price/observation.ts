import { dec, type Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';

/** Voices of different kinds: what an index computes, what pools show, what one swap would really get. */
export const NEEDED_SOURCES = ['JUPITER', 'DEXSCREENER', 'QUOTE'] as const;
/** And what exchanges publish to an oracle, which knows few tokens: it votes where it speaks, and is never missed. */
export const PRICE_SOURCES = [...NEEDED_SOURCES, 'PYTH'] as const;
export type PriceSource = (typeof PRICE_SOURCES)[number];

/** Whether a token cannot be entered without this voice. */
export function isNeeded(source: PriceSource): boolean {
  return source !== 'PYTH';
}

/** Why an observation has no price to judge. Absent, malformed and zero are three different things. */
export type Unpriced =
  /** The source did not answer. */
  | 'SILENT'
  /** Our share of its allowance was used up. */
  | 'PUT_OFF'
  /** It answered and knows no price. */
  | 'ABSENT'
  | 'MALFORMED'
  | 'ZERO'
  /** Jupiter: the block of its price lies behind one that was seen. */
  | 'OLDER_BLOCK'
  /** DexScreener: no pool with SOL, USDC or USDT at the other side. */
  | 'NO_HARD_POOL'
  /** DexScreener: its pools hold SOL, and SOL has no price of late that was accepted. */
  | 'UNCONVERTED'
  /** DexScreener: too little SOL, USDC or USDT in all its pools. Quote: its own size moves the price too far. */
  | 'THIN'
  /** DexScreener: nobody traded within the hour. */
  | 'IDLE'
  /** Quote: nothing routes this size. */
  | 'NO_ROUTE'
  /** DexScreener: its pools show two prices. Quote: what it says of itself does not fit together. */
  | 'CONTRADICTS_ITSELF'
  /** Pyth: its own interval is too wide for a price. */
  | 'UNSURE'
  /** Pyth: the price was published at another time than now. */
  | 'OUTDATED';

interface Observed {
  readonly source: PriceSource;
  /**
   * When this source's own answer came, not when the round began. Of pools that hold SOL: when the price of SOL
   * that converts them was accepted, where that is earlier; of Pyth: when the price was published.
   */
  readonly receivedAt: Date;
}

export interface PricedObservation extends Observed {
  /** US dollars for one whole token. Of a quote: without its stated impact and platform fee. */
  readonly price: Decimal;
  /** Half of the width in which the source's own voices lie, as a fraction of the price; at least `LEAST_WIDTH`. */
  readonly width: Decimal;
  /** Dollars of SOL, USDC and USDT in the pools behind it; null where the source does not say. */
  readonly hardLiquidityUsd: Decimal | null;
  /** Solana's slot at which Jupiter computed it. */
  readonly blockId: number | null;
  readonly refused: null;
}

export interface RefusedObservation extends Observed {
  /** The price that was refused, for people to see; null where there is none. */
  readonly price: Decimal | null;
  readonly hardLiquidityUsd: Decimal | null;
  readonly refused: Unpriced;
}

/** The least `width` of any source, as a fraction: prices of DexScreener have four digits. */
export const LEAST_WIDTH = dec('0.001');

/** What one source said of a token in one round, after the source's own gates. */
export type Observation = PricedObservation | RefusedObservation;

/** What a swap of a stated size would get, asked for in a round. */
export interface QuoteSize {
  /** The dollars that went in, or that came out of a sale. */
  readonly usd: Decimal;
  /** Percent points that the quote itself says its size moves the price; a loss is positive. */
  readonly impactPct: Decimal;
  readonly platformFeeBps: number;
}

/** One look at all sources, as it is stored: every server judges prices from these rows alone. */
export interface PriceRound {
  readonly mint: Mint;
  /** When the round began; rounds are `TOKEN_PRICE_SECONDS` apart. */
  readonly at: Date;
  /** None of a quote in most rounds: see `QUOTE_ROUNDS`. */
  readonly observations: readonly Observation[];
  readonly quoteSize: QuoteSize | null;
}

/** A quote is renewed every fifth round; what any source told is stale after six. */
export const QUOTE_ROUNDS = { renewed: 5, stale: 6 } as const;
