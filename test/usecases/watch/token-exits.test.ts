import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { newTrail } from '../../../server/domain/trade/trail-stop.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import { databases } from '../../support/databases/databases.ts';
import { BONK, exits, TokenDesk } from '../../support/desks/token-desk.ts';

describe.each(databases())('exits of a token that the desk holds, on %s', (_name, open) => {
  let t: TokenDesk;
  beforeEach(async () => void (t = await TokenDesk.start(open)));
  afterEach(() => t.end());

  const sales = () => t.tokens.asked.filter(({ urgency }) => urgency === 'EXIT').length;

  it('sell at a stop after two looks, with all of it', async () => {
    const id = await t.holds(exits('0.95'));
    await t.rounds('1.01');
    await t.rounds('0.94');
    expect(await t.status(id)).toBe('OPEN');
    expect(sales()).toBe(0);
    await t.rounds('0.94');
    expect(await t.stored(id)).toMatchObject({ trade: { status: 'SL_HIT', openQuantity: dec(0) } });
    expect(await t.last(id)).toMatchObject({
      ...{ role: 'STOP_LOSS', type: 'MARKET', quantity: dec(100), slippagePct: dec(1) },
      ...{ status: 'FILLED', pays: null },
    });
    expect(t.broker.placed).toHaveLength(1);
    expect(await t.alerts()).toEqual([]);
  });

  it('sell nothing at one low round between two', async () => {
    const id = await t.holds(exits('0.95'));
    for (let flash = 0; flash < 3; flash += 1) {
      await t.rounds('0.94');
      await t.rounds('0.96');
    }
    expect(await t.status(id)).toBe('OPEN');
    expect(sales()).toBe(0);
  });

  it('count no look from before the entry', async () => {
    t.tokens.tell(BONK.symbol, '0.94');
    t.tokens.pass(2);
    t.clock.advance(1_000);
    const id = await t.holds(exits('0.95'));
    await t.look();
    await t.rounds('0.94');
    expect(await t.status(id)).toBe('OPEN');
    await t.rounds('0.94');
    expect(await t.status(id)).toBe('SL_HIT');
  });

  it('sell never against the quote, and say so once for as long as it lasts', async () => {
    const id = await t.holds(exits('0.95'));
    t.tokens.quoteAt(BONK.symbol, '0.99');
    await t.rounds('0.94', 6);
    expect(await t.status(id)).toBe('OPEN');
    expect(t.broker.placed).toEqual([]);
    expect(await t.alerts()).toEqual(['PRICE_CONFLICT']);
    t.tokens.quoteAt(BONK.symbol, null);
    await t.rounds('0.94');
    expect(await t.status(id)).toBe('SL_HIT');
    expect(await t.alerts()).toEqual([]);
  });

  it('tell a conflict no longer once the quote agrees, though the sale fails', async () => {
    const id = await t.holds(exits('0.95'));
    t.tokens.quoteAt(BONK.symbol, '0.99');
    await t.rounds('0.94', 3);
    t.tokens.quoteAt(BONK.symbol, null);
    t.broker.luck.push('REVERTS');
    await t.rounds('0.94');
    expect(await t.status(id)).toBe('OPEN');
    expect(await t.alerts()).toEqual(['EXIT_REFUSED']);
  });

  it('tell no conflict while price and quote are about to meet', async () => {
    const id = await t.holds(exits('0.95'));
    t.tokens.impactPct = '0';
    t.tokens.quoteAt(BONK.symbol, '0.951');
    await t.rounds('0.949', 4);
    expect(await t.status(id)).toBe('OPEN');
    expect(await t.alerts()).toEqual([]);
  });

  it('need no quote at a stop that both indexers are beyond', async () => {
    const id = await t.holds(exits('0.95'));
    t.tokens.quoting = 'PUT_OFF';
    await t.rounds({ JUPITER: '0.94', DEXSCREENER: '0.94', QUOTE: '0.94' }, 2);
    expect(await t.status(id)).toBe('SL_HIT');
  });

  it('wait for a quote when one of the indexers is not beyond the stop', async () => {
    const id = await t.holds(exits('0.95'));
    t.tokens.quoting = 'SILENT';
    await t.rounds({ JUPITER: '0.94', DEXSCREENER: '0.955', QUOTE: '0.94' }, 4);
    expect(await t.status(id)).toBe('OPEN');
    t.tokens.quoting = 'ANSWERS';
    t.tokens.quoteAt(BONK.symbol, '0.94');
    await t.look();
    expect(await t.status(id)).toBe('SL_HIT');
  });

  it('cannot be sold where nothing routes, which is told at once and ends with a route', async () => {
    const id = await t.holds(exits('0.95'));
    t.tokens.quoting = 'NO_ROUTE';
    await t.rounds('0.94', 2);
    expect(await t.alerts()).toEqual(['WATCH_BLIND']);
    await t.rounds('0.94', 3);
    expect(await t.alerts()).toEqual(['WATCH_BLIND']);
    t.tokens.quoting = 'ANSWERS';
    await t.rounds('0.94');
    expect(await t.status(id)).toBe('SL_HIT');
    expect(await t.alerts()).toEqual([]);
  });

  it('sell at a target only when the quote meets it, all fees off', async () => {
    const id = await t.holds(exits(null, '1.05'));
    t.tokens.impactPct = '2';
    await t.rounds('1.06');
    await t.rounds('1.06');
    expect(await t.status(id)).toBe('OPEN');
    t.tokens.impactPct = '0.1';
    await t.rounds('1.06', 6);
    expect(await t.status(id)).toBe('TP_HIT');
    expect(await t.last(id)).toMatchObject({ type: 'LIMIT', limitPrice: dec('1.05') });
  });

  it('take the network’s fee off before a target is met', async () => {
    const id = await t.holds(exits(null, '1.05'));
    t.tokens.impactPct = '0';
    // A swap costs 105,000 lamports, which are 0.01575 dollars, or 0.0001575 for each of a hundred.
    t.tokens.quoteAt(BONK.symbol, '1.0501');
    await t.rounds('1.06', 2);
    expect(await t.status(id)).toBe('OPEN');
    t.tokens.quoteAt(BONK.symbol, '1.0502');
    await t.rounds('1.061', 7);
    expect(await t.status(id)).toBe('TP_HIT');
  });

  it('ask again for a target only where the price might meet it, or after a minute', async () => {
    await t.holds(exits(null, '1.05'));
    t.tokens.impactPct = '2';
    await t.rounds('1.06', 6);
    expect(sales()).toBe(1);
    await t.rounds('1.06');
    expect(sales()).toBe(2);
    await t.rounds('1.08');
    expect(sales()).toBe(3);
  });

  it('fail instead of selling below the target, and try again after a pause', async () => {
    const id = await t.holds(exits(null, '1.05'));
    t.broker.beforePlace = async () => void t.tokens.quoteAt(BONK.symbol, '1.04');
    await t.rounds('1.06');
    expect(await t.stored(id)).toMatchObject({ trade: { status: 'OPEN', protection: 'WATCHED' } });
    expect(await t.last(id)).toMatchObject({ status: 'REJECTED' });
    t.broker.beforePlace = async () => undefined;
    t.tokens.quoteAt(BONK.symbol, null);
    await t.rounds('1.06', 5);
    expect(await t.status(id)).toBe('OPEN');
    await t.rounds('1.06', 2);
    expect(await t.status(id)).toBe('TP_HIT');
  });

  it('widen the slippage of a stop with each swap that fails, up to five percent', async () => {
    const id = await t.holds(exits('0.95'));
    t.broker.luck.push('REVERTS', 'REVERTS', 'REVERTS', 'REVERTS');
    await t.rounds('0.94', 4);
    const tried = t.broker.placed.map(({ orders }) => orders[0]?.slippagePct?.toFixed());
    expect(tried).toEqual(['1', '3', '5']);
    expect(await t.status(id)).toBe('OPEN');
    expect(await t.alerts()).toEqual(['EXIT_REFUSED']);
    await t.rounds('0.94', 20);
    expect(await t.status(id)).toBe('SL_HIT');
    expect(await t.last(id)).toMatchObject({ slippagePct: dec(5) });
    const { trade } = await t.stored(id);
    expect(trade.fees.toFixed()).toBe('0.1');
  });

  it('are sold again a moment after no swap could be sent, and not at each look', async () => {
    const id = await t.holds(exits('0.95'));
    t.broker.luck.push('BUSY', 'BUSY', 'BUSY');
    await t.rounds('0.94', 2);
    for (let look = 0; look < 5; look += 1) await t.look();
    expect(t.broker.luck).toHaveLength(2);
    await t.rounds('0.94', 2);
    expect(t.broker.luck).toHaveLength(1);
    await t.rounds('0.94', 3);
    expect(t.broker.luck).toHaveLength(0);
    await t.rounds('0.94', 6);
    expect(await t.status(id)).toBe('SL_HIT');
  });

  it('follow accepted prices with a trail, and sell at it', async () => {
    const trail = newTrail(dec(5), exits('0.90'));
    const id = await t.holds(exits('0.90'), { trail });
    await t.rounds('1.05');
    await t.rounds('1.10');
    await t.rounds('1.08', 4);
    const { trade } = await t.stored(id);
    expect(trade.trail?.best?.toFixed()).toBe('1.1');
    expect(trade.bracket.stopLoss?.toFixed()).toBe('1.045');
    await t.rounds('1.04', 2);
    expect(await t.status(id)).toBe('SL_HIT');
  });

  it('follow no step before it is confirmed', async () => {
    const id = await t.holds(exits('0.90'), { trail: newTrail(dec(5), exits('0.90')) });
    await t.rounds('1.50');
    expect((await t.stored(id)).trade.trail?.best?.toFixed()).toBe('1');
    await t.rounds('1.50', 2);
    expect((await t.stored(id)).trade.trail?.best?.toFixed()).toBe('1.5');
  });

  it('are adopted by the desk with the entry, never unprotected, and moved at once', async () => {
    const id = await t.holds(exits('0.95'), { protection: 'NONE' });
    await t.desk.syncOrders.execute();
    expect((await t.stored(id)).trade.protection).toBe('WATCHED');
    const bracket = { ...(await t.keyed(id)), stopLoss: dec('0.97') };
    await t.desk.trading.updatePosition(ADA, { bracket });
    expect((await t.stored(id)).trade).toMatchObject({
      ...{ bracket: { stopLoss: dec('0.97') }, wantedBracket: null, protection: 'WATCHED' },
      ...{ unprotectedSince: null, unprotectedSeconds: 0 },
    });
    expect(await t.alerts()).toEqual([]);
    await t.rounds('0.96', 2);
    expect(await t.status(id)).toBe('SL_HIT');
  });
});
