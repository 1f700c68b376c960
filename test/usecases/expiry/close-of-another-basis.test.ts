import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { databases } from '../../support/databases/databases.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';
import {
  keep,
  aMark,
  aTrade,
  anOrder,
  SPY_CALL,
  anExecution,
} from '../../support/values/builders.ts';
import { applyEntryFill } from '../../../server/domain/trade/apply-fill.ts';
import type { OptionContract } from '../../../server/domain/instrument/instrument.ts';

const FRIDAY = '2026-03-27';
const NVDA = { root: 'NVDA', underlying: 'NVDA' } as const;
const CALL: OptionContract = {
  ...{ ...SPY_CALL, ...NVDA, symbol: 'NVDA260327C01200000', strike: dec(1200) },
};
const PUT: OptionContract = {
  ...{ ...CALL, symbol: 'NVDA260327P01100000', strike: dec(1100), right: 'PUT' },
};

describe.each(databases())('a close reported after a split, on %s', (_, open) => {
  let t: TradierDesk;
  beforeEach(async () => void (t = await TradierDesk.start(open)));
  afterEach(() => t.close());

  async function held(instrument: OptionContract, price: string, underlyingPrice: string | null) {
    const id = `paper_${instrument.symbol}`;
    const venue = { venue: 'TRADIER_SANDBOX', venueAccount: t.venue.accountId } as const;
    const mark = aMark({ underlyingPrice: underlyingPrice === null ? null : dec(underlyingPrice) });
    const trade = aTrade({ id, instrument, ...venue, mark });
    const filled = applyEntryFill(trade, anExecution(1, price));
    const order = anOrder({ id: `${id}-o`, tradeId: id, status: 'FILLED', tag: id });
    await t.fresh.book.change('ada', (change) =>
      keep(change, null, { ...filled, status: 'OPEN', phase: 'OPEN', openedAt: NOON }, [order]),
    );
    return id;
  }
  function onMonday(closes: Readonly<Record<string, number>>) {
    const monday = new Date('2026-03-30T14:00:00Z');
    t.clock.set(monday);
    t.venue.now = monday;
    for (const [date, close] of Object.entries(closes)) t.venue.setClose('NVDA', date, close);
    return t.desk.settleExpiry.execute();
  }
  const trade = async (id: string) => (await t.stored(id)).trade;

  it('settles nothing, and raises one alert with both values', async () => {
    const ids = [await held(CALL, '9.20', '1208.85'), await held(PUT, '0.06', '1208.85')];
    await onMonday({ [FRIDAY]: 120.888 });
    await t.desk.settleExpiry.execute();
    for (const id of ids) {
      const { status, reason, realizedPnl, openQuantity } = await trade(id);
      expect(status).toBe('NEEDS_REVIEW');
      expect(reason).toContain('120.888');
      expect(reason).toContain('1208.85');
      expect([realizedPnl.toFixed(), openQuantity.toFixed()]).toEqual(['0', '1']);
      expect((await t.events(id)).filter((type) => type === 'NEEDS_REVIEW')).toHaveLength(1);
    }
    expect(await t.alerts()).toEqual(['NEEDS_REVIEW', 'NEEDS_REVIEW']);
  });

  it('is compared with the previous day’s close when the desk has no mark of its own', async () => {
    const id = await held(CALL, '9.20', null);
    await onMonday({ '2026-03-26': 1210, [FRIDAY]: 120.888 });
    expect((await trade(id)).status).toBe('NEEDS_REVIEW');
    expect((await trade(id)).reason).toContain('1210');
  });

  it.each([
    ['1560', '1208.85', 'EXPIRED_ITM'],
    ['850', '1208.85', 'EXPIRED_OTM'],
    ['1208', null, 'EXPIRED_ITM'],
  ])('settles by %s when it is within 30 %% of %s', async (close, mark, status) => {
    const id = await held(CALL, '9.20', mark);
    await onMonday({ [FRIDAY]: Number(close) });
    expect((await trade(id)).status).toBe(status);
  });
});
