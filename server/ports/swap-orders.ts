import type { Username } from '../domain/ids.ts';
import type { Sealed } from '../domain/sealed.ts';
import type { SwapOffer } from '../domain/swap/inspection/swap-offer.ts';
import type { SwapQuoteAsked } from '../domain/token/swap-quote.ts';
import type { TokenUrgency } from './token-market.ts';

export type { SwapOffer };

/** A swap of one wallet, to be signed by it alone. */
export interface SwapOrderAsked extends SwapQuoteAsked {
  /** The wallet’s address: it pays, signs and receives. */
  readonly taker: string;
}

/** A signed transaction that has not left the desk yet. */
export interface SignedSwap {
  /** The transaction’s id on the chain, base58. Known before it is sent. */
  readonly signature: string;
  /** Base64 of the signed bytes. Whoever has them can send them. */
  readonly bytes: Sealed<string>;
  readonly requestId: string;
  readonly lastValidBlockHeight: bigint;
}

/**
 * What sending was answered with. None of these is final: only the chain decides.
 *
 * SAID_LANDED: Jupiter says that it landed. SAID_FAILED: that it landed and failed, with the program’s positive
 * code. UNKNOWN: negative codes, errors and silence; it may still land.
 */
export type ExecuteAnswer =
  | { readonly said: 'SAID_LANDED'; readonly signature: string | null }
  | { readonly said: 'SAID_FAILED'; readonly code: number; readonly reason: string }
  | { readonly said: 'UNKNOWN'; readonly code: number | null; readonly reason: string };

/** Jupiter’s orders for a wallet, and their sending. */
export interface SwapOrders {
  /**
   * `payer`: the user whose own Jupiter key it is asked with, where they have stored one. Two calls never share
   * one order.
   * @throws {NoRoute} @throws {NoOrder} @throws {MarketDataUnavailable}
   */
  order(asked: SwapOrderAsked, urgency: TokenUrgency, payer?: Username): Promise<SwapOffer>;
  /** Sends once and never again. @throws nothing: what it does not know is UNKNOWN. */
  execute(signed: SignedSwap, payer?: Username): Promise<ExecuteAnswer>;
}

/** Jupiter quotes the swap, and cannot build it for this wallet: it lacks the input, or SOL for fees. */
export class NoOrder extends Error {
  override readonly name = 'NoOrder';
}
