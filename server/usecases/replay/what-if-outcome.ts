import type { Decimal } from '../../domain/decimal.ts';
import type { FillModel } from '../../domain/matching/fill-model.ts';
import { netPnlOf } from '../../domain/trade/trade-figures.ts';
import { entryPriceOf, exitPriceOf, type Trade } from '../../domain/trade/trade.ts';

/** What the question changes; null: as it was. */
export interface WhatIf {
  readonly fillModel: Exclude<FillModel, 'QUOTE' | 'CALIBRATED'> | null;
  /** Percent points between the entry's price and the stop. */
  readonly stopPct: Decimal | null;
  /** Percent points between the entry's price and the target. */
  readonly takeProfitPct: Decimal | null;
}

/** A market of the trade's instrument that was recorded. */
export interface RecordedMarket {
  readonly at: Date;
  /** For a token, what one unit fetches when all of it is sold. */
  readonly bid: Decimal;
  /** Null for a token that is held: no purchase was quoted. */
  readonly ask: Decimal | null;
}

/** A part that a person closed while the rest was held on. */
export interface PartClosed {
  readonly at: Date;
  readonly quantity: Decimal;
  /** Per unit of the instrument. */
  readonly price: Decimal;
}

/** A trade that was placed in the span and filled by us, with all that was recorded of its market. */
export interface Course {
  /** The trade as it was at the end of the span. */
  readonly trade: Trade;
  /** Oldest first. */
  readonly markets: readonly RecordedMarket[];
  /** When a person first asked for a close of all that was held; null: never. */
  readonly closeAskedAt: Date | null;
  /** Oldest first. */
  readonly parts: readonly PartClosed[];
  /** When a person takes over the trade: its exits do nothing from then on. */
  readonly reviewedFrom: Date | null;
  readonly movedExitsAt: Date | null;
}

/** The entry, as it was recorded or as another model fills it. */
export interface Entered {
  readonly price: Decimal;
  readonly at: Date;
}

export interface Outcome {
  readonly entry: Decimal | null;
  readonly exit: Decimal | null;
  readonly endedAt: Date | null;
  /** STOP, TARGET, CLOSE or SETTLED; OPEN: it was held at the end; NONE: nothing was bought. */
  readonly how: 'STOP' | 'TARGET' | 'CLOSE' | 'SETTLED' | 'OPEN' | 'NONE';
  /** Dollars realised, fees off. */
  readonly net: Decimal;
}

/** The record does not show how the trade goes on. */
export interface Unknown {
  readonly unknownFrom: Date;
  readonly why: string;
}

export function recordedOutcome({ trade, closeAskedAt }: Course): Outcome {
  const entry = entryPriceOf(trade);
  const exit = trade.phase === 'CLOSED' ? exitPriceOf(trade) : null;
  const how = entry === null ? 'NONE' : howEnded(trade, closeAskedAt);
  return { entry, exit, endedAt: trade.closedAt, how, net: netPnlOf(trade) };
}

function howEnded({ phase, status, settlement }: Trade, asked: Date | null): Outcome['how'] {
  if (phase !== 'CLOSED') return 'OPEN';
  if (settlement) return 'SETTLED';
  if (status === 'SL_HIT') return 'STOP';
  return status === 'TP_HIT' && asked === null ? 'TARGET' : 'CLOSE';
}

export function unknown(unknownFrom: Date, why: string): Unknown {
  return { unknownFrom, why };
}
