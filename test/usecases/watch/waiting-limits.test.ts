import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GatedBrokers } from '../../../server/adapters/routing/gated-brokers.ts';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import { OpeningGate } from '../../../server/usecases/steps/opening-gate.ts';
import { databases } from '../../support/databases/databases.ts';
import { BONK, exits, TokenDesk } from '../../support/desks/token-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';

const MIDNIGHT = new Date('2026-03-11T04:00:00Z');

describe.each(databases())('a limit that waits at the desk, on %s', (_name, open) => {
  let t: TokenDesk;
  beforeEach(async () => void (t = await TokenDesk.start(open)));
  afterEach(() => t.end());

  const entries = () => t.tokens.asked.filter(({ urgency }) => urgency === 'ENTRY').length;

  it('is bought once the price meets it, for dollars of its price, and gets its exits', async () => {
    const id = await t.waits('0.98', { bracket: exits('0.90', '1.20') });
    await t.rounds('0.99', 3);
    expect(await t.status(id)).toBe('PENDING');
    expect(entries()).toBe(0);
    t.tokens.impactPct = '0.1';
    await t.rounds('0.97');
    const { trade, orders } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'OPEN', protection: 'WATCHED', unprotectedSeconds: 0 });
    expect(orders).toMatchObject([
      { role: 'ENTRY', status: 'FILLED', pays: dec(97), type: 'LIMIT', slippagePct: dec(1) },
    ]);
    expect(await t.events(id)).toEqual([
      ...['INTENT_STORED', 'ORDER_SUBMITTED', 'ORDER_ACCEPTED', 'ENTRY_FILLED', 'EXITS_WATCHED'],
    ]);
    await t.rounds('0.89', 2);
    expect(await t.status(id)).toBe('SL_HIT');
  });

  it('waits on while the quote of its size costs more, and asks no more than it needs', async () => {
    const id = await t.waits('0.98');
    t.tokens.impactPct = '3';
    await t.rounds('0.97', 6);
    expect(await t.status(id)).toBe('PENDING');
    expect(entries()).toBe(1);
    await t.rounds('0.95');
    expect(entries()).toBe(2);
    expect(await t.status(id)).toBe('OPEN');
    expect((await t.stored(id)).trade.entryCost.toFixed()).toBe('95');
  });

  it('is not bought at a price that allows no entry', async () => {
    const id = await t.waits('0.98');
    await t.rounds({ JUPITER: '0.97', DEXSCREENER: '0.97', QUOTE: 'SILENT' }, 3);
    await t.rounds({ JUPITER: '0.94', DEXSCREENER: '0.98', QUOTE: '0.97' }, 3);
    expect(await t.status(id)).toBe('PENDING');
    expect(entries()).toBe(0);
  });

  it('is not bought when the quote of its own size contradicts the price', async () => {
    const id = await t.waits('0.98');
    t.tokens.quoteAt(BONK.symbol, '0.90');
    await t.rounds('0.97', 2);
    expect(await t.status(id)).toBe('PENDING');
    expect(t.broker.placed).toEqual([]);
  });

  it('has what the swap got, more or less than asked for, and is filled all the same', async () => {
    const id = await t.waits('0.98');
    t.broker.beforePlace = async () => void t.tokens.quoteAt(BONK.symbol, '0.975');
    await t.rounds('0.97');
    const { trade, orders } = await t.stored(id);
    expect(trade.filledQuantity.toFixed()).toBe('99.48717');
    expect(orders).toMatchObject([{ status: 'FILLED' }]);
    await t.desk.syncOrders.execute();
    expect((await t.stored(id)).trade.version).toBe(trade.version);
    const closed = await t.close(id);
    expect(closed).toMatchObject({ status: 'MANUAL_CLOSE', openQuantity: ZERO });
  });

  it('is unknown to syncs and comparisons: never absent, never unknown', async () => {
    const id = await t.waits('0.90');
    const { trade } = await t.stored(id);
    for (let minute = 0; minute < 5; minute += 1) {
      await t.rounds('1', 6);
      await t.desk.syncOrders.execute();
      await t.desk.reconcile.execute();
    }
    expect((await t.stored(id)).trade.version).toBe(trade.version);
    // The wallet of this test reports no money.
    expect([...new Set(await t.alerts())]).toEqual(['INVARIANT_UNKNOWN']);
  });

  it('hinders no comparison of what is held in the same token', async () => {
    await t.waits('0.90');
    await t.holds(exits(null));
    await t.desk.reconcile.execute();
    await t.desk.reconcile.execute();
    const checks = await t.desk.account.invariants(ADA);
    const quantity = checks.find(
      ({ invariant, state }) => invariant === 'QUANTITY' && state === 'DIFFERS',
    );
    expect(quantity).toBeDefined();
  });

  it('is canceled at once, and no venue is asked', async () => {
    const id = await t.waits('0.90', { bracket: exits('0.80') });
    const canceled = await t.cancel(id);
    expect(canceled).toMatchObject({
      ...{ status: 'CANCELED', reason: 'it was canceled before its price was met' },
    });
    expect(await t.last(id)).toMatchObject({ status: 'CANCELED' });
    expect(t.broker.questions).toEqual([]);
    expect(await t.alerts()).toEqual([]);
  });

  it('ends with its day at New York’s midnight, by the watch', async () => {
    const id = await t.waits('0.90', { timeInForce: 'DAY' });
    const gtc = await t.waits('0.90');
    t.clock.set(new Date(MIDNIGHT.getTime() - 10_000 - 1_000));
    await t.rounds('1');
    expect(await t.status(id)).toBe('PENDING');
    await t.rounds('1');
    expect(await t.stored(id)).toMatchObject({
      trade: { status: 'CANCELED', reason: 'its price was not met by midnight in New York' },
      orders: [{ status: 'EXPIRED' }],
    });
    expect(await t.status(gtc)).toBe('PENDING');
  });

  it('ends with its day at the start of a desk that was down then, before its price is looked at', async () => {
    const id = await t.waits('0.98', { timeInForce: 'DAY' });
    t.clock.set(new Date(MIDNIGHT.getTime() + 3_600_000));
    t.tokens.list(BONK.symbol, '0.97', BONK.decimals);
    t.restart((deps) => {
      const gate = new OpeningGate(deps.timers);
      return { ...deps, gate, brokers: new GatedBrokers(deps.brokers, gate) };
    });
    await t.desk.compareAtStart.execute();
    expect(await t.status(id)).toBe('CANCELED');
    expect(t.broker.placed).toEqual([]);
  });

  it.each(['HALT_ENTRIES', 'HALT_ALL'] as const)('waits on under %s', async (level) => {
    const id = await t.waits('0.98');
    await t.halt(level);
    await t.rounds('0.97', 2);
    expect(await t.status(id)).toBe('PENDING');
    await t.halt('OFF');
    t.deskHalt = level;
    await t.rounds('0.97', 2);
    expect(await t.status(id)).toBe('PENDING');
    expect(entries()).toBe(0);
    t.deskHalt = 'OFF';
    await t.rounds('0.97');
    expect(await t.status(id)).toBe('OPEN');
  });

  it('waits while its log was not read since the start, where entries wait for that', async () => {
    const id = await t.waits('0.98');
    let isRead = false;
    const logs = {
      isReady: () => isRead,
      ready: async () => {},
      readUpTo: () => null,
      faultAt: () => null,
    };
    t.restart((deps) => ({ ...deps, logs }));
    await t.rounds('0.97', 2);
    expect([await t.status(id), t.broker.placed]).toEqual(['PENDING', []]);
    isRead = true;
    await t.rounds('0.97');
    expect(await t.status(id)).toBe('OPEN');
  });

  it('goes out under no halt that was raised while its quote was asked', async () => {
    const id = await t.waits('0.98');
    t.tokens.beforeQuote = async () => t.halt('HALT_ENTRIES');
    await t.rounds('0.97');
    expect(await t.status(id)).toBe('PENDING');
    expect(t.broker.placed).toEqual([]);
  });
});
