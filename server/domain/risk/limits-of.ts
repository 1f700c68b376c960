import type { Limits, UserSettings } from '../account/settings.ts';
import type { TradingMode } from '../mode.ts';

/** The limits that hold for entries of a book; the strictest of each counts. */
export function limitsOf(
  mode: TradingMode,
  { limits, realLimits }: Pick<UserSettings, 'limits' | 'realLimits'>,
): readonly Limits[] {
  return mode === 'REAL' ? [limits, realLimits] : [limits];
}
