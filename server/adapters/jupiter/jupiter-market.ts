import type { Mint } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type {
  SwapQuoteAsked,
  TokenDirectory,
  TokenIndex,
  TokenQuotes,
  TokenUrgency,
} from '../../ports/token-market.ts';
import type { JsonHost } from '../wire/json-host.ts';
import { JupiterDirectory } from './jupiter-directory.ts';
import { JupiterPrices } from './jupiter-prices.ts';
import { JupiterQuotes } from './jupiter-quotes.ts';

/** All reads at Jupiter with one key. They name no taker, so no answer can be signed. */
export class JupiterMarket implements TokenIndex, TokenQuotes, TokenDirectory {
  readonly #prices: JupiterPrices;
  readonly #quotes: JupiterQuotes;
  readonly #directory: JupiterDirectory;

  constructor(host: JsonHost, clock: Clock) {
    this.#prices = new JupiterPrices(host, clock);
    this.#quotes = new JupiterQuotes(host);
    this.#directory = new JupiterDirectory(host);
  }

  prices(mints: readonly Mint[], urgency: TokenUrgency) {
    return this.#prices.prices(mints, urgency);
  }

  quote(asked: SwapQuoteAsked, urgency: TokenUrgency) {
    return this.#quotes.quote(asked, urgency);
  }

  factsOf(mints: readonly Mint[]) {
    return this.#directory.factsOf(mints);
  }

  search(text: string) {
    return this.#directory.search(text);
  }
}
