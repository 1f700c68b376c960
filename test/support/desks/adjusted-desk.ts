import { dec } from '../../../server/domain/decimal.ts';
import type { AdjustmentChoice } from '../../../server/domain/order/exit-adjustment.ts';
import type { CloseInput, TicketInput } from '../../../server/domain/ticket/ticket.ts';
import type { ReviewInput } from '../../../server/ports/trade-doors.ts';
import { splitShares } from '../../venues/tradier/corporate-actions.ts';
import type { EmulatedAccount } from '../../venues/tradier/emulated-account.ts';
import type { EmulatedOrder } from '../../venues/tradier/emulated-order.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { ADA, TradierDesk } from './tradier-desk.ts';

/** Five NVDA at 1200.10 with a GTC stop at 1150 and a GTC target at 1300. */
export class AdjustedDesk {
  private constructor(readonly t: TradierDesk) {}

  static async start(open?: OpenTestDatabase): Promise<AdjustedDesk> {
    const t = await TradierDesk.start(open);
    t.venue.setQuote('NVDA', { bid: 1200, ask: 1200.2, last: 1200.1 });
    return new AdjustedDesk(t);
  }

  async opened(parts: Partial<TicketInput> = {}): Promise<string> {
    const shares = { option: null, equity: { symbol: 'NVDA' }, side: 'BUY' } as const;
    const bracket = { stopLoss: dec(1150), takeProfit: dec(1300) };
    const ticket = { ...shares, quantity: dec(5), limitPrice: dec('1200.10'), bracket, ...parts };
    const { id } = await this.t.place({ timeInForce: 'GTC', ...ticket });
    const order = this.t.venue.orders.at(-1)!;
    this.t.venue.fill((order.legs[0] ?? order).id, { price: '1200.10' });
    await this.t.sync();
    return id;
  }

  get account(): EmulatedAccount {
    return this.t.venue.account;
  }

  async trade(id: string) {
    return (await this.t.stored(id)).trade;
  }

  async stopOf(id: string) {
    return (await this.t.stored(id)).orders.findLast(({ role }) => role === 'STOP_LOSS');
  }

  async alerts() {
    const page = await this.t.fresh.book.read('ada').alerts(true, { first: 100, after: null });
    return page.items.map(({ item }) => item);
  }

  /** Lets `times` minutes pass, each with a sync and a look of the desk's own watch. */
  async looks(times = 3): Promise<void> {
    for (let look = 0; look < times; look += 1) {
      await this.t.sync(60);
      await this.t.desk.watchExits.execute();
    }
  }

  async choose(id: string, choice: AdjustmentChoice, parts: object = {}) {
    const { version: expectedVersion } = await this.trade(id);
    const input = { id, expectedVersion, idempotencyKey: this.t.key(), choice, ...parts };
    return this.t.desk.care.settleExitAdjustment(ADA, input);
  }

  async move(id: string, stop: string): Promise<void> {
    const { version: expectedVersion } = await this.trade(id);
    const input = { id, expectedVersion, idempotencyKey: this.t.key(), stopLoss: dec(stop) };
    await this.t.desk.trading.updatePosition(ADA, { bracket: input });
  }

  async bookSplit(id: string, ratio: readonly [number, number], parts: object = {}) {
    return this.t.desk.care.bookSplit(ADA, { ...(await this.#split(id, ratio)), ...parts });
  }

  async previewSplit(id: string, ratio: readonly [number, number]) {
    return this.t.desk.care.previewSplit(ADA, await this.#split(id, ratio));
  }

  async close(id: string, parts: Pick<CloseInput, 'quantity' | 'orderType'>): Promise<void> {
    const { version: expectedVersion } = await this.trade(id);
    const keyed = { id, expectedVersion, idempotencyKey: this.t.key() };
    await this.t.desk.trading.executeOrder(ADA, { close: { ...keyed, ...parts } });
  }

  async review(id: string, parts: Partial<ReviewInput['resolution']>) {
    const { version: expectedVersion } = await this.trade(id);
    const resolution = { status: 'MANUAL_CLOSE', note: 'As the venue says.', ...parts } as const;
    return this.t.desk.care.review(ADA, { id, expectedVersion, resolution });
  }

  async #split(id: string, [newShares, oldShares]: readonly [number, number]) {
    const { version: expectedVersion } = await this.trade(id);
    return { id, expectedVersion, idempotencyKey: this.t.key(), newShares, oldShares };
  }

  /** Splits the shares, adjusts their orders, and opens the market at the new price. */
  split(ratio: readonly [number, number] = [10, 1]): void {
    splitShares(this.account, 'NVDA', ratio);
    this.t.venue.setQuote('NVDA', { bid: 120, ask: 120.02, last: 120.01 });
  }

  /** The orders working at the venue, e.g. `sell stop 50 at 115`. */
  working(): string[] {
    return this.#parts()
      .filter(({ status }) => status === 'open' || status === 'partially_filled')
      .map((order) => {
        const at = [order.stop, order.price].filter((price) => price !== null).join(' limit ');
        return `${order.side} ${order.type} ${order.quantity.toFixed()} at ${at}`;
      });
  }

  part(type: string): EmulatedOrder {
    const found = this.#parts().findLast((order) => order.type === type);
    if (!found) throw new Error(`The venue has no ${type} order`);
    return found;
  }

  /** The number of requests that change an order at the venue. */
  touched(): number {
    const { venue } = this.t;
    const routes = ['POST /orders', 'PUT /orders/:id', 'DELETE /orders/:id'];
    return routes.reduce((total, route) => total + venue.count(route), 0);
  }

  #parts(): EmulatedOrder[] {
    return this.t.venue.orders.flatMap((order) => (order.legs.length > 0 ? order.legs : [order]));
  }
}
