import { beforeEach, describe, expect, it } from 'vitest';
import type { LookAheadEvidence } from '../../../server/domain/promotion/evidence.ts';
import { StrategyFailed } from '../../../server/ports/backtest-pool.ts';
import { LookAheads } from '../../../server/usecases/promotion/look-aheads.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';
import { aBacktest, aResult } from '../../support/values/strategies.ts';

const INPUT = { kind: 'sma-cross', kindVersion: 'v1', limits: {}, dataSet: 'd', from: '2026' };
const done = (id: string, username = 'ada') =>
  aBacktest({ id, username, status: 'DONE', input: INPUT, summary: aResult(1).summary });

type Outcome = LookAheadEvidence | null | Error;

describe('the look for the future', () => {
  let kept: Map<string, LookAheadEvidence>;
  let looks: { id: string; end: (outcome: Outcome) => void; signal: AbortSignal }[];
  let lookAheads: LookAheads;
  /** Whether a request waits until the answer, or not at all. */
  let patient: boolean;
  beforeEach(() => {
    kept = new Map();
    looks = [];
    patient = false;
    const deps = {
      backtests: {
        lookAhead: async (_user: string, id: string) => kept.get(id) ?? null,
        keepLookAhead: async (_user: string, id: string, found: LookAheadEvidence) =>
          void kept.set(id, found),
      },
      kinds: { find: async () => ({ version: 'v1' }) as never },
      pool: {
        lanes: 1,
        lookAhead: (run: { input: { dataHash: string } }, _hash: string, signal: AbortSignal) =>
          new Promise<LookAheadEvidence | null>((resolve, reject) => {
            const end = (outcome: Outcome) =>
              outcome instanceof Error ? reject(outcome) : resolve(outcome);
            signal.addEventListener('abort', () => resolve(null));
            looks.push({ id: run.input.dataHash, end, signal });
          }),
      },
      timers: {
        within: async <T>(_ms: number, asked: Promise<T>, instead: () => T) =>
          patient ? asked : instead(),
      },
      log: new SilentLog(),
    };
    const data = { of: async ({ id }: { id: string }) => ({ data: {} as never, hash: id }) };
    lookAheads = new LookAheads(deps, data);
  });
  const begun = async (count: number) => {
    await expect.poll(() => looks.length).toBe(count);
    return looks[count - 1]!;
  };

  it('is begun by the first question, which does not wait for long, and is kept', async () => {
    expect(await lookAheads.of(done('b1'))).toBeNull();
    const look = await begun(1);
    patient = true;
    const asked = lookAheads.of(done('b1'));
    look.end('NONE');
    expect(await asked).toBe('NONE');
    expect(kept).toEqual(new Map([['b1', 'NONE']]));
    expect(await lookAheads.of(done('b1'))).toBe('NONE');
    expect(looks).toHaveLength(1);
  });

  it('is one at a time of a user, and waits for no other user’s', async () => {
    await lookAheads.of(done('b1'));
    await begun(1);
    expect(await lookAheads.of(done('b2'))).toBeNull();
    await lookAheads.of(done('b3', 'bob'));
    const bobs = await begun(2);
    expect(bobs.id).toBe('b3');
    looks[0]!.end('LEAKS');
    await expect.poll(() => kept.get('b1')).toBe('LEAKS');
    await expect.poll(async () => (await lookAheads.of(done('b2')), looks.length)).toBe(3);
  });

  it('is not tried again where the run cannot be repeated', async () => {
    await lookAheads.of(done('b1'));
    (await begun(1)).end(new StrategyFailed('It is gone.'));
    await expect.poll(async () => (await lookAheads.of(done('b2')), looks.length)).toBe(2);
    looks[1]!.end(null);
    await new Promise((resolve) => setImmediate(resolve));
    for (const id of ['b1', 'b2']) expect(await lookAheads.of(done(id))).toBeNull();
    expect(looks).toHaveLength(2);
    expect(kept.size).toBe(0);
  });

  it('is tried again after a fault of the desk', async () => {
    await lookAheads.of(done('b1'));
    (await begun(1)).end(new Error('no thread'));
    await expect.poll(async () => (await lookAheads.of(done('b1')), looks.length)).toBe(2);
  });

  it('ends with the server, and nothing of it is kept', async () => {
    await lookAheads.of(done('b1'));
    const look = await begun(1);
    await lookAheads.stop();
    expect(look.signal.aborted).toBe(true);
    expect(kept.size).toBe(0);
    await lookAheads.of(done('b1'));
    expect(looks).toHaveLength(1);
  });
});
