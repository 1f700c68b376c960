import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOOK_MIGRATIONS } from '../../migrations/book/index.ts';
import { actingFor } from '../../server/adapters/database/sql/dialect.ts';
import { dec, sum } from '../../server/domain/decimal.ts';
import { applyEntryFill, applyExitFill } from '../../server/domain/trade/apply-fill.ts';
import { deliverShares } from '../../server/domain/expiry/deliver-shares.ts';
import { settle } from '../../server/domain/expiry/settle.ts';
import { TradeDraft } from '../../server/domain/trade/trade-draft.ts';
import { netPnlOf } from '../../server/domain/trade/trade-figures.ts';
import type { TradeAggregate } from '../../server/domain/trade/trade.ts';
import { storeDecided } from '../../server/usecases/steps/change-trade.ts';
import { aFill, anOpenTrade, anOrder, aTrade, SPY_CALL } from '../support/values/builders.ts';
import { UNJOURNALLED } from '../support/values/unjournalled.ts';
import { realisedParts } from '../support/values/figures-of.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';

/** The span includes both nights on which New York's clocks change: 8 March and 1 November 2026. */
const BEGIN = Date.parse('2026-03-06T12:00:00Z');
const MINUTES = 250 * 24 * 60;

interface Step {
  readonly minute: number;
  readonly quantity: number;
  readonly cents: number;
  readonly fee: number;
  readonly exit: boolean;
}
const step = fc.record<Step>({
  minute: fc.integer({ min: 0, max: MINUTES }),
  quantity: fc.integer({ min: 1, max: 7 }),
  cents: fc.integer({ min: 1, max: 900 }),
  fee: fc.integer({ min: 0, max: 99_999 }),
  exit: fc.boolean(),
});
const plan = fc.array(step, { minLength: 1, maxLength: 12 });

describe.each(databases())('the amounts that trades realise by day, on %s', (_, open) => {
  let t: FreshBook;
  let count = 0;
  beforeEach(async () => void (t = await freshBook(['ada', 'bob'], open)));
  afterEach(() => t.close());

  const reader = () => t.book.read('ada');
  const parts = async () =>
    (await realisedParts(t.book.figures('ada'))).map(
      ({ date, realizedPnl, fees, ended }) =>
        `${date} ${realizedPnl.toFixed()} ${fees.toFixed()} ${ended}`,
    );
  const store = (draft: TradeDraft) =>
    t.book.change('ada', async (change) =>
      storeDecided(change, { draft, made: UNJOURNALLED, told: undefined }),
    );

  /** Books fills as a sync does, each learned a day after it happened. */
  async function run(steps: readonly Step[], short: boolean): Promise<TradeAggregate> {
    count += 1;
    const id = `paper_t${count}`;
    const side = short ? ('SELL_TO_OPEN' as const) : ('BUY_TO_OPEN' as const);
    const order = anOrder({ id: `paper_o${count}`, tradeId: id, status: 'ACCEPTED' });
    let stands: TradeAggregate = {
      trade: aTrade({ id, side, quantity: dec(99) }),
      orders: [order],
    };
    let first = true;
    for (const [index, { minute, quantity, cents, fee, exit }] of [...steps]
      .sort((a, b) => a.minute - b.minute)
      .entries()) {
      const at = new Date(BEGIN + minute * 60_000);
      const learned = new Date(at.getTime() + 24 * 3_600_000);
      const draft = first
        ? new TradeDraft(null, stands, learned, 'venue')
        : TradeDraft.of(stands, learned, 'venue');
      const held = draft.trade.openQuantity.toNumber();
      if (exit && held === 0) continue;
      const fill = {
        ...{ quantity: dec(exit ? Math.min(held, quantity) : quantity) },
        ...{ price: dec(cents).div(100), fee: dec(fee).div(1e5) },
      };
      const row = aFill({ id: `${order.id}-${index}`, orderId: order.id, ...fill, filledAt: at });
      draft.setOrder(order.id, { fills: [...draft.order(order.id).fills, row] });
      draft.set(exit ? applyExitFill(draft.trade, row) : applyEntryFill(draft.trade, row));
      const over = draft.trade.openQuantity.isZero();
      if (over) draft.become('MANUAL_CLOSE', { closedAt: at, closeReason: 'MANUAL_CLOSE' });
      else draft.become('OPEN', { openedAt: at, closedAt: null, closeReason: null });
      draft.record(exit ? 'EXIT_FILLED' : 'ENTRY_FILLED', 'Filled.', at);
      await store(draft);
      stands = draft.after;
      first = false;
    }
    return stands;
  }

  const sumsAgree = async (trades: readonly TradeAggregate[]) => {
    const all = await realisedParts(t.book.figures('ada'));
    const net = (rows: typeof all) =>
      sum(rows.map(({ realizedPnl, fees }) => realizedPnl.minus(fees)));
    for (const { trade } of trades) {
      const own = all.filter(({ tradeId }) => tradeId === trade.id);
      expect(net(own).toFixed()).toBe(netPnlOf(trade).toFixed());
      const ended = own.filter((part) => part.ended !== null).length;
      expect(ended).toBe(trade.phase === 'CLOSED' && !trade.filledQuantity.isZero() ? 1 : 0);
    }
    const { realizedPnl, fees } = await reader().account();
    expect(net(all).toFixed()).toBe(realizedPnl.minus(fees).toFixed());
    for (const date of new Set(all.map((part) => part.date)))
      expect(await reader().realisedOn(date)).toEqual(all.filter((part) => part.date === date));
  };

  it('add up to each trade’s netPnl and to the account, whatever was filled when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(plan, fc.boolean()), { maxLength: 3 }), async (plans) => {
        const trades = [];
        for (const [steps, short] of plans) trades.push(await run(steps, short));
        await sumsAgree(trades);
      }),
      { numRuns: 15 },
    );
    // The migration gives the same from the log alone, as for a database of an earlier version.
    const before = await parts();
    const migration = BOOK_MIGRATIONS.find(({ name }) => name === '0013_realised_days')!;
    const owner = actingFor(t.knex, 'owner');
    await migration.down(owner);
    await owner.transaction(async (trx) => {
      if ((t.knex.client as { dialect: string }).dialect === 'postgresql')
        await trx.raw("SET LOCAL twinbook.desk TO 'on'");
      await migration.up(trx);
    });
    expect(before.length).toBeGreaterThan(10);
    const rows = await actingFor(t.knex, 'owner').transaction(async (trx) => {
      if ((t.knex.client as { dialect: string }).dialect === 'postgresql')
        await trx.raw("SET LOCAL twinbook.desk TO 'on'");
      return trx('realised_days').select('*').orderBy(['date', 'last_at', 'trade_id']);
    });
    const written = rows.map(
      (row: { date: string; realized_pnl: string; fees: string }) =>
        `${row.date} ${dec(row.realized_pnl).toFixed()} ${dec(row.fees).toFixed()}`,
    );
    expect(written).toEqual(before.map((line) => line.replace(/ \S+$/, '')));
  }, 120_000);

  it('split at New York’s midnight on the nights when clocks change', async () => {
    const at = (time: string) => (Date.parse(time) - BEGIN) / 60_000;
    const fill = { quantity: 1, cents: 100, fee: 0, exit: true };
    const times = [
      '2026-03-08T04:59:00Z', // Saturday; New York is five hours behind.
      '2026-03-08T05:00:00Z',
      '2026-03-09T03:59:00Z', // Sunday; New York is four hours behind.
      '2026-03-09T04:00:00Z',
      '2026-11-02T04:59:00Z',
      '2026-11-02T05:00:00Z',
    ];
    const entry = { ...fill, exit: false, quantity: 6, minute: 0, cents: 50 };
    await run([entry, ...times.map((time) => ({ ...fill, minute: at(time) }))], false);
    expect((await parts()).map((line) => line.slice(0, 10))).toEqual([
      '2026-03-07',
      '2026-03-08',
      '2026-03-09',
      '2026-11-01',
      '2026-11-02',
    ]);
    expect((await reader().realisedOn('2026-03-08'))[0]?.realizedPnl.toFixed()).toBe('100');
  });

  it('put a settlement, and the shares it takes, on the day of the close', async () => {
    const friday = new Date('2026-03-27T20:00:00Z');
    const monday = new Date('2026-03-30T14:00:00Z');
    const print = { price: dec('570'), source: 'test', sourceTime: friday };
    const spy = { assetClass: 'EQUITY', symbol: 'SPY', underlying: 'SPY', multiplier: 1 } as const;
    const size = { quantity: dec(300), filledQuantity: dec(300), openQuantity: dec(300) };
    const cost = { entryCost: dec(150_000), openCost: dec(150_000) };
    const written = { side: 'SELL_TO_OPEN', entryCost: dec(-150), openCost: dec(-150) } as const;
    const option = { trade: anOpenTrade({ ...written, id: 'paper_option' }), orders: [] };
    const shares = {
      trade: anOpenTrade({ ...size, ...cost, id: 'paper_shares', instrument: spy, side: 'BUY' }),
      orders: [],
    };
    for (const each of [option, shares]) {
      const draft = new TradeDraft(null, { ...each }, friday, 'desk');
      await store(draft.record('ENTRY_FILLED', 'Filled.'));
      each.trade = draft.trade;
    }
    const end = TradeDraft.of(option, monday, 'desk');
    settle(end, SPY_CALL, print);
    await store(end);
    const given = TradeDraft.of(shares, monday, 'desk');
    await store(deliverShares(given, option.trade, { quantity: dec(100), print }));
    expect(await parts()).toEqual(['2026-03-27 -850 0 -1', '2026-03-27 7000 0 null']);
  });

  it('belong to one user, and are empty before any trade', async () => {
    await run([{ minute: 1, quantity: 1, cents: 100, fee: 65_000, exit: false }], false);
    expect(await parts()).toEqual(['2026-03-06 0 0.65 null']);
    expect(await realisedParts(t.book.figures('bob'))).toEqual([]);
    expect(await t.book.read('bob').realisedOn('2026-03-06')).toEqual([]);
  });
});
