import type { Decimal } from '../../domain/decimal.ts';
import type { SaleLook } from '../../domain/exits/token-exits.ts';
import type { Username } from '../../domain/ids.ts';
import type { Token } from '../../domain/instrument/instrument.ts';
import { purchaseAsked, saleAsked, salePrice } from '../../domain/swap/quoted.ts';
import { swapFee } from '../../domain/swap/swap-costs.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import {
  NoRoute,
  type SwapQuote,
  type SwapQuoteAsked,
  type TokenUrgency,
} from '../../ports/token-market.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { JudgedPrices } from './token-looks.ts';

/** The longest that a reached exit waits for its quote, in milliseconds. */
const PATIENCE_MS = 4_000;

/** What is swapped, and for whom. */
export interface SwapOf {
  readonly token: Token;
  readonly username: Username;
}

type Answer = SwapQuote | 'NO_ROUTE' | 'SILENT';

/** Quotes of the sizes that the watch would swap, each within its patience. */
export class SwapLooks {
  constructor(private readonly deps: Pick<BookDeps, 'tokens' | 'timers'>) {}

  /** The quote to sell the whole quantity; `prices` has SOL's, by which the network's fee counts. */
  async sale(
    { token, username }: SwapOf,
    quantity: Decimal,
    prices: JudgedPrices,
  ): Promise<SaleLook> {
    const asked = saleAsked(token, quantity);
    const answer = asked ? await this.#ask({ token, username }, asked, 'EXIT') : 'NO_ROUTE';
    if (answer === 'NO_ROUTE' || answer === 'SILENT') return { kind: answer };
    const sol = prices.get(SOL_MINT)?.lastAccepted?.price ?? null;
    const fee = sol && swapFee(sol, { opensAccount: false });
    return { kind: 'QUOTED', quantity, price: salePrice(token, answer), swapFee: fee };
  }

  /** The quote to buy for so many dollars; null when there is none. */
  async purchase(of: SwapOf, dollars: Decimal): Promise<SwapQuote | null> {
    const asked = purchaseAsked(of.token, dollars);
    const answer = asked && (await this.#ask(of, asked, 'ENTRY'));
    return typeof answer === 'string' ? null : answer;
  }

  #ask({ token, username }: SwapOf, asked: SwapQuoteAsked, urgency: TokenUrgency): Promise<Answer> {
    const tokens = this.deps.tokens.of(token.market, username);
    const answer = tokens.quote(asked, urgency).catch(whyNone);
    return this.deps.timers.within<Answer>(PATIENCE_MS, answer, () => 'SILENT');
  }
}

function whyNone(error: unknown): Answer {
  if (error instanceof NoRoute) return 'NO_ROUTE';
  if (error instanceof MarketDataUnavailable) return 'SILENT';
  throw error;
}
