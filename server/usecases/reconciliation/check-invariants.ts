import type { Username } from '../../domain/ids.ts';
import { VENUES, type VenueName } from '../../domain/venue.ts';
import { contradictions } from '../../domain/reconciliation/contradictions.ts';
import { isSameSymbol, symbolKey } from '../../domain/instrument/share-class.ts';
import type { Finding, InvariantCheck, TradeSums } from '../../domain/reconciliation/invariant.ts';
import { keptChecks } from '../../domain/reconciliation/kept-checks.ts';
import { venueFindings } from '../../domain/reconciliation/venue-invariants.ts';
import { sum, ZERO } from '../../domain/decimal.ts';
import { expectedOf, type Expected } from '../../domain/reconciliation/settled.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import { heldAt } from '../../domain/trade/held-of.ts';
import { isIn, isSameAccount, type VenueAccount } from '../../domain/trade/venue-account.ts';
import type { BookReader } from '../../ports/book.ts';
import type { Broker } from '../../ports/broker.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { lookAtMoney, type MoneyLook } from '../orders/look-at-account.ts';
import type { SyncOrders } from '../orders/sync-orders.ts';
import { FollowFunds, type FundsFound } from './follow-funds.ts';
import { lookFor, type Looked } from './looked.ts';
import { recordInvariants } from './record-invariants.ts';

/**
 * After each reconciliation, checks that quantity, average price, cash and P&L agree within the book and with
 * the account at the venue. It corrects nothing; it reports differences.
 */
export class CheckInvariants {
  /** Only real money comes and goes by itself. */
  readonly #funds: FollowFunds | null;

  constructor(
    private readonly deps: BookDeps,
    private readonly syncOrders: SyncOrders,
  ) {
    this.#funds = deps.book.mode === 'REAL' ? new FollowFunds() : null;
  }

  /**
   * Differences are checked again after a sync: a fill may have come between two answers. `looked`: the look that
   * has just compared what is held, of which only the money is still to be asked; null: none is fresh.
   */
  async account(username: Username, broker: Broker, looked: Looked | null): Promise<void> {
    const first = looked
      ? { ...looked, look: { ...looked.look, balances: await broker.balances() } }
      : await lookFor(this.deps, username, broker, lookAtMoney);
    if (await this.#compare(username, broker, first, (checks) => !checks.some(differs))) return;
    await this.syncOrders.user(username, broker);
    const second = await lookFor(this.deps, username, broker, lookAtMoney);
    await this.#compare(username, broker, second, () => true);
  }

  /**
   * The venue was asked first; this reads the book and stores the result at one moment under its lock, so a
   * difference that a person accepts meanwhile is neither overlooked nor undone. False when `isFinal` returns
   * false.
   */
  async #compare(
    username: Username,
    broker: Broker,
    { active, awaiting, look }: Looked<MoneyLook>,
    isFinal: (checks: readonly InvariantCheck[]) => boolean,
  ): Promise<boolean> {
    const { book, clock } = this.deps;
    const reader = book.read(username);
    const unread = look.positions.unread.length;
    await this.syncOrders.alertAccount.heard(username, broker, 'positions', unread);
    const settled = this.#funds !== null && isSettled(active, awaiting, look, clock.now());
    const counted = await book.view(username, countTrades);
    const { balances } = look;
    const money = { broker, balances, settled, sums: counted.sums, at: clock.now() };
    const proposal = await this.#funds?.propose(reader, username, money);
    return book.change(username, async (change) => {
      const at = clock.now();
      const { sums } = await countTrades(change, counted);
      const funds = proposal
        ? await this.#funds!.follow(change, { ...money, sums }, proposal)
        : null;
      const checks = await lookInto(change, { broker, look, at, funds, sums });
      if (!isFinal(checks)) return false;
      await change.keepInvariants(checks);
      await recordInvariants(change, checks, at);
      return true;
    });
  }
}

interface Asked {
  readonly broker: Broker;
  readonly look: MoneyLook;
  readonly at: Date;
  readonly funds: FundsFound | null;
  readonly sums: readonly TradeSums[];
}

/** Sums over every trade, and the length of the log at which they were counted. */
export interface Counted {
  readonly sequence: number;
  readonly sums: readonly TradeSums[];
}

/** Counts anew only where the log has grown since: counting reads every trade, and holds no user's lock. */
export async function countTrades(reader: BookReader, before?: Counted): Promise<Counted> {
  const { sequence } = await reader.account();
  if (before?.sequence === sequence) return before;
  return { sequence, sums: await reader.tradeSums() };
}

async function lookInto(
  reader: BookReader,
  { broker, look, at, funds, sums }: Asked,
): Promise<readonly InvariantCheck[]> {
  const account = await reader.account();
  const all = await reader.activeTrades();
  const within = contradictions({
    account,
    positions: await reader.positions(),
    active: all,
    sums,
  });
  const { venue, account: number } = broker;
  const active = all.filter(isIn(broker));
  const awaiting = await reader.awaitingDelivery();
  const expected = expectedOf(active, awaiting, look.looks, at);
  const none = { cashFlow: ZERO, openCost: ZERO, realizedPnl: ZERO, fees: ZERO };
  const isHere = (each: VenueAccount) => isSameAccount(each, broker);
  const before = (await reader.invariantChecks()).filter(isHere);
  const inAccount = sums.find(isHere) ?? { venue, account: number, ...none };
  const found = venueFindings({
    active,
    expected,
    unsettled: isUnsettled(active, expected),
    otherLots: await otherLots(reader, venue, active),
    sums: inAccount,
    simulated: VENUES[broker.venue].simulated,
    deposits: account.deposits,
    funds,
    positions: look.positions,
    balances: look.balances,
    before,
  });
  const worstFound = found.map((each) => worst(within, each));
  const { fees } = inAccount;
  const heldFees = sum(active.map(({ trade }) => trade.fees));
  return keptChecks(worstFound, before, { venue, account: number, fees, heldFees, at });
}

function differs({ state }: InvariantCheck): boolean {
  return state === 'DIFFERS';
}

function worst(within: readonly Finding[], found: Finding): Finding {
  return within.find(({ invariant }) => invariant === found.invariant) ?? found;
}

/** Whether no order of the account is under way, and it holds of each symbol what the book holds. */
function isSettled(
  active: readonly TradeAggregate[],
  awaiting: readonly TradeAggregate[],
  { positions, looks }: MoneyLook,
  at: Date,
): boolean {
  const expected = expectedOf(active, awaiting, looks, at);
  const { held, moving, unbooked } = expected;
  if (!positions.complete || moving.size > 0 || unbooked.size > 0) return false;
  if (isUnsettled(active, expected)) return false;
  return [...held].every(([symbol, ours]) => heldAt(positions, symbol)?.equals(ours));
}

/** Whether some position cannot be compared now. */
function isUnsettled(active: readonly TradeAggregate[], { held }: Expected): boolean {
  const open = active.filter(({ trade }) => trade.openQuantity.greaterThan(0));
  const settled = new Set([...held.keys()].map(symbolKey));
  return open.some(({ trade }) => !settled.has(symbolKey(trade.instrument.symbol)));
}

/**
 * Keys of symbols whose lots the venue may count differently: another trade in the symbol ended, or one of
 * several sold a part, while a current trade was held, or an exercise brought the shares.
 */
async function otherLots(
  reader: BookReader,
  venue: VenueName,
  active: readonly TradeAggregate[],
): Promise<ReadonlySet<string>> {
  if (VENUES[venue].costByTrade) return new Set();
  const opened = active.flatMap(({ trade }) => (trade.openedAt ? [trade.openedAt.getTime()] : []));
  if (opened.length === 0) return new Set();
  const closed = await reader.closedTrades({ closedFrom: new Date(Math.min(...opened)) });
  const parted = active.filter(({ trade }) => {
    const shared = active.filter((each) =>
      isSameSymbol(each.trade.instrument.symbol, trade.instrument.symbol),
    );
    return trade.deliveredFrom !== null || (shared.length > 1 && !trade.exitedQuantity.isZero());
  });
  const trades = [...closed, ...parted.map(({ trade }) => trade)];
  return new Set(trades.map(({ instrument }) => symbolKey(instrument.symbol)));
}
