import { describe, expect, it } from 'vitest';
import type { AdjustInput, CloseInput } from '../../../server/domain/ticket/ticket.ts';
import { bookAnew } from '../../support/desks/book-anew.ts';
import { Crash, CrashAt } from '../../support/desks/crash-at.ts';
import { CRASH_STORIES, killAtEachStep } from '../../support/desks/crash-stories.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

async function onPaper() {
  const t = await TradierDesk.start();
  return {
    t,
    hand: {
      place: t.place.bind(t),
      close: (close: CloseInput) => t.desk.trading.executeOrder(ADA, { close }),
      adjust: (bracket: AdjustInput) => t.desk.trading.updatePosition(ADA, { bracket }),
    },
    begin: ({ through }: CrashAt) => void t.restart(through),
    restart: async () => void t.restart((deps) => ({ ...deps, book: bookAnew(t.fresh) })),
    stop: () => t.close(),
  };
}

describe.each(CRASH_STORIES)('killed while $name', (story) => {
  it('leaves no orphan, no double and nothing unprotected, at any step', async () => {
    const steps = await killAtEachStep(story, onPaper);
    expect(steps, 'the story has steps to be killed at').toBeGreaterThan(3);
  }, 120_000);
});

it('a killed desk does nothing more', async () => {
  const t = await TradierDesk.start();
  const crash = new CrashAt(2);
  t.restart(crash.through);
  await expect(t.place()).rejects.toThrow(Crash);
  await expect(t.sync()).rejects.toThrow();
  expect(t.venue.orders).toEqual([]);
  await t.close();
});
