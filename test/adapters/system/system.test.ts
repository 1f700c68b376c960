import { describe, expect, it } from 'vitest';
import { JsonLog } from '../../../server/adapters/system/json-log.ts';
import { SystemClock } from '../../../server/adapters/system/system-clock.ts';
import { TestClock } from '../../../server/adapters/system/test-clock.ts';
import { UlidIds } from '../../../server/adapters/system/ulid-ids.ts';
import { FakeClock, NOON } from '../../support/fakes/fake-clock.ts';

describe('clocks', () => {
  it("show the machine's time", () => {
    expect(Math.abs(new SystemClock().now().getTime() - Date.now())).toBeLessThan(1000);
  });

  it.each([1, 60, 1000])('start at the given instant and run %i times as fast', (speed) => {
    let elapsed = 12_345.5;
    const clock = new TestClock(NOON, speed, () => elapsed);
    expect(clock.now()).toEqual(NOON);
    elapsed += 2000;
    expect(clock.now().getTime() - NOON.getTime()).toBe(2000 * speed);
  });
});

describe('ids', () => {
  it('are 26 lower-case letters and digits, unique and ascending, even if the clock goes back', () => {
    const clock = new FakeClock();
    const ids = new UlidIds(clock);
    const made = Array.from({ length: 3000 }, (_, n) => {
      if (n === 1000) clock.advance(5);
      if (n === 2000) clock.advance(-10_000);
      return ids.next();
    });
    expect(made.every((id) => /^[0-9a-z]{26}$/.test(id))).toBe(true);
    expect(new Set(made).size).toBe(3000);
    expect([...made].sort()).toEqual(made);
  });
});

describe('the log', () => {
  function logged(write: (log: JsonLog) => void): string {
    const lines: string[] = [];
    write(new JsonLog({ write: (line) => void lines.push(line) }));
    expect(lines).toHaveLength(1);
    return lines[0]!;
  }

  it('writes one line of JSON', () => {
    const line = logged((log) => log.warn('late', { job: 'sync', seconds: 3 }));
    expect(JSON.parse(line)).toMatchObject({ msg: 'late', job: 'sync', seconds: 3, level: 40 });
  });

  const cause = new Error('GET https://x.test/?token=hunter2&symbol=SPY failed');
  const loop: Record<string, unknown> = { name: 'loop' };
  loop.self = loop;

  it.each<[string, object]>([
    ['by name, at any depth', { a: [{ b: { Authorization: 'hunter2', apiKey: 'hunter2' } }] }],
    [
      'by every such name',
      { password: 'hunter2', set_cookie: ['hunter2'], clientSecret: { x: 'hunter2' } },
    ],
    ['in an address', { url: 'https://x.test/datav2?token=hunter2&ticker=SPY' }],
    ['in a header', { headers: ['accept', 'Bearer hunter2'] }],
    ['in a database address', { at: 'postgres://me:hunter2@db.test/x' }],
    ['in an error and its cause', { error: new Error('failed: access_token=hunter2', { cause }) }],
    ['in an error itself', cause],
    ['beside a circular reference', { loop, token: 'hunter2' }],
  ])('keeps secrets out %s', (_name, detail) => {
    const line = logged((log) => log.error('Sent with token=hunter2', detail));
    expect(line).not.toContain('hunter2');
    expect(line).toContain('[redacted]');
  });

  it('keeps what only looks like a secret', () => {
    const line = logged((log) =>
      log.info('started', { tokenPriceSeconds: 10, symbol: 'SPY', at: NOON }),
    );
    expect(JSON.parse(line)).toMatchObject({
      tokenPriceSeconds: 10,
      symbol: 'SPY',
      at: NOON.toISOString(),
    });
  });
});
