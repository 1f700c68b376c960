import type { Trade } from '../../domain/trade/trade.ts';
import { stopInForce } from '../../domain/trade/trail-stop.ts';
import type { TradeType } from './trade.types.ts';

type TrailFields = 'trailingPct' | 'trailingStop' | 'trailingStart' | 'highWaterMark';

/** How a trade's stop trails; all null when it does not. */
export function trailView(trade: Trade): Pick<TradeType, TrailFields> {
  const { trail } = trade;
  if (!trail)
    return { trailingPct: null, trailingStop: null, trailingStart: null, highWaterMark: null };
  const { pct: trailingPct, start: trailingStart, best: highWaterMark } = trail;
  return { trailingPct, trailingStop: stopInForce(trade), trailingStart, highWaterMark };
}
