import { ZERO } from '../../domain/decimal.ts';
import type { VenueOrderId } from '../../domain/ids.ts';
import {
  completeList,
  type SwapFate,
  type VenueBalances,
  type VenueList,
  type VenueOrder,
  type VenuePosition,
} from '../../domain/order/venue-order.ts';
import { fillOf, quoteFor } from '../../domain/swap/swap-bounds.ts';
import { swapFee } from '../../domain/swap/swap-costs.ts';
import { SETTLEMENTS, toDollars, USDC_PRICE } from '../../domain/swap/settlement.ts';
import { SOL_MINT, USDC_MINT } from '../../domain/token/mint.ts';
import { fromRawUnits } from '../../domain/token/raw-units.ts';
import { VENUES } from '../../domain/venue.ts';
import {
  BrokerRejected,
  BrokerUnreachable,
  type Broker,
  type BrokerPreview,
  type PreparedOrder,
  type Submission,
  type VenueRules,
} from '../../ports/broker.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import { ChainUnknown } from '../../ports/solana-chain.ts';
import { NoRoute } from '../../ports/token-market.ts';
import { prepareSwap, swapOf } from './prepare-swap.ts';
import { swapFate } from './swap-fate.ts';
import type { SwapParts } from './swap-parts.ts';
import { pricesOf, settledAt } from './swap-prices.ts';
import { unitsOf } from './wallet-sides.ts';

const { alwaysOpen, restingOrders } = VENUES.JUPITER;
/** The last four are about resting orders, of which this venue has none. */
const RULES: VenueRules = {
  ...{ alwaysOpen, restingOrders, listsCurrentDayOnly: false, minExitGap: ZERO },
  ...{ marketEntryInBracket: false, mixedDurations: true, standingExits: true },
  loneExitWithEntry: 'NONE',
};

/**
 * A user's swaps from one wallet on Solana: Jupiter builds and sends them, this desk signs them. Only our own
 * RPC decides what became of a swap.
 */
export class JupiterBroker implements Broker {
  readonly venue = 'JUPITER';
  readonly rules = RULES;
  readonly account: string;

  constructor(private readonly parts: SwapParts) {
    this.account = parts.signer.address;
  }

  prepare(submission: Submission): Promise<PreparedOrder> {
    return prepareSwap(this.parts, submission);
  }

  /** Always refuses: a swap that is not stored before it is signed could be sent twice. */
  place(): Promise<never> {
    return Promise.reject(new BrokerRejected('a swap is prepared and stored before it is sent'));
  }

  async fateOf(submission: Submission): Promise<SwapFate> {
    const { swap, order } = swapOf(submission);
    const { swap: prepared, venueOrderId: signature } = order;
    if (!prepared || !signature) return { kind: 'OPEN' };
    return this.#told(swapFate(this.parts, { swap, order, prepared, signature }));
  }

  /** Quotes without naming a wallet. `cost`: dollars paid, negative for proceeds; without fees. */
  async preview(submission: Submission): Promise<BrokerPreview> {
    const { swap } = swapOf(submission);
    const { tokens, username, clock } = this.parts;
    const market = tokens.of(swap.token.market, username);
    try {
      const { sol } = await pricesOf(market, swap);
      const each = settledAt(swap, sol, clock.now());
      const asked = quoteFor(swap, each);
      if (!asked) throw new BrokerRejected(`so little ${swap.token.settlement} cannot be paid`);
      const quote = await market.quote(asked, swap.pays ? 'ENTRY' : 'EXIT');
      if (!each) return { cost: null, fees: null };
      const { value } = fillOf(swap, quote, each);
      const fees = sol && swapFee(sol.price, { opensAccount: swap.pays !== null });
      return { cost: swap.pays ? value : value.negated(), fees };
    } catch (error) {
      if (error instanceof NoRoute) throw new BrokerRejected(error.message);
      if (error instanceof MarketDataUnavailable) throw new BrokerUnreachable(error.message);
      throw error;
    }
  }

  change(): Promise<never> {
    return Promise.reject(new BrokerRejected('a swap is done or failed: there is none to change'));
  }

  /** Does nothing: a swap that was sent cannot be taken back. */
  async cancel(): Promise<void> {}

  /** Always null: the chain lists no orders of ours. See `fateOf`. */
  async order(_venueOrderId: VenueOrderId): Promise<VenueOrder | null> {
    return null;
  }

  /** Lists none: a chain lists no orders, so it proves none absent. Fails when the RPC does not answer. */
  async orders(): Promise<VenueList<VenueOrder>> {
    await this.#told(this.parts.chain.checkCluster('MARK'));
    return { listed: [], complete: false, unread: [] };
  }

  /** Positions in mints that the book holds or waits for. Strangers may have sent the rest of the wallet. */
  async positions(): Promise<VenueList<VenuePosition>> {
    const { chain, booked } = this.parts;
    const held = await this.#told(chain.holdings(this.account, undefined, 'MARK'));
    const positions: VenuePosition[] = [];
    for (const symbol of await booked()) {
      const units = unitsOf(held, symbol);
      if (units === 0n) continue;
      const quantity = fromRawUnits(units, await this.#decimalsOf(symbol));
      positions.push({ symbol, quantity, costBasis: ZERO });
    }
    return completeList(positions);
  }

  /** Cash is USDC and SOL in dollars, null while SOL has no price; buying power is USDC alone. */
  async balances(): Promise<VenueBalances> {
    const { chain, tokens, username } = this.parts;
    const held = await this.#told(chain.holdings(this.account, undefined, 'MARK'));
    const usdc = toDollars(unitsOf(held, USDC_MINT), 'USDC', USDC_PRICE);
    const judged = await tokens.of('SOLANA', username).judged([SOL_MINT]);
    const price = judged.get(SOL_MINT)?.lastAccepted?.price ?? null;
    const sol = price && toDollars(unitsOf(held, SOL_MINT), 'SOL', price);
    return { cash: sol && usdc.plus(sol), equity: null, buyingPower: usdc };
  }

  /** Always null: a chain keeps no statement. */
  accountHistory(): Promise<null> {
    return Promise.resolve(null);
  }

  closedPositions(): Promise<null> {
    return Promise.resolve(null);
  }

  async #decimalsOf(mint: string): Promise<number> {
    for (const coin of Object.values(SETTLEMENTS)) if (coin.mint === mint) return coin.decimals;
    const account = await this.#told(this.parts.chain.mint(mint, 'MARK'));
    if (!account) throw new BrokerUnreachable(`the chain has no mint ${mint}`);
    return account.decimals;
  }

  async #told<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof ChainUnknown) throw new BrokerUnreachable(error.message);
      throw error;
    }
  }
}
