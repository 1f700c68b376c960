import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isWorking } from '../../../server/domain/order/order-status.ts';
import { databases } from '../../support/databases/databases.ts';
import { watchStatements } from '../../support/databases/statements.ts';
import { bookAnew } from '../../support/desks/book-anew.ts';
import { CrashAt } from '../../support/desks/crash-at.ts';
import { BONK, exits, TokenDesk } from '../../support/desks/token-desk.ts';
import { until } from '../../support/values/until.ts';

describe.each(databases())('a token at the same time or after a crash, on %s', (_name, open) => {
  let t: TokenDesk;
  beforeEach(async () => void (t = await TokenDesk.start(open)));
  afterEach(() => t.end());

  /** Makes both servers wait for both quotes before either acts on one. */
  function together(): void {
    let asked = 0;
    t.tokens.beforeQuote = async () => {
      asked += 1;
      await until('both quotes', () => asked >= 2, { every: 1 });
    };
  }

  it('is sold once by two servers that see its stop reached', async () => {
    const id = await t.holds(exits('0.95'));
    const [one, two] = [t.server(), t.server(undefined, true)];
    t.tokens.tell(BONK.symbol, '0.94');
    t.tokens.pass(2);
    together();
    await Promise.all([one.watchExits.execute(), two.watchExits.execute()]);
    expect(t.broker.placed).toHaveLength(1);
    expect(await t.status(id)).toBe('SL_HIT');
  });

  it('is bought once by two servers that see its limit met', async () => {
    const id = await t.waits('0.98');
    const [one, two] = [t.server(), t.server(undefined, true)];
    t.tokens.tell(BONK.symbol, '0.97');
    t.tokens.pass();
    together();
    await Promise.all([one.watchExits.execute(), two.watchExits.execute()]);
    expect(t.broker.placed).toHaveLength(1);
    expect(await t.status(id)).toBe('OPEN');
  });

  it('is either canceled or bought when a cancel meets its price', async () => {
    for (let race = 0; race < 6; race += 1) {
      t.tokens.list(BONK.symbol, '1', BONK.decimals);
      const id = await t.waits('0.98');
      const before = t.broker.placed.length;
      t.tokens.tell(BONK.symbol, '0.97');
      t.tokens.pass();
      await Promise.all([t.look(), t.cancel(id).catch(() => undefined)]);
      await t.desk.syncOrders.execute();
      const { trade, orders } = await t.stored(id);
      const sent = t.broker.placed.length - before;
      expect(trade.status).toBe(sent === 0 ? 'CANCELED' : 'OPEN');
      expect(sent).toBeLessThanOrEqual(1);
      expect(orders.filter(({ status }) => isWorking(status))).toEqual([]);
      if (trade.status === 'OPEN') await t.close(id);
    }
  });

  it.each(['an entry', 'a stop'])(
    'is swapped once, wherever the desk of %s is killed',
    async (what) => {
      for (let step = 1; ; step += 1) {
        const bought = what === 'an entry';
        t.tokens.list(BONK.symbol, '1', BONK.decimals);
        const id = bought
          ? await t.waits('0.98', { bracket: exits('0.50') })
          : await t.holds(exits('0.95'));
        const before = { swaps: t.broker.placed.length, held: t.broker.held(BONK.symbol) };
        const crash = new CrashAt(step);
        t.restart(crash.through);
        t.tokens.tell(BONK.symbol, bought ? '0.97' : '0.94');
        t.tokens.pass(2);
        await t.look().catch(() => undefined);
        t.restart((deps) => ({ ...deps, book: bookAnew(t.fresh) }));
        for (let minute = 0; minute < 4; minute += 1) {
          t.tokens.pass(6);
          await t.desk.syncOrders.execute();
          await t.look();
        }
        const { trade, orders } = await t.stored(id);
        expect(trade.status, `step ${step}`).toBe(bought ? 'OPEN' : 'SL_HIT');
        expect(t.broker.placed.length - before.swaps, `step ${step}`).toBe(1);
        expect(t.broker.held(BONK.symbol).minus(before.held).abs().toFixed()).toBe('100');
        expect(orders.filter(({ status }) => isWorking(status))).toEqual([]);
        expect(await t.alerts()).toEqual([]);
        if (bought) await t.close(id);
        if (!crash.happened) return;
      }
    },
  );

  it('costs nothing while it is quiet, however many there are', async () => {
    const brackets = [exits('0.95', '1.05'), exits('0.90'), exits(null, '1.2')];
    for (let n = 0; n < 60; n += 1) {
      const username = n % 2 === 0 ? 'ada' : 'bob';
      await t.holds(brackets[n % 3] ?? exits(null), { username });
      if (n % 10 === 0) await t.waits('0.5', { username });
    }
    await t.rounds('1', 2);
    const seen = watchStatements(t.fresh);
    t.tokens.judgements.length = 0;
    await t.rounds('1');
    // The accounts, the tokens held and the users' trades; all alerts were read within the minute.
    expect(seen.filter(({ sql }) => / from /i.test(sql))).toHaveLength(3);
    expect(seen.filter(({ sql }) => /^(insert|update|delete)/i.test(sql))).toEqual([]);
    expect(t.tokens.judgements).toEqual([2]);
    expect(t.tokens.asked).toEqual([]);
    seen.length = 0;
    await t.desk.syncOrders.execute();
    expect(seen.filter(({ sql }) => /^(insert|update|delete)/i.test(sql))).toEqual([]);
  });
});
