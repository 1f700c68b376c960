import type { Limits, UserSettings } from '../account/settings.ts';
import type { TradingMode } from '../mode.ts';

/** The limits for entries of a book; of each, the strictest counts. */
export function limitsOf(
  mode: TradingMode,
  { limits, realLimits }: Pick<UserSettings, 'limits' | 'realLimits'>,
): readonly Limits[] {
  return mode === 'REAL' ? [limits, realLimits] : [limits];
}
