import { dec } from '../../../server/domain/decimal.ts';
import type { TradingMode } from '../../../server/domain/mode.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import type { Actor, TradingSystem } from '../../../server/ports/trading-system.ts';
import { databases, type OpenTestDatabase } from '../databases/databases.ts';
import { NOON } from '../fakes/fake-clock.ts';
import { BONK, WIF } from '../values/price-rounds.ts';
import { SPY_CALL } from '../values/builders.ts';
import { tokenTrades } from './token-trades.ts';
import { ADA, TradierDesk } from './tradier-desk.ts';

export const BEN: Actor = { username: 'ben', role: 'USER', demo: false };

/** Ada's and Ben's book of 100,000 dollars, and what Ada trades in it. */
export interface TradingScene {
  readonly system: TradingSystem;
  /** A symbol that has a price. */
  readonly symbol: string;
  /** A symbol that has no price. */
  readonly unpriced: string;
  /** The ticket of an entry that rests. */
  ticket(): TicketInput;
  /** A price that is a valid stop for the position. */
  readonly stop: string;
  /** Places an entry that fills; returns the trade's id. */
  enter(): Promise<string>;
  /** Lets the venue fill the close, and the desk learn of it. */
  settle(): Promise<void>;
  end(): Promise<void>;
}

const SHARES = {
  ...{
    equity: { symbol: 'SPY' },
    side: 'BUY' as const,
    quantity: dec(3),
    limitPrice: dec('558.22'),
  },
  bracket: { stopLoss: dec(500), takeProfit: dec(600) },
} satisfies Partial<TicketInput>;

const LISTED = {
  options: { symbol: SPY_CALL.symbol, parts: {}, prices: ['1.50', '1.60'], stop: '1.20' },
  shares: { symbol: 'SPY', parts: SHARES, prices: ['558.22', '559.10'], stop: '510' },
} as const;

async function listed(
  of: keyof typeof LISTED,
  mode: TradingMode,
  open: OpenTestDatabase,
): Promise<TradingScene> {
  const { symbol, parts, prices, stop } = LISTED[of];
  const t = await TradierDesk.start(open, { mode });
  await t.fresh.book.openAccount(BEN.username, dec(100_000), NOON);
  const ticket = () => {
    const { option, ...rest } = t.ticket(parts);
    return of === 'options' ? { ...rest, ...(option && { option }) } : rest;
  };
  return {
    ...{ system: t.desk.trading, symbol, unpriced: 'NOPE', stop, ticket },
    enter: async () => {
      const { id } = await t.desk.trading.executeOrder(ADA, { open: ticket() });
      t.venue.fill(t.legs()[0]!, { price: prices[0] });
      await t.sync();
      return id;
    },
    settle: async () => {
      for (let turn = 0; turn < 3; turn += 1) {
        for (const order of t.venue.orders)
          if (order.legs.length === 0 && order.type === 'market' && order.status === 'open')
            t.venue.fill(order.id, { price: prices[1] });
        await t.sync(61);
      }
    },
    end: () => t.close(),
  };
}

async function tokens(open: OpenTestDatabase): Promise<TradingScene> {
  const t = await tokenTrades(open, ['ben']);
  await t.lists(ADA, BONK, '0.00002');
  const ticket = (): TicketInput => t.ticket(BONK, '1000000');
  return {
    ...{ system: t.desk.trading, symbol: BONK, unpriced: WIF, stop: '0.00001' },
    ticket: () => ({ ...ticket(), orderType: 'LIMIT', limitPrice: dec('0.000015') }),
    enter: async () => (await t.desk.trading.executeOrder(ADA, { open: ticket() })).id,
    // A swap is over once it has its answer.
    settle: async () => undefined,
    end: t.end,
  };
}

/** Each kind of instrument in each book that trades it, on each database. */
export function tradingScenes(): readonly (readonly [string, () => Promise<TradingScene>])[] {
  return databases().flatMap(([name, open]) => [
    ...(['PAPER', 'REAL'] as const).flatMap((mode) =>
      (['options', 'shares'] as const).map(
        (of) => [`${of} in ${mode} on ${name}`, () => listed(of, mode, open)] as const,
      ),
    ),
    [`tokens in PAPER on ${name}`, () => tokens(open)] as const,
  ]);
}
