import { afterEach, expect, it } from 'vitest';
import { Refusal } from '../../../server/domain/refusal.ts';
import type { Actor } from '../../../server/ports/trading-system.ts';
import { NO_BOUNDS } from '../../support/desks/mandated-desk.ts';
import { RealDesk } from '../../support/desks/real-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';

let d: RealDesk;
afterEach(() => d.stop());

it('a mandate comes before arming and confirmation, and replaces neither', async () => {
  let symbols = ['QQQ'];
  const mandates = {
    standingMandate: async () => ({ mandate: { ...NO_BOUNDS, symbols } }),
  };
  d = await RealDesk.start(undefined, { mandates });
  const asking: Actor = { ...ADA, tokenId: 'token-1' };
  const codeOf = (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      (error: unknown) => (error instanceof Refusal ? error.code : error),
    );
  const ticket = d.t.ticket();
  expect(await codeOf(d.place(ticket, asking))).toBe('FORBIDDEN');
  await d.arm();
  expect(await codeOf(d.tokenFor(ticket, asking))).toBe('FORBIDDEN');
  const confirmationToken = await d.tokenFor(ticket);
  // A confirmed order does not pass the mandate either.
  expect(await codeOf(d.place({ ...ticket, confirmationToken }, asking))).toBe('FORBIDDEN');
  symbols = ['SPY'];
  expect(await codeOf(d.place(ticket, asking))).toBe('CONFIRMATION_REQUIRED');
  await d.disarm();
  expect(await codeOf(d.place(ticket, asking))).toBe('REAL_MODE_DISABLED');
  await d.arm();
  const anew = await d.tokenFor(ticket, asking);
  expect(await codeOf(d.place({ ...ticket, confirmationToken: anew }, asking))).toBeNull();
});
