import type { Username } from '../../domain/ids.ts';
import { VENUES } from '../../domain/venue.ts';
import { isSameSymbol, symbolKey } from '../../domain/instrument/share-class.ts';
import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { describeStatement } from '../../domain/order/describe-statement.ts';
import type { VenuePosition } from '../../domain/order/venue-order.ts';
import { expectedOf, underlyingsInDelivery } from '../../domain/reconciliation/settled.ts';
import { heldAt, heldOf } from '../../domain/trade/held-of.ts';
import { awaitsHistory } from '../../domain/reconciliation/flag-difference.ts';
import { LATE_FILL_MS } from '../../domain/order/ended-order.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import { describeAccount, isIn, type VenueAccount } from '../../domain/trade/venue-account.ts';
import { whyDiffers, type Difference } from '../../domain/reconciliation/why-differs.ts';
import type { Broker } from '../../ports/broker.ts';
import { askStatement } from '../steps/ask-statement.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { CheckInvariants } from './check-invariants.ts';
import { distinctAccounts, eachAccount } from '../steps/each-account.ts';
import { flagTrades } from '../orders/flag-trades.ts';
import { ExternalPositions } from './external-positions.ts';
import { CompareWallet } from './compare-wallet.ts';
import { ExternalOrders } from './external-orders.ts';
import { lookFor, type Looked } from './looked.ts';
import { lookAtAccount } from '../orders/look-at-account.ts';
import type { SyncOrders } from '../orders/sync-orders.ts';

/** The venue writes its statement once a night, at an unknown time. */
const ASK_AGAIN_MS = 3_600_000;

/**
 * Compares positions, not only orders, which shows what was opened or closed at the venue from outside. It
 * covers every account that was ever traded in or that holds real money, even with nothing under way there. It runs at start-up and on
 * a schedule, and never touches what is settled.
 */
export class Reconcile {
  readonly #foreign: ExternalPositions;
  readonly #working: ExternalOrders;
  readonly #invariants: CheckInvariants;
  readonly #wallets: CompareWallet;
  /** Epoch milliseconds, by user and account. */
  readonly #askedAt = new Map<string, number>();

  constructor(
    private readonly deps: BookDeps,
    private readonly syncOrders: SyncOrders,
  ) {
    this.#foreign = new ExternalPositions(deps);
    this.#working = new ExternalOrders(deps);
    this.#invariants = new CheckInvariants(deps, syncOrders);
    this.#wallets = new CompareWallet(deps, syncOrders);
  }

  async execute(): Promise<void> {
    const { book, clock, gate, turns, named } = this.deps;
    const endedSince = new Date(clock.now().getTime() - LATE_FILL_MS);
    const traded = await book.tradedAccounts(endedSince);
    const accounts = distinctAccounts([...traded, ...((await named?.all()) ?? [])]);
    const message = 'Some accounts could not be reconciled';
    await eachAccount(turns, { lane: 'reconcile', accounts, message }, (account) =>
      gate && !gate.isOpen(account) ? gate.ask(account) : this.user(account.username, account),
    );
  }

  /** Compares nothing while no stored token reaches the account; the sync alerts to that. */
  async user(username: Username, place: VenueAccount): Promise<void> {
    await this.syncOrders.user(username, place);
    if (VENUES[place.venue].onChain) return this.#wallets.user(username, place);
    const broker = await this.deps.brokers.of(username, place);
    if (!broker) return;
    const looked = await this.#compare(username, broker);
    await this.#invariants.account(username, broker, looked);
  }

  /**
   * Differences are checked again after a sync and count only when both looks agree: an exit may fill between
   * the list of orders and that of positions, and is nobody else's doing. Returns the look that found none.
   */
  async #compare(username: Username, broker: Broker): Promise<Looked | null> {
    const first = await lookFor(this.deps, username, broker, lookAtAccount);
    await this.#alertExternal(username, broker, first);
    if (this.#differences(broker, first).length === 0) return first;
    this.deps.passFaultPoint?.('reconcile: differs');
    await this.syncOrders.user(username, broker);
    const second = await lookFor(this.deps, username, broker, lookAtAccount);
    const agreed = this.#differences(broker, second).filter(({ symbol, theirs }) =>
      heldAt(first.look.positions, symbol)?.equals(theirs),
    );
    await this.#flagDifferences(username, broker, {
      agreed,
      positions: second.look.positions.listed,
      held: second.active,
    });
    return null;
  }

  /** Alerts to positions in the account of which the book holds nothing and expects nothing. */
  async #alertExternal(
    username: Username,
    broker: Broker,
    { active, awaiting: all, look: first }: Looked,
  ): Promise<void> {
    const now = this.deps.clock.now();
    const awaiting = all.filter(isIn(broker));
    const inDelivery = underlyingsInDelivery(active, awaiting, now);
    const { moving, held } = expectedOf(active, awaiting, first.looks, now);
    const ours = new Set([...inDelivery, ...[...moving].map(symbolKey)]);
    for (const { trade } of active)
      if (!trade.openQuantity.isZero()) ours.add(symbolKey(trade.instrument.symbol));
    for (const [symbol, quantity] of held) if (!quantity.isZero()) ours.add(symbolKey(symbol));
    const foreign = first.positions.listed.filter(({ symbol }) => !ours.has(symbolKey(symbol)));
    await this.#foreign.look(username, broker, { ...first.positions, listed: foreign });
    if (!VENUES[broker.venue].simulated) await this.#working.look(username, broker);
  }

  /** Adds what the account's statement says about each; while it says nothing, asks again every hour. */
  async #flagDifferences(
    username: Username,
    broker: Broker,
    {
      agreed,
      positions,
      held,
    }: {
      agreed: readonly Difference[];
      positions: readonly VenuePosition[];
      held: readonly TradeAggregate[];
    },
  ): Promise<void> {
    const of = (symbol: string) =>
      held.filter(({ trade }) => isSameSymbol(trade.instrument.symbol, symbol));
    const open = agreed.filter(({ symbol }) => of(symbol).some(isUnrecorded));
    if (open.length > 0) this.deps.passFaultPoint?.('reconcile: agreed');
    const news = open.filter(({ symbol }) => of(symbol).some(isNew));
    const account = `${username} ${describeAccount(broker)}`;
    const now = this.deps.clock.now();
    const waited = now.getTime() - (this.#askedAt.get(account) ?? 0) >= ASK_AGAIN_MS;
    if (open.length === 0 || (news.length === 0 && !waited)) return;
    this.#askedAt.set(account, now.getTime());
    const since = new Map(open.map(({ symbol }) => [symbol, lastFilled(of(symbol), now)]));
    const from = [...since.values()].sort()[0] ?? exchangeDate(now);
    const symbols = open.map(({ symbol }) => symbol);
    const statement = await askStatement(broker, symbols, from);
    const ids = held.map(({ trade }) => trade.id);
    const orders = await this.deps.book.read(username).allOrdersOf(ids);
    for (const difference of open) {
      const { symbol } = difference;
      const own = of(symbol).flatMap(({ trade }) => orders.get(trade.id) ?? []);
      const history = describeStatement(symbol, statement, {
        from: since.get(symbol) ?? from,
        own,
      });
      const likely = whyDiffers(difference, positions, held);
      const flag = { username, place: broker, difference, likely, history, isDue: isUnrecorded };
      await flagTrades(this.deps, flag);
      this.deps.passFaultPoint?.('reconcile: told');
    }
  }

  #differences(place: VenueAccount, { active, awaiting, look }: Looked): readonly Difference[] {
    const now = this.deps.clock.now();
    const { held } = expectedOf(active, awaiting.filter(isIn(place)), look.looks, now);
    return [...held]
      .filter(([symbol]) => !heldOf(active, symbol).isZero())
      .flatMap(([symbol, ours]) => {
        const theirs = heldAt(look.positions, symbol);
        return theirs ? [{ symbol, ours, theirs }] : [];
      })
      .filter(({ ours, theirs }) => !theirs.equals(ours));
  }
}

function isNew({ trade }: TradeAggregate): boolean {
  return trade.phase === 'OPEN' && trade.status !== 'NEEDS_REVIEW';
}

/** The difference is not recorded yet, or the venue's history did not explain it yet. */
function isUnrecorded(aggregate: TradeAggregate): boolean {
  const { trade } = aggregate;
  return isNew(aggregate) || (trade.phase === 'OPEN' && awaitsHistory(trade));
}

/** The exchange date of the newest fill: until then book and venue agreed. */
function lastFilled(trades: readonly TradeAggregate[], now: Date): string {
  const fills = trades.flatMap(({ orders }) => orders).flatMap((order) => order.fills);
  const last = Math.max(...fills.map(({ filledAt }) => filledAt.getTime()));
  return exchangeDate(Number.isFinite(last) ? new Date(last) : now);
}
