import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

describe('an open trade', () => {
  let t: TradierDesk;
  let id: string;
  let version: number;

  beforeEach(async () => {
    t = await TradierDesk.start();
    ({ id } = await t.place());
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    ({ version } = (await t.stored(id)).trade);
  });
  afterEach(() => t.close());

  it('shows its close also without a price', async () => {
    t.venue.fail('GET /markets/quotes', { status: 502, text: 'Bad Gateway' }, 3);
    const close = { id, expectedVersion: version, idempotencyKey: t.key() };
    const preview = await t.desk.previews.close(ADA, { ...close, orderType: 'MARKET' });
    expect(preview.cost).toBeNull();
    expect(preview.fees?.toString()).toBe('1.05');
  });

  it('has a separate key for removing the target', async () => {
    const adjust = { id, expectedVersion: version, idempotencyKey: t.key(), stopLoss: dec('1.2') };
    await t.desk.trading.updatePosition(ADA, { bracket: adjust });
    const other = t.desk.trading.updatePosition(ADA, { bracket: { ...adjust, takeProfit: null } });
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    expect((await t.desk.trading.updatePosition(ADA, { bracket: adjust })).id).toBe(id);
  });
});

describe('a ticket', () => {
  let t: TradierDesk;
  beforeEach(async () => void (t = await TradierDesk.start()));
  afterEach(() => t.close());

  async function quoteCheck(orderType: 'LIMIT' | 'MARKET') {
    const limitPrice = orderType === 'LIMIT' ? dec('1.50') : null;
    const ticket = t.ticket({ orderType, limitPrice, bracket: null });
    const { riskChecks } = await t.desk.previews.trade(ADA, ticket);
    return riskChecks.find(({ rule }) => rule === 'QUOTE');
  }

  it.each([
    [1.5, 1.4, 'Crossed market: bid 1.5 above ask 1.4.'],
    [1.4, 1.4, 'Locked market: bid and ask are both 1.4.'],
    [0.1, 1.01, 'Ask 1.01 is more than 10 times the bid 0.1.'],
    [0, 1.01, 'The bid is zero.'],
    [1.4, 0, 'No ask.'],
  ])('shows what is wrong with %d × %d before it is sent', async (bid, ask, message) => {
    t.quote(bid, ask);
    expect(await quoteCheck('MARKET')).toMatchObject({ passed: false, message });
    expect(await quoteCheck('LIMIT')).toMatchObject({ passed: true, message });
  });

  it('shows that the quote is old, and when it is good', async () => {
    expect(await quoteCheck('MARKET')).toMatchObject({
      ...{ passed: true, message: 'The quote is fresh and two-sided.' },
    });
    t.clock.advance(16 * 60_000);
    expect(await quoteCheck('MARKET')).toMatchObject({
      ...{ passed: false },
      message: 'The quote has not changed for 960 s, more than the 900 s allowed.',
    });
  });
});
