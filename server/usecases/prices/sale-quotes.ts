import type { Decimal } from '../../domain/decimal.ts';
import type { Token } from '../../domain/instrument/instrument.ts';
import type { TokenQuote } from '../../domain/market/quote.ts';
import { saleAsked, salePrice } from '../../domain/swap/quoted.ts';
import { swapFee } from '../../domain/swap/swap-costs.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import type { SwapQuote, SwapQuoteAsked } from '../../domain/token/swap-quote.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import { NoRoute } from '../../ports/token-market.ts';
import type { SaleQuotes, TokenTrading } from '../../ports/token-trading.ts';
import type { PriceDeps } from './price-deps.ts';

/** A sale is quoted again no sooner: marks are taken every 40 seconds. */
const RENEWED_MS = 20_000;
/** A mark waits no longer; the answer serves the next one. */
const PATIENCE_MS = 5_000;
/** Sizes remembered; one takes less than a kilobyte. */
const MOST = 5_000;

interface Asked {
  readonly at: number;
  readonly quote: Promise<TokenQuote | null>;
}

/** Quotes to sell whole positions, each size of a token shared by all who hold it. */
export class SellQuotes implements SaleQuotes {
  readonly #asked = new Map<string, Asked>();
  readonly #last = new Map<string, TokenQuote>();

  constructor(
    private readonly tokens: TokenTrading,
    private readonly deps: Pick<PriceDeps, 'clock' | 'timers'>,
  ) {}

  async of(token: Token, quantity: Decimal): Promise<TokenQuote | null> {
    const asked = saleAsked(token, quantity);
    if (!asked) return null;
    const key = `${token.symbol} ${asked.inAmount}`;
    const last = () => this.#last.get(key) ?? null;
    return this.deps.timers.within(PATIENCE_MS, this.#asking(key, token, asked), last);
  }

  #asking(key: string, token: Token, asked: SwapQuoteAsked): Promise<TokenQuote | null> {
    const now = this.deps.clock.now().getTime();
    const before = this.#asked.get(key);
    if (before && Math.abs(now - before.at) < RENEWED_MS) return before.quote;
    const quote = this.#ask(key, token, asked);
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

  /** A source that fails leaves the quote before it; nothing that routes is no quote. */
  async #ask(key: string, token: Token, asked: SwapQuoteAsked): Promise<TokenQuote | null> {
    try {
      const [swap, judged] = await Promise.all([
        this.tokens.quote(asked, 'MARK'),
        this.tokens.judged([SOL_MINT]),
      ]);
      const quote = saleQuote(token, swap, judged.get(SOL_MINT)?.lastAccepted?.price ?? null);
      this.#last.set(key, quote);
      return quote;
    } catch (error) {
      if (error instanceof NoRoute) return (this.#last.delete(key), null);
      if (error instanceof MarketDataUnavailable) return this.#last.get(key) ?? null;
      throw error;
    }
  }
}

/** What one token fetches in a sale of so many for USDC. `solPrice` null: the network's fee is not known. */
function saleQuote(token: Token, swap: SwapQuote, solPrice: Decimal | null): TokenQuote {
  const { receivedAt } = swap;
  return {
    ...{ assetClass: 'TOKEN', symbol: token.symbol, last: null, ask: null, volume: null },
    bid: salePrice(token, swap),
    ...{ source: 'jupiter', sourceTime: receivedAt, receivedAt, delayed: false },
    swapFee: solPrice && swapFee(solPrice, { opensAccount: false }),
  };
}
