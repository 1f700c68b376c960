import { dec, type Decimal } from '../../server/domain/decimal.ts';
import { AccountStream } from './tradier/account-stream.ts';
import { accountRoutes } from './tradier/account-wire.ts';
import type { EmulatedAccount } from './tradier/emulated-account.ts';
import { remaining, type EmulatedOrder } from './tradier/emulated-order.ts';
import { EmulatedExchange } from './tradier/emulated-exchange.ts';
import {
  EmulatedMarket,
  type MarketState,
  type QuoteSetting,
  type SpecialDay,
} from './tradier/market.ts';
import { marketRoutes } from './tradier/market-wire.ts';
import type { LegForm } from './tradier/order-intake.ts';
import { Quota } from './tradier/quota.ts';
import { usualQuirks, type Quirks } from './tradier/quirks.ts';
import { WireServer, type Answer, type Arrived, type Misfortune } from './wire-server.ts';

export interface TradierEmulatorOptions {
  /** The emulator's time, which stands still until set again; undefined uses the machine's time. */
  readonly now?: Date;
  /** True for production: its own kind of account numbers and tokens, live quotes, and a statement. */
  readonly production?: boolean;
  readonly account?: string;
  readonly token?: string;
  readonly quirks?: Partial<Quirks>;
}

type Id = string | number;
type Price = Decimal | string | number;

/** Tradier over real HTTP with its recorded behaviour; `fail` and `quirks` make it misbehave. */
export class TradierEmulator {
  readonly quirks: Quirks;
  readonly market: EmulatedMarket;
  readonly quota = new Quota();
  readonly exchange: EmulatedExchange;
  readonly tokens = new Set<string>();
  readonly #logins = new Map<string, string>();
  readonly accountId: string;
  readonly token: string;
  /** The account of the orders, positions and cash below. */
  readonly account: EmulatedAccount;
  readonly stream = new AccountStream(() => Date.now());
  #wire!: WireServer;
  #fixedNow: Date | null;

  private constructor(options: TradierEmulatorOptions) {
    const { production = false } = options;
    const kept = production ? ({ statement: 'kept' } as const) : {};
    this.quirks = { ...usualQuirks(), ...kept, ...options.quirks };
    this.#fixedNow = options.now ?? null;
    this.accountId = options.account ?? (production ? '6YA00001' : 'VA00000001');
    this.token = options.token ?? (production ? 'live-token' : 'sandbox-token');
    this.tokens.add(this.token);
    this.market = new EmulatedMarket(() => this.now, this.quirks);
    this.exchange = new EmulatedExchange(this.market, this.quirks, () => this.now);
    this.account = this.addAccount(this.accountId);
  }

  static async start(options: TradierEmulatorOptions = {}): Promise<TradierEmulator> {
    const emulator = new TradierEmulator(options);
    const { exchange, market, quirks, quota } = emulator;
    emulator.#wire = await WireServer.listen({
      prefix: '/v1',
      routes: [
        emulator.stream.route,
        ...accountRoutes(exchange),
        ...marketRoutes(market, quirks, () => emulator.now),
      ],
      upgrade: (...args) => emulator.stream.upgrade(...args),
      gate: (request) => emulator.#gate(request),
      headersFor: (request) => quota.headers(request),
      now: () => quota.now(),
    });
    return emulator;
  }

  /** The value of `TRADIER_SANDBOX_URL`, or for production, of `TRADIER_LIVE_URL`. */
  get url(): string {
    return this.#wire.url;
  }

  get requests(): readonly Arrived[] {
    return this.#wire.requests;
  }

  get now(): Date {
    return this.#fixedNow ?? new Date();
  }

  set now(now: Date) {
    this.#fixedNow = now;
    this.exchange.match();
  }

  /** Requests of a route so far, e.g. `POST /orders`, `GET /orders/:id`, `GET /markets/quotes`. */
  count(route: string): number {
    return this.#wire.count(route);
  }

  fail(route: string, misfortune: Misfortune, times = 1): void {
    this.#wire.fail(route, misfortune, times);
  }

  heal(): void {
    this.#wire.heal();
  }

  /** Lets requests that met `ARRIVES_LATE` arrive now. */
  arrive(): void {
    this.#wire.arrive();
  }

  close(): Promise<void> {
    this.stream.drop();
    return this.#wire.close();
  }

  /** Adds another account for the same token. */
  addAccount(id: string): EmulatedAccount {
    const account = this.exchange.addAccount(id);
    account.onChange = (order) => this.stream.order(id, order);
    return account;
  }

  /** Adds an account of another login: only this token reaches it, and it reaches no other account. */
  addLogin(token: string, id: string): EmulatedAccount {
    this.tokens.add(token);
    this.#logins.set(id, token);
    return this.addAccount(id);
  }

  /** Working orders fill by themselves on the quotes that are set, while the market is open. */
  get matching(): boolean {
    return this.exchange.matching;
  }

  set matching(on: boolean) {
    this.exchange.matching = on;
    this.exchange.match();
  }

  /** Orders of the default account, oldest first, parents with their legs. */
  get orders(): readonly EmulatedOrder[] {
    return [...this.account.orders.values()];
  }

  order(id: Id): EmulatedOrder {
    const order = this.account.find(Number(id));
    if (!order) throw new Error(`The venue has no order ${id}`);
    return order;
  }

  /** Fills everything that remains when no quantity is given. For legs, not for parents. */
  fill(id: Id, { quantity, price }: { quantity?: Price; price: Price }): void {
    const order = this.order(id);
    if (order.legs.length > 0) throw new Error(`${id} is a parent: fill one of its legs`);
    this.account.fill(order, quantity === undefined ? remaining(order) : dec(quantity), dec(price));
    this.exchange.match();
  }

  /** From now on lists the order's fills at this price, as if they had filled so. */
  correct(id: Id, price: Price): void {
    this.account.correct(this.order(id), dec(price));
  }

  cancelOrder(id: Id, reason: string | null = null): void {
    this.account.cancel(this.order(id), 'canceled', reason);
  }

  expireOrder(id: Id): void {
    this.account.cancel(this.order(id), 'expired');
  }

  rejectOrder(id: Id, reason: string): void {
    this.account.reject(this.order(id), reason);
  }

  /** The next order is acknowledged with 200, and rejected a moment later. */
  rejectNextOrder(reason: string): void {
    this.exchange.nextRejection = reason;
  }

  /** Sets an order's status to any word, even one that is not documented. */
  setStatus(id: Id, word: string): void {
    this.account.become(this.order(id), word);
  }

  /** Lets working DAY orders expire, as at the close. */
  endDay(): void {
    this.exchange.endDay();
  }

  setQuote(symbol: string, setting: QuoteSetting): void {
    this.market.set(symbol, setting);
    this.exchange.match();
  }

  setClose(symbol: string, date: string, close: number): void {
    this.market.closes.set(`${symbol} ${date}`, close);
  }

  setDay(date: string, day: SpecialDay): void {
    this.market.specialDays.set(date, day);
  }

  /** Sets the state of the market; null lets the clock decide again. */
  setMarketState(state: MarketState | null): void {
    this.market.state = state;
    this.exchange.match();
  }

  /** Changes a position as another program or the broker may; 0 removes it. Cost basis in total dollars. */
  setPosition(symbol: string, quantity: Price, costBasis: Price = 0): void {
    const held = { quantity: dec(quantity), costBasis: dec(costBasis) };
    if (held.quantity.isZero()) this.account.positions.delete(symbol);
    else this.account.positions.set(symbol, held);
  }

  /** Takes an order that did not come over the wire. */
  placeElsewhere(
    legs: readonly LegForm[],
    orderClass = 'option',
    tag: string | null = null,
  ): EmulatedOrder {
    return this.exchange.take(this.account, { class: orderClass, tag, preview: false, legs });
  }

  #reaches(token: string, account: string): boolean {
    const owner = this.#logins.get(account);
    if (owner !== undefined) return owner === token;
    return ![...this.#logins.values()].includes(token);
  }

  #gate(request: Arrived): Answer | null {
    if (!request.token || !this.tokens.has(request.token)) {
      const errorcode = 'keymanagement.service.invalid_access_token';
      const fault = { faultstring: 'Invalid Access Token', detail: { errorcode } };
      return { status: 401, json: { fault } };
    }
    const { account } = request.parts;
    if (account && !this.#reaches(request.token, account))
      return { status: 401, text: `Unauthorized Account: ${account}` };
    return this.quota.take(request);
  }
}
