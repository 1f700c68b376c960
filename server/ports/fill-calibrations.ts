import type { Username } from '../domain/ids.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { Calibration } from '../domain/statistics/calibration.ts';

/** The book whose venue fills it was fitted to. */
export interface BookCalibration extends Calibration {
  readonly mode: TradingMode;
}

export interface FillCalibrations {
  /** The fit to one book’s fills alone: real fills go before the sandbox’s where both make an offer. */
  of(username: Username): Promise<BookCalibration>;
}
