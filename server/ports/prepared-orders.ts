import type { Username } from '../domain/ids.ts';
import type { TradingMode } from '../domain/mode.ts';

/** What an assistant has prepared, before its user has said yes. */
export interface PreparedOrder {
  readonly username: Username;
  /** The book that it concerns. */
  readonly mode: TradingMode;
  /** The whole request as text, its kind and its idempotency key included. */
  readonly body: string;
  readonly until: Date;
  /** In REAL the confirmation of its preview; null in PAPER. */
  readonly confirmation: string | null;
}

/** Signs what was prepared. It keeps nothing, so every server with the same secret can read all tokens. */
export interface PreparedOrders {
  sign(order: PreparedOrder): string;
  /** Null for a token that was not signed here, or not for exactly this user, book and body. */
  read(
    token: string,
    what: Pick<PreparedOrder, 'username' | 'mode' | 'body'>,
  ): Pick<PreparedOrder, 'until' | 'confirmation'> | null;
}
