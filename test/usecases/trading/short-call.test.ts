import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { Refusal, type RiskCheck } from '../../../server/domain/refusal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { databases } from '../../support/databases/databases.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

describe.each(databases())('a call sold at Tradier, kept on %s', (_, open) => {
  let t: TradierDesk;
  beforeEach(async () => void (t = await TradierDesk.start(open)));
  afterEach(() => t.close());

  const CALL = { side: 'SELL_TO_OPEN', quantity: dec(1), bracket: null } as const;
  const SHARES: Partial<TicketInput> = {
    ...{ option: null, equity: { symbol: 'SPY' }, side: 'BUY', quantity: dec(100) },
    ...{ limitPrice: dec('558.22'), bracket: null },
  };
  const cover = (checks: readonly RiskCheck[] | undefined) =>
    checks?.find(({ rule }) => rule === 'COVER');

  async function denied(what: Promise<unknown>) {
    const error: unknown = await what.catch((reason: unknown) => reason);
    if (!(error instanceof Refusal)) throw new Error(`Not refused but ${String(error)}`);
    expect(error.code).toBe('RISK_DENIED');
    return cover(error.detail.checks);
  }
  async function filled(parts: Partial<TicketInput>, price: string) {
    const { id } = await t.place(parts);
    t.venue.fill(t.venue.orders.at(-1)!.id, { price });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('OPEN');
    return id;
  }
  async function close(id: string, price: string) {
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const keyed = { id, expectedVersion, idempotencyKey: t.key(), orderType: 'MARKET' } as const;
    const { coverNote } = await t.desk.previews.close(ADA, keyed);
    await t.desk.trading.executeOrder(ADA, { close: keyed });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('MANUAL_CLOSE');
    return coverNote;
  }

  it('is denied without shares, in the ticket too, and never reaches the venue', async () => {
    const naked = { rule: 'COVER', passed: false, limit: '0', actual: '100' };
    const { riskChecks } = await t.desk.previews.trade(ADA, t.ticket(CALL));
    expect(cover(riskChecks)).toMatchObject(naked);
    expect(await denied(t.place(CALL))).toMatchObject(naked);
    expect(t.venue.count('POST /orders')).toBe(1); // The preview that the venue was asked for.
    expect(t.venue.orders).toEqual([]);
  });

  it('is accepted with shares, each of which covers one call, however many are sent at once', async () => {
    await filled({ ...SHARES, quantity: dec(199) }, '558.20');
    const sent = await Promise.allSettled([t.place(CALL), t.place(CALL), t.place(CALL)]);
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await denied(t.place(CALL))).toMatchObject({ limit: '99', actual: '100' });
    expect(t.venue.orders.filter(({ side }) => side === 'sell_to_open')).toHaveLength(1);
  });

  it('may be bought back, and its shares sold: the alert names what is uncovered then', async () => {
    const shares = await filled(SHARES, '558.20');
    const call = await filled(CALL, '1.50');
    expect(await t.alerts()).toEqual([]);
    expect(await close(shares, '558.20')).toContain('100 shares');
    expect(await t.alerts()).toEqual(['UNCOVERED']);
    const page = await t.fresh.book.read('ada').alerts(true, { first: 5, after: null });
    expect(page.items[0]?.item).toMatchObject({ severity: 'CRITICAL', tradeId: call });
    expect(await close(call, '1.55')).toBeNull();
    expect(await t.alerts()).toEqual([]);
  });

  it('is covered again by shares that are bought', async () => {
    const shares = await filled(SHARES, '558.20');
    await filled(CALL, '1.50');
    await close(shares, '558.20');
    await filled(SHARES, '558.20');
    expect(await t.alerts()).toEqual([]);
  });
});
