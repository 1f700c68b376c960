import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  eventHash,
  GENESIS,
  type EventColumns,
} from '../../server/adapters/database/log/event-row.ts';
import { proveLog } from '../../server/adapters/database/book/verify-chain.ts';
import { dec, sum } from '../../server/domain/decimal.ts';
import { applyEntryFill, applyExitFill } from '../../server/domain/trade/apply-fill.ts';
import type { TradeAggregate } from '../../server/domain/trade/trade.ts';
import { aTrade, anEvent, keep, anExecution } from '../support/values/builders.ts';
import { UNJOURNALLED } from '../support/values/unjournalled.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';

const PAGE = { first: 100, after: null };

describe.each(databases())('the log of the book on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'], open)));
  afterEach(() => fresh.close());

  const refusal = (n: number) => ({
    type: 'REFUSED',
    occurredAt: NOON,
    actor: 'user:ada',
    message: `Refusal ${n} of "${n}" \ud83d \0`,
    tradeId: null,
    detail: { b: n, a: dec(n) },
  });
  const faultOf = async (name: string) => (await proveLog(fresh.knex, name)).fault;
  const write = async (count: number) => {
    for (let n = 1; n <= count; n++)
      await fresh.book.change('ada', (book) => book.append(refusal(n)));
  };

  it('numbers 50 parallel changes from two processes without a gap', async () => {
    const other = fresh.another();
    await Promise.all(
      Array.from({ length: 50 }, (_v, n) =>
        (n % 2 ? fresh : other).book.change('ada', async (book) => {
          const { sequence } = await book.account();
          await keep(book, null, aTrade({ id: `t${n}`, quantity: dec(sequence) }));
        }),
      ),
    );
    const events = await fresh.book.read('ada').eventsAfter(0, 100);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_e, n) => n + 2));
    expect(events.map(({ trade }) => Number(trade.quantity))).toEqual(events.map((_e, n) => n + 1));
    expect(events).toHaveLength(50);
    expect(await faultOf('ada')).toBeNull();
  });

  it('returns a trade’s events newest first, page by page, and all events oldest first', async () => {
    await write(1);
    let kept: TradeAggregate | null = null;
    for (let n = 0; n < 3; n++)
      kept = await fresh.book.change('ada', (book) => keep(book, kept, aTrade()));
    const read = fresh.book.read('ada');
    const first = await read.eventsOf('paper_trade-1', { first: 2, after: null });
    expect(first.items.map(({ item }) => item.trade.version)).toEqual([3, 2]);
    const after = first.items[1]!.cursor;
    const second = await read.eventsOf('paper_trade-1', { first: 2, after });
    expect(second.items.map(({ item }) => item.trade.version)).toEqual([1]);
    expect(second).toMatchObject({ hasNextPage: false, totalCount: 3 });
    expect((await read.eventsAfter(3, 1)).map(({ sequence }) => sequence)).toEqual([4]);
  });

  it('records deposits and kill switches, with who did it', async () => {
    await fresh.book.openAccount('ada', dec(5), NOON);
    await fresh.book.change('ada', async (book) => {
      await book.deposit(dec('0.10'), NOON, 'user:ada');
      await book.setKillSwitch('HALT_ALL', NOON, 'user:ada');
      expect(await book.account()).toMatchObject({ killSwitch: 'HALT_ALL', sequence: 3 });
    });
    const { cash, deposits, killSwitch } = await fresh.book.read('ada').account();
    expect([String(cash), String(deposits), killSwitch]).toEqual([
      '100000.1',
      '100000.1',
      'HALT_ALL',
    ]);
    expect(await fresh.knex('events').where('username', 'ada').pluck('type')).toEqual([
      'DEPOSITED',
      'DEPOSITED',
      'KILL_SWITCH_SET',
    ]);
  });

  const events = () => fresh.knex('events').where('username', 'ada');
  const move = (from: number, to: number) =>
    events().where('sequence', from).update({ sequence: to });

  it.each<[string, () => Promise<unknown>, object]>([
    [
      'a changed message',
      () => events().where('sequence', 3).update({ message: 'x' }),
      { sequence: 3, problem: 'ALTERED' },
    ],
    [
      'a changed payload',
      () => events().where('sequence', 2).update({ payload: '{}' }),
      { sequence: 2, problem: 'ALTERED' },
    ],
    [
      'a changed time',
      () => events().where('sequence', 5).update({ occurred_at: 1 }),
      { sequence: 5, problem: 'ALTERED' },
    ],
    [
      'a changed message with a matching hash',
      async () => {
        const rows = (await events().orderBy('sequence')) as EventColumns[];
        const forged = { ...rows[2]!, message: 'x' };
        const hash = eventHash(rows[1]!.hash, forged);
        await events().where('sequence', 3).update({ message: 'x', hash });
      },
      { sequence: 4, problem: 'ALTERED' },
    ],
    [
      'a changed last row with a matching hash',
      async () => {
        const rows = (await events().orderBy('sequence')) as EventColumns[];
        const hash = eventHash(rows[3]!.hash, { ...rows[4]!, message: 'x' });
        await events().where('sequence', 5).update({ message: 'x', hash });
      },
      { sequence: 5, problem: 'ALTERED' },
    ],
    [
      'a removed row',
      () => events().where('sequence', 3).delete(),
      { sequence: 3, problem: 'MISSING' },
    ],
    [
      'a removed last row',
      () => events().where('sequence', 5).delete(),
      { sequence: 5, problem: 'MISSING' },
    ],
    [
      'two swapped rows',
      async () => {
        await move(3, 99);
        await move(4, 3);
        await move(99, 4);
      },
      { sequence: 3, problem: 'ALTERED' },
    ],
    [
      'a row added at the end',
      async () => {
        const [last] = (await events().where('sequence', 5)) as object[];
        await fresh.knex('events').insert({ ...last, sequence: 6 });
      },
      { sequence: 6, problem: 'SURPLUS' },
    ],
  ])('exposes %s', async (_name, tamper, fault) => {
    await write(4);
    expect(await faultOf('ada')).toBeNull();
    await tamper();
    expect(await faultOf('ada')).toEqual(fault);
    expect(await faultOf('bob')).toBeNull();
  });

  it('protects every column of a row', async () => {
    await write(1);
    const [row] = (await events().where('sequence', 2)) as EventColumns[];
    const before = GENESIS;
    const columns = Object.keys(row!).filter((name) => name !== 'hash');
    expect(columns).toHaveLength(9);
    for (const name of columns) {
      const other = { ...row!, [name]: typeof row![name as 'sequence'] === 'number' ? 7 : 'other' };
      expect([name, eventHash(before, other)]).not.toEqual([name, eventHash(before, row!)]);
    }
    const fields = ['kind', 'type', 'actor', 'trade_id', 'message', 'payload'];
    for (const name of fields) {
      await events()
        .where('sequence', 2)
        .update({ ...row, [name]: 'TRADE' });
      expect([name, await faultOf('ada')]).toEqual([name, { sequence: 2, problem: 'ALTERED' }]);
    }
  });

  it('adds up at every event, whatever is filled', async () => {
    const amount = fc.stringMatching(/^[1-9][0-9]{0,5}(\.[0-9]{1,6})?$/);
    const fill = fc.record({
      trade: fc.nat(3),
      quantity: amount,
      price: amount,
      fee: fc.constantFrom('0', '0.35', '0.000001'),
      exit: fc.boolean(),
    });
    const read = fresh.book.read('ada');
    const kept = new Map<string, TradeAggregate>();
    await fc.assert(
      fc.asyncProperty(fc.array(fill, { maxLength: 8 }), async (fills) => {
        for (const { trade, quantity, price, fee, exit } of fills) {
          const before = kept.get(`t${trade}`) ?? null;
          const side = trade % 2 ? 'SELL_TO_OPEN' : 'BUY_TO_OPEN';
          const stands = before?.trade ?? aTrade({ id: `t${trade}`, side });
          const less = dec(quantity).lessThan(stands.openQuantity)
            ? dec(quantity)
            : stands.openQuantity;
          const next = exit
            ? applyExitFill(stands, anExecution(less.toFixed(), price, fee))
            : applyEntryFill(stands, anExecution(quantity, price, fee));
          kept.set(`t${trade}`, await fresh.book.change('ada', (book) => keep(book, before, next)));
          const account = await read.account();
          const cost = sum((await read.positions()).map(({ costBasis }) => costBasis));
          const { deposits, realizedPnl, fees } = account;
          expect(account.cash.plus(cost)).toEqual(deposits.plus(realizedPnl).minus(fees));
        }
      }),
      { numRuns: 25 },
    );
    expect(await faultOf('ada')).toBeNull();
    expect((await read.eventsOf('t0', PAGE)).totalCount).toBe(kept.get('t0')?.trade.version ?? 0);
  });

  it('adds up when a long and a short trade cancel out at different prices', async () => {
    const long = applyEntryFill(aTrade({ id: 'l' }), anExecution(1, '1.5'));
    const short = applyEntryFill(aTrade({ id: 's', side: 'SELL_TO_OPEN' }), anExecution(1, '2'));
    const read = fresh.book.read('ada');
    for (const trade of [long, short])
      await fresh.book.change('ada', (book) => keep(book, null, trade));
    expect(await read.positions()).toMatchObject([
      { quantity: dec(0), costBasis: dec(-50), tradeIds: ['l', 's'] },
    ]);
    expect((await read.account()).cash).toEqual(dec(100_050));
  });

  it('has no line of a change that failed', async () => {
    const failing = fresh.book.change('ada', async (book) => {
      const trade = aTrade({ version: 1 });
      await book.save(null, { trade, orders: [] }, [anEvent(trade)], UNJOURNALLED);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await fresh.book.read('ada').eventsAfter(0, 10)).toEqual([]);
  });
});
