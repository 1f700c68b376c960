import type { Decimal } from '../../domain/decimal.ts';
import type { TokenQuote } from '../../domain/market/quote.ts';
import { saleAsked } from '../../domain/swap/quoted.ts';
import { saleQuote } from '../../domain/swap/sale.ts';
import type { SwapQuoteAsked } from '../../domain/token/swap-quote.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import { NoRoute, type TokenQuotes } from '../../ports/token-market.ts';
import type { HeldTokens, SaleQuotes } from '../../ports/token-trading.ts';
import type { PriceDeps } from './price-deps.ts';
import { inTurns } from './sale-turns.ts';

/** The shortest time between two quotes of a sale: marks are taken every 40 seconds. */
const RENEWED_MS = 20_000;
/** The longest that marks wait for quotes; a later answer serves the next marks. */
const PATIENCE_MS = 5_000;
const MINUTE_MS = 60_000;
/** The most sizes that are remembered; one takes less than a kilobyte. */
const MOST = 5_000;

type Answer = TokenQuote | null;

interface Asked {
  readonly at: number;
  readonly quote: Promise<Answer>;
}

interface Sale extends HeldTokens {
  readonly key: string;
  readonly asked: SwapQuoteAsked;
}

/** Quotes to sell whole positions, each size of a token shared by all who hold it. */
export class SellQuotes implements SaleQuotes {
  readonly #asked = new Map<string, Asked>();
  readonly #last = new Map<string, TokenQuote>();
  /** When the quotes of the last minute were asked for. */
  #minute: readonly number[] = [];

  constructor(
    private readonly tokens: TokenQuotes,
    private readonly deps: Pick<PriceDeps, 'clock' | 'timers' | 'budget'>,
  ) {}

  of(held: readonly HeldTokens[], solPrice: Decimal | null): Promise<readonly Answer[]> {
    const sales = held.map(saleOf);
    const fresh = this.#renew(sales, solPrice);
    const answers = sales.map(async (sale) =>
      sale ? (fresh.get(sale.key) ?? this.#asked.get(sale.key)?.quote ?? null) : null,
    );
    const last = () => sales.map((sale) => (sale && this.#last.get(sale.key)) ?? null);
    return this.deps.timers.within(PATIENCE_MS, Promise.all(answers), last);
  }

  /** Asks for as many quotes as may be asked for now, by key. */
  #renew(
    sales: readonly (Sale | null)[],
    solPrice: Decimal | null,
  ): ReadonlyMap<string, Promise<Answer>> {
    const now = this.deps.clock.now().getTime();
    const due = new Map<string, Sale>();
    for (const sale of sales) if (sale && this.#isDue(sale.key, now)) due.set(sale.key, sale);
    const next = inTurns([...due.values()], ({ key }) => this.#asked.get(key)?.at ?? 0);
    const chosen = next.slice(0, this.#room(now));
    this.#minute = [...this.#minute, ...chosen.map(() => now)];
    return new Map(chosen.map((sale) => [sale.key, this.#begin(sale, solPrice, now)]));
  }

  #isDue(key: string, now: number): boolean {
    const before = this.#asked.get(key);
    return !before || Math.abs(now - before.at) >= RENEWED_MS;
  }

  #room(now: number): number {
    this.#minute = this.#minute.filter((at) => Math.abs(now - at) < MINUTE_MS);
    const all = this.deps.budget.marksPerMinute();
    return Math.max(Math.floor(all) - this.#minute.length, 0);
  }

  #begin(sale: Sale, solPrice: Decimal | null, now: number): Promise<Answer> {
    const { key } = sale;
    const quote = this.#ask(sale, solPrice);
    this.#asked.delete(key);
    this.#asked.set(key, { at: now, quote });
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > MOST && oldest !== undefined) this.#forget(oldest);
    return quote;
  }

  #forget(key: string): void {
    this.#asked.delete(key);
    this.#last.delete(key);
  }

  /** A source that fails leaves the earlier quote; where nothing routes there is no quote. */
  async #ask({ key, token, asked }: Sale, solPrice: Decimal | null): Promise<Answer> {
    try {
      const quote = saleQuote(token, await this.tokens.quote(asked, 'MARK'), solPrice);
      this.#last.set(key, quote);
      return quote;
    } catch (error) {
      if (error instanceof NoRoute) return (this.#last.delete(key), null);
      if (error instanceof MarketDataUnavailable) return this.#last.get(key) ?? null;
      throw error;
    }
  }
}

/** Null for nothing to sell. */
function saleOf(held: HeldTokens): Sale | null {
  const asked = saleAsked(held.token, held.quantity);
  return asked && { ...held, asked, key: `${held.token.symbol} ${asked.inAmount}` };
}
