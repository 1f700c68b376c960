import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { databases } from '../../support/databases/databases.ts';
import { codeOf, RealDesk } from '../../support/desks/real-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';

describe.each(databases())('the confirmation of a close or a move of exits, on %s', (_, open) => {
  let r: RealDesk;
  beforeEach(async () => {
    r = await RealDesk.start(open);
  });
  afterEach(() => r.stop());

  it('needs no arming, is for that very input, and is used once', async () => {
    const id = await r.held();
    const moving = { ...(await r.keyed(id)), stopLoss: dec('1.20') };
    expect(await codeOf(r.adjust(moving))).toBe('CONFIRMATION_REQUIRED');
    const { confirmationToken } = await r.servers[1].previews.adjust(ADA, moving);
    for (const other of [{ stopLoss: dec('1.21') }, { takeProfit: null }, { takeProfit: dec(3) }])
      expect(await codeOf(r.adjust({ ...moving, ...other, confirmationToken }))).toBe(
        'CONFIRMATION_REQUIRED',
      );
    const moved = await r.adjust({ ...moving, confirmationToken });
    expect(moved.bracket.stopLoss?.toFixed()).toBe('1.2');
    expect((await r.adjust({ ...moving, confirmationToken }, 1)).version).toBeGreaterThanOrEqual(
      moved.version,
    );
    const closing = { ...(await r.keyed(id)), orderType: 'MARKET' } as const;
    expect(await codeOf(r.close(closing))).toBe('CONFIRMATION_REQUIRED');
    expect(await codeOf(r.close({ ...closing, confirmationToken }))).toBe('CONFIRMATION_REQUIRED');
    const token = (await r.servers[1].previews.close(ADA, closing)).confirmationToken;
    const part = { ...closing, quantity: dec(1), confirmationToken: token };
    expect(await codeOf(r.close(part))).toBe('CONFIRMATION_REQUIRED');
    expect((await r.close({ ...closing, confirmationToken: token })).status).toBe('CLOSING');
  });

  it('is given even when nothing can be priced', async () => {
    const id = await r.held();
    r.t.venue.fail('GET /markets/quotes', { status: 503 }, 50);
    const closing = { ...(await r.keyed(id)), orderType: 'MARKET' } as const;
    const close = await r.servers[0].previews.close(ADA, closing);
    expect([close.cost, typeof close.confirmationToken]).toEqual([null, 'string']);
    const { confirmationToken } = close;
    expect((await r.close({ ...closing, confirmationToken })).status).toBe('CLOSING');
  });

  it('lasts 60 seconds', async () => {
    const closing = { ...(await r.keyed(await r.held())), orderType: 'MARKET' } as const;
    const { confirmationToken, expiresAt } = await r.servers[0].previews.close(ADA, closing);
    r.t.clock.set(expiresAt!);
    expect(await codeOf(r.close({ ...closing, confirmationToken }))).toBe('CONFIRMATION_REQUIRED');
  });

  it('that runs out while the close is looked at changes nothing', async () => {
    const slow = await RealDesk.start(open, {
      through: (deps) => ({
        ...deps,
        passFaultPoint: (point) => {
          if (point === 'request: checked') slow.t.clock.advance(60_000);
        },
      }),
    });
    const id = await slow.held();
    const closing = { ...(await slow.keyed(id)), orderType: 'MARKET' } as const;
    const { confirmationToken } = await slow.servers[0].previews.close(ADA, closing);
    expect(await codeOf(slow.close({ ...closing, confirmationToken }))).toBe(
      'CONFIRMATION_REQUIRED',
    );
    expect((await slow.t.stored(id)).trade.status).toBe('OPEN');
    await slow.stop();
  });

  it('is spent by no CONFLICT', async () => {
    const id = await r.held();
    const { version } = (await r.t.stored(id)).trade;
    const stale = { ...(await r.keyed(id)), expectedVersion: version - 1, orderType: 'MARKET' };
    const closing = { ...stale, orderType: 'MARKET' } as const;
    const { confirmationToken } = await r.servers[0].previews.close(ADA, closing);
    expect(await codeOf(r.close({ ...closing, confirmationToken }))).toBe('CONFLICT');
    const now = { ...closing, expectedVersion: version };
    const fresh = (await r.servers[0].previews.close(ADA, now)).confirmationToken;
    expect((await r.close({ ...now, confirmationToken: fresh })).status).toBe('CLOSING');
  });

  it('is not needed to cancel an entry', async () => {
    await r.arm();
    const { id } = await r.place(await r.confirmed());
    await r.disarm();
    const cancel = await r.keyed(id);
    expect((await r.servers[1].trading.executeOrder(ADA, { cancel })).id).toBe(id);
    await r.t.sync();
    expect((await r.t.stored(id)).trade.status).toBe('CANCELED');
  });
});
