import { dec } from '../../../server/domain/decimal.ts';
import type { AdjustInput, TicketInput } from '../../../server/domain/ticket/ticket.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { stopInForce } from '../../../server/domain/trade/trail-stop.ts';
import { ADA, TradierDesk } from './tradier-desk.ts';
import { VenueAdversary } from './venue-adversary.ts';

export const LONE = { stopLoss: dec('1.00'), trailingPct: dec(20) };
export const PAIR = { ...LONE, takeProfit: dec('4.00') };

/** A desk at Tradier's wire with three calls bought at 1.50 and a trailing stop. */
export class TrailingScene {
  readonly venue: VenueAdversary;

  private constructor(readonly t: TradierDesk) {
    this.venue = new VenueAdversary(t);
  }

  static async start(): Promise<TrailingScene> {
    return new TrailingScene(await TradierDesk.start());
  }

  async opened(bracket: TicketInput['bracket']): Promise<string> {
    const { id } = await this.t.place({ bracket });
    this.venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await this.t.sync();
    return id;
  }

  /** Gives the account shares that cover sold calls. */
  async covered(shares: number): Promise<void> {
    const bought = { option: null, equity: { symbol: 'SPY' }, side: 'BUY', bracket: null } as const;
    await this.t.place({ ...bought, quantity: dec(shares), limitPrice: dec('558.22') });
    this.t.venue.fill(this.t.venue.orders.at(-1)!.id, { price: '558.20' });
    await this.t.sync();
  }

  /** Moves the market; the desk takes marks and looks. A person's new exits are compared with the mark. */
  async bid(price: number): Promise<void> {
    this.t.quote(price, price + 0.1);
    await this.t.desk.takeSnapshots.execute();
    await this.t.desk.watchExits.execute();
  }

  async trade(id: string): Promise<Trade> {
    return (await this.t.stored(id)).trade;
  }

  /** The stop on record. */
  async stopOf(id: string): Promise<string | undefined> {
    return (await this.trade(id)).bracket.stopLoss?.toFixed(2);
  }

  /** The stop in force now, which a trail may have moved. */
  async heldTo(id: string): Promise<string | undefined> {
    return stopInForce(await this.trade(id))?.toFixed(2);
  }

  atVenue(): readonly string[] {
    return this.venue.working().map((o) => `${o.type} ${o.stop ?? o.price} x${o.quantity}`);
  }

  async adjust(id: string, change: Partial<AdjustInput>): Promise<Trade> {
    const { version: expectedVersion } = await this.trade(id);
    const keyed = { id, expectedVersion, idempotencyKey: this.t.key() };
    return this.t.desk.trading.updatePosition(ADA, { bracket: { ...keyed, ...change } });
  }

  async sentences(id: string): Promise<readonly string[]> {
    const page = await this.t.fresh.book.read('ada').eventsOf(id, { first: 200, after: null });
    return page.items.filter(({ item }) => item.type === 'STOP_TRAILED').map((e) => e.item.message);
  }
}
