import { dec } from '../../../server/domain/decimal.ts';
import { isFinal, remaining, type EmulatedOrder } from '../../venues/tradier/emulated-order.ts';
import type { OrderForm } from '../../venues/tradier/order-intake.ts';
import { LOST_RESPONSE, MAINTENANCE } from '../../venues/wire-server.ts';
import { SPY_CALL } from '../values/builders.ts';
import type { TradierDesk } from './tradier-desk.ts';

export type Part = 'entry' | 'target' | 'stop' | 'close';

type Trouble =
  | 'rejectNext'
  | 'refuseNext'
  | 'loseAnswer'
  | 'losePost'
  | 'loseCancel'
  | 'slowCancel'
  | 'down'
  | 'endDay';

export type VenueEvent =
  | { readonly kind: 'fill'; readonly part: Part; readonly quantity: number }
  | { readonly kind: 'fillBothExits' }
  | { readonly kind: 'cancel' | 'reject' | 'fillWhenCanceled'; readonly part: Part }
  | { readonly kind: 'oddWord'; readonly part: Part }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'priceless'; readonly reads: number }
  | { readonly kind: 'quote'; readonly bid: number; readonly ask: number };

/**
 * A venue that does its worst, and records what arrives: `uncoveredCloses` lists closing orders for more than
 * was held and unclaimed when they arrived.
 */
export class VenueAdversary {
  readonly uncoveredCloses: string[] = [];
  #slowCancels = 0;
  #race: Part | null = null;

  constructor(private readonly t: TradierDesk) {
    const { account, exchange } = t.venue;
    const refusal = exchange.refusal.bind(exchange);
    exchange.refusal = (of, form) => {
      this.#witness(form);
      return refusal(of, form);
    };
    const cancel = account.cancel.bind(account);
    account.cancel = (order, status, reason) => {
      if (status === undefined && this.#interferes(order)) return;
      cancel(order, status, reason);
    };
  }

  act(event: VenueEvent): void {
    const { venue } = this.t;
    switch (event.kind) {
      case 'fill':
        return this.#fill(event.part, event.quantity);
      case 'fillBothExits':
        return this.#fillBoth();
      case 'cancel':
        return this.#on(event.part, (order) => venue.cancelOrder(order.id, null));
      case 'reject':
        return this.#on(event.part, (order) => venue.rejectOrder(order.id, 'Not today.'));
      case 'oddWord':
        return this.#on(event.part, (order) => venue.setStatus(order.id, 'calculated'));
      case 'fillWhenCanceled':
        this.#race = event.part;
        return;
      case 'priceless':
        venue.quirks.pricelessReads = event.reads;
        return;
      case 'quote':
        return this.t.quote(event.bid, event.ask);
      case 'trouble':
        return this.#trouble(event.trouble);
    }
  }

  #trouble(kind: Trouble): void {
    const { venue } = this.t;
    switch (kind) {
      case 'rejectNext':
        return venue.rejectNextOrder('You do not have enough buying power for this trade.');
      case 'refuseNext':
        return venue.fail('POST /orders', { status: 400, text: 'Invalid parameter, stop: no.' });
      case 'loseAnswer':
        return venue.fail('POST /orders', LOST_RESPONSE);
      case 'losePost':
        return venue.fail('POST /orders', { hangUp: true });
      case 'loseCancel':
        return venue.fail('DELETE /orders/:id', LOST_RESPONSE);
      case 'slowCancel':
        this.#slowCancels = 4;
        return;
      case 'down':
        return venue.fail('*', MAINTENANCE);
      case 'endDay':
        return venue.endDay();
    }
  }

  /** Makes the venue behave from now on, and complete what it had begun. */
  behave(): void {
    const { venue } = this.t;
    venue.heal();
    venue.exchange.nextRejection = null;
    venue.quirks.pricelessReads = 0;
    this.#slowCancels = 0;
    this.#race = null;
    for (const order of this.#all()) {
      order.pricelessReads = 0;
      if (order.status === 'pending_cancel') venue.cancelOrder(order.id, null);
    }
    this.t.quote(1.45, 1.55);
  }

  get held(): number {
    return this.t.venue.account.positions.get(SPY_CALL.symbol)?.quantity.toNumber() ?? 0;
  }

  /** The orders that may still fill, without the parents of groups. */
  working(): readonly EmulatedOrder[] {
    return this.#all().filter((order) => order.legs.length === 0 && !isFinal(order));
  }

  #all(): readonly EmulatedOrder[] {
    return this.t.venue.orders.flatMap((order) => [order, ...order.legs]);
  }

  /** The newest working order with this role that does not wait for its entry. */
  #find(part: Part): EmulatedOrder | undefined {
    const live = this.t.venue.account.live();
    return live.findLast((order) => partOf(order) === part);
  }

  #on(part: Part, act: (order: EmulatedOrder) => void): void {
    const order = this.#find(part);
    if (order) act(order);
  }

  #fill(part: Part, quantity: number): void {
    this.#on(part, (order) => {
      const size = Math.min(quantity, remaining(order).toNumber());
      if (size > 0) this.t.venue.fill(order.id, { quantity: size, price: PRICES[part] });
    });
  }

  #fillBoth(): void {
    const [target, stop] = [this.#find('target'), this.#find('stop')];
    if (!target || !stop) return;
    const rest = remaining(stop);
    this.t.venue.fill(target.id, { price: PRICES.target });
    this.t.venue.fill(stop.id, { quantity: rest, price: PRICES.stop });
  }

  /** Lets a fill win the race against a cancel, or delays the cancel; true when it delays. */
  #interferes(order: EmulatedOrder): boolean {
    if (this.#race) {
      const part = this.#race;
      this.#race = null;
      this.#fill(part, 2);
    }
    if (this.#slowCancels === 0) return false;
    this.#slowCancels -= 1;
    const family = order.legs.length > 0 ? order.legs : (order.parent?.legs ?? [order]);
    for (const leg of family) {
      if (!isFinal(leg)) this.t.venue.account.become(leg, 'pending_cancel');
    }
    return true;
  }

  #witness(form: OrderForm): void {
    const [leg] = form.class.startsWith('oto') ? form.legs.slice(0, 1) : form.legs;
    if (!leg?.side.endsWith('_to_close')) return;
    const { account } = this.t.venue;
    const claimed = account.claimed(SPY_CALL.symbol, leg.side);
    if (claimed.plus(leg.quantity).greaterThan(dec(Math.max(this.held, 0)))) {
      const what = `${form.class} ${leg.type} ${leg.quantity.toString()}`;
      this.uncoveredCloses.push(`${what} while ${this.held} held, ${claimed.toString()} claimed`);
    }
  }
}

const PRICES: Record<Part, string> = { entry: '1.50', target: '2.50', stop: '0.98', close: '1.40' };

function partOf(order: EmulatedOrder): Part {
  if (order.side?.endsWith('_to_open')) return 'entry';
  if (order.duration === 'day') return 'close';
  return order.stop ? 'stop' : 'target';
}
