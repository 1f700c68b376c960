import {
  exchangeDate,
  expiryInstant,
  tradingDaysAfter,
} from '../domain/calendar/market-calendar.ts';
import type { OptionContract } from '../domain/instrument/instrument.ts';
import { isWorking } from '../domain/order/order-status.ts';
import { settle } from '../domain/trade/settle.ts';
import type { Trade } from '../domain/trade/trade.ts';
import { MarketDataUnavailable, type OfficialClose } from '../ports/market-data.ts';
import type { BookDeps } from './book-deps.ts';
import { changeTrade } from './change-trade.ts';
import type { SyncOrders } from './sync-orders.ts';

/** Exchange days after expiry by which an official close must be known. */
const DAYS_TO_WAIT = 3;

/** After the last session of an expiry: settles what is still held, once, with its evidence. */
export class SettleExpiry {
  constructor(
    private readonly deps: BookDeps,
    private readonly syncOrders: SyncOrders,
  ) {}

  async execute(): Promise<void> {
    const failures: unknown[] = [];
    for (const trade of await this.deps.book.activeTrades()) {
      const { instrument, phase } = trade;
      if (phase !== 'OPEN') continue;
      if (instrument.assetClass !== 'OPTION' || !this.#isExpired(instrument)) continue;
      await this.#trade(trade, instrument).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0)
      throw new AggregateError(failures, 'Some expiries could not be settled');
  }

  #isExpired({ expiration }: OptionContract): boolean {
    return expiryInstant(expiration) < this.deps.clock.now();
  }

  async #trade(trade: Trade, contract: OptionContract): Promise<void> {
    const { book, clock } = this.deps;
    const close = await this.#close(trade, contract);
    const at = clock.now();
    if (close) {
      if (await this.#mayStillHear(trade)) return;
      await changeTrade(book, trade.username, trade.id, { at, actor: 'desk' }, (draft) =>
        settle(draft, contract, close),
      );
      return;
    }
    const lastDay = tradingDaysAfter(contract.expiration, DAYS_TO_WAIT);
    if (exchangeDate(at) < lastDay || trade.status === 'NEEDS_REVIEW') return;
    const reason = `No official close of ${contract.underlying} on ${contract.expiration} is known.`;
    await changeTrade(book, trade.username, trade.id, { at, actor: 'desk' }, (draft) => {
      if (draft.trade.phase !== 'OPEN' || draft.trade.status === 'NEEDS_REVIEW') return;
      draft.set({ status: 'NEEDS_REVIEW', reason }).alert('NEEDS_REVIEW', 'CRITICAL', reason);
      draft.tell('NEEDS_REVIEW', reason);
    });
  }

  /**
   * A fill of the last minutes may not be known yet, and what is settled is never touched again: the
   * venue is asked first, and an order of which nobody knows keeps the settlement waiting.
   */
  async #mayStillHear({ username, id }: Trade): Promise<boolean> {
    const reader = this.deps.book.read(username);
    const working = async () =>
      (await reader.trade(id))?.orders.filter(({ status }) => isWorking(status)) ?? [];
    if ((await working()).length === 0) return false;
    await this.syncOrders.user(username);
    const left = await working();
    return left.some(({ status }) => status === 'SUBMITTED' || status === 'UNKNOWN');
  }

  async #close(trade: Trade, contract: OptionContract): Promise<OfficialClose | null> {
    const market = await this.deps.sources.of(trade.username, trade.venue);
    try {
      return await market.officialClose(contract.underlying, contract.expiration);
    } catch (error) {
      if (error instanceof MarketDataUnavailable) return null;
      throw error;
    }
  }
}
