import type { TradeId, Username } from '../../domain/ids.ts';
import { isSameSymbol, symbolKey } from '../../domain/instrument/share-class.ts';
import { ZERO, type Decimal } from '../../domain/decimal.ts';
import { filledBeyond } from '../../domain/reconciliation/settled.ts';
import { awaitedShares, isOverdue, shownDeliveries } from '../../domain/expiry/await-delivery.ts';
import { heldAt, heldOf } from '../../domain/trade/held-of.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import {
  accountsOf,
  describeAccount,
  isIn,
  type VenueAccount,
} from '../../domain/trade/venue-account.ts';
import type { Broker } from '../../ports/broker.ts';
import type { UserAccount } from '../../ports/turns.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { storeDecided } from '../steps/change-trade.ts';
import { decide } from '../steps/decision.ts';
import { isOf } from '../steps/each-account.ts';
import { lookAtAccount } from '../orders/look-at-account.ts';
import { CONFIRM_DELIVERY, MISS_DELIVERY } from './settle-kinds.ts';
import { shareDrafts } from './share-drafts.ts';
import type { SyncOrders } from '../orders/sync-orders.ts';

const UNHELD = 'The venue gave shares for it which this book does not hold.';

interface Look {
  /** Null: the venue's list of positions cannot be read far enough. */
  readonly theirs: Decimal | null;
  readonly ours: Decimal;
  readonly moving: boolean;
}

/**
 * Waits for the shares of exercise and assignment at venues that do not report them: they are booked when the
 * account shows them, and go to review when it does not by the next exchange day.
 */
export class FollowDeliveries {
  constructor(
    private readonly deps: BookDeps,
    private readonly syncOrders: SyncOrders,
  ) {}

  async account(account: UserAccount): Promise<void> {
    const { book, brokers } = this.deps;
    const { username } = account;
    const awaited = (await book.read(username).awaitingDelivery())
      .map(({ trade }) => trade)
      .filter((trade) => isOf(account, trade));
    for (const place of accountsOf(awaited)) {
      const broker = await brokers.of(username, place);
      const here = awaited.filter((trade) => isIn(place)({ trade }));
      const underlyings = new Map(
        here.map(({ instrument: { underlying } }) => [symbolKey(underlying), underlying]),
      );
      for (const symbol of broker ? underlyings.values() : []) {
        const due = here.filter(({ instrument }) => isSameSymbol(instrument.underlying, symbol));
        await this.#underlying(username, broker!, { symbol, due });
      }
    }
  }

  /** Two looks must agree, with a sync between them: an exit may fill between two answers. */
  async #underlying(
    username: Username,
    broker: Broker,
    { symbol, due }: { symbol: string; due: readonly Trade[] },
  ): Promise<void> {
    const first = await this.#look(username, broker, symbol);
    if (first.moving || !first.theirs) return;
    const beyond = first.theirs.minus(first.ours);
    const shown = shownDeliveries(due, beyond);
    const overdue = due.filter((trade) => isOverdue(trade, this.deps.clock.now()));
    if (shown.length === 0 && overdue.length === 0) return;
    const second = await this.#look(username, broker, symbol);
    if (second.moving || !second.theirs?.equals(first.theirs) || !second.ours.equals(first.ours))
      return;
    this.deps.passFaultPoint?.('deliver: looked');
    for (const trade of shown) await this.#deliver(username, trade.id);
    if (shown.length > 0) this.deps.passFaultPoint?.('deliver: stored');
    for (const trade of overdue.filter((each) => !shown.includes(each))) {
      await this.#miss(username, trade, evidenceOf(trade, second, broker));
    }
  }

  async #look(username: Username, broker: Broker, symbol: string): Promise<Look> {
    await this.syncOrders.user(username, broker);
    const active = (await this.deps.book.read(username).activeTrades()).filter(isIn(broker));
    const { positions, looks } = await lookAtAccount(broker, active);
    const beyond = filledBeyond(active, symbol, looks);
    const ours = heldOf(active, symbol).plus(beyond ?? ZERO);
    return { theirs: heldAt(positions, symbol), ours, moving: beyond === null };
  }

  async #deliver(username: Username, id: TradeId): Promise<void> {
    const { book, clock, ids, onUnlistedMove } = this.deps;
    const at = clock.now();
    await book.change(username, async (change) => {
      const stored = await change.trade(id);
      const settlement = stored?.trade.settlement;
      if (!stored || settlement?.delivery !== 'AWAITED') return;
      const shares = awaitedShares(stored.trade);
      const by = { at, actor: 'venue', onUnlistedMove };
      const moved = await shareDrafts(change, stored.trade, {
        shares,
        print: settlement,
        ids,
        at,
        onUnlistedMove,
      });
      const tradeIds = (moved ?? []).map(({ draft }) => draft.trade.id);
      const shown = moved
        ? decide(CONFIRM_DELIVERY, stored, by, { tradeIds })
        : decide(MISS_DELIVERY, stored, by, { evidence: UNHELD });
      for (const each of [shown, ...(moved ?? [])]) {
        await storeDecided(change, each);
        this.deps.passFaultPoint?.('deliver: in transaction');
      }
    });
  }

  async #miss(username: Username, { id }: Trade, evidence: string): Promise<void> {
    const { book, clock, onUnlistedMove } = this.deps;
    await book.change(username, async (change) => {
      const stored = await change.trade(id);
      if (stored?.trade.settlement?.delivery !== 'AWAITED') return;
      const by = { at: clock.now(), actor: 'desk', onUnlistedMove };
      await storeDecided(change, decide(MISS_DELIVERY, stored, by, { evidence }));
    });
  }
}

function evidenceOf(
  { instrument, settlement }: Trade,
  { theirs, ours }: Look,
  place: VenueAccount,
) {
  const due = settlement?.shares ?? ZERO;
  const expected = `${due.isNegative() ? '' : '+'}${due.toFixed()} ${instrument.underlying} were due for ${instrument.symbol}`;
  return `${expected}; on the next exchange day ${describeAccount(place)} holds ${theirs?.toFixed() ?? '?'} of it, this book ${ours.toFixed()}.`;
}
