import { dec, ZERO, type Decimal } from '../../../server/domain/decimal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import type { RecordedMinute } from '../recorded/recorded-market.ts';
import { ADA, TradierDesk } from './tradier-desk.ts';

type Act = (replay: MarketReplay) => Promise<void>;

/** A desk at Tradier's emulated wire, where orders meet a recorded market minute by minute. */
export class MarketReplay {
  private constructor(
    readonly t: TradierDesk,
    private readonly minutes: readonly RecordedMinute[],
  ) {}

  static async start(
    minutes: readonly RecordedMinute[],
    open?: OpenTestDatabase,
  ): Promise<MarketReplay> {
    const t = await TradierDesk.start(open, { now: minutes[0]!.at });
    t.venue.matching = true;
    return new MarketReplay(t, minutes);
  }

  /** Plays each minute: the market, a sync, the act for that minute (HH:MM UTC), the snapshots. */
  async play(acts: Readonly<Record<string, Act>>): Promise<void> {
    const { t } = this;
    for (const { at, quotes } of this.minutes) {
      t.clock.set(at);
      for (const { symbol, bid, ask } of quotes) {
        t.venue.market.set(symbol, { bid: bid?.toFixed(), ask: ask?.toFixed(), at });
      }
      t.venue.now = at;
      await t.sync();
      await acts[at.toISOString().slice(11, 16)]?.(this);
      await t.desk.takeSnapshots.execute();
      await this.#expectMoney();
    }
  }

  async buy(symbol: string, parts: Partial<TicketInput>): Promise<string> {
    const option = { option: { symbol } };
    return (await this.t.place({ quantity: dec(1), ...option, ...parts })).id;
  }

  async closeNow(id: string): Promise<void> {
    const { version: expectedVersion } = (await this.t.stored(id)).trade;
    const idempotencyKey = this.t.key();
    await this.t.desk.trading.executeOrder(ADA, {
      close: { id, expectedVersion, idempotencyKey, orderType: 'MARKET' },
    });
  }

  /** The exit-side price of each stored mark, oldest first. */
  async marksOf(id: string): Promise<(string | null)[]> {
    const page = { first: 500, after: null };
    const { items } = await this.t.fresh.book.read('ada').snapshots(id, null, page);
    return items.map(({ item }) => item.price?.toFixed() ?? null).reverse();
  }

  /** Cash + positions at cost = deposits + realised P&L − fees, to the last decimal, at every minute. */
  async #expectMoney(): Promise<void> {
    const reader = this.t.fresh.book.read('ada');
    const [account, positions] = await Promise.all([reader.account(), reader.positions()]);
    const atCost = positions.reduce((sum, { costBasis }) => sum.plus(costBasis), ZERO);
    const have = account.cash.plus(atCost);
    const should = account.deposits.plus(account.realizedPnl).minus(account.fees);
    if (!have.equals(should)) throw new Error(`${have.toFixed()} is not ${should.toFixed()}`);
  }
}

/** The result of a long position, computed from the recording alone. */
export interface Outcome {
  readonly entry: Decimal;
  readonly exit: Decimal;
  readonly exitAt: Date;
  /** The bids at which it was marked. */
  readonly bids: readonly Decimal[];
}

/** Bought at the ask of the minute `from`, sold at the first bid that reaches a limit, or at that of `until`. */
export function outcomeOf(
  minutes: readonly RecordedMinute[],
  symbol: string,
  plan: {
    readonly from: string;
    readonly stop: string;
    readonly target: string;
    readonly until?: string;
  },
): Outcome {
  const path = minutes.flatMap(({ at, quotes }) => {
    const quote = quotes.find((each) => each.symbol === symbol);
    const time = at.toISOString().slice(11, 16);
    return quote?.bid && quote.ask && time >= plan.from
      ? [{ at, time, bid: quote.bid, ask: quote.ask }]
      : [];
  });
  const [first, ...rest] = path;
  const end = rest.findIndex(
    ({ bid, time }) => bid.lte(plan.stop) || bid.gte(plan.target) || time === plan.until,
  );
  const exit = rest[end];
  if (!first || !exit) throw new Error(`${symbol} came to no end`);
  const bids = [first, ...rest.slice(0, end)].map(({ bid }) => bid);
  return { entry: first.ask, exit: exit.bid, exitAt: exit.at, bids };
}
