import { isToken } from '../../domain/instrument/instrument.ts';
import { priceConflict } from '../../domain/market/price-conflict.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { TradeQuotes } from '../steps/quotes-of-trades.ts';
import { keptInParts } from '../steps/in-parts.ts';
import { SharedMarks } from './shared-marks.ts';

type Quoted = TradeQuotes['quoted'][number];

/** Alerts to open positions whose price contradicts itself: once, until a mark makes sense again. */
export class PriceConflicts {
  #alerted: Set<string> | null = null;

  constructor(private readonly deps: Pick<BookDeps, 'book' | 'clock' | 'timers'>) {}

  async look(quoted: TradeQuotes['quoted']): Promise<void> {
    const alerted = await this.#standing();
    const at = this.deps.clock.now();
    const marks = new SharedMarks();
    const conflictOf = ({ trade, quote }: Quoted): string | null =>
      trade.phase === 'OPEN' ? priceConflict(trade.instrument, marks.of(trade, quote)) : null;
    const changed = await keptInParts(
      this.deps.timers,
      quoted,
      // A token's price is judged where it is watched, which alerts by itself.
      (each) =>
        !isToken(each.trade.instrument) &&
        (conflictOf(each) !== null) !== alerted.has(each.trade.id),
    );
    for (const { trade, quote } of changed) {
      const { id, username, instrument } = trade;
      const conflict = conflictOf({ trade, quote });
      await this.deps.book.change(username, async (change) => {
        if (conflict === null) return change.resolve('PRICE_CONFLICT', id, at);
        const source = marks.of(trade, quote).source ?? 'unknown source';
        const message = `The quote of ${instrument.symbol} contradicts itself: ${conflict} (${source}). Nothing of ours fires on it.`;
        await change.raise(
          { kind: 'PRICE_CONFLICT', severity: 'WARNING', message, tradeId: id },
          at,
        );
      });
      if (conflict === null) alerted.delete(id);
      else alerted.add(id);
    }
  }

  /** Alerts raised by an earlier process still stand. */
  async #standing(): Promise<Set<string>> {
    this.#alerted ??= new Set(
      (await this.deps.book.standing('PRICE_CONFLICT')).map(({ about }) => about),
    );
    return this.#alerted;
  }
}
