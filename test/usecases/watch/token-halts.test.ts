import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountTurns } from '../../../server/adapters/turns/account-turns.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { blindCauseOf } from '../../../server/domain/exits/watch-blind.ts';
import { protectionDetail } from '../../../server/domain/exits/protection-detail.ts';
import { exits, TokenDesk } from '../../support/desks/token-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import { MemoryLeases } from '../../support/fakes/memory-leases.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';

describe('a token’s stop that the desk may not or cannot act on', () => {
  let t: TokenDesk;
  beforeEach(async () => void (t = await TokenDesk.start()));
  afterEach(() => t.end());

  const unprotected = async () => (await t.desk.account.status(ADA)).unprotectedTrades;
  async function shown(id: string, halted: boolean) {
    const [alert] = await t.fresh.book.read('ada').standing('WATCH_BLIND');
    const blind = blindCauseOf(alert?.condition ?? null);
    const watch = { everySeconds: 5, lookedAt: null, halted };
    return protectionDetail(await t.stored(id), watch, t.clock.now(), blind);
  }

  it.each(['the user’s switch', 'the desk’s file'])(
    'is held back by HALT_ALL of %s, and counts as unprotected',
    async (by) => {
      const halt = async (level: 'OFF' | 'HALT_ALL') => {
        if (by === 'the desk’s file') t.deskHalt = level;
        else await t.halt(level);
      };
      const id = await t.holds(exits('0.95', '1.05'));
      await t.holds(exits(null, '2'));
      expect(await unprotected()).toBe(0);
      expect(await shown(id, false)).toBeNull();
      await halt('HALT_ALL');
      expect(await unprotected()).toBe(1);
      expect(await shown(id, true)).toMatchObject({
        ...{ cause: 'HALTED', watchedEverySeconds: null },
        words:
          'Nothing acts when the stop is reached: HALT_ALL holds back what the desk would send; only the desk watches it.',
      });
      await t.rounds('0.94', 3);
      expect(await t.status(id)).toBe('OPEN');
      expect(t.tokens.asked).toEqual([]);
      await halt('OFF');
      expect(await unprotected()).toBe(0);
      await t.rounds('0.94');
      expect(await t.status(id)).toBe('SL_HIT');
    },
  );

  it('counts as protected under HALT_ENTRIES, which holds no exit back', async () => {
    const id = await t.holds(exits('0.95'));
    await t.halt('HALT_ENTRIES');
    expect(await unprotected()).toBe(0);
    await t.rounds('0.94', 2);
    expect(await t.status(id)).toBe('SL_HIT');
  });

  it('is not sold late: a close that HALT_ALL caught before it was sent looks at the price again', async () => {
    const id = await t.holds(exits('0.95'));
    t.tokens.beforeQuote = async () => t.halt('HALT_ALL');
    await t.rounds('0.94', 2);
    expect(await t.status(id)).toBe('CLOSING');
    t.tokens.beforeQuote = async () => undefined;
    await t.rounds('1', 4);
    await t.halt('OFF');
    await t.desk.syncOrders.execute();
    await t.rounds('1', 2);
    expect(await t.stored(id)).toMatchObject({ trade: { status: 'OPEN', closeRequest: null } });
    expect(t.broker.placed).toEqual([]);
  });

  it('is not watched without a price for a minute, and says so until there is one', async () => {
    const id = await t.holds(exits('0.95'));
    await t.rounds({}, 7);
    expect(await t.alerts()).toEqual([]);
    await t.rounds({}, 7);
    expect(await t.alerts()).toEqual(['WATCH_BLIND']);
    expect(await shown(id, false)).toMatchObject({ cause: 'NO_PRICE', watchedEverySeconds: null });
    t.restart();
    await t.rounds({}, 7);
    expect(await t.alerts()).toEqual(['WATCH_BLIND']);
    await t.rounds('1', 2);
    expect(await t.alerts()).toEqual([]);
    expect(await shown(id, false)).toBeNull();
  });

  it('is not acted on without its account, and says so until there is one', async () => {
    const id = await t.holds(exits('0.95'));
    t.reachable = false;
    await t.rounds('0.94', 8);
    expect(await t.alerts()).toEqual(['WATCH_BLIND']);
    expect(await shown(id, false)).toMatchObject({ cause: 'NO_BROKER' });
    t.reachable = true;
    await t.rounds('0.94');
    expect(await t.status(id)).toBe('SL_HIT');
  });

  it('counts as unprotected while a swap of it has no answer', async () => {
    const id = await t.holds(exits('0.95'));
    t.broker.luck.push('SILENT');
    await t.rounds('0.94', 2);
    expect(await unprotected()).toBe(1);
    expect(await shown(id, false)).toMatchObject({ cause: 'UNCONFIRMED' });
    await t.rounds('0.94', 2);
    expect(t.broker.placed).toHaveLength(1);
    await t.desk.syncOrders.execute();
    expect(await t.status(id)).toBe('SL_HIT');
    expect(await unprotected()).toBe(0);
  });

  it('delays nobody: another’s is sold while the quote of one hangs', async () => {
    t.tokens.beforeQuote = async ({ inAmount }) => {
      if (inAmount === 5_000_000n) await new Promise(() => undefined);
    };
    const small = { username: 'ada', quantity: dec(50), openQuantity: dec(50) };
    const slow = await t.holds(exits(null, '1.05'), small);
    const other = await t.holds(exits(null, '1.05'));
    const bobs = await t.holds(exits(null, '1.05'), { username: 'bob' });
    const turns = new AccountTurns({
      ...{
        leases: new MemoryLeases().of('one'),
        log: new SilentLog(),
        limits: { atOnce: 1, mostMs: 500 },
      },
      ...{ onLate: async () => undefined, onAnswered: async () => undefined },
    });
    t.restart((deps) => ({ ...deps, turns }));
    await t.rounds('1.06');
    expect(await t.status(slow)).toBe('OPEN');
    expect(await t.status(other)).toBe('TP_HIT');
    expect((await t.stored(bobs, 'bob')).trade.status).toBe('TP_HIT');
    await turns.stop(5_000);
    t.tokens.beforeQuote = async () => undefined;
    await t.rounds('1.07');
    await turns.stop(5_000);
    expect(await t.status(slow)).toBe('TP_HIT');
  });
});
