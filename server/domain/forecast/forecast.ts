import type { Decimal } from '../decimal.ts';
import type { CalendarDate, Username } from '../ids.ts';
import type { AssetClass } from '../instrument/instrument.ts';
import type { AiVerdict } from '../trade/trade-context.ts';
import type { VenueOf } from '../venue.ts';

/**
 * What a forecast claims, so that prices alone decide it. AT_CLOSE: where the official close of a date lies.
 * AT_INSTANT: where the price at an instant lies. TARGET_FIRST: that a target is reached by an instant, and in an
 * earlier minute than the stop.
 */
export type ForecastClaim = 'AT_CLOSE' | 'AT_INSTANT' | 'TARGET_FIRST';

export type ForecastSide = 'AT_OR_ABOVE' | 'AT_OR_BELOW';

/** VOID: nobody can tell any more, so it counts in no score. */
export type ForecastStatus = 'OPEN' | 'CAME_TRUE' | 'CAME_FALSE' | 'VOID';

/** What a forecast claims, and by when. Prices are dollars per share or unit. */
export interface Claim {
  readonly claim: ForecastClaim;
  /** Null for TARGET_FIRST, whose target lies above its stop or below it. */
  readonly side: ForecastSide | null;
  /** Of TARGET_FIRST the target. */
  readonly level: Decimal;
  /** Of TARGET_FIRST alone. */
  readonly stop: Decimal | null;
  /** Of AT_CLOSE alone. */
  readonly closeOn: CalendarDate | null;
  /** The last instant that counts; of AT_CLOSE the regular close of its date. */
  readonly horizon: Date;
}

/** Who judged, and how. Texts are of a model or a person: values, and nothing else. */
export interface Judgement {
  /** Thousandths, 0 to 1000: the probability that the claim comes true. */
  readonly permille: number;
  /** On a trade that wins when the claim comes true. */
  readonly verdict: AiVerdict;
  readonly model: string;
  readonly promptVersion: string | null;
  readonly rationale: string | null;
}

/** The price that stood when the forecast was recorded. */
export interface StandingPrice {
  readonly price: Decimal;
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  readonly priceSource: string;
  /** By its source; when it was received where the source does not say. */
  readonly pricedAt: Date;
  readonly priceDelayed: boolean;
}

/** Null until it is settled. */
export interface Settlement {
  readonly status: ForecastStatus;
  readonly settledAt: Date | null;
  /** The price that decided, when it was, and who told it; null for VOID. */
  readonly decidedPrice: Decimal | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  /** How many one-minute bars were looked at; null where a close decided. */
  readonly bars: number | null;
  /** Why it is VOID. */
  readonly reason: string | null;
}

/**
 * A verdict and a probability, recorded before the outcome and without a trade. It never changes but for its
 * settlement, which comes once. It is of PAPER: the prices of the user's PAPER venue stand in it and decide it, its
 * lines are in PAPER's log, and it moves no money of either book.
 */
export interface Forecast extends Claim, Judgement, StandingPrice, Settlement {
  readonly id: string;
  readonly username: Username;
  readonly symbol: string;
  readonly assetClass: AssetClass;
  /** Whose prices decide it, whatever the user's setting says later. */
  readonly venue: VenueOf<'PAPER'>;
  /** Whether those prices are made up here. */
  readonly simulated: boolean;
  readonly recordedAt: Date;
  /** As the log names who acts. */
  readonly recordedBy: string;
}

export const UNSETTLED: Settlement = {
  status: 'OPEN',
  ...{ settledAt: null, decidedPrice: null, decidedAt: null, decidedBy: null },
  ...{ bars: null, reason: null },
};
