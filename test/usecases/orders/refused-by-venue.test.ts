import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

const OVER_QUOTA = { status: 429, text: 'Quota Violation: retry after 1' };
const NO = { status: 400, text: 'Invalid parameter, price: no.' };

describe('an order that the venue refuses', () => {
  let t: TradierDesk;

  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  async function opened() {
    const { id } = await t.place();
    const [entry = 0] = t.legs();
    t.venue.fill(entry, { price: '1.50' });
    await t.sync();
    return t.stored(id);
  }

  it('returns the venue’s words to the person who closes, and the trade stays open with its exits', async () => {
    const { trade } = await opened();
    t.venue.fail('POST /orders', NO);
    const close = { id: trade.id, expectedVersion: trade.version, idempotencyKey: t.key() };
    const closing = t.desk.trading.executeOrder(ADA, { close: { ...close, orderType: 'MARKET' } });
    await expect(closing).rejects.toMatchObject({ code: 'VENUE_REJECTED', message: NO.text });
    const stands = (await t.stored(trade.id)).trade;
    expect(stands).toMatchObject({ status: 'OPEN', closeRequest: null, protection: 'VENUE' });
  });

  it('is sent again once there is room: a spent budget refuses no exit for good', async () => {
    const { trade } = await opened();
    t.venue.fail('POST /orders', OVER_QUOTA, 2);
    const adjust = { id: trade.id, expectedVersion: trade.version, idempotencyKey: t.key() };
    const moving = t.desk.trading.updatePosition(ADA, {
      bracket: { ...adjust, stopLoss: dec('1.20') },
    });
    await expect(moving).rejects.toMatchObject({ code: 'VENUE_UNAVAILABLE' });
    expect((await t.stored(trade.id)).trade.unprotectedSince).not.toBeNull();
    t.venue.heal();
    await t.sync();
    const stands = (await t.stored(trade.id)).trade;
    expect(stands).toMatchObject({ protection: 'VENUE', unprotectedSince: null });
    expect(stands.bracket.stopLoss?.toString()).toBe('1.2');
  });

  it('still counts the rest of a partly filled entry against the limits', async () => {
    await t.settings.change('ada', {
      limits: { ...(await t.settings.of('ada')).limits, maxPositionCost: dec(2000) },
    });
    await t.place({ quantity: dec(10) });
    const [entry = 0] = t.legs();
    t.venue.fill(entry, { quantity: 1, price: '1.50' });
    await t.sync();
    const more = t.place({ quantity: dec(5) });
    await expect(more).rejects.toMatchObject({ code: 'RISK_DENIED' });
  });
});
