import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import { databases } from '../../support/databases/databases.ts';
import { ADA, BEN, BONK, WALLET, WalletDesk, WIF } from '../../support/desks/wallet-desk.ts';

describe.each(databases())('a holding that is not booked, on %s,', (_, open) => {
  let t: WalletDesk;
  beforeEach(async () => {
    t = await WalletDesk.start(open);
    t.wallet.put(BONK.symbol, 20_000_000n, 5);
  });
  afterEach(() => t.close());

  const held = async () =>
    (await t.desk.account.holdings(ADA))!.holdings.find(({ mint }) => mint === BONK.symbol)!;

  it('is adopted as an OPEN trade, and deposits grow by its cost', async () => {
    await t.look();
    const trade = await t.adopt();
    expect(trade).toMatchObject({
      ...{ mode: 'REAL', status: 'OPEN', venue: 'JUPITER', venueAccount: WALLET, side: 'BUY' },
      ...{ openQuantity: dec('100.5'), entryCost: dec('50.25'), fees: dec(0) },
      ...{ adoptedAt: t.clock.now() },
    });
    expect(trade.instrument).toMatchObject({ symbol: BONK.symbol, decimals: 5 });
    expect(await t.deposits()).toEqual(['1300', '50.25']);
    const { cash } = await t.fresh.book.read('ada').account();
    expect(cash.toFixed()).toBe('101300');
    expect(await held()).toMatchObject({ booked: dec('100.5'), unbooked: dec('99.5') });
    const log = (await t.log()).join('\n');
    expect(log).toContain(`HOLDING_ADOPTED: 100.5 DezX (${BONK.symbol})`);
    expect(log).toContain('from my old tracker');
    await t.look();
    expect(await t.states()).toMatchObject({
      QUANTITY: 'HOLDS',
      AVERAGE_PRICE: 'HOLDS',
      CASH: 'HOLDS',
    });
    const [report] = await t.desk.account.accountReports(ADA);
    expect(report?.deposited?.toFixed()).toBe('1350.25');
    expect(await t.alerts()).toEqual([]);
  });

  it('counts as no entry of the day', async () => {
    await t.adopt();
    expect(await t.fresh.book.read('ada').placedSince(new Date(0))).toBe(0);
  });

  it('is previewed with the whole mint, and needs that confirmation for exactly this', async () => {
    const input = t.adoption();
    const preview = await t.desk.care.previewAdoption(ADA, input);
    expect(preview).toMatchObject({
      ...{ mint: BONK.symbol, wallet: WALLET, decimals: 5, unbooked: dec(200), booked: dec(0) },
      price: dec('0.5'),
    });
    const { confirmationToken } = preview;
    const without = t.desk.care.adoptHolding(ADA, input);
    await expect(without).rejects.toMatchObject({ code: 'CONFIRMATION_REQUIRED' });
    const dearer = { ...input, cost: dec(51), confirmationToken };
    await expect(t.desk.care.adoptHolding(ADA, dearer)).rejects.toMatchObject({
      code: 'CONFIRMATION_REQUIRED',
    });
    const others = t.desk.care.adoptHolding(BEN, { ...input, confirmationToken });
    await expect(others).rejects.toMatchObject({ code: 'CONFIRMATION_REQUIRED' });
    t.clock.advance(60_000);
    const late = t.desk.care.adoptHolding(ADA, { ...input, confirmationToken });
    await expect(late).rejects.toMatchObject({ code: 'CONFIRMATION_REQUIRED' });
    expect((await t.log()).filter((line) => line.startsWith('ADOPT_HOLDING_REFUSED'))).toHaveLength(
      3,
    );
  });

  it('is adopted once for one key, which tells another input apart', async () => {
    const input = t.adoption();
    const { confirmationToken } = await t.desk.care.previewAdoption(ADA, input);
    const confirmed = { ...input, confirmationToken };
    const all = await Promise.all([1, 2, 3].map(() => t.desk.care.adoptHolding(ADA, confirmed)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect((await held()).booked.toFixed()).toBe('100.5');
    const other = t.desk.care.adoptHolding(ADA, { ...confirmed, quantity: dec(1) });
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('is never adopted twice, however many adopt at once at two servers', async () => {
    const other = t.server(true);
    const tried = await Promise.allSettled([
      ...[0, 1, 2].map(() => t.adopt({ quantity: dec(80) }, ADA)),
      ...[0, 1, 2].map(() => t.adopt({ quantity: dec(80) }, BEN, other)),
    ]);
    const done = tried.filter(({ status }) => status === 'fulfilled');
    expect(done.length).toBeGreaterThanOrEqual(1);
    expect((await held()).booked.lessThanOrEqualTo(200)).toBe(true);
    // The user who lost the race may try again: the rest is adopted, and no more.
    while ((await held()).unbooked!.greaterThanOrEqualTo(80))
      await t.adopt({ quantity: dec(80) }, BEN);
    await expect(t.adopt({ quantity: dec('40.00001') })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      detail: { field: 'input.quantity' },
    });
    await t.look();
    expect((await t.states()).QUANTITY).toBe('HOLDS');
  });

  it('never exceeds the wallet, whatever is held and in whatever order two users adopt', async () => {
    const step = fc.record({ ada: fc.boolean(), raw: fc.integer({ min: 1, max: 400 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const before = (await held().catch(() => null))?.booked ?? dec(0);
        t.wallet.put(BONK.symbol, BigInt(before.times(1e5).toFixed()) + 600n, 5);
        const tried = steps.map(({ ada, raw }) =>
          t.adopt({ quantity: dec(raw).div(1e5) }, ada ? ADA : BEN).then(
            () => raw,
            () => 0,
          ),
        );
        const adopted = (await Promise.all(tried)).reduce((a, b) => a + b, 0);
        await t.look();
        expect((await held()).booked.toFixed()).toBe(before.plus(dec(adopted).div(1e5)).toFixed());
        expect(adopted).toBeLessThanOrEqual(600);
      }),
      { numRuns: 6 },
    );
  });

  it.each([
    ['a mint that is none', { mint: 'BONK' }, 'input.mint'],
    ['SOL, which is cash already', { mint: SOL_MINT }, 'input.mint'],
    ['USDC, which is cash already', { mint: USDC_MINT }, 'input.mint'],
    ['more than is there', { quantity: dec('200.00001') }, 'input.quantity'],
    ['more decimals than the mint has', { quantity: dec('0.000001') }, 'input.quantity'],
    ['nothing', { quantity: dec(0) }, 'input.quantity'],
    ['what is there no more', { mint: WIF.symbol }, 'input.quantity'],
    ['what was never there', { mint: 'So22222222222222222222222222222222222222222' }, 'input.mint'],
    ['no cost', { cost: dec(0) }, 'input.cost'],
    ['no note', { note: '  ' }, 'input.note'],
  ])('refuses %s', async (_what, parts, field) => {
    t.wallet.put(WIF.symbol, 0n, 6);
    const preview = t.desk.care.previewAdoption(ADA, t.adoption(parts));
    await expect(preview).rejects.toMatchObject({ code: 'BAD_USER_INPUT', detail: { field } });
  });

  it('is left alone while the wallet cannot be read, or a node shows it as it was', async () => {
    await t.look();
    t.wallet.silent = true;
    await expect(t.adopt()).rejects.toMatchObject({ code: 'VENUE_UNAVAILABLE' });
    t.wallet.silent = false;
    t.wallet.slot = 1;
    await expect(t.adopt()).rejects.toMatchObject({ code: 'VENUE_UNAVAILABLE' });
  });

  it('belongs to those whose wallet it is, and needs REAL_TRADING, but no arming', async () => {
    t.named.delete('ben');
    await expect(t.adopt({}, BEN)).rejects.toMatchObject({ code: 'REAL_MODE_DISABLED' });
    expect((await t.adopt()).status).toBe('OPEN');
    t.mayTrade = false;
    t.desk = t.server();
    await expect(t.adopt()).rejects.toMatchObject({ code: 'REAL_MODE_DISABLED' });
  });

  it('has exits like any other once it is adopted', async () => {
    const { id, version } = await t.adopt();
    const input = {
      ...{ id, expectedVersion: version, idempotencyKey: 'exits-of-adopted' },
      ...{ stopLoss: dec('0.4'), takeProfit: dec('2') },
    };
    const { confirmationToken } = await t.desk.previews.adjust(ADA, input);
    const trade = await t.desk.trading.updatePosition(ADA, {
      bracket: { ...input, confirmationToken },
    });
    expect(trade).toMatchObject({ protection: 'WATCHED', bracket: { stopLoss: dec('0.4') } });
    t.tokens.tell(BONK.symbol, '0.3');
    for (let n = 0; n < 8; n += 1) {
      t.tokens.pass();
      await t.desk.watchExits.execute();
      await t.desk.syncOrders.execute();
    }
    expect((await t.fresh.book.read('ada').trade(id))?.trade.status).toBe('SL_HIT');
  });
});
