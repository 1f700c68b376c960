import { parseOccSymbol } from '../../domain/instrument/occ-symbol.ts';
import { classTicker } from '../../domain/instrument/share-class.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import type { QuoteRow } from './tradier-market-schema.ts';
import { quoteOf, spotOf, type QuoteContext } from './tradier-quote-mapping.ts';
import type { TradierTickers } from './tradier-tickers.ts';

type Ask = (symbols: readonly string[], urgent: boolean) => Promise<readonly QuoteRow[]>;
type Rows = Map<string, QuoteRow>;

/** Quotes by the symbols they were requested with, whatever the venue's spelling. */
export class TradierQuotes {
  constructor(
    private readonly ask: Ask,
    private readonly tickers: TradierTickers,
    private readonly stamp: () => Pick<QuoteContext, 'receivedAt' | 'delayed'>,
  ) {}

  /**
   * Requests the underlyings of options in the same call. A ticker that the venue does not know is looked up
   * and requested again, once, but never while an exit waits for the answer.
   */
  async of(symbols: readonly string[], urgent: boolean): Promise<ReadonlyMap<string, Quote>> {
    if (symbols.length === 0) return new Map();
    const underlyings = symbols.flatMap((symbol) => parseOccSymbol(symbol)?.underlying ?? []);
    const wanted = [...new Set([...symbols, ...underlyings])];
    const rows: Rows = new Map();
    await this.#read(wanted, rows, urgent);
    this.#learn(symbols, rows);
    if (!urgent) await this.#read(await this.#respelled(wanted, rows), rows, urgent);
    const context = this.#context(rows);
    return new Map(
      symbols.flatMap((symbol): [string, Quote][] => {
        const row = rows.get(this.tickers.known(symbol));
        return row ? [[symbol, this.#quote(symbol, row, context)]] : [];
      }),
    );
  }

  async #read(wanted: readonly string[], rows: Rows, urgent: boolean): Promise<void> {
    const symbols = [...new Set(wanted.map((symbol) => this.tickers.known(symbol)))];
    if (symbols.length === 0) return;
    for (const row of await this.ask(symbols, urgent)) rows.set(row.symbol, row);
  }

  /** An option's row shows how the venue spells its underlying. */
  #learn(symbols: readonly string[], rows: Rows): void {
    for (const symbol of symbols) {
      const contract = parseOccSymbol(symbol);
      const written = rows.get(symbol)?.underlying;
      if (contract && written) this.tickers.learn(contract.underlying, written);
    }
  }

  /** The absent symbols whose spelling at the venue differs from the one requested. */
  async #respelled(wanted: readonly string[], rows: Rows): Promise<readonly string[]> {
    const absent = wanted.filter((symbol) => !rows.has(this.tickers.known(symbol)));
    const written = await Promise.all(absent.map((symbol) => this.#lookUp(symbol)));
    return absent.filter((symbol, index) => written[index] !== classTicker(symbol));
  }

  /** When the look-up fails, the symbol stays as it is. */
  async #lookUp(symbol: string): Promise<string> {
    try {
      return await this.tickers.of(symbol);
    } catch (error) {
      if (error instanceof MarketDataUnavailable) return classTicker(symbol);
      throw error;
    }
  }

  #context(rows: Rows): QuoteContext {
    const stamp = this.stamp();
    const unpriced = { ...stamp, underlyingPrice: () => null };
    const spot = (underlying: string) => {
      const row = rows.get(underlying);
      return spotOf(row && row.type !== 'option' ? quoteOf(row, unpriced) : undefined);
    };
    return { ...stamp, underlyingPrice: spot };
  }

  #quote(symbol: string, row: QuoteRow, context: QuoteContext): Quote {
    const asked = parseOccSymbol(symbol)?.underlying ?? classTicker(symbol);
    const listedAs = this.tickers.known(asked);
    return { ...quoteOf(row, context), symbol, ...(listedAs !== asked && { listedAs }) };
  }
}
