import type { Decimal } from '../decimal.ts';
import type { CalendarDate, Username } from '../ids.ts';
import type { AssetClass } from '../instrument/instrument.ts';
import type { AiVerdict } from '../trade/trade-context.ts';
import type { VenueOf } from '../venue.ts';

/**
 * What a forecast claims; prices alone decide it. AT_CLOSE: where the official close of a date lies.
 * AT_INSTANT: where the price at an instant lies. TARGET_FIRST: that a target is reached by an instant, and in
 * an earlier minute than the stop.
 */
export type ForecastClaim = 'AT_CLOSE' | 'AT_INSTANT' | 'TARGET_FIRST';

export type ForecastSide = 'AT_OR_ABOVE' | 'AT_OR_BELOW';

/** VOID: the outcome can no longer be known, so it counts in no score. */
export type ForecastStatus = 'OPEN' | 'CAME_TRUE' | 'CAME_FALSE' | 'VOID';

/** What a forecast claims, and by when. Prices are dollars per share or unit. */
export interface Claim {
  readonly claim: ForecastClaim;
  /** Null for TARGET_FIRST, whose target lies above its stop or below it. */
  readonly side: ForecastSide | null;
  /** Dollars; the target for TARGET_FIRST. */
  readonly level: Decimal;
  /** Dollars; only for TARGET_FIRST. */
  readonly stop: Decimal | null;
  /** The date of the close; only for AT_CLOSE. */
  readonly closeOn: CalendarDate | null;
  /** The last instant that counts; for AT_CLOSE, the regular close of its date. */
  readonly horizon: Date;
}

/** The verdict, and the model that gave it. Texts come from a model or a person: they are values, nothing else. */
export interface Judgement {
  /** Thousandths, 0 to 1000: the probability that the claim comes true. */
  readonly permille: number;
  /** The verdict on a trade that wins when the claim comes true. */
  readonly verdict: AiVerdict;
  readonly model: string;
  readonly promptVersion: string | null;
  readonly rationale: string | null;
}

/** The price at the time when the forecast was recorded. */
export interface StandingPrice {
  readonly price: Decimal;
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  readonly priceSource: string;
  /** The source's time; the time of receipt where the source gives none. */
  readonly pricedAt: Date;
  readonly priceDelayed: boolean;
}

/** The outcome; null until it is settled. */
export interface Settlement {
  readonly status: ForecastStatus;
  readonly settledAt: Date | null;
  /** The price that decided, its time and its source; null for VOID. */
  readonly decidedPrice: Decimal | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  /** How many one-minute bars were read; null where a close decided. */
  readonly bars: number | null;
  /** Why the forecast is VOID. */
  readonly reason: string | null;
}

/**
 * A verdict and a probability, recorded before the outcome and without a trade. Only its settlement changes it,
 * once. It belongs to PAPER: the prices of the user's PAPER venue are stored in it and decide it, its lines are
 * in PAPER's log, and it moves no money of either book.
 */
export interface Forecast extends Claim, Judgement, StandingPrice, Settlement {
  readonly id: string;
  readonly username: Username;
  readonly symbol: string;
  readonly assetClass: AssetClass;
  /** The venue whose prices decide it, whatever the user's setting says later. */
  readonly venue: VenueOf<'PAPER'>;
  /** Whether those prices are made up here. */
  readonly simulated: boolean;
  readonly recordedAt: Date;
  /** The name in the log of who recorded it. */
  readonly recordedBy: string;
}

export const UNSETTLED: Settlement = {
  status: 'OPEN',
  ...{ settledAt: null, decidedPrice: null, decidedAt: null, decidedBy: null },
  ...{ bars: null, reason: null },
};
