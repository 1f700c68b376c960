import { ZERO, type Decimal } from '../../domain/decimal.ts';
import type { VenueOrderId } from '../../domain/ids.ts';
import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { listedSince } from '../../domain/matching/venue-clock.ts';
import type { AccountEvent } from '../../domain/order/account-event.ts';
import {
  completeList,
  type VenueBalances,
  type VenueList,
  type VenueOrder,
  type VenuePosition,
} from '../../domain/order/venue-order.ts';
import { opensAccount, settleSwap, type SwapHolding } from '../../domain/swap/paper-swap.ts';
import { swapFee } from '../../domain/swap/swap-costs.ts';
import type { SwapOrder } from '../../domain/swap/swap-order.ts';
import { VENUES } from '../../domain/venue.ts';
import {
  BrokerBusy,
  BrokerRejected,
  BrokerUnreachable,
  type Broker,
  type BrokerPreview,
  type Submission,
  type VenueRules,
} from '../../ports/broker.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TokenMarkets } from '../../ports/token-trading.ts';
import type { PaperChain } from './paper-chain.ts';
import { orderedSwap, recordOf } from './swap-record.ts';
import type { SwapStore } from './swap-store.ts';
import { accountEvent, idOf, numberOf, orderView, positionsOf } from './swap-view.ts';
import { quoteSwap, sendSwap, type QuotedSwap } from './try-swap.ts';

/** The desk's terms for an account here: the PAPER book has one cash. */
export interface SwapAccountTerms {
  /** Total dollars deposited. */
  deposits(): Promise<Decimal>;
  /** Dollars in the book now, whichever venue's trades moved them. */
  cash(): Promise<Decimal>;
}

const { alwaysOpen, restingOrders } = VENUES.JUPITER_PAPER;
/** The last four are about resting orders, of which this venue has none. */
const RULES: VenueRules = {
  ...{ alwaysOpen, restingOrders, listsCurrentDayOnly: false, minExitGap: ZERO },
  ...{ marketEntryInBracket: false, mixedDurations: true, standingExits: true },
  loneExitWithEntry: 'NONE',
};

/**
 * One wallet on paper. A swap is quoted, takes its time and is quoted again: the second quote fills it or
 * makes it fail on chain. When `place` answers, the swap has ended and is stored.
 */
export class JupiterPaperBroker implements Broker {
  readonly venue = 'JUPITER_PAPER';
  readonly rules = RULES;

  constructor(
    readonly account: string,
    private readonly store: SwapStore,
    private readonly tokens: TokenMarkets,
    private readonly clock: Clock,
    private readonly terms: SwapAccountTerms,
    private readonly chain: PaperChain,
  ) {}

  async place(submission: Submission): Promise<string> {
    const { account, store, clock, chain } = this;
    const { tag } = submission;
    const known = await store.tagged(account, tag);
    if (known) return idOf(known);
    const ordered = orderedSwap(submission);
    const { swap, of } = ordered;
    const { quoted, market } = await this.#quoted(swap, await store.holding(account, of));
    const sentAt = clock.now();
    const { fate, solPrice } = await sendSwap(swap, quoted, { tag, market, chain });
    const endedAt = clock.now();
    const stored = await store.add(account, of, (holding) => {
      checkHeld(swap, holding);
      const settled = settleSwap(holding, swap, fate, solPrice);
      return { settled, swap: recordOf(ordered, { fate, settled, sentAt, endedAt }) };
    });
    return idOf(stored);
  }

  /** The dollars that a purchase pays, without fees; negative for the proceeds of a sale. */
  async preview(submission: Submission): Promise<BrokerPreview> {
    const { swap, of } = orderedSwap(submission);
    const holding = await this.store.holding(this.account, of);
    try {
      const { fees, quoted } = await this.#quoted(swap, holding);
      const { value } = quoted.fill;
      return { cost: swap.pays ? value : value.negated(), fees };
    } catch (error) {
      throw error instanceof BrokerBusy ? new BrokerUnreachable(error.message) : error;
    }
  }

  change(): Promise<never> {
    return Promise.reject(new BrokerRejected('a swap is done or failed: there is none to change'));
  }

  async cancel(): Promise<void> {}

  async order(venueOrderId: VenueOrderId): Promise<VenueOrder | null> {
    const number = numberOf(venueOrderId);
    const swap = number === null ? null : await this.store.numbered(this.account, number);
    return swap && orderView(swap);
  }

  async orders(): Promise<VenueList<VenueOrder>> {
    const swaps = await this.store.endedSince(this.account, listedSince(this.clock.now()));
    return completeList(swaps.map(orderView));
  }

  async positions(): Promise<VenueList<VenuePosition>> {
    return completeList(positionsOf(await this.store.lots(this.account)));
  }

  /** Equity is unknown here: the desk's marks say what each token would fetch. */
  async balances(): Promise<VenueBalances> {
    const { account, store, terms } = this;
    const [deposits, moved, buyingPower] = await Promise.all([
      terms.deposits(),
      store.moved(account),
      terms.cash(),
    ]);
    return { cash: deposits.plus(moved), equity: null, buyingPower };
  }

  async accountHistory(from: string, symbol?: string): Promise<readonly AccountEvent[]> {
    const now = this.clock.now();
    const today = exchangeDate(now);
    const swaps = await this.store.endedSince(this.account, listedSince(now));
    return swaps
      .flatMap((swap) => accountEvent(swap) ?? [])
      .filter(({ date }) => date >= from && date < today)
      .filter((event) => symbol === undefined || event.symbol === symbol);
  }

  /** Always null: here the book itself reports a position's result. */
  closedPositions(): Promise<null> {
    return Promise.resolve(null);
  }

  /** Quotes a swap and checks that the wallet can pay for it. Sends nothing. */
  async #quoted(swap: SwapOrder, holding: SwapHolding) {
    checkHeld(swap, holding);
    const market = this.tokens.of(swap.token.market, this.account);
    const quoted = await quoteSwap(swap, market, this.clock.now());
    const fees = swapFee(quoted.solPrice, { opensAccount: opensAccount(holding, swap) });
    await this.#checkCash(swap, quoted, fees);
    return { market, quoted, fees };
  }

  /** Checks purchases only: a sale pays its fees out of its proceeds. */
  async #checkCash({ pays }: SwapOrder, { fill }: QuotedSwap, fees: Decimal): Promise<void> {
    if (!pays) return;
    const [needed, cash] = [fill.value.plus(fees), await this.terms.cash()];
    if (needed.lessThanOrEqualTo(cash)) return;
    const costs = `${needed.toDecimalPlaces(2).toFixed()} dollars with its fees`;
    throw new BrokerRejected(`it costs ${costs}, and ${cash.toFixed()} are there`);
  }
}

function checkHeld({ pays, quantity, token }: SwapOrder, { lot }: SwapHolding): void {
  if (pays || quantity.lessThanOrEqualTo(lot.quantity)) return;
  const held = `${lot.quantity.toFixed()} ${token.ticker}`;
  throw new BrokerRejected(`its trade holds ${held}, less than the ${quantity.toFixed()} to sell`);
}
