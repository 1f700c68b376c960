import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { disarmForCredentials } from '../../../server/usecases/book/disarm-for-credentials.ts';
import { SwapDesk } from '../../support/desks/swap-desk.ts';
import { databases } from '../../support/databases/databases.ts';
import type { ChainLuck } from '../../support/fakes/scripted-landing.ts';

const LIMIT = { orderType: 'LIMIT', limitPrice: dec('0.95'), timeInForce: 'GTC' } as const;

describe.each(databases())('an entry at a limit, for real, on %s,', (_name, open) => {
  let d: SwapDesk;
  beforeEach(async () => {
    d = await SwapDesk.start(open);
    await d.arm();
  });
  afterEach(() => d.end());

  /** Lets time pass in which the price stays met, and everything under way expires. */
  const goesOn = async () => {
    for (let n = 0; n < 3; n += 1) {
      await d.sync();
      await d.rounds('0.9', 8);
      d.chain.expire();
    }
  };

  it.each(['REVERTS', 'LOST', 'LIES'] satisfies ChainLuck[])(
    'that %s is never signed again, armed as one is',
    async (luck) => {
      const { id } = await d.buys(LIMIT);
      d.chain.luck.push(luck);
      await d.rounds('0.9', 8);
      await goesOn();
      expect(await d.orders(id)).toEqual([`ENTRY ${luck === 'REVERTS' ? 'REJECTED' : 'CANCELED'}`]);
      expect(['REJECTED', 'CANCELED']).toContain(await d.status(id));
      expect([d.chain.signed.length, d.chain.sent.length]).toEqual([1, 1]);
    },
  );

  it('that has no answer when REAL is disarmed does not wait again for who arms anew', async () => {
    const { id } = await d.buys(LIMIT);
    d.chain.luck.push('LOST');
    await d.rounds('0.9', 8);
    await d.disarm();
    await d.startServer();
    await d.arm();
    await goesOn();
    expect(await d.orders(id)).toEqual(['ENTRY CANCELED']);
    expect(d.chain.sent).toHaveLength(1);
  });

  it('that landed unseen before REAL was disarmed is kept, with its exits', async () => {
    const { id } = await d.buys({ ...LIMIT, bracket: { stopLoss: dec('0.8') } });
    d.chain.luck.push('LATE');
    await d.rounds('0.9', 8);
    await d.disarm();
    await d.sync(5);
    expect(await d.status(id)).toBe('OPEN');
    await d.rounds('0.7', 8);
    expect(await d.status(id)).toBe('SL_HIT');
  });

  it('that is unsigned when REAL is disarmed is not sent, nor later', async () => {
    const { id } = await d.buys(LIMIT);
    d.chain.beforeSign = () => d.disarm();
    await d.rounds('0.9', 8);
    await d.arm();
    await goesOn();
    expect(await d.orders(id)).toEqual(['ENTRY CANCELED']);
    expect([await d.status(id), d.chain.sent]).toEqual(['CANCELED', []]);
  });

  it('that was left unsigned by a server does not wait again after the next start', async () => {
    const { id } = await d.buys(LIMIT);
    d.chain.beforeSign = () => Promise.reject(new Error('the server dies'));
    await d.rounds('0.9', 4).catch(() => undefined);
    expect(await d.orders(id)).toEqual(['ENTRY INTENT']);
    d.chain.beforeSign = async () => undefined;
    await d.startServer();
    d.desk = d.server();
    await d.arm();
    await goesOn();
    expect(await d.orders(id)).toEqual(['ENTRY CANCELED']);
    expect([await d.status(id), d.chain.sent]).toEqual(['CANCELED', []]);
  });

  it('that outlives its arming ends when the credentials change', async () => {
    const { id } = await d.buys(LIMIT);
    await d.fresh.knex('armings').delete();
    await disarmForCredentials(d.fresh.book, 'ada', d.clock);
    expect(await d.status(id)).toBe('CANCELED');
  });
});
