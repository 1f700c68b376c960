import type { Mandate } from '../domain/account/mandate.ts';
import type { TradeId } from '../domain/ids.ts';

/** What bounds an API token now. */
export interface StandingMandate {
  /** Null: its scopes alone bound it. */
  readonly mandate: Mandate | null;
}

/** The mandates of API tokens as they are now, however long ago the token was shown. */
export interface Mandates {
  /** Null: the token was revoked or has expired. */
  standingMandate(tokenId: string, now: Date): Promise<StandingMandate | null>;
}

/** What API tokens have placed in a book. */
export interface MandateReads {
  /** Those of these trades that the token has placed. */
  placedBy(tokenId: string, tradeIds: readonly TradeId[]): Promise<ReadonlySet<TradeId>>;
  /** How many trades the token has placed since an instant, whatever became of them. */
  countPlacedBy(tokenId: string, since: Date): Promise<number>;
  /** Rises with every change of a mandate of the user's tokens, before the change is answered. */
  mandateTurn(): Promise<number>;
}

export interface MandateWrites {
  /** Stored in the transaction that stores the trade. */
  notePlacedBy(tokenId: string, tradeId: TradeId, at: Date): Promise<void>;
  passMandateTurn(): Promise<void>;
}
