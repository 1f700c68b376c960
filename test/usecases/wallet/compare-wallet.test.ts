import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { aFill, anOrder } from '../../support/values/builders.ts';
import { UNJOURNALLED } from '../../support/values/unjournalled.ts';
import { databases } from '../../support/databases/databases.ts';
import { ADA, BEN, BONK, WalletDesk, WIF } from '../../support/desks/wallet-desk.ts';

const AGREES = { QUANTITY: 'HOLDS', AVERAGE_PRICE: 'HOLDS', CASH: 'HOLDS', PNL: 'HOLDS' };

describe.each(databases())('a wallet compared with the books that share it, on %s,', (_, open) => {
  let t: WalletDesk;
  beforeEach(async () => {
    t = await WalletDesk.start(open);
  });
  afterEach(() => t.close());

  const bonk = (whole: number) => t.wallet.put(BONK.symbol, BigInt(whole) * 100_000n, 5);
  const status = async (id: string, username = 'ada') =>
    (await t.fresh.book.read(username).trade(id))?.trade.status;

  it('holds what they hold together', async () => {
    bonk(150);
    const ada = await t.holds('100');
    const ben = await t.holds('50', { username: 'ben' });
    await t.look();
    expect(await t.states(ADA)).toEqual(AGREES);
    expect(await t.states(BEN)).toEqual(AGREES);
    expect([await status(ada), await status(ben, 'ben')]).toEqual(['OPEN', 'OPEN']);
  });

  it('differs in each of their books once less is there, and two readings agree', async () => {
    bonk(149);
    const ada = await t.holds('100');
    const ben = await t.holds('50', { username: 'ben' });
    await t.look();
    expect(await status(ada)).toBe('NEEDS_REVIEW');
    expect(await status(ben, 'ben')).toBe('NEEDS_REVIEW');
    expect((await t.alerts(BEN)).join()).toContain(
      `The wallet holds 149 of ${BONK.symbol}, the books that share it 150: somebody else moved it.`,
    );
    expect((await t.states(ADA)).QUANTITY).toBe('DIFFERS');
  });

  it('tells of one raw unit that is gone', async () => {
    t.wallet.put(BONK.symbol, 9_999_999n, 5);
    const id = await t.holds('100');
    await t.look();
    expect(await status(id)).toBe('NEEDS_REVIEW');
  });

  it('says nothing of what strangers send, and trips no switch by it', async () => {
    bonk(100_000);
    await t.holds('100');
    for (let n = 0; n < 3; n += 1) t.wallet.put(`Dust${n}`, 5n, null, { frozen: n === 0 });
    t.wallet.put(WIF.symbol, 77n, 6, { program: 'TOKEN_2022' });
    for (let n = 0; n < 3; n += 1) await t.look();
    expect(await t.alerts()).toEqual([]);
    expect(await t.states()).toEqual(AGREES);
    await t.desk.watchCauses.execute();
    expect((await t.fresh.book.read('ada').account()).killSwitch).toBe('OFF');
    const { cash, deposits } = await t.desk.trading.calculatePnL(ADA);
    expect([cash.toFixed(), deposits.toFixed()]).toEqual(['101200', '101300']);
  });

  it.each(['SUBMITTED', 'UNKNOWN', 'ACCEPTED'] as const)(
    'proves nothing of a token while a swap of it is %s, whoever’s it is',
    async (orderStatus) => {
      bonk(10);
      const id = await t.holds('100');
      const found = await t.fresh.book.read('ada').trade(id);
      const order = anOrder({
        ...{ id: 'o1', tradeId: id, tag: 'tb-1', role: 'CLOSE', side: 'SELL' },
        ...{ status: orderStatus, sentAt: t.clock.now() },
      });
      const version = found!.trade.version + 1;
      const trade = { ...found!.trade, version };
      await t.fresh.book.change('ada', (book) =>
        book.save(
          found,
          { trade, orders: [order] },
          [
            {
              ...{ type: 'ORDER_SUBMITTED', occurredAt: t.clock.now(), message: '', actor: 'desk' },
              ...{ trade, orders: [order] },
            },
          ],
          UNJOURNALLED,
        ),
      );
      await t.holds('5', { username: 'ben' });
      await t.look();
      expect(await status(id)).toBe('OPEN');
      expect((await t.states(BEN)).QUANTITY).toBe('UNKNOWN');
    },
  );

  it('waits a minute for a node that may not show a purchase yet', async () => {
    const id = await t.holds('100');
    const found = await t.fresh.book.read('ada').trade(id);
    const filled = {
      quantity: dec(100),
      price: dec(1),
      filledAt: new Date(t.clock.now().getTime() + 299_000),
    };
    const order = anOrder({
      ...{ id: 'o1', tradeId: id, tag: 'tb-1', status: 'FILLED', side: 'BUY' },
      fills: [aFill({ id: 'f1', orderId: 'o1', ...filled })],
    });
    const trade = { ...found!.trade, version: found!.trade.version + 1 };
    await t.fresh.book.change('ada', (book) =>
      book.save(
        found,
        { trade, orders: [order] },
        [
          {
            ...{ type: 'ENTRY_FILLED', occurredAt: t.clock.now(), message: '', actor: 'desk' },
            ...{ trade, orders: [order] },
          },
        ],
        UNJOURNALLED,
      ),
    );
    await t.look();
    expect(await status(id)).toBe('OPEN');
    await t.look();
    expect(await status(id)).toBe('NEEDS_REVIEW');
  });

  it('proves nothing by a purchase that is booked while the wallet is read', async () => {
    t.wallet.beforeAnswer = async () => {
      t.wallet.beforeAnswer = async () => undefined;
      await t.holds('100');
    };
    await t.look();
    expect((await t.states()).QUANTITY).toBe('UNKNOWN');
    expect(await t.alerts()).toEqual([]);
  });

  it('is not compared with an older slot than was read before', async () => {
    bonk(100);
    const id = await t.holds('100');
    await t.look();
    t.wallet.slot = 10;
    bonk(1);
    await expect(t.look()).rejects.toThrow('Some accounts could not be reconciled');
    expect(await status(id)).toBe('OPEN');
  });

  it('is told as it was while the chain is silent', async () => {
    bonk(100);
    await t.holds('100');
    await t.look();
    t.wallet.silent = true;
    await expect(t.look()).rejects.toThrow();
    const report = await t.desk.account.holdings(ADA);
    expect(report?.holdings[0]).toMatchObject({ mint: BONK.symbol, quantity: dec(100) });
    expect(t.clock.now().getTime() - report!.asOf!.getTime()).toBe(300_000);
  });
});
