import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { SPY_CALL } from '../../support/values/builders.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';

describe('a list with an unreadable row', () => {
  let t: TradierDesk;

  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  const spoil = (list: string, id: string | number, odd: object) => {
    t.venue.quirks.spoil = (name, row) =>
      name === list && Object.values(row).includes(id) ? { ...row, ...odd } : row;
  };
  const opened = async (price = '1.50') => {
    const { id } = await t.place();
    t.venue.fill(t.legs()[0]!, { price });
    await t.sync();
    return id;
  };

  it('hides no news of another order', async () => {
    const stranger = t.venue.placeElsewhere([{ ...LEG, price: null, type: 'market' }]);
    spoil('order', stranger.id, { quantity: 'NaN' });
    const id = await opened();
    expect((await t.stored(id)).trade.status).toBe('OPEN');
  });

  it('proves no order absent', async () => {
    const stranger = t.venue.placeElsewhere([LEG]);
    spoil('order', stranger.id, { quantity: 'NaN', id: null });
    t.venue.fail('POST /orders', { hangUp: true });
    const { id } = await t.place();
    for (let looks = 0; looks < 4; looks += 1) {
      t.pass(120);
      await t.sync();
    }
    const { orders } = await t.stored(id);
    expect(orders.map(({ status }) => status)).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
    t.venue.quirks.spoil = (_, row) => row;
    for (let looks = 0; looks < 3; looks += 1) {
      t.pass(120);
      await t.sync();
    }
    expect((await t.stored(id)).trade.status).toBe('CANCELED');
  });

  it('is completed by reading the order by id, when that works', async () => {
    const { id } = await t.place();
    const parent = t.venue.orders.at(-1)!.id;
    spoil('order', parent, { leg: 'NaN' });
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('OPEN');
  });

  it('keeps what is known of the trade whose order it is', async () => {
    const id = await opened();
    const before = await t.stored(id);
    const parent = t.venue.orders.at(-1)!.id;
    t.venue.quirks.spoil = (list, row) =>
      list.startsWith('order') && 'id' in row && row.id === parent ? { ...row, leg: 'NaN' } : row;
    for (let looks = 0; looks < 3; looks += 1) {
      t.pass(60);
      await t.sync();
      await t.desk.reconcile.execute();
    }
    expect((await t.stored(id)).trade).toMatchObject({
      status: 'OPEN',
      version: before.trade.version,
    });
  });

  it.each([
    ['500', undefined],
    ['rubbish', { nothing: 'of use' }],
  ])('costs no other trade its sync when one old order answers %s', async (_, answer) => {
    const first = await opened();
    t.pass(24 * 3600);
    const second = await t.place({ quantity: dec(1) });
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    const old = t.venue.orders[0]!.id;
    t.venue.quirks.spoil = (list, row) =>
      list === 'order by id' && 'id' in row && row.id === old ? answer : row;
    await t.sync();
    expect((await t.stored(second.id)).trade.status).toBe('OPEN');
    for (let looks = 0; looks < 3; looks += 1) await t.sync();
    expect((await t.stored(first)).trade.status).toBe('OPEN');
  });

  it('does not count a missing position as closed by somebody else', async () => {
    const id = await opened();
    spoil('position', SPY_CALL.symbol, { quantity: 'NaN' });
    for (let looks = 0; looks < 3; looks += 1) await t.desk.reconcile.execute();
    expect((await t.stored(id)).trade.status).toBe('OPEN');
    const checks = await t.fresh.book.read('ada').invariantChecks();
    expect(checks.map(({ invariant, state }) => `${invariant} ${state}`).sort()).toEqual([
      'AVERAGE_PRICE UNKNOWN',
      'CASH UNKNOWN',
      'PNL UNKNOWN',
      'QUANTITY UNKNOWN',
    ]);
  });

  it('is reported with its number of rows, once, until all can be read', async () => {
    await opened();
    const stranger = t.venue.placeElsewhere([LEG]);
    spoil('order', stranger.id, { quantity: 'NaN' });
    for (let looks = 0; looks < 2; looks += 1) await t.sync();
    expect(await messagesOf('UNREADABLE_ROWS')).toEqual([
      expect.stringMatching(/^TRADIER_SANDBOX VA\w+: 1 row of the account's orders cannot be read/),
    ]);
    t.venue.quirks.spoil = (_, row) => row;
    await t.sync();
    expect(await messagesOf('UNREADABLE_ROWS')).toEqual([]);
  });

  it('is reported separately for positions, until all can be read', async () => {
    await opened();
    t.venue.setPosition('KO', 10, '500');
    spoil('position', 'KO', { quantity: 'NaN' });
    for (let looks = 0; looks < 2; looks += 1) await t.desk.reconcile.execute();
    expect(await messagesOf('UNREADABLE_ROWS')).toEqual([
      expect.stringMatching(
        /^TRADIER_SANDBOX VA\w+: 1 row of the account's positions cannot be read/,
      ),
    ]);
    t.restart();
    t.venue.quirks.spoil = (_, row) => row;
    await t.desk.reconcile.execute();
    expect(await messagesOf('UNREADABLE_ROWS')).toEqual([]);
  });

  it('is distinct from a refused token, which is reported by name until it is replaced', async () => {
    await opened();
    t.venue.tokens.clear();
    for (let looks = 0; looks < 2; looks += 1) await t.sync().catch(() => undefined);
    expect(await messagesOf('TOKEN_REFUSED')).toEqual([
      expect.stringMatching(/^TRADIER_SANDBOX refuses the token .*replaced in Settings/),
    ]);
    t.venue.tokens.add(t.venue.token);
    await t.sync();
    expect(await messagesOf('TOKEN_REFUSED')).toEqual([]);
  });

  const messagesOf = async (kind: string) => {
    const page = await t.fresh.book.read('ada').alerts(true, { first: 100, after: null });
    return page.items.filter(({ item }) => item.kind === kind).map(({ item }) => item.message);
  };

  it('keeps alerts about other people’s positions and orders', async () => {
    t.venue.setPosition('KO', 10, '500');
    const stranger = t.venue.placeElsewhere([LEG]);
    await opened();
    for (let looks = 0; looks < 2; looks += 1) await t.desk.reconcile.execute();
    expect(await foreign()).toBe(2);
    t.venue.quirks.spoil = (list, row) => {
      if (list === 'position' && 'symbol' in row && row.symbol === 'KO') return { odd: true };
      return list === 'order' && 'id' in row && row.id === stranger.id ? { odd: true } : row;
    };
    for (let looks = 0; looks < 2; looks += 1) await t.desk.reconcile.execute();
    expect(await foreign()).toBe(2);
  });

  const foreign = async () => (await t.alerts()).filter((kind) => kind === 'FOREIGN_CHANGE').length;
});

const LEG = {
  symbol: 'SPY',
  optionSymbol: null,
  side: 'buy',
  quantity: dec(1),
  type: 'limit',
  duration: 'gtc',
  price: dec(1),
  stop: null,
};
