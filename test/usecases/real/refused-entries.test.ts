import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { RealDesk } from '../../support/desks/real-desk.ts';

const BONK = 'DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263';

describe('an entry with real money', () => {
  let r: RealDesk;
  beforeEach(async () => {
    r = await RealDesk.start();
  });
  afterEach(() => r.stop());

  const refused = (parts: Partial<TicketInput> = {}) =>
    r.place(r.t.ticket(parts)).then(
      () => null,
      (error: unknown) => error,
    );
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

  it('is told that the settings hold no account, whether REAL is armed or not', async () => {
    const named = r.named;
    r.named = [];
    expect(await refused()).toMatchObject(disabled('Settings hold no token and account'));
    r.named = named;
    await r.arm();
    r.named = [];
    expect(await refused()).toMatchObject(disabled('Settings hold no token and account'));
  });

  it('is told that there is no wallet when it is for a token, though REAL is armed', async () => {
    await r.arm();
    const token = { option: undefined, token: { mint: BONK }, side: 'BUY', bracket: null } as const;
    expect(await refused(token)).toMatchObject(disabled('No wallet'));
  });

  it('is told to arm anew when the account that is armed is another one', async () => {
    await r.arm();
    r.named = [{ venue: 'TRADIER_LIVE', account: 'VA00000009' }];
    expect(await refused()).toMatchObject(disabled('arm REAL anew'));
  });
});
