import type { CalendarDate } from '../../domain/ids.ts';
import { z } from 'zod';
import type { OptionContract } from '../../domain/instrument/instrument.ts';
import { parseOccSymbol } from '../../domain/instrument/occ-symbol.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RowReader } from '../wire/row-reader.ts';

/** No contract leaves a chain within minutes. New ones may join, so a missing one is asked for again. */
const BELIEVED_MS = 5 * 60_000;

interface Listing {
  readonly symbols: ReadonlySet<string>;
  /** False when a row could not be read: it may be that of any contract. */
  readonly complete: boolean;
}

/** Only the symbol matters here: a row without a valid price also lists its contract. */
const listedSymbol = z
  .object({ symbol: z.string() })
  .transform(({ symbol }) => parseOccSymbol(symbol)?.symbol)
  .pipe(z.string());

/**
 * Which contracts the venue's chains list. Entries in listed contracts share one chain request for some
 * minutes. Only a fresh answer shows that a contract is not listed.
 */
export class TradierListings {
  readonly #asked = new Map<string, { readonly at: number; readonly listing: Promise<Listing> }>();

  constructor(
    private readonly ask: (
      underlying: string,
      expiration: CalendarDate,
    ) => Promise<readonly unknown[]>,
    private readonly clock: Clock,
    private readonly rows: RowReader,
  ) {}

  /** Null when an incomplete chain does not show the contract. @throws {MarketDataUnavailable} */
  async lists({ symbol, underlying, expiration }: OptionContract): Promise<boolean | null> {
    const known = await this.#known(underlying, expiration);
    if (known?.symbols.has(symbol)) return true;
    const { symbols, complete } = await this.#ask(underlying, expiration);
    return symbols.has(symbol) || (complete ? false : null);
  }

  /** A recent answer, or the request now under way. */
  #known(underlying: string, expiration: CalendarDate): Promise<Listing> | null {
    const now = this.clock.now().getTime();
    for (const [key, { at }] of this.#asked) {
      if (now - at >= BELIEVED_MS) this.#asked.delete(key);
    }
    return this.#asked.get(keyOf(underlying, expiration))?.listing ?? null;
  }

  #ask(underlying: string, expiration: CalendarDate): Promise<Listing> {
    const key = keyOf(underlying, expiration);
    const listing = this.#read(underlying, expiration);
    const asked = { at: this.clock.now().getTime(), listing };
    this.#asked.set(key, asked);
    listing.catch(() => {
      if (this.#asked.get(key) === asked) this.#asked.delete(key);
    });
    return listing;
  }

  async #read(underlying: string, expiration: CalendarDate): Promise<Listing> {
    const rows = await this.ask(underlying, expiration);
    const asked = `listed contracts of ${underlying} for ${expiration}`;
    const { read, unread } = this.rows.of(asked, listedSymbol, rows);
    return { symbols: new Set(read), complete: unread.length === 0 };
  }
}

function keyOf(underlying: string, expiration: CalendarDate): string {
  return `${underlying} ${expiration}`;
}
