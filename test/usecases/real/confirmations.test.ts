import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HmacConfirmations } from '../../../server/adapters/vault/hmac-confirmations.ts';
import { NEW_USER_SETTINGS } from '../../../server/domain/account/settings.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { confirmedBody } from '../../../server/usecases/steps/input-digest.ts';
import { databases } from '../../support/databases/databases.ts';
import { BEN, codeOf, RealDesk, SECRET } from '../../support/desks/real-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';

const MARKET = { orderType: 'MARKET', limitPrice: null, bracket: null } as const;

describe.each(databases())('the confirmation of a real entry, on %s', (_, open) => {
  let r: RealDesk;
  beforeEach(async () => {
    r = await RealDesk.start(open);
    await r.arm();
  });
  afterEach(() => r.stop());

  const sent = () => r.t.venue.orders.length;

  it('comes from the preview at any server, for 60 seconds, and places exactly that once', async () => {
    const ticket = r.t.ticket();
    const preview = await r.servers[1].previews.trade(ADA, ticket);
    expect(preview.expiresAt).toEqual(new Date(r.t.clock.now().getTime() + 60_000));
    expect(await codeOf(r.place(ticket))).toBe('CONFIRMATION_REQUIRED');
    const { confirmationToken } = preview;
    const placed = await r.place({ ...ticket, confirmationToken });
    expect(placed.id).toMatch(/^real_/);
    for (const again of [confirmationToken, null, 'another'])
      expect(await r.place({ ...ticket, confirmationToken: again }, ADA, 1)).toMatchObject({
        id: placed.id,
      });
    expect([await r.trades(), sent()]).toEqual([1, 1]);
  });

  it('keeps no server from answering: all previews are stored nowhere', async () => {
    const before = await r.logged();
    await r.tokenFor(r.t.ticket());
    await r.tokenFor(r.t.ticket(), ADA, 1);
    expect([await r.logged(), await r.trades()]).toEqual([before, 0]);
  });

  it.each([
    ['quantity', { quantity: dec(4) }],
    ['price', { limitPrice: dec('1.51') }],
    ['key', { idempotencyKey: 'another-key-1' }],
    ['bracket', { bracket: { stopLoss: dec('1.00'), takeProfit: dec('2.51') } }],
    ['missing stop', { bracket: { takeProfit: dec('2.50') } }],
    ['duration', { timeInForce: 'GTC' }],
    ['context', { context: { notes: 'mine' } }],
    ['deep context', { context: { extra: { idempotencyKey: 'a', confirmationToken: 'b' } } }],
    ['twin', { paperTwin: true }],
  ] as const)('counts for no other %s', async (_what, change) => {
    const ticket = await r.confirmed();
    expect(await codeOf(r.place({ ...ticket, ...change }))).toBe('CONFIRMATION_REQUIRED');
    expect(await r.trades()).toBe(0);
    await r.place(ticket);
  });

  it('counts for the same numbers in other words', async () => {
    const { confirmationToken, ...ticket } = await r.confirmed();
    const same = { ...ticket, quantity: dec('3.00'), limitPrice: dec('1.5000') };
    expect((await r.place({ ...same, confirmationToken })).status).toBe('PENDING');
  });

  it('counts for nobody else, for no other operation, and not as another secret signs it', async () => {
    await r.arm(BEN);
    const ticket = r.t.ticket();
    const hers = await r.tokenFor(ticket);
    expect(await codeOf(r.place({ ...ticket, confirmationToken: hers }, BEN))).toBe(
      'CONFIRMATION_REQUIRED',
    );
    const arming = (await r.t.fresh.book.read('ada').arming())!.id;
    const expiresAt = new Date(r.t.clock.now().getTime() + 60_000);
    const right = { username: 'ada', operation: 'placeTrade', body: confirmedBody(ticket) };
    const sign = (parts: object, secret = SECRET) =>
      new HmacConfirmations(secret).sign({ ...right, arming, quoted: null, expiresAt, ...parts });
    const wrong = [
      sign({ operation: 'closeTrade' }),
      sign({ username: 'Ada' }),
      sign({}, `${SECRET}!`),
      sign({ arming: null }),
      sign({ arming: 'another' }),
      sign({ expiresAt: r.t.clock.now() }),
      `${sign({})}x`,
      sign({}).slice(0, -1),
      '',
      '.',
      'e30.e30',
    ];
    for (const confirmationToken of wrong)
      expect(await codeOf(r.place({ ...ticket, confirmationToken }))).toBe('CONFIRMATION_REQUIRED');
    expect(await r.trades()).toBe(0);
    await r.place({ ...ticket, confirmationToken: sign({}) });
  });

  it.each([
    [59_999, null],
    [60_000, 'CONFIRMATION_REQUIRED'],
  ])('%i ms old is answered with %s', async (age, code) => {
    const ticket = await r.confirmed();
    r.t.clock.advance(age);
    expect(await codeOf(r.place(ticket))).toBe(code);
  });

  it('that runs out while the order is looked at stores nothing', async () => {
    const slow = await RealDesk.start(open, {
      through: (deps) => ({
        ...deps,
        passFaultPoint: (point) => {
          if (point === 'place: checked') slow.t.clock.advance(60_000);
        },
      }),
    });
    await slow.arm();
    expect(await codeOf(slow.place(await slow.confirmed()))).toBe('CONFIRMATION_REQUIRED');
    expect(await slow.trades()).toBe(0);
    await slow.stop();
  });

  it('is worth nothing after a disarming, nor after arming anew', async () => {
    const ticket = await r.confirmed();
    await r.disarm(ADA, 1);
    expect(await codeOf(r.place(ticket))).toBe('REAL_MODE_DISABLED');
    await r.arm();
    expect(await codeOf(r.place(ticket))).toBe('CONFIRMATION_REQUIRED');
    expect(await r.trades()).toBe(0);
  });

  it('is given while the market is closed for a LIMIT, not for a MARKET order', async () => {
    r.t.venue.setMarketState('closed');
    expect(await r.tokenFor(r.t.ticket(MARKET))).toBeNull();
    expect(await r.tokenFor(r.t.ticket())).toBeTruthy();
  });

  it('is not given for what cannot be priced', async () => {
    expect(await r.tokenFor(r.t.ticket(MARKET))).toBeTruthy();
    r.t.quote(1.5, 1.4);
    expect(await r.tokenFor(r.t.ticket(MARKET))).toBeNull();
    r.t.quote(1.45, 1.55);
    expect(await r.tokenFor(r.t.ticket(MARKET))).toBeTruthy();
  });

  it('is not given while a check fails, or REAL is not armed', async () => {
    const limits = { ...NEW_USER_SETTINGS.limits, maxOrderCost: dec(100) };
    await r.t.settings.change('ada', { realLimits: limits });
    expect(await r.tokenFor(r.t.ticket())).toBeNull();
    await r.t.settings.change('ada', { realLimits: NEW_USER_SETTINGS.limits });
    expect(await r.tokenFor(r.t.ticket())).toBeTruthy();
    await r.servers[0].account.setKillSwitch(ADA, 'HALT_ENTRIES');
    expect(await r.tokenFor(r.t.ticket())).toBeNull();
    await r.servers[0].account.setKillSwitch(ADA, 'OFF');
    await r.disarm();
    const { riskChecks, ...preview } = await r.servers[0].previews.trade(ADA, r.t.ticket());
    expect(riskChecks.filter(({ passed }) => !passed)).toEqual([]);
    expect([preview.confirmationToken, preview.expiresAt]).toEqual([null, null]);
  });

  it('spends nothing when the entry is refused: it may be placed as long as it lasts', async () => {
    const ticket = await r.confirmed();
    await r.servers[0].account.setKillSwitch(ADA, 'HALT_ENTRIES');
    expect(await codeOf(r.place(ticket))).toBe('RISK_DENIED');
    await r.servers[0].account.setKillSwitch(ADA, 'OFF');
    expect((await r.place(ticket)).status).toBe('PENDING');
  });

  it('makes one trade of fifty uses at once at two servers', async () => {
    const ticket = await r.confirmed();
    const placed = await Promise.all(
      Array.from({ length: 50 }, (_, n) => r.place(ticket, ADA, n % 2)),
    );
    expect(new Set(placed.map(({ id }) => id)).size).toBe(1);
    expect([await r.trades(), sent()]).toEqual([1, 1]);
  });
});
