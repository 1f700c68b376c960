import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

const CALLS = 'SPY260327C00600000';

describe('an account without active trades or orders', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  const messages = async (kind = 'FOREIGN_CHANGE') => {
    const page = await t.fresh.book.read('ada').alerts(true, { first: 50, after: null });
    return page.items.flatMap(({ item }) => (item.kind === kind ? [item.message] : []));
  };
  const reconcile = () => t.desk.reconcile.execute();

  async function tradedOnce(): Promise<void> {
    const { id, version } = await t.place();
    await t.desk.trading.executeOrder(ADA, {
      cancel: { id, expectedVersion: version, idempotencyKey: t.key() },
    });
    t.pass(2 * 3_600);
  }

  it('is compared: calls that somebody else sold are reported within two looks', async () => {
    await tradedOnce();
    t.venue.setPosition(CALLS, -50, -7_500);
    await reconcile();
    expect(await messages()).toEqual([]);
    await reconcile();
    expect(await messages()).toEqual([expect.stringContaining(CALLS)]);
    t.venue.setPosition(CALLS, 0);
    await reconcile();
    expect(await messages()).toEqual([]);
  });

  it('is compared after a restart as well, and somebody else’s order is reported', async () => {
    await tradedOnce();
    t.restart();
    const leg = { optionSymbol: CALLS, symbol: 'SPY', side: 'sell_to_open', type: 'limit' };
    const terms = { quantity: dec(50), price: dec('1.50'), stop: null, duration: 'gtc' };
    t.venue.placeElsewhere([{ ...leg, ...terms }]);
    for (let looks = 0; looks < 2; looks += 1) await reconcile();
    expect(await messages()).toEqual([expect.stringContaining(`SELL_TO_OPEN 50 ${CALLS}`)]);
  });

  it('is left alone when this book never traded in it', async () => {
    t.venue.setPosition(CALLS, -50, -7_500);
    for (let looks = 0; looks < 3; looks += 1) await reconcile();
    expect(await messages()).toEqual([]);
    expect(t.venue.requests).toEqual([]);
  });

  it('reports an invariant that stays unknown, why, and that it is known again', async () => {
    await tradedOnce();
    for (let looks = 0; looks < 2; looks += 1) await reconcile();
    expect(await messages('INVARIANT_UNKNOWN')).toEqual([]);
    t.venue.setPosition(CALLS, -50, -7_500);
    for (let looks = 0; looks < 3; looks += 1) {
      t.pass(300);
      await reconcile();
    }
    const alerts = await messages('INVARIANT_UNKNOWN');
    expect(alerts).toHaveLength(2);
    expect(alerts[0]).toContain(`Somebody else uses the account: it holds ${CALLS}.`);
    t.venue.setPosition(CALLS, 0);
    t.pass(300);
    await reconcile();
    expect(await messages('INVARIANT_UNKNOWN')).toEqual([]);
  });
});
