import type { Username } from '../../domain/ids.ts';
import { externalOrders, describeExternal } from '../../domain/order/external-orders.ts';
import type { VenueOrder } from '../../domain/order/venue-order.ts';
import { describeAccount, isIn } from '../../domain/trade/venue-account.ts';
import type { Broker } from '../../ports/broker.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { ConfirmedFinding } from '../steps/confirmed-finding.ts';
import { endAlert } from '../steps/end-alert.ts';

/**
 * Alerts to external orders: they work in the account, this book did not place them, and they may open or close
 * positions unexpectedly. Each alerts once, when two looks in a row have found it, because an order of ours may be
 * under way between two answers.
 */
export class ExternalOrders {
  readonly #looks = new ConfirmedFinding();

  constructor(private readonly deps: BookDeps) {}

  async look(username: Username, broker: Broker): Promise<void> {
    const { listed, complete } = await broker.orders();
    const reader = this.deps.book.read(username);
    const trades = (await reader.tradesAtVenue()).filter(isIn(broker));
    const own = trades.flatMap(({ orders }) => orders);
    const unknown = externalOrders(listed, own);
    const tags = unknown.flatMap(({ tag }) => (tag === null ? [] : [tag]));
    const ended = tags.length > 0 ? await reader.ordersTagged(tags) : [];
    const foreign = externalOrders(unknown, ended);
    const account = `${username} ${describeAccount(broker)}`;
    const ids = foreign.map(({ venueOrderId }) => venueOrderId);
    const { twice, news, over } = this.#looks.look(account, ids, complete);
    if (over) await endAlert(this.deps, username, 'FOREIGN_CHANGE', subjectOf(broker));
    if (news.length === 0) return;
    const orders = foreign.filter(({ venueOrderId }) => twice.includes(venueOrderId));
    await this.#alert(username, broker, orders);
    this.#looks.alerted(account, news);
  }

  async #alert(username: Username, broker: Broker, foreign: readonly VenueOrder[]): Promise<void> {
    const { book, clock } = this.deps;
    const at = clock.now();
    const message = `In ${describeAccount(broker)} works what no open trade of this book has: ${foreign.map(describeExternal).join('; ')}.`;
    const alert = { kind: 'FOREIGN_CHANGE', severity: 'WARNING', message, tradeId: null } as const;
    const ids = foreign.map(({ venueOrderId }) => venueOrderId);
    const about = { subject: subjectOf(broker), condition: ids.sort().join(' ') };
    await book.change(username, (change) => change.raise({ ...alert, ...about }, at));
  }
}

function subjectOf(broker: Broker): string {
  return `${describeAccount(broker)} orders`;
}
