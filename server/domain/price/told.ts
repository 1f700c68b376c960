import type { Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';

/** A value that a source gave, or why it gave none. */
export type Told<T> =
  | { readonly value: T; readonly receivedAt: Date }
  | {
      readonly value: null;
      /** ABSENT: the source answered and knows none. MALFORMED: unreadable. SILENT: it did not answer. */
      readonly why: 'ABSENT' | 'MALFORMED' | 'SILENT' | 'PUT_OFF';
      readonly receivedAt: Date;
    };

/** Jupiter's price: `GET /price/v3`. */
export interface IndexedPrice {
  /** US dollars for one whole token; a zero stays zero. */
  readonly price: Decimal;
  /** Solana's slot at which it was computed; null where the source does not say. */
  readonly blockId: number | null;
  readonly decimals: number | null;
  readonly liquidityUsd: Decimal | null;
}

/** A price of Pyth's, as its publishers agree on it. */
export interface OraclePrice {
  /** US dollars for one whole token. */
  readonly price: Decimal;
  /** Dollars to either side within which the price lies, according to Pyth. */
  readonly confidence: Decimal;
  readonly publishedAt: Date;
}

/** One pool that trades a token: DexScreener's `Pair`. */
export interface TokenPool {
  readonly address: string;
  readonly dex: string;
  readonly baseMint: Mint;
  readonly quoteMint: Mint;
  /** US dollars for one whole base token; null where the source does not say. */
  readonly priceUsd: Decimal | null;
  /** The price of one base token, in quote tokens. */
  readonly priceNative: Decimal | null;
  /** Whole quote tokens in the pool; null where the source does not say. */
  readonly quoteReserve: Decimal | null;
  readonly liquidityUsd: Decimal | null;
  /** Buys and sells within the last hour; null where the source does not say. */
  readonly tradesInHour: number | null;
  readonly createdAt: Date | null;
}
