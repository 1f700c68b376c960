import type { Username } from '../../domain/ids.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import type {
  ExecuteAnswer,
  SignedSwap,
  SwapOffer,
  SwapOrderAsked,
  SwapOrders,
} from '../../ports/swap-orders.ts';
import type { TokenUrgency } from '../../ports/token-market.ts';
import { SealBroken } from '../../ports/vault.ts';

/** Orders remembered. They expire within two minutes, so the oldest beyond these is no longer sent. */
const MOST_ORDERS = 1_000;

/**
 * Swaps with the user's own key at Jupiter where one is stored. Without one, or where that key is refused or
 * used up, with the server's key. An order is sent with the key that made it.
 */
export class PaidSwaps implements SwapOrders {
  readonly #madeBy = new Map<string, SwapOrders>();

  constructor(
    private readonly shared: SwapOrders,
    private readonly own: (payer: Username) => Promise<SwapOrders | null>,
  ) {}

  async order(asked: SwapOrderAsked, urgency: TokenUrgency, payer?: Username): Promise<SwapOffer> {
    const own = payer === undefined ? null : await this.#ownOf(payer);
    if (!own) return this.#noted(this.shared, await this.shared.order(asked, urgency));
    try {
      return this.#noted(own, await own.order(asked, urgency));
    } catch (error) {
      if (!(error instanceof MarketDataUnavailable)) throw error;
      return this.#noted(this.shared, await this.shared.order(asked, urgency));
    }
  }

  execute(signed: SignedSwap): Promise<ExecuteAnswer> {
    const made = this.#madeBy.get(signed.requestId) ?? this.shared;
    this.#madeBy.delete(signed.requestId);
    return made.execute(signed);
  }

  #noted(made: SwapOrders, offer: SwapOffer): SwapOffer {
    const [oldest] = this.#madeBy.keys();
    if (oldest !== undefined && this.#madeBy.size >= MOST_ORDERS) this.#madeBy.delete(oldest);
    this.#madeBy.set(offer.requestId, made);
    return offer;
  }

  async #ownOf(payer: Username): Promise<SwapOrders | null> {
    try {
      return await this.own(payer);
    } catch (error) {
      // A key that can no longer be opened counts as none.
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }
}
