import type { AccountDesk } from './account-wire.ts';
import { EmulatedAccount } from './emulated-account.ts';
import {
  buys,
  emulatedOrder,
  isLive,
  multiplier,
  remaining,
  tradedSymbol,
  type EmulatedOrder,
} from './emulated-order.ts';
import { fillPrice } from './matching.ts';
import type { EmulatedMarket } from './market.ts';
import type { LegForm, OrderForm } from './order-intake.ts';
import { codedRefusal } from './order-rules.ts';
import type { Quirks } from './quirks.ts';

/** Takes orders of all accounts and matches them against the market if asked to. */
export class EmulatedExchange implements AccountDesk {
  matching = false;
  nextRejection: string | null = null;
  readonly #emulated = new Map<string, EmulatedAccount>();
  #nextId = 38_467_959;

  constructor(
    readonly market: EmulatedMarket,
    readonly quirks: Quirks,
    private readonly clock: () => Date,
  ) {}

  get now(): Date {
    return this.clock();
  }

  addAccount(id: string): EmulatedAccount {
    const account = new EmulatedAccount(id, this.quirks, this.clock);
    this.#emulated.set(id, account);
    return account;
  }

  account(id: string): EmulatedAccount | undefined {
    return this.#emulated.get(id);
  }

  accounts(): readonly EmulatedAccount[] {
    return [...this.#emulated.values()];
  }

  refusal(account: EmulatedAccount, form: OrderForm): string | null {
    return codedRefusal(form, { account, market: this.market, quirks: this.quirks });
  }

  /** Ids rise, and legs follow their parent: parent + 1 and so on. */
  take(account: EmulatedAccount, form: OrderForm): EmulatedOrder {
    const status = this.market.stateNow().state === 'open' ? 'open' : 'pending';
    const single = form.legs.length === 1 ? form.legs[0] : {};
    const order = emulatedOrder({
      ...single,
      id: this.#nextId++,
      class: form.class,
      status,
      tag: form.tag,
      createdAt: this.now,
    });
    if (form.legs.length > 1) {
      form.legs.forEach((leg, index) => order.legs.push(this.#leg(order, leg, index)));
    }
    account.add(order);
    const reason = this.#rejectionOf(account, form);
    if (reason) account.reject(order, reason);
    this.match();
    return order;
  }

  match(): void {
    if (!this.matching || this.market.stateNow().state !== 'open') return;
    for (const account of this.#emulated.values()) {
      for (const order of account.live()) {
        const quote = this.market.shown(tradedSymbol(order));
        const price = quote && isLive(order) ? fillPrice(order, quote) : null;
        if (price) account.fill(order, remaining(order), price);
      }
    }
  }

  endDay(): void {
    for (const account of this.#emulated.values()) {
      const day = account.live().filter((order) => order.duration === 'day');
      for (const order of day) account.cancel(order, 'expired');
    }
  }

  #leg(parent: EmulatedOrder, form: LegForm, index: number): EmulatedOrder {
    const waits = parent.class.startsWith('oto') && index > 0;
    return emulatedOrder({
      ...form,
      id: this.#nextId++,
      class: form.optionSymbol ? 'option' : 'equity',
      status: waits ? this.quirks.statusBeforeTrigger : parent.status,
      createdAt: parent.createdAt,
      parent,
    });
  }

  /** What follows a moment after the acknowledgement. */
  #rejectionOf(account: EmulatedAccount, { legs: [entry] }: OrderForm): string | null {
    const reason = this.nextRejection;
    this.nextRejection = null;
    if (reason || !entry || !buys(entry)) return reason;
    const cost = entry.price?.times(entry.quantity).times(multiplier(tradedSymbol(entry)));
    const poor = cost?.greaterThan(account.cash) ?? false;
    return poor ? 'You do not have enough buying power for this trade.' : null;
  }
}
