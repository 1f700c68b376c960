import { dec, type Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';

/** Voices of different kinds: an index's computed price, the pools' prices, and what one swap would really get. */
export const NEEDED_SOURCES = ['JUPITER', 'DEXSCREENER', 'QUOTE'] as const;
/** Also Pyth, an oracle of exchanges' prices. It knows few tokens: it votes when it speaks, and is never missed. */
export const PRICE_SOURCES = [...NEEDED_SOURCES, 'PYTH'] as const;
export type PriceSource = (typeof PRICE_SOURCES)[number];

/** Whether a token cannot be entered without this source's voice. */
export function isNeeded(source: PriceSource): boolean {
  return source !== 'PYTH';
}

/** Why an observation has no price to judge. Absent, malformed and zero are three different things. */
export type Unpriced =
  /** The source did not answer. */
  | 'SILENT'
  /** Our share of the source's requests was used up. */
  | 'PUT_OFF'
  /** The source answered and knows no price. */
  | 'ABSENT'
  | 'MALFORMED'
  | 'ZERO'
  /** Jupiter: the block of its price lies behind one that was already seen. */
  | 'OLDER_BLOCK'
  /** DexScreener: no pool with SOL, USDC or USDT at the other side. */
  | 'NO_HARD_POOL'
  /** DexScreener: its pools hold SOL, and no recent price of SOL was accepted. */
  | 'UNCONVERTED'
  /** DexScreener: too little SOL, USDC or USDT in all its pools. Quote: its own size moves the price too far. */
  | 'THIN'
  /** DexScreener: no trade within the hour. */
  | 'IDLE'
  /** Quote: no route takes this size. */
  | 'NO_ROUTE'
  /** DexScreener: its pools show two prices. Quote: its own figures do not fit together. */
  | 'CONTRADICTS_ITSELF'
  /** Pyth: its own interval is too wide for a price. */
  | 'UNSURE'
  /** Pyth: the publish time is too far from now. */
  | 'OUTDATED';

interface Observed {
  readonly source: PriceSource;
  /**
   * When this source's own answer came, not when the round began. For pools that hold SOL: when the price of
   * SOL that converts them was accepted, where that is earlier. For Pyth: when the price was published.
   */
  readonly receivedAt: Date;
}

export interface PricedObservation extends Observed {
  /** US dollars for one whole token. A quote's is without its stated impact and platform fee. */
  readonly price: Decimal;
  /** Half the width of the source's own figures, as a fraction of the price; at least `LEAST_WIDTH`. */
  readonly width: Decimal;
  /** Dollars of SOL, USDC and USDT in the pools behind it; null where the source does not say. */
  readonly hardLiquidityUsd: Decimal | null;
  /** Solana's slot at which Jupiter computed the price. */
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

/** One source's answer about a token in one round, after the source's own gates. */
export type Observation = PricedObservation | RefusedObservation;

/** The size of the swap that a round asked a quote for. */
export interface QuoteSize {
  /** The dollars that the swap pays, or that a sale brings. */
  readonly usd: Decimal;
  /** Percent points by which, as the quote itself says, its size moves the price; a loss is positive. */
  readonly impactPct: Decimal;
  readonly platformFeeBps: number;
}

/** One look at all sources, as stored: every server judges prices from these rows alone. */
export interface PriceRound {
  readonly mint: Mint;
  /** When the round began; rounds are `TOKEN_PRICE_SECONDS` apart. */
  readonly at: Date;
  /** Most rounds have no observation of a quote: see `QUOTE_ROUNDS`. */
  readonly observations: readonly Observation[];
  readonly quoteSize: QuoteSize | null;
}

/** A quote is renewed every fifth round; any source's price is stale after six. */
export const QUOTE_ROUNDS = { renewed: 5, stale: 6 } as const;
