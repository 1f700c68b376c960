import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { DayDesk } from '../../support/desks/day-desk.ts';

describe('the completeness ledger', () => {
  let day: DayDesk;
  const at = (time: string) => `2026-03-10T${time}:00Z`;
  beforeEach(async () => void (day = await DayDesk.start(at('15:00'))));
  afterEach(() => day.close());

  it.each([
    ['nothing', 'no quote'],
    ['shares', 'a quote of something else'],
    ['late', 'stale quote'],
    ['down', 'provider down: 503'],
    ['busy', 'budget put off'],
  ] as const)('names the cause when the source returns %s', async (says, cause) => {
    await day.hold('t1');
    await day.run(at('15:05'));
    day.market.says = says;
    await day.run(at('15:15'));
    expect(await day.completeness('2026-03-10')).toBe(`1 of 3; 2 ${cause}`);
    const { totalCount } = await day.fresh.book
      .read('ada')
      .snapshots('t1', null, { first: 9, after: null });
    expect(totalCount).toBe(1);
  });

  it('counts the missed ticks of an absence for the trades held during it', async () => {
    await day.hold('t1');
    await day.run(at('15:05'));
    day.off(at('15:35'));
    await day.hold('midway', { openedAt: new Date(at('15:20')) });
    await day.hold('since', { openedAt: new Date(at('15:34')) });
    await day.hold('bobs', { username: 'bob', openedAt: new Date(at('15:21')) });
    const closed = { phase: 'CLOSED', status: 'SL_HIT', closedAt: new Date(at('15:20')) } as const;
    await day.hold('gone', { ...closed, openedAt: new Date(at('15:00')) });
    await day.tick();
    // t1 misses 15:10 to 15:30, midway misses 15:20 to 15:30, gone misses 15:10 and 15:15; the three held are
    // marked at 15:35.
    expect(await day.completeness('2026-03-10')).toBe('4 of 14; 10 desk was not running');
    expect(await day.completeness('2026-03-10', 'bob')).toBe('1 of 3; 2 desk was not running');
    const { gaps } = await day.fresh.book.read('ada').completeness('2026-03-10');
    expect(gaps[0]).toMatchObject({ from: new Date(at('15:10')), to: new Date(at('15:30')) });
  });

  it.each([
    [true, 'budget put off'],
    [false, 'the tick before took too long'],
  ])(
    'says why ticks were missed while another still ran (waiting its turn: %s)',
    async (waits, cause) => {
      await day.hold('t1');
      await day.run(at('15:05'));
      Object.assign(day.market, { minutes: 12, waits });
      await day.run(at('15:10'));
      Object.assign(day.market, { minutes: 0, waits: false });
      expect(day.clock.now()).toEqual(new Date(at('15:22')));
      await day.tick();
      // 15:15 came due while the tick of 15:10 ran; that of 15:20 is the one at 15:22.
      expect(await day.completeness('2026-03-10')).toBe(`3 of 4; 1 ${cause}`);
      // A later absence counts as an absence.
      day.off(at('15:38'));
      await day.tick();
      expect(await day.completeness('2026-03-10')).toContain('2 desk was not running');
    },
  );

  it('separates a wait from the absence after it', async () => {
    await day.hold('t1');
    await day.run(at('15:05'));
    Object.assign(day.market, { minutes: 12, waits: true });
    await day.run(at('15:10'));
    Object.assign(day.market, { minutes: 0, waits: false });
    day.off(at('15:41'));
    await day.tick();
    // 15:15 and 15:20 came due while it ran; 15:25, 15:30 and 15:35 during the absence.
    expect(await day.completeness('2026-03-10')).toBe(
      '3 of 8; 2 budget put off; 3 desk was not running',
    );
  });

  it('uses the exchange’s day on a market that never closes', async () => {
    day.market.session = async () => ({ session: 'ALWAYS_OPEN', nextChange: null });
    day.off('2026-03-11T01:00:00Z');
    await day.hold('t1', { venue: 'SIMULATED' });
    await day.tick();
    expect(await day.completeness('2026-03-10')).toBe('1 of 1');
    expect(await day.completeness('2026-03-11')).toBe('0 of 0');
  });

  it('ignores a person’s request for prices', async () => {
    await day.hold('t1');
    const { snapshots } = day.server(day.fresh.book, 'x');
    await snapshots.refresh([await day.trade('t1')]);
    expect(await day.completeness('2026-03-10')).toBe('0 of 0');
  });

  it('counts an absence once when two servers find it', async () => {
    const other = day.server(day.fresh.another().book, 'o');
    await day.hold('t1');
    await day.run(at('15:05'));
    day.off(at('15:35'));
    await Promise.all([day.tick(), other.snapshots.execute(300)]);
    expect(await day.completeness('2026-03-10')).toContain('5 desk was not running');
  });

  it('is not misled by a clock that was set back', async () => {
    await day.hold('t1');
    await day.run(at('15:05'));
    day.off(at('14:00'));
    await day.tick();
    await day.run(at('14:10'));
    expect(await day.completeness('2026-03-10')).not.toContain('desk');
  });
});

describe('the first minute', () => {
  it('widens no excursion at an exchange, but does on the simulated market', async () => {
    const day = await DayDesk.start('2026-03-10T13:30:30Z');
    const opened = { openedAt: new Date('2026-03-09T15:00:00Z') };
    await day.hold('real', opened);
    await day.hold('simulated', { ...opened, venue: 'SIMULATED' });
    day.market.bid = '0.10';
    await day.tick();
    expect((await day.trade('real')).maxAdverseExcursion).toBeNull();
    expect((await day.trade('real')).mark?.price).toEqual(dec('0.1'));
    expect((await day.trade('simulated')).maxAdverseExcursion).toEqual(dec('-1.4'));
    day.off('2026-03-10T13:31:00Z');
    await day.tick();
    expect((await day.trade('real')).maxAdverseExcursion).toEqual(dec('-1.4'));
    await day.close();
  });
});
