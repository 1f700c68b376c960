import type { Decimal } from '../../domain/decimal.ts';
import type { Mint, Tag, TradeId } from '../../domain/ids.ts';
import type { OrderSide, OrderType } from '../../domain/order/order.ts';
import type { SettledSwap, SwapFate, SwapHolding } from '../../domain/swap/paper-swap.ts';

/** One swap that was sent. Its record is final: a swap is done or failed and never changes. */
export interface PaperSwap {
  /** Counts 1, 2, 3… within its account. */
  readonly number: number;
  readonly tag: Tag;
  readonly tradeId: TradeId;
  readonly mint: Mint;
  readonly side: OrderSide;
  readonly type: OrderType;
  /** The quantity as ordered. */
  readonly quantity: Decimal;
  readonly limitPrice: Decimal | null;
  readonly fate: SwapFate['kind'];
  /** Null when it landed. */
  readonly reason: string | null;
  readonly filledQuantity: Decimal;
  /** In dollars, as are the fees. */
  readonly filledValue: Decimal;
  readonly fees: Decimal;
  readonly sentAt: Date;
  readonly endedAt: Date;
}

export type NewSwap = Omit<PaperSwap, 'number'>;

/** The holding of one trade, as its account lists it. */
export interface TradeLot {
  readonly mint: Mint;
  readonly quantity: Decimal;
  readonly cost: Decimal;
}

/** The trade and token whose holding a swap moves. */
export interface HoldingOf {
  readonly tradeId: TradeId;
  readonly mint: Mint;
}

/** Stores the wallets on paper, for any number of servers at once. */
export interface SwapStore {
  /**
   * Stores a swap under its tag together with its effect on the wallet, all or nothing. When this resolves,
   * it is durable. A tag that is stored already returns its swap and changes nothing; `settle` may run more
   * than once, and an error that it throws leaves everything as it was.
   */
  add(
    account: string,
    of: HoldingOf & { readonly tag: Tag },
    settle: (holding: SwapHolding) => { readonly settled: SettledSwap; readonly swap: NewSwap },
  ): Promise<PaperSwap>;
  tagged(account: string, tag: Tag): Promise<PaperSwap | null>;
  numbered(account: string, number: number): Promise<PaperSwap | null>;
  /** Swaps that ended at or after `since`, oldest first. */
  endedSince(account: string, since: Date): Promise<readonly PaperSwap[]>;
  holding(account: string, of: HoldingOf): Promise<SwapHolding>;
  lots(account: string): Promise<readonly TradeLot[]>;
  /** Dollars that the account's swaps have moved, fees included; negative when they took some. */
  moved(account: string): Promise<Decimal>;
}
