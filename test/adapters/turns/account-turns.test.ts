import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccountTurns } from '../../../server/adapters/turns/account-turns.ts';
import { atVenue, inQueue } from '../../../server/adapters/wire/waiting.ts';
import type { UserAccount } from '../../../server/ports/turns.ts';
import { MemoryLeases } from '../../support/fakes/memory-leases.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';
import { until } from '../../support/values/until.ts';

const LANE = 'sync-orders';
const LIMITS = { atOnce: 2, patienceMs: 60, mostMs: 3_000, silentMs: 200 };
const of = (username: string): UserAccount => ({
  username,
  venue: 'TRADIER_SANDBOX',
  account: `VA-${username}`,
});

describe('turns of accounts', () => {
  let leases: MemoryLeases;
  let calls: string[];
  let one: AccountTurns;
  let answer: () => void;
  let fail: (error: Error) => void;
  let silence: Promise<void>;

  function server(name: string): AccountTurns {
    return new AccountTurns({
      leases: leases.of(name),
      log: new SilentLog(),
      onLate: async (lane, { username }) => void calls.push(`${username} late ${lane}`),
      onAnswered: async (_lane, { username }) => void calls.push(`${username} answered`),
      limits: LIMITS,
    });
  }

  beforeEach(() => {
    leases = new MemoryLeases();
    calls = [];
    one = server('one');
    silence = new Promise((resolve, reject) => {
      answer = resolve;
      fail = reject;
    });
  });

  /** The venue of each user whose name begins with `silent` does not answer. */
  const work = async ({ username }: UserAccount): Promise<void> => {
    await atVenue(() => (username.startsWith('silent') ? silence : Promise.resolve()));
  };

  it('wait for no other account: a silent one runs on by itself, and the others are served', async () => {
    const crowd = ['silent-1', 'silent-2', 'silent-3', 'ada', 'bob'].map(of);
    const began = performance.now();
    const { failed, late } = await one.each(LANE, crowd, work);
    expect(performance.now() - began).toBeLessThan(LIMITS.mostMs);
    expect(failed).toEqual([]);
    expect(late.map(({ username }) => username)).toEqual(['silent-1', 'silent-2', 'silent-3']);
    expect(calls.filter((word) => word.endsWith('answered'))).toEqual([
      'ada answered',
      'bob answered',
    ]);
    answer();
  });

  it('are not started again before they have ended, on any server', async () => {
    let begun = 0;
    const count = async (account: UserAccount): Promise<void> => {
      begun += 1;
      await work(account);
    };
    await one.each(LANE, [of('silent')], count);
    await one.each(LANE, [of('silent')], count);
    expect((await server('other').each(LANE, [of('silent')], count)).late).toHaveLength(1);
    expect(await server('other').alone(LANE, of('silent'), () => count(of('silent')))).toBe(false);
    expect(begun).toBe(1);
    answer();
    await until(
      'the end',
      async () => (await server('other').each(LANE, [of('silent')], count)).late.length === 0,
    );
    expect(begun).toBe(2);
  });

  it('report a silence once, and its end', async () => {
    await one.each(LANE, [of('silent')], work);
    await until('the word', () => calls.length > 0);
    await pause(LIMITS.silentMs);
    expect(calls).toEqual(['silent late sync-orders']);
    answer();
    await until('the end', () => calls.length > 1);
    expect(calls[1]).toBe('silent answered');
  });

  it('count no time in our own budget’s queue as silence', async () => {
    await one.each(LANE, [of('busy')], () => inQueue(() => silence));
    await pause(LIMITS.silentMs + 100);
    expect(calls).toEqual([]);
    answer();
    await until('the end', () => calls.length > 0);
    expect(calls).toEqual(['busy answered']);
  });

  it('that fail after the round went on are reported until they succeed', async () => {
    await one.each(LANE, [of('silent')], work);
    fail(new Error('the venue hung up'));
    await until('its next turn', async () => {
      const { failed, late } = await one.each(LANE, [of('silent'), of('ada')], work);
      return late.length === 0 && failed.length === 1 && failed[0]!.of.username === 'silent';
    });
    expect((await one.each(LANE, [of('silent'), of('ada')], async () => {})).failed).toEqual([]);
  });

  it('that are brought forward wait for the running one', async () => {
    const order: string[] = [];
    void one.each(LANE, [of('silent')], async (account) => {
      await work(account);
      order.push('by schedule');
    });
    await pause(10);
    const hinted = one.alone(LANE, of('silent'), async () => void order.push('by a hint'));
    await pause(20);
    answer();
    expect(await hinted).toBe(true);
    expect(order).toEqual(['by schedule', 'by a hint']);
  });
});
