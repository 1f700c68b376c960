import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { ADA, TradierDesk } from '../support/tradier-desk.ts';

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

  it('shows its close also while nobody prices it', async () => {
    t.venue.fail('GET /markets/quotes', { status: 502, text: 'Bad Gateway' }, 3);
    const close = { id, expectedVersion: version, idempotencyKey: t.key() };
    const preview = await t.desk.previewClose(ADA, { ...close, orderType: 'MARKET' });
    expect(preview.cost).toBeNull();
    expect(preview.fees?.toString()).toBe('1.05');
  });

  it('has a key of its own for taking the target away', async () => {
    const adjust = { id, expectedVersion: version, idempotencyKey: t.key(), stopLoss: dec('1.2') };
    await t.desk.adjustBracket(ADA, adjust);
    const other = t.desk.adjustBracket(ADA, { ...adjust, takeProfit: null });
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    expect((await t.desk.adjustBracket(ADA, adjust)).id).toBe(id);
  });
});
