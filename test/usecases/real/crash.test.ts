import { describe, expect, it } from 'vitest';
import type { AdjustInput, CloseInput, TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { databases, type OpenTestDatabase } from '../../support/databases/databases.ts';
import { bookAnew } from '../../support/desks/book-anew.ts';
import type { CrashAt } from '../../support/desks/crash-at.ts';
import { CRASH_STORIES, killAtEachStep } from '../../support/desks/crash-stories.ts';
import { codeOf, RealDesk } from '../../support/desks/real-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';

/** A REAL desk, armed, whose requests are each previewed and sent as confirmed. */
async function forReal(open: OpenTestDatabase) {
  const r = await RealDesk.start(open);
  await r.arm();
  const { t } = r;
  let asked: TicketInput | null = null;
  const entries = async () => [await r.trades(), t.venue.orders.length];
  return {
    t,
    hand: {
      place: async (parts?: Partial<TicketInput>) => {
        asked = await r.confirmed(parts);
        return t.desk.trading.executeOrder(ADA, { open: asked });
      },
      close: async (close: CloseInput) => {
        const { confirmationToken } = await t.desk.previews.close(ADA, close);
        return t.desk.trading.executeOrder(ADA, { close: { ...close, confirmationToken } });
      },
      adjust: async (bracket: AdjustInput) => {
        const { confirmationToken } = await t.desk.previews.adjust(ADA, bracket);
        return t.desk.trading.updatePosition(ADA, { bracket: { ...bracket, confirmationToken } });
      },
    },
    begin: ({ through }: CrashAt) => void r.server({}, through),
    restart: async () => {
      r.server({ book: bookAnew(t.fresh) });
      await r.startServer();
      const before = await entries();
      const again = codeOf(t.desk.trading.executeOrder(ADA, { open: asked! }));
      expect(await again).toBe(before[0] === 0 ? 'REAL_MODE_DISABLED' : null);
      expect(await entries(), 'what was confirmed is sent once').toEqual(before);
    },
    stop: () => r.stop(),
  };
}

/** SQLite is killed at every step, Postgres only by `npm run test:crash`, otherwise at every second step. */
const stepsOn = (database: string) =>
  database === 'SQLite' || process.env['CRASH_MATRIX'] === 'whole' ? 1 : 2;

describe.each(databases())('with real money on %s', (database, open) => {
  it.each(CRASH_STORIES)(
    'a desk killed while $name leaves no orphan, no double and nothing unprotected',
    async (story) => {
      const steps = await killAtEachStep(story, () => forReal(open), stepsOn(database));
      expect(steps, 'the story has steps to be killed at').toBeGreaterThan(3);
    },
    240_000,
  );
});
