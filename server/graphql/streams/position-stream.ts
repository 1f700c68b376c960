import type { MarkedPosition } from '../../domain/book/portfolio.ts';
import type { TradingMode } from '../../domain/mode.ts';
import { ZERO } from '../../domain/decimal.ts';
import type { EventFeed } from '../../ports/event-feed.ts';
import { closable } from './closable.ts';
import { Wakes } from './wakes.ts';

export interface PositionSource {
  readonly feed: EventFeed;
  readonly mode: TradingMode;
  readonly username: string;
  readonly positions: () => Promise<readonly MarkedPosition[]>;
}

/**
 * The current positions, then each one that changes by trade or by mark. A closed position comes with
 * quantity 0.
 */
export function positionUpdates(source: PositionSource): AsyncIterableIterator<MarkedPosition> {
  const wakes = new Wakes(source.feed, source.mode, source.username);
  return closable(follow(source, wakes), () => wakes.close());
}

async function* follow(
  { positions }: PositionSource,
  wakes: Wakes,
): AsyncGenerator<MarkedPosition, void> {
  const sent = new Map<string, { readonly key: string; readonly position: MarkedPosition }>();
  try {
    do {
      const held = await positions();
      for (const position of held) {
        const key = JSON.stringify(position);
        if (sent.get(position.symbol)?.key === key) continue;
        sent.set(position.symbol, { key, position });
        yield position;
      }
      const symbols = new Set(held.map(({ symbol }) => symbol));
      for (const [symbol, { position }] of sent) {
        if (symbols.has(symbol)) continue;
        sent.delete(symbol);
        yield ended(position);
      }
    } while (await wakes.next());
  } finally {
    wakes.close();
  }
}

function ended(position: MarkedPosition): MarkedPosition {
  const nothing = { quantity: ZERO, costBasis: ZERO, averagePrice: ZERO, unrealizedPnl: null };
  return { ...position, ...nothing, tradeIds: [] };
}
