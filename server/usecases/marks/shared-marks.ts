import { markOf } from '../../domain/market/mark-rules.ts';
import type { Mark } from '../../domain/market/mark.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { Markable } from '../../domain/trade/trade.ts';

/** Marks that are made once for each quote and side: all trades that hold a contract on one side share its mark. */
export class SharedMarks {
  readonly #made = new Map<Quote, Map<string, Mark>>();

  of({ instrument, side }: Pick<Markable, 'instrument' | 'side'>, quote: Quote): Mark {
    const made = this.#made.get(quote) ?? new Map<string, Mark>();
    this.#made.set(quote, made);
    const key = `${side} ${instrument.assetClass} ${instrument.symbol}`;
    const mark = made.get(key) ?? markOf(quote, instrument, side);
    made.set(key, mark);
    return mark;
  }
}
