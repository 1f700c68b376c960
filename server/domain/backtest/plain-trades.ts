import { everyUnit } from '../columns/amounts.ts';
import type { ResultColumns } from '../statistics/result-columns.ts';
import type { BacktestTrade } from './backtest-report.ts';
import { numberText, shortText } from './exact.ts';
import { TRADES_IN_TEXT } from './packed-trades.ts';
import { PlainTexts, realizedOf, type PlainTerms } from './plain-texts.ts';
import { resultColumns } from './trade-results.ts';

const FIELDS = 5;
const [DECIDED, ENTERED, ENTRY, EXITED, EXIT] = [0, 1, 2, 3, 4];
const FIRST_ROOM = 512;

/**
 * Closed trades that differ in instants and prices alone, as numbers: a run has ten thousand, and objects and
 * texts of each would cost more than the bars. In order of closing.
 */
export class PlainTrades {
  size = 0;
  #cells = new Float64Array(FIELDS * FIRST_ROOM);

  constructor(private readonly terms: PlainTerms) {}

  /** Instants, and prices in units. */
  add(decidedAt: number, entryAt: number, entry: number, exitAt: number, exit: number): void {
    const from = this.size * FIELDS;
    if (from === this.#cells.length) {
      const more = new Float64Array(2 * from);
      more.set(this.#cells);
      this.#cells = more;
    }
    const cells = this.#cells;
    cells[from + DECIDED] = decidedAt;
    cells[from + ENTERED] = entryAt;
    cells[from + ENTRY] = entry;
    cells[from + EXITED] = exitAt;
    cells[from + EXIT] = exit;
    this.size += 1;
  }

  eachEntry(visit: (symbol: string, quantity: number, entryAt: number) => void): void {
    const { symbol, quantity } = this.terms;
    const size = Number(quantity);
    for (let n = 0; n < this.size; n += 1) visit(symbol, size, this.#cell(n, ENTERED));
  }

  list(): BacktestTrade[] {
    return Array.from({ length: this.size }, (_, n) => this.#tradeAt(n));
  }

  /** The results as columns; null when one is more than such columns hold. */
  results(): ResultColumns | null {
    const cells = (field: number) =>
      Float64Array.from({ length: this.size }, (_, n) => this.#cell(n, field));
    const net = Float64Array.from(
      { length: this.size },
      (_, n) => this.#realized(n) - this.terms.fees,
    );
    const nets = everyUnit(net);
    const fees = everyUnit(new Float64Array(this.size).fill(this.terms.fees));
    if (!nets || !fees) return null;
    const columns = { openedAt: cells(ENTERED), closedAt: cells(EXITED), net: nets, fees };
    return resultColumns(columns, () => 'MANUAL_CLOSE');
  }

  /** The same texts as `packTrades` makes. */
  texts(): readonly string[] {
    const writer = new PlainTexts(this.terms);
    const texts: string[] = [];
    for (let end = this.size; end > 0; end -= TRADES_IN_TEXT) {
      for (let n = end - 1; n >= Math.max(0, end - TRADES_IN_TEXT); n -= 1) {
        const [decidedAt, entryAt] = [this.#cell(n, DECIDED), this.#cell(n, ENTERED)];
        const exit = this.#cell(n, EXIT);
        writer.add(decidedAt, entryAt, this.#cell(n, ENTRY), this.#cell(n, EXITED), exit);
      }
      texts.push(writer.taken());
    }
    return texts;
  }

  #cell(n: number, field: number): number {
    return this.#cells[n * FIELDS + field]!;
  }

  /** Millionths, before fees. */
  #realized(n: number): number {
    return realizedOf(this.terms, this.#cell(n, ENTRY), this.#cell(n, EXIT));
  }

  #tradeAt(n: number): BacktestTrade {
    const { symbol, quantity, digits, fees } = this.terms;
    const realized = this.#realized(n);
    return {
      symbol,
      side: 'BUY',
      quantity,
      decidedAt: this.#cell(n, DECIDED),
      entryAt: this.#cell(n, ENTERED),
      entryPrice: numberText(this.#cell(n, ENTRY), digits),
      exitAt: this.#cell(n, EXITED),
      exitPrice: numberText(this.#cell(n, EXIT), digits),
      closeReason: 'MANUAL_CLOSE',
      realizedPnl: shortText(realized),
      fees: shortText(fees),
      netPnl: shortText(realized - fees),
    };
  }
}
