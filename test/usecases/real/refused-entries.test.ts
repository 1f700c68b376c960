import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RealDesk } from '../../support/desks/real-desk.ts';

describe('an entry with real money', () => {
  let r: RealDesk;
  beforeEach(async () => {
    r = await RealDesk.start();
  });
  afterEach(() => r.stop());

  const disabled = (words: string) => ({
    code: 'REAL_MODE_DISABLED',
    message: expect.stringContaining(words) as string,
  });

  it.each([undefined, true])(
    'is refused as off while REAL is off, with a twin (%s) or without',
    async (paperTwin) => {
      const off = r.server({ mayTrade: false, realMoney: undefined, paperTwins: undefined });
      const placed = off.trading.executeOrder(
        { username: 'ada', role: 'USER', demo: false },
        { open: r.t.ticket({ paperTwin }) },
      );
      await expect(placed).rejects.toMatchObject(disabled('off on this desk'));
    },
  );
});
