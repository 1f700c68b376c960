import { z } from 'zod';
import { classTicker, joinedTicker } from '../../domain/instrument/share-class.ts';
import { readRows } from '../wire/read-rows.ts';

const symbolRow = z.object({ symbol: z.string().min(1) }).transform(({ symbol }) => symbol);
/** What may be a class without its separator, as roots of options write it: `BRKB`, `BFB`. */
const JOINED = /^[A-Z]{2,6}$/;
const MOST_KNOWN = 2_000;

/**
 * How Tradier writes a ticker whose class was typed, or comes of an option's root, without a separator. Only
 * its look-up can tell: NFLX is a company, no class X of NFL. What it does not know stays as typed.
 */
export class TradierTickers {
  readonly #known = new Map<string, Promise<string>>();

  constructor(private readonly lookUp: (begin: string) => Promise<readonly unknown[]>) {}

  /** @throws {MarketDataUnavailable} */
  of(ticker: string): Promise<string> {
    const name = classTicker(ticker);
    if (!JOINED.test(name)) return Promise.resolve(name);
    const known = this.#known.get(name);
    if (known) return known;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const asked = this.#ask(name);
    this.#known.set(name, asked);
    asked.catch(() => this.#known.delete(name));
    return asked;
  }

  async #ask(name: string): Promise<string> {
    const { read } = readRows(symbolRow, await this.lookUp(name.slice(0, -1)));
    if (read.includes(name)) return name;
    const found = read.find((symbol) => joinedTicker(symbol) === name);
    return found ? classTicker(found) : name;
  }
}
