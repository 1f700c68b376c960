import { describe, expect, it } from 'vitest';
import type { TradierAccountStream } from '../../../server/adapters/tradier/tradier-account-stream.ts';
import { TradierHints } from '../../../server/adapters/tradier/tradier-hints.ts';
import { SealBroken } from '../../../server/ports/vault.ts';
import { HintPulse } from '../../../server/loops/hint-pulse.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';
import { until } from '../../support/values/until.ts';

const soon = (ask: () => boolean) => until('the sync', ask, { every: 5, within: 8_000 });

describe('hints for many users', () => {
  it('continue for everyone except the one whose token cannot be opened', async () => {
    const stream = {
      open: true,
      connects: 1,
      hints: 0,
      unreadable: 0,
      stop: () => Promise.resolve(),
    };
    const hints = new TradierHints(
      (username) =>
        username === 'broken'
          ? Promise.reject(new SealBroken('Sealed with another key, or altered.'))
          : Promise.resolve({
              key: username,
              open: () => stream as unknown as TradierAccountStream,
            }),
      () => undefined,
    );
    await hints.follow(['broken', 'ada']);
    expect(hints.tally().open).toBe(1);
    await hints.stop();
  });

  it('bring one more sync, however many come during a sync', async () => {
    let hint = (): void => undefined;
    let [begun, finish] = [0, (): void => undefined];
    const followed = {
      follow: () => Promise.resolve(),
      tally: () => ({ open: 0, connects: 0, hints: 0, unreadable: 0 }),
      stop: () => Promise.resolve(),
    };
    const pulse = new HintPulse({
      venue: 'TRADIER_SANDBOX',
      book: { usersAt: () => Promise.resolve([]) },
      hintsTo: (onHint) => {
        hint = () => onHint('ada');
        return followed;
      },
      sync: () => {
        begun += 1;
        return new Promise((resolve) => (finish = resolve));
      },
      log: new SilentLog(),
    });
    hint();
    await soon(() => begun === 1);
    for (let n = 0; n < 4; n += 1) {
      hint();
      await new Promise((resolve) => setTimeout(resolve, 350));
    }
    expect(begun).toBe(1);
    finish();
    await soon(() => begun === 2);
    finish();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(begun).toBe(2);
    await pulse.stop();
  });
});
