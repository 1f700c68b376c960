import { untrustedReason } from '../market/mark-rules.ts';
import { phantomReason } from '../market/phantom.ts';
import type { Trade } from '../trade/trade.ts';

/**
 * Why nothing may fill or fire at a trade's last mark, in words for the user; null where something may, without
 * a mark, and for a closed trade.
 */
export function whyUntradable({ phase, venue, instrument, mark }: Trade, now: Date): string | null {
  if (phase === 'CLOSED' || !mark) return null;
  const { assetClass } = instrument;
  return (
    untrustedReason({ ...mark, assetClass }, now) ?? phantomReason(venue, instrument, mark, now)
  );
}
