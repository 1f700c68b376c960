import type { Username } from '../../domain/ids.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import type {
  SwapQuote,
  SwapQuoteAsked,
  TokenQuotes,
  TokenUrgency,
} from '../../ports/token-market.ts';
import { SealBroken } from '../../ports/vault.ts';

/**
 * Quotes with the user's own key where one is stored. Without one, or where that key is refused or used up,
 * with the server's key: no stop waits for a key.
 */
export class PaidQuotes implements TokenQuotes {
  constructor(
    private readonly shared: TokenQuotes,
    private readonly own: (payer: Username) => Promise<TokenQuotes | null>,
  ) {}

  async quote(asked: SwapQuoteAsked, urgency: TokenUrgency, payer?: Username): Promise<SwapQuote> {
    const own = payer === undefined ? null : await this.#ownOf(payer);
    if (!own) return this.shared.quote(asked, urgency);
    try {
      return await own.quote(asked, urgency);
    } catch (error) {
      if (!(error instanceof MarketDataUnavailable)) throw error;
      return this.shared.quote(asked, urgency);
    }
  }

  async #ownOf(payer: Username): Promise<TokenQuotes | null> {
    try {
      return await this.own(payer);
    } catch (error) {
      // A key that can no longer be opened counts as none.
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }
}
