import { exchangeDate, tradingDaysAfter } from '../../domain/calendar/market-calendar.ts';
import { ZERO, type Decimal } from '../../domain/decimal.ts';
import { grouped } from '../../domain/grouped.ts';
import { intrinsicValue } from '../../domain/instrument/intrinsic-value.ts';
import { type OptionContract } from '../../domain/instrument/instrument.ts';
import { settlementInstant } from '../../domain/instrument/last-trading.ts';
import { isAdjusted, isOpeningSettled } from '../../domain/instrument/option-product.ts';
import { isWorking } from '../../domain/order/order-status.ts';
import { sharesDue, sharesOf } from '../../domain/expiry/shares-due.ts';
import { hasExpired } from '../../domain/trade/has-expired.ts';
import { CLOSED_OUT, maySettle, type Delivery } from '../../domain/expiry/settle.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import { accountOf, isIn } from '../../domain/trade/venue-account.ts';
import type { BookChange } from '../../ports/book.ts';
import type { OfficialClose } from '../../ports/market-data.ts';
import { accountKey } from '../../ports/turns.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { carriesShares } from './carries-shares.ts';
import { changeTrade, storeDecided } from '../steps/change-trade.ts';
import { decide } from '../steps/decision.ts';
import { closeInDoubt } from './close-in-doubt.ts';
import { distinctAccounts, eachAccount, userAccountOf } from '../steps/each-account.ts';
import type { FollowDeliveries } from './follow-deliveries.ts';
import { OfficialCloses } from './official-closes.ts';
import { ASK_PERSON, SETTLE } from './settle-kinds.ts';
import { shareDrafts } from './share-drafts.ts';
import type { SyncOrders } from '../orders/sync-orders.ts';

/** Exchange days after expiry by which an official close must be known. */
const DAYS_TO_WAIT = 3;

/** What the venue did or is expected to do; `REPORTED`: shares that it moved for the whole symbol. */
type Expected = Delivery | { readonly delivery: 'REPORTED'; readonly shares: Decimal };

/** After the last session of an expiry, settles what is still held, once, with evidence and shares. */
export class SettleExpiry {
  constructor(
    private readonly deps: BookDeps,
    private readonly syncOrders: SyncOrders,
    private readonly deliveries: FollowDeliveries,
  ) {}

  async execute(): Promise<void> {
    const { book, turns, sources, clock } = this.deps;
    const expiring = await book.openUntil(exchangeDate(clock.now()));
    const due = expiring.filter((trade) => this.#isDue(trade));
    const awaiting = await book.accountsAwaitingDelivery();
    const accounts = distinctAccounts([...due.map(userAccountOf), ...awaiting]);
    const dueOf = grouped(due, (trade) => accountKey(userAccountOf(trade)));
    const closes = new OfficialCloses(sources);
    const message = 'Some expiries could not be settled';
    await eachAccount(turns, { lane: 'settle-expiry', accounts, message }, async (account) => {
      const failures: unknown[] = [];
      const keep = (error: unknown): void => void failures.push(error);
      for (const trade of dueOf.get(accountKey(account)) ?? [])
        await this.#trade(trade, trade.instrument as OptionContract, closes).catch(keep);
      await this.deliveries.account(account).catch(keep);
      if (failures.length > 0) throw new AggregateError(failures, message);
    });
  }

  #isDue({ instrument }: Trade): boolean {
    return hasExpired(instrument, this.deps.clock.now());
  }

  async #trade(trade: Trade, contract: OptionContract, closes: OfficialCloses): Promise<void> {
    const now = this.deps.clock.now();
    const unknowable = whyNobodyKnows(contract);
    if (unknowable) {
      if (settlementInstant(contract) <= now) await this.#askPerson(trade, unknowable);
      return;
    }
    const close = await closes.of(trade, contract.underlying, contract.expiration);
    if (close) {
      this.deps.passFaultPoint?.('settle: priced');
      const doubt = await closeInDoubt({ book: this.deps.book, closes }, trade, contract, close);
      if (doubt) return this.#askPerson(trade, doubt);
      if (await this.#mayStillHear(trade)) return;
      this.deps.passFaultPoint?.('settle: synced');
      await this.#store(trade, contract, close);
      this.deps.passFaultPoint?.('settle: stored');
      return;
    }
    const lastDay = tradingDaysAfter(contract.expiration, DAYS_TO_WAIT);
    if (exchangeDate(now) < lastDay) return;
    const what = `No official close of ${contract.underlying} on ${contract.expiration} is known.`;
    await this.#askPerson(trade, what);
  }

  async #askPerson({ username, id, status }: Trade, reason: string): Promise<void> {
    if (status === 'NEEDS_REVIEW') return;
    const at = this.deps.clock.now();
    const by = { at, actor: 'desk' };
    await changeTrade(this.deps, { username, id }, by, ASK_PERSON, () => ({ reason }));
  }

  /** Stores the option and the shares that it brings or takes, in one transaction. */
  async #store(trade: Trade, contract: OptionContract, close: OfficialClose): Promise<void> {
    const { book, clock, ids, onUnlistedMove } = this.deps;
    const expected = await this.#expected(trade, contract, close);
    const at = clock.now();
    await book.change(trade.username, async (change) => {
      const stored = await change.trade(trade.id);
      if (!stored || !maySettle(stored.trade)) return;
      const by = { at, actor: 'desk', onUnlistedMove };
      const delivery = await allocated(change, stored.trade, contract, expected);
      const moves = delivery.delivery === 'DELIVERED' ? delivery.shares : null;
      const print = { ...close };
      const moved =
        moves &&
        (await shareDrafts(change, stored.trade, {
          shares: moves,
          print,
          ids,
          at,
          onUnlistedMove,
        }));
      const tradeIds = (moved ?? []).map(({ draft }) => draft.trade.id);
      const settling =
        moves && !moved
          ? {
              delivery: { ...delivery, delivery: 'MISSING' as const },
              missing: unheld(moves, contract),
            }
          : { delivery: { ...delivery, tradeIds }, missing: null };
      const settled = decide(SETTLE, stored, by, { close: print, ...settling });
      for (const each of [settled, ...(moved ?? [])]) {
        await storeDecided(change, each);
        this.deps.passFaultPoint?.('settle: in transaction');
      }
    });
  }

  async #expected(
    trade: Trade,
    contract: OptionContract,
    { price }: OfficialClose,
  ): Promise<Expected> {
    const due = sharesDue(trade, contract);
    if (intrinsicValue(contract, price).isZero() || due.isZero()) return CLOSED_OUT;
    const broker = await this.deps.brokers.of(trade.username, accountOf(trade));
    if (broker?.expired) {
      const reported = await broker.expired(contract.symbol);
      return { delivery: 'REPORTED', shares: reported?.shares ?? ZERO };
    }
    const reader = this.deps.book.read(trade.username);
    const held = {
      active: await reader.activeTrades(),
      awaiting: await reader.awaitingDelivery(),
    };
    const carries = await carriesShares(broker, held, { trade, contract, due });
    return carries ? { delivery: 'AWAITED', shares: due, tradeIds: [] } : CLOSED_OUT;
  }

  /**
   * A fill of the last minutes may be unknown yet, and what is settled never changes: the venue is asked
   * first, and an order of unknown state delays the settlement.
   */
  async #mayStillHear(trade: Trade): Promise<boolean> {
    const { username, id } = trade;
    const reader = this.deps.book.read(username);
    const working = async () =>
      (await reader.trade(id))?.orders.filter(({ status }) => isWorking(status)) ?? [];
    if ((await working()).length === 0) return false;
    await this.syncOrders.user(username, userAccountOf(trade));
    const left = await working();
    return left.some(({ status }) => status === 'SUBMITTED' || status === 'UNKNOWN');
  }
}

function unheld(moves: Decimal, { underlying }: OptionContract): string {
  const what = `The venue gave ${moves.abs().toFixed()} ${underlying} for it`;
  return `${what}, which this book does not hold.`;
}

/** Why no source of this desk will ever have the contract's value; null when the close gives it. */
function whyNobodyKnows(contract: OptionContract): string | null {
  const { symbol, root, expiration } = contract;
  if (isAdjusted(contract)) {
    return `${symbol} is an adjusted contract: what it delivers is not 100 shares, and its worth is not told by the close.`;
  }
  if (!isOpeningSettled(contract)) return null;
  return `${symbol} is AM-settled: by the opening settlement value of ${root} on ${expiration}, which no source here tells; the close says nothing of it.`;
}

/** This trade's part of the shares that the venue moved for the symbol: the oldest trade comes first. */
async function allocated(
  change: BookChange,
  trade: Trade,
  contract: OptionContract,
  expected: Expected,
): Promise<Delivery> {
  if (expected.delivery !== 'REPORTED') return expected;
  const settled = (await change.closedTrades({ symbol: contract.symbol })).filter(
    (each) =>
      isIn(accountOf(trade))({ trade: each }) &&
      ['DELIVERED', 'MISSING'].includes(each.settlement?.delivery ?? ''),
  );
  const shares = sharesOf(sharesDue(trade, contract), expected.shares, settled);
  return shares.isZero() ? CLOSED_OUT : { delivery: 'DELIVERED', shares, tradeIds: [] };
}
