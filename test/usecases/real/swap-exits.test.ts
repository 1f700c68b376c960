import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { SOL_MINT } from '../../../server/domain/token/mint.ts';
import { databases } from '../../support/databases/databases.ts';
import { codeOf } from '../../support/desks/real-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import { BOB, BONK, SwapDesk } from '../../support/desks/swap-desk.ts';

const HOUR_MS = 3_600_000;
const STOP = { bracket: { stopLoss: dec('0.9') } };
const LIMIT = { orderType: 'LIMIT', limitPrice: dec('0.95'), timeInForce: 'GTC' } as const;

describe.each(databases())('what is held for real, on %s,', (_name, open) => {
  let d: SwapDesk;
  beforeEach(async () => {
    d = await SwapDesk.start(open);
    await d.arm();
  });
  afterEach(() => d.end());

  /** Buys with a stop at 0.9, then disarms; returns the trade's id. */
  const held = async () => {
    const { id } = await d.buys(STOP);
    await d.disarm();
    return id;
  };
  const left = () => d.chain.units.get(BONK.symbol);
  const slippages = async (id: string) => {
    const all = (await d.fresh.book.read('ada').allOrdersOf([id])).get(id) ?? [];
    return all.flatMap(({ slippagePct, status }) => `${slippagePct?.toFixed()} ${status}`);
  };

  it('is sold at its stop, unarmed, halted and after a restart', async () => {
    const id = await held();
    await d.desk.account.setKillSwitch(ADA, 'HALT_ENTRIES');
    d.deskHalt = 'HALT_ENTRIES';
    await d.startServer();
    d.desk = d.server();
    await d.rounds('0.85', 4);
    const { trade } = await d.stored(id);
    expect(trade.status).toBe('SL_HIT');
    expect(left()).toBe(0n);
    expect(d.chain.sent).toHaveLength(2);
  });

  it('is sold up to five percent below its quote, each rung a new order after the fate of the last', async () => {
    const id = await held();
    d.chain.luck.push('REVERTS', 'LOST');
    await d.rounds('0.85', 8);
    expect(await slippages(id)).toEqual(['1 FILLED', '1 REJECTED', '3 UNKNOWN']);
    await d.rounds('0.85', 12);
    expect(d.chain.sent, 'nothing while one has no answer').toHaveLength(3);
    d.chain.expire();
    await d.sync();
    await d.sync();
    await d.rounds('0.85', 8);
    expect((await slippages(id)).at(-1)).toBe('5 FILLED');
    expect(await d.status(id)).toBe('SL_HIT');
    expect(d.chain.landings()).toBe(3);
  });

  it('is not sold by what our inspection refuses; each is told, and the next look tries again', async () => {
    const id = await held();
    d.chain.breaks.push('TRANSFER', 'TRANSFER');
    await d.rounds('0.85', 8);
    expect(await slippages(id)).toEqual(['1 FILLED', '1 DENIED', '3 DENIED', '5 FILLED']);
    const refused = (await d.alerts()).filter((kind) => kind === 'ORDER_REFUSED');
    expect(refused).toHaveLength(2);
    expect(await d.status(id)).toBe('SL_HIT');
    expect(d.chain.signed).toHaveLength(2);
  });

  it('is closed by a person at any price, confirmed and unarmed', async () => {
    const id = await held();
    d.tokens.tell(BONK.symbol, { JUPITER: '1', DEXSCREENER: '3', QUOTE: 'ABSENT' });
    d.tokens.pass(3);
    const { status } = await d.closes(id);
    expect(status).toBe('MANUAL_CLOSE');
    expect(left()).toBe(0n);
    expect(d.chain.asked.at(-1)!.slippageBps).toBe(100);
  });

  it('is closed by a person for no less than they confirmed, but for its slippage, though nobody trusts a price', async () => {
    const id = await held();
    d.tokens.tell(BONK.symbol, { JUPITER: '1', DEXSCREENER: '3', QUOTE: 'ABSENT' });
    d.tokens.pass(3);
    const falls = (price: string) =>
      d.closes(id, null, ADA, () => d.tokens.quoteAt(BONK.symbol, price));
    await codeOf(falls('0.97'));
    expect(d.chain.signed).toHaveLength(1);
    expect(await d.alerts()).toContain('ORDER_REFUSED');
    d.tokens.quoteAt(BONK.symbol, '1');
    d.clock.advance(60_000);
    expect((await falls('0.995')).status).toBe('MANUAL_CLOSE');
    expect(left()).toBe(0n);
  });

  describe('and settled in SOL while SOL has no price', () => {
    const inSol = async () => {
      const { id } = await d.buys({ ...STOP, token: { mint: BONK.symbol, settlement: 'SOL' } });
      d.tokens.tell(SOL_MINT, { JUPITER: 'SILENT', DEXSCREENER: 'SILENT', QUOTE: 'SILENT' });
      await d.rounds('1', 20);
      return id;
    };

    it('is closed by a person, within slippage of the SOL that is quoted', async () => {
      const id = await inSol();
      const sol = d.chain.lamports;
      expect((await d.closes(id)).status).toBe('MANUAL_CLOSE');
      expect(left()).toBe(0n);
      expect(d.chain.lamports - sol).toBeGreaterThan(600_000_000n);
      expect((await d.stored(id)).trade.exitProceeds.toNumber()).toBeCloseTo(100, 0);
    });

    it('is sold at its stop', async () => {
      const id = await inSol();
      await d.rounds('0.85', 8);
      expect(await d.status(id)).toBe('SL_HIT');
      expect(left()).toBe(0n);
    });

    it('is not bought, nor sold at a limit, which is of dollars', async () => {
      const id = await inSol();
      const token = { mint: BONK.symbol, settlement: 'SOL' } as const;
      await codeOf(d.buys({ token }));
      await d.closes(id, '0.9');
      await d.rounds('1', 4);
      expect(d.chain.signed).toHaveLength(1);
    });
  });

  it('is closed by a person for half of its price at least, less slippage, whatever impact is quoted', async () => {
    const id = await held();
    d.tokens.impactPct = '60';
    await codeOf(d.closes(id));
    expect(d.chain.signed).toHaveLength(1);
    d.tokens.impactPct = '45';
    d.clock.advance(10_000);
    d.tokens.pass();
    expect((await d.closes(id)).status).toBe('MANUAL_CLOSE');
  });

  it('is never sold below the price of our sources, whatever is quoted', async () => {
    const id = await held();
    d.tokens.quoteAt(BONK.symbol, '0.4');
    await d.rounds({ JUPITER: '0.85', DEXSCREENER: '0.85', QUOTE: '0.85' }, 4);
    expect(await d.status(id)).toBe('OPEN');
    expect(d.chain.signed).toHaveLength(1);
    expect(await d.alerts()).toContain('ORDER_REFUSED');
  });

  it('waits with a close while another swap of the token has no answer, and is closed then', async () => {
    const id = await held();
    await d.arm(BOB);
    d.chain.luck.push('LOST');
    await d.rounds('1', 8);
    await d.buys({}, BOB);
    const close = await codeOf(d.closes(id));
    expect([close, await d.status(id)]).toEqual(['VENUE_UNAVAILABLE', 'CLOSING']);
    await d.sync();
    expect(d.chain.sent).toHaveLength(2);
    d.chain.expire();
    for (let n = 0; n < 3; n += 1) await d.sync();
    expect(await d.status(id)).toBe('MANUAL_CLOSE');
    expect(d.chain.landings()).toBe(2);
  });

  it('costs the fee of a sale that failed on chain, without a fill', async () => {
    const id = await held();
    const { fees } = (await d.stored(id)).trade;
    d.chain.luck.push('REVERTS');
    await codeOf(d.closes(id));
    const { trade } = await d.stored(id);
    expect(trade.openQuantity.toFixed()).toBe(trade.filledQuantity.toFixed());
    expect(trade.fees.minus(fees).toFixed()).toBe('0.01575');
  });

  it('is not bought by an entry that waits once REAL is disarmed', async () => {
    const { id } = await d.buys(LIMIT);
    expect(await d.orders(id)).toEqual(['ENTRY ACCEPTED']);
    await d.disarm();
    expect(await d.status(id)).toBe('CANCELED');
    await d.rounds('0.9', 4);
    expect(d.chain.signed).toEqual([]);
  });

  it('is not bought by an entry that waits under an arming that has run out, though REAL is armed anew', async () => {
    const { id } = await d.buys(LIMIT);
    d.clock.advance(8 * HOUR_MS);
    await d.rounds('0.9', 4);
    expect(await d.status(id)).toBe('PENDING');
    await d.arm();
    expect(await d.status(id)).toBe('CANCELED');
    await d.rounds('0.9', 4);
    expect(d.chain.signed).toEqual([]);
  });

  it('is bought by an entry that waits while REAL is armed once more in time', async () => {
    const { id } = await d.buys(LIMIT);
    await d.arm();
    expect(await d.status(id)).toBe('PENDING');
    await d.rounds('0.94', 8);
    expect(await d.status(id)).toBe('OPEN');
  });

  it('is not bought by an entry that waits once any server starts', async () => {
    const { id } = await d.buys(LIMIT);
    await d.fresh.knex('armings').delete();
    await d.startServer();
    expect(await d.status(id)).toBe('CANCELED');
    expect(await d.logged()).toContain('CLOSED');
  });

  it('is bought by an entry that waits, inspected and stored once its price is met', async () => {
    const { id } = await d.buys(LIMIT);
    const seen: string[] = [];
    d.chain.beforeSign = async () => void seen.push(...(await d.orders(id)));
    d.chain.breaks.push('TRANSFER');
    await d.rounds('0.94', 4);
    expect(await d.orders(id)).toEqual(['ENTRY DENIED', 'ENTRY ACCEPTED']);
    expect(await d.alerts()).toContain('ORDER_REFUSED');
    await d.rounds('0.94', 8);
    expect(seen).toEqual(['ENTRY DENIED', 'ENTRY INTENT']);
    expect(await d.orders(id)).toEqual(['ENTRY DENIED', 'ENTRY FILLED']);
    expect(await d.status(id)).toBe('OPEN');
    expect(d.chain.sent).toHaveLength(1);
  });
});
