import type { Mint, TradeId } from '../domain/ids.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { AdjustmentChoice } from '../domain/order/exit-adjustment.ts';
import type { RiskCheck } from '../domain/refusal.ts';
import type { CorrectionWord } from '../domain/reports/settle-correction.ts';
import type { AdjustInput, CloseInput, TicketInput } from '../domain/ticket/ticket.ts';
import type { TradeStatus } from '../domain/trade/trade-status.ts';
import type { Trade } from '../domain/trade/trade.ts';
import type { AdoptInput } from '../domain/wallet/adoption.ts';
import type { SplitPreview } from './split-preview.ts';
import type { Actor } from './trading-system.ts';

export interface TradePreview {
  readonly cost: Decimal | null;
  readonly fees: Decimal | null;
  readonly maxLoss: Decimal | null;
  readonly maxProfit: Decimal | null;
  readonly breakEven: Decimal | null;
  /** The stop after the change: as given, or where a trailing stop would start. */
  readonly stopLoss: Decimal | null;
  /** Dollars lost at the stop, fees included; negative when the stop locks in a gain. */
  readonly lossAtStop: Decimal | null;
  /** Dollars free for new entries once this one has filled; null for anything but a ticket that can be priced. */
  readonly buyingPowerAfter: Decimal | null;
  /** For a ticket: dollars lost by entering and leaving at once, fees both ways included. */
  readonly roundTrip: Decimal | null;
  /** For a close: dollars it would realise, before fees. */
  readonly realizedPnl: Decimal | null;
  readonly riskChecks: readonly RiskCheck[];
  /**
   * How the desk would hold the stop when it cannot go to the venue with its entry; null when it can or there
   * is none.
   */
  readonly exitsNote: string | null;
  /** For a close: the short calls it would leave uncovered; null when there are none. */
  readonly coverNote: string | null;
  readonly confirmationToken: string | null;
  readonly expiresAt: Date | null;
}

/** What a person found out about a trade under review. */
export interface ReviewInput {
  readonly id: TradeId;
  readonly expectedVersion: number;
  readonly resolution: {
    readonly status: TradeStatus;
    readonly exitPrice?: Decimal | null;
    /** The part of the open quantity; all of it when left out or null. */
    readonly quantity?: Decimal | null;
    readonly note: string;
  };
}

/** A person's decision on a fill that the venue corrects. */
export interface SettleCorrectionInput extends CorrectionWord {
  readonly id: TradeId;
  readonly expectedVersion: number;
}

/** The choice between the venue's exit terms and the desk's. */
export interface SettleAdjustmentInput {
  readonly id: TradeId;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
  readonly choice: AdjustmentChoice;
  readonly note?: string | null;
}

/** A split of `newShares` for `oldShares`, for a trade under review. */
export interface BookSplitInput {
  readonly id: TradeId;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
  readonly newShares: number;
  readonly oldShares: number;
  readonly note?: string | null;
}

/** What adopting a holding would book. Nothing is stored. */
export interface AdoptionPreview {
  readonly wallet: string;
  /** The whole mint: nothing is recognised by its ticker. */
  readonly mint: Mint;
  readonly ticker: string;
  readonly decimals: number;
  /** Whole units. */
  readonly quantity: Decimal;
  readonly cost: Decimal;
  /** Dollars for one unit. */
  readonly price: Decimal;
  /** Units in the wallet at `slot` that no book has. `booked`: those in trades of all users who share it. */
  readonly unbooked: Decimal;
  readonly booked: Decimal;
  readonly slot: number;
  readonly confirmationToken: string | null;
  readonly expiresAt: Date | null;
}

/** What an order or a change would cost and bring. Nothing is stored or sent. */
export interface Previews {
  trade(actor: Actor, input: TicketInput): Promise<TradePreview>;
  close(actor: Actor, input: CloseInput): Promise<TradePreview>;
  adjust(actor: Actor, input: AdjustInput): Promise<TradePreview>;
}

/** A person's decisions on a trade that the desk cannot settle by itself. */
export interface TradeCare {
  review(actor: Actor, input: ReviewInput): Promise<Trade>;
  settleFillCorrection(actor: Actor, input: SettleCorrectionInput): Promise<Trade>;
  settleExitAdjustment(actor: Actor, input: SettleAdjustmentInput): Promise<Trade>;
  previewSplit(actor: Actor, input: BookSplitInput): Promise<SplitPreview>;
  bookSplit(actor: Actor, input: BookSplitInput): Promise<Trade>;
  previewAdoption(actor: Actor, input: AdoptInput): Promise<AdoptionPreview>;
  /** Books what a wallet holds and no book has, as an OPEN trade. */
  adoptHolding(actor: Actor, input: AdoptInput): Promise<Trade>;
  /** Marks the caller's open trades anew and returns them. */
  refreshPrices(actor: Actor): Promise<readonly Trade[]>;
}
