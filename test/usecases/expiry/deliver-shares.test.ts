import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { CrashAt } from '../../support/desks/crash-at.ts';
import { databases } from '../../support/databases/databases.ts';
import { ExpiryDesk } from '../../support/desks/expiry-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';

const DAY = '2026-03-27';
const CALL = 'SPY260327C00560000';
const PUT = 'SPY260327P00560000';

type Opening = readonly ['BUY' | 'BUY_TO_OPEN' | 'SELL_TO_OPEN', string, number];

/** Shares at 550.00, options at 2.00 bid and 2.01 ask; fees are 0.35 a contract. */
const TABLE: readonly (readonly [
  name: string,
  opened: readonly Opening[],
  close: string,
  ends: readonly [status: string, delivery: string, shares: string | null],
  held: Record<string, string>,
  cash: string,
])[] = [
  [
    'a call out of the money',
    [['BUY_TO_OPEN', CALL, 1]],
    '559.99',
    ['EXPIRED_OTM', 'NONE', null],
    {},
    '99798.65',
  ],
  [
    'a call at the money',
    [['BUY_TO_OPEN', CALL, 1]],
    '560.00',
    ['EXPIRED_OTM', 'NONE', null],
    {},
    '99798.65',
  ],
  [
    'a call in the money by a cent',
    [['BUY_TO_OPEN', CALL, 1]],
    '560.01',
    ['EXPIRED_ITM', 'DELIVERED', '100'],
    { SPY: '100' },
    '43798.65',
  ],
  [
    'a call well in the money',
    [['BUY_TO_OPEN', CALL, 1]],
    '571.50',
    ['EXPIRED_ITM', 'DELIVERED', '100'],
    { SPY: '100' },
    '43798.65',
  ],
  [
    'three calls, of which one can be paid for',
    [['BUY_TO_OPEN', CALL, 3]],
    '571.50',
    ['EXPIRED_ITM', 'DELIVERED', '100'],
    { SPY: '100' },
    '45695.95',
  ],
  [
    'a put without shares',
    [['BUY_TO_OPEN', PUT, 1]],
    '550.00',
    ['EXPIRED_ITM', 'CLOSED_OUT', null],
    {},
    '100798.65',
  ],
  [
    'a put with shares',
    [
      ['BUY', 'SPY', 100],
      ['BUY_TO_OPEN', PUT, 1],
    ],
    '550.00',
    ['EXPIRED_ITM', 'DELIVERED', '-100'],
    {},
    '100797.65',
  ],
  [
    'a put with more shares',
    [
      ['BUY', 'SPY', 150],
      ['BUY_TO_OPEN', PUT, 1],
    ],
    '550.00',
    ['EXPIRED_ITM', 'DELIVERED', '-100'],
    { SPY: '50' },
    '73297.15',
  ],
  [
    'an assigned put',
    [['SELL_TO_OPEN', PUT, 1]],
    '550.00',
    ['EXPIRED_ITM', 'DELIVERED', '100'],
    { SPY: '100' },
    '44199.65',
  ],
  [
    'a covered call',
    [
      ['BUY', 'SPY', 100],
      ['SELL_TO_OPEN', CALL, 1],
    ],
    '571.50',
    ['EXPIRED_ITM', 'DELIVERED', '-100'],
    {},
    '101198.65',
  ],
];

describe.each(databases())('shares from exercise and assignment, on %s', (_, open) => {
  let t: ExpiryDesk;
  beforeEach(async () => {
    t = await ExpiryDesk.start(open);
  });
  afterEach(() => t.end());

  const settle = () => t.desk.settleExpiry.execute();
  const price = (symbol: string) => (symbol === 'SPY' ? '550.00' : '2.00');

  it.each(TABLE)('%s', async (_name, opened, close, [status, delivery, shares], held, cash) => {
    const opens: string[] = [];
    for (const [side, symbol, quantity] of opened) {
      opens.push(await t.open(symbol, side, quantity, price(symbol)));
    }
    const id = opens.at(-1)!;
    t.closes('SPY', DAY, close);
    await settle();
    await settle();
    const option = await t.trade(id);
    expect(option.status).toBe(status);
    expect(option.settlement).toMatchObject({ delivery, source: 'said' });
    expect(option.settlement!.shares?.toFixed() ?? null).toBe(shares);
    expect(await t.held()).toEqual(held);
    expect((await t.reader.account()).cash.toFixed()).toBe(cash);
    await t.checkQuiet();

    const moved = option.deliveredTo;
    expect(moved).toHaveLength(delivery === 'DELIVERED' ? 1 : 0);
    for (const trade of await Promise.all(moved.map(t.trade))) {
      const received = trade.deliveredFrom === id;
      expect(received || trade.deliveredTo.includes(id)).toBe(true);
      expect(trade.instrument.symbol).toBe('SPY');
      if (!received) expect(opens[0]).toBe(trade.id);
    }
  });

  it('are a position like any other: marked, protected, closed by its owner', async () => {
    const id = await t.open(CALL, 'BUY_TO_OPEN', 1, '2.00');
    t.closes('SPY', DAY, '571.50');
    await settle();
    const [sharesId] = (await t.trade(id)).deliveredTo;
    const came = (await t.reader.trade(sharesId!))!;
    expect(came.orders).toEqual([]);
    expect(came.trade).toMatchObject({ status: 'OPEN', side: 'BUY', deliveredFrom: id });
    expect(came.trade.entryCost.toFixed()).toBe('57150');
    expect(came.trade.context.notes).toBe(`Exercise of ${id}, ${CALL}.`);
    expect(came.trade.mark?.price?.toFixed()).toBe('571.5');

    t.market.said.set('SPY', ['580.00', '580.02']);
    await t.desk.takeSnapshots.execute();
    expect((await t.trade(sharesId!)).mark?.price?.toFixed()).toBe('580');
    const { version: expectedVersion } = await t.trade(sharesId!);
    const close = { id: sharesId!, expectedVersion, idempotencyKey: t.key() };
    await t.desk.trading.executeOrder(ADA, { close: { ...close, orderType: 'MARKET' } });
    await t.desk.syncOrders.execute();
    expect(await t.trade(sharesId!)).toMatchObject({ status: 'MANUAL_CLOSE', phase: 'CLOSED' });
    expect((await t.trade(sharesId!)).realizedPnl.toFixed()).toBe('850');
    await t.checkQuiet();
  });

  it('leave a covered call to the oldest shares without an exit', async () => {
    const guarded = await t.open('SPY', 'BUY', 40, '550.00', { stopLoss: dec('500') });
    const older = await t.open('SPY', 'BUY', 60, '550.00');
    t.clock.advance(60_000);
    const younger = await t.open('SPY', 'BUY', 60, '550.00');
    const call = await t.open(CALL, 'SELL_TO_OPEN', 1, '2.00');
    t.closes('SPY', DAY, '571.50');
    await settle();
    expect((await t.trade(call)).deliveredTo).toEqual([older, younger]);
    expect(await t.trade(older)).toMatchObject({ status: 'MANUAL_CLOSE', deliveredTo: [call] });
    expect((await t.trade(older)).reason).toContain(`delivered by assignment of ${CALL}`);
    const left = await t.trade(younger);
    expect([left.status, left.openQuantity.toFixed()]).toEqual(['OPEN', '20']);
    expect((await t.trade(guarded)).openQuantity.toFixed()).toBe('40');
    await t.checkQuiet();
  });

  it('are split between two trades in one contract by what the account can carry, the oldest first', async () => {
    const first = await t.open(CALL, 'BUY_TO_OPEN', 1, '2.00');
    t.clock.advance(1000);
    const second = await t.open(CALL, 'BUY_TO_OPEN', 1, '2.00');
    t.closes('SPY', DAY, '571.50');
    await settle();
    const deliveries = [await t.trade(first), await t.trade(second)].map(
      ({ settlement }) => `${settlement?.delivery} ${settlement?.shares?.toFixed() ?? '-'}`,
    );
    expect(deliveries.sort()).toEqual(['CLOSED_OUT -', 'DELIVERED 100']);
    await t.checkQuiet();
  });

  it('arrive once, wherever the desk is killed', async () => {
    const id = await t.open(CALL, 'BUY_TO_OPEN', 1, '2.00');
    t.closes('SPY', DAY, '571.50');
    for (let step = 1, crashed = true; crashed; step += 1) {
      const crash = new CrashAt(step);
      await t
        .server(crash.through)
        .settleExpiry.execute()
        .catch(() => undefined);
      await t.checkMoney();
      const settled = (await t.trade(id)).settlement !== null;
      expect(await t.held()).toEqual(settled ? { SPY: '100' } : { [CALL]: '1' });
      crashed = crash.happened;
    }
    expect(await t.held()).toEqual({ SPY: '100' });
    await t.checkQuiet();
  });

  it('arrive once from two servers at the same time', async () => {
    const id = await t.open(CALL, 'BUY_TO_OPEN', 1, '2.00');
    t.closes('SPY', DAY, '571.50');
    const other = t.server((deps) => deps, true);
    await Promise.all([settle(), other.settleExpiry.execute(), settle()]);
    expect((await t.trade(id)).deliveredTo).toHaveLength(1);
    expect((await t.all()).filter((trade) => trade.deliveredFrom === id)).toHaveLength(1);
    await t.checkQuiet();
  });

  it('raise no alert while the close is unknown, and do not count as an entry', async () => {
    await t.open('SPY', 'BUY', 10, '550.00');
    await t.open(CALL, 'BUY_TO_OPEN', 1, '2.00');
    t.clock.set(new Date('2026-03-27T20:05:00Z'));
    await t.desk.reconcile.execute();
    await settle();
    expect(await t.alerts()).toEqual([]);
    t.closes('SPY', DAY, '571.50');
    await t.desk.reconcile.execute();
    await t.desk.reconcile.execute();
    expect(await t.alerts()).toEqual([]);
    await settle();
    expect(await t.reader.placedSince(new Date('2026-03-27T05:00:00Z'))).toBe(0);
    await t.checkQuiet();
  });
});
