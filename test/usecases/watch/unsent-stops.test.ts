import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '../../support/databases/databases.ts';
import { exits, TokenDesk } from '../../support/desks/token-desk.ts';

/** Prices beyond the stop, from both sources that need no quote. */
const BEYOND = { JUPITER: '0.87', DEXSCREENER: '0.87' };
const ROUNDS_IN_HALF_AN_HOUR = 180;

describe.each(databases())('a stop that is reached while no quote is had, on %s', (_name, open) => {
  let t: TokenDesk;
  beforeEach(async () => {
    t = await TokenDesk.start(open);
    t.tokens.quoting = 'PUT_OFF';
  });
  afterEach(() => t.end());

  it('is tried with pauses of two minutes at most, and says so while it lasts', async () => {
    const id = await t.holds(exits('0.90'));
    t.broker.luck.push(...Array.from({ length: 200 }, () => 'BUSY' as const));
    await t.rounds(BEYOND, ROUNDS_IN_HALF_AN_HOUR);
    const { trade, orders } = await t.stored(id);
    expect(trade.status).toBe('OPEN');
    const tries = orders.filter(({ role }) => role === 'STOP_LOSS');
    expect(tries.length).toBeGreaterThan(5);
    expect(tries.length).toBeLessThan(25);
    expect(new Set(tries.map(({ slippagePct }) => slippagePct?.toFixed()))).toEqual(new Set(['1']));
    expect(await t.alerts()).toContain('EXIT_REFUSED');
  });

  it('is sold within a pause of the first quote, and the alert ends', async () => {
    const id = await t.holds(exits('0.90'));
    t.broker.luck.push('BUSY', 'BUSY', 'BUSY');
    await t.rounds(BEYOND, 9);
    expect(await t.status(id)).toBe('OPEN');
    await t.rounds(BEYOND, 12);
    expect(await t.status(id)).toBe('SL_HIT');
    expect(await t.alerts()).toEqual([]);
  });
});
