import { z } from 'zod';
import { classTicker, joinedTicker } from '../../domain/instrument/share-class.ts';
import type { RowReader } from '../wire/row-reader.ts';

const symbolRow = z.object({ symbol: z.string().min(1) }).transform(({ symbol }) => symbol);
/** Possibly a share class without its separator, as in option roots: `BRKB`, `BFB`. */
const JOINED = /^[A-Z]{2,6}$/;
const MOST_KNOWN = 2_000;

/**
 * Tradier's spelling of a ticker whose class came without a separator, typed or from an option's root. Only
 * its look-up can tell: NFLX is a company, not class X of NFL. An unknown ticker stays as typed.
 */
export class TradierTickers {
  readonly #asked = new Map<string, Promise<string>>();
  readonly #known = new Map<string, string>();

  constructor(
    private readonly lookUp: (begin: string) => Promise<readonly unknown[]>,
    private readonly rows: RowReader,
  ) {}

  /** The spelling known without a request. */
  known(ticker: string): string {
    const name = classTicker(ticker);
    return this.#known.get(name) ?? name;
  }

  /** Learns from a row how the venue spells the requested `ticker`. */
  learn(ticker: string, written: string): void {
    const name = classTicker(ticker);
    if (written === name || joinedTicker(written) !== joinedTicker(name)) return;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(name, written);
  }

  /** @throws {MarketDataUnavailable} */
  of(ticker: string): Promise<string> {
    const name = classTicker(ticker);
    const known = this.#known.get(name);
    if (known || !JOINED.test(name)) return Promise.resolve(known ?? name);
    const before = this.#asked.get(name);
    if (before) return before;
    if (this.#asked.size >= MOST_KNOWN) this.#asked.clear();
    const asked = this.#ask(name);
    this.#asked.set(name, asked);
    asked.catch(() => this.#asked.delete(name));
    return asked;
  }

  /** Requests by ticker. When the venue finds nothing, requests again with the spelling of the look-up. */
  async first<T>(
    ticker: string,
    ask: (written: string) => Promise<T>,
    isNothing: (answer: T) => boolean,
  ): Promise<T> {
    const written = this.known(ticker);
    const answer = await ask(written);
    if (!isNothing(answer)) return answer;
    const found = await this.of(ticker);
    return found === written ? answer : ask(found);
  }

  async #ask(name: string): Promise<string> {
    const found = await this.lookUp(name.slice(0, -1));
    const { read } = this.rows.of(`look-up of ${name}`, symbolRow, found);
    if (read.includes(name)) return name;
    const written = read.find((symbol) => joinedTicker(symbol) === name);
    if (written) this.learn(name, classTicker(written));
    return this.known(name);
  }
}
