import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import { AAPL, SPY_CALL } from '../../support/values/builders.ts';
import { databases } from '../../support/databases/databases.ts';
import { DayDesk } from '../../support/desks/day-desk.ts';

const NVDA_CALL = { ...SPY_CALL, symbol: 'NVDA260327C00185000', root: 'NVDA', underlying: 'NVDA' };
const LATER = { expiration: '2026-12-18', symbol: 'SPY261218C00560000' };
const LATER_NVDA = { ...NVDA_CALL, expiration: '2026-12-18', symbol: 'NVDA261218C00185000' };

describe.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])(
  'a trading day, server in %s',
  (zone) => {
    let day: DayDesk;
    beforeEach(() => void vi.stubEnv('TZ', zone));
    afterEach(async () => {
      vi.unstubAllEnvs();
      await day.close();
    });

    it.each([
      // Around both clock changes: the day, and when it is 8:55 and 16:30 in New York.
      ['2026-03-06', '13:55', '21:30'],
      ['2026-03-09', '12:55', '20:30'],
      ['2026-10-30', '12:55', '20:30'],
      ['2026-11-02', '13:55', '21:30'],
    ])('%s has every mark and two bookends', async (date, from, until) => {
      day = await DayDesk.start(`${date}T${from}:00Z`);
      await day.hold('spy', { instrument: { ...SPY_CALL, ...LATER } });
      await day.hold('nvda', { instrument: LATER_NVDA });
      await day.hold('shares', { instrument: AAPL });
      await day.tick();
      await day.run(`${date}T${until}:00Z`);
      expect(await day.bookends('spy')).toEqual(['PRE_MARKET 09:25', 'POST_CLOSE 16:20']);
      expect(await day.bookends('nvda')).toEqual(['PRE_MARKET 09:25', 'POST_CLOSE 16:05']);
      expect(await day.bookends('shares')).toEqual(['PRE_MARKET 09:25', 'POST_CLOSE 16:05']);
      // Every five minutes from 9:30 until 16:00; the fund's options until 16:15.
      expect(await day.intraday('spy')).toEqual(['09:30', '16:10', 81]);
      expect(await day.intraday('nvda')).toEqual(['09:30', '15:55', 78]);
      expect(await day.intraday('shares')).toEqual(['09:30', '15:55', 78]);
      const all = 81 + 78 + 78 + 6;
      expect(await day.completeness(date)).toBe(`${all} of ${all}`);
    });

    it('ends at 13:00 on a half-day, and the holiday before it has none', async () => {
      day = await DayDesk.start('2026-11-26T14:20:00Z');
      await day.hold('spy', { instrument: { ...SPY_CALL, ...LATER } });
      await day.hold('nvda', { instrument: LATER_NVDA });
      await day.tick();
      await day.run('2026-11-26T15:00:00Z');
      day.off('2026-11-26T20:55:00Z');
      await day.run('2026-11-26T21:25:00Z');
      day.off('2026-11-27T14:20:00Z');
      await day.run('2026-11-27T18:25:00Z');
      expect(await day.bookends('spy')).toEqual(['PRE_MARKET 09:25', 'POST_CLOSE 13:20']);
      expect(await day.bookends('nvda')).toEqual(['PRE_MARKET 09:25', 'POST_CLOSE 13:05']);
      expect(await day.completeness('2026-11-26')).toBe('0 of 0');
      expect(await day.intraday('spy')).toEqual(['09:30', '13:10', 45]);
      expect(await day.intraday('nvda')).toEqual(['09:30', '12:55', 42]);
      expect(await day.completeness('2026-11-27')).toBe('91 of 91');
    });

    it('is counted in full when the desk sleeps through it, and weekends are not', async () => {
      day = await DayDesk.start('2026-03-06T21:30:00Z');
      await day.hold('nvda', { instrument: LATER_NVDA });
      await day.hold('spy', { instrument: { ...SPY_CALL, ...LATER }, username: 'bob' });
      await day.tick();
      day.off('2026-03-10T12:00:00Z');
      await day.tick();
      expect(await day.completeness('2026-03-09', 'bob')).toContain('; 81 desk was not running');
      expect(await day.completeness('2026-03-07')).toBe('0 of 0');
      expect(await day.completeness('2026-03-09')).toBe(
        '0 of 80; 1 pre-market bookend missed: desk was not running; 78 desk was not running; ' +
          '1 post-close bookend missed: desk was not running',
      );
      day.off('2026-03-10T13:35:00Z');
      await day.tick();
      expect((await day.trade('nvda')).excursionsComplete).toBe(false);
    });
  },
);

describe('a contract that trades until 16:15', () => {
  let day: DayDesk;
  afterEach(() => day.close());

  it('ends at 16:00 on its last day, and is not requested any more', async () => {
    day = await DayDesk.start('2026-03-27T13:20:00Z');
    await day.hold('spy');
    await day.tick();
    await day.run('2026-03-27T20:30:00Z');
    day.off('2026-03-30T13:20:00Z');
    await day.run('2026-03-30T14:00:00Z');
    expect(await day.bookends('spy')).toEqual(['PRE_MARKET 09:25', 'POST_CLOSE 16:05']);
    expect(await day.intraday('spy')).toEqual(['09:30', '15:55', 78]);
    expect(await day.completeness('2026-03-30')).toBe('0 of 0');
  });

  it('ends at 16:15 on the day before it expires when the next opening settles it', async () => {
    day = await DayDesk.start('2026-03-19T13:20:00Z');
    const instrument = parseOccSymbol('SPX260320C05600000')!;
    await day.hold('spx', { instrument });
    await day.tick();
    await day.run('2026-03-19T20:30:00Z');
    day.off('2026-03-20T13:20:00Z');
    await day.run('2026-03-20T20:30:00Z');
    expect(await day.bookends('spx')).toEqual(['PRE_MARKET 09:25', 'POST_CLOSE 16:20']);
    expect(await day.intraday('spx')).toEqual(['09:30', '16:10', 81]);
    expect(await day.completeness('2026-03-20')).toBe('0 of 0');
  });

  it('ends with its shares when the venue closed at an unscheduled hour', async () => {
    day = await DayDesk.start('2026-03-26T17:55:00Z');
    await day.hold('spy');
    await day.tick();
    day.market.session = async () => ({ session: 'POST_MARKET', nextChange: null });
    await day.run('2026-03-26T19:00:00Z');
    expect(await day.intraday('spy')).toEqual(['13:55', '13:55', 1]);
  });
});

describe.each(databases())('bookends on %s', (_, open) => {
  let day: DayDesk;
  const at = (time: string) => `2026-03-10T${time}:00Z`;
  beforeEach(async () => void (day = await DayDesk.start(at('13:00'), open)));
  afterEach(() => day.close());

  it('are taken once, however many servers look and however often', async () => {
    const { book } = day.fresh.another();
    const other = day.server(book, 'o');
    await day.hold('t1', { instrument: NVDA_CALL });
    await day.hold('b1', { instrument: NVDA_CALL, username: 'bob', venue: 'SIMULATED' });
    await day.tick();
    for (const time of ['13:25', '13:26', '20:05', '20:06']) {
      day.off(at(time));
      await Promise.all([day.tick(), other.bookends.execute(), other.bookends.execute()]);
      await other.bookends.execute();
    }
    const both = ['PRE_MARKET 09:25', 'POST_CLOSE 16:05'];
    expect(await day.bookends('t1')).toEqual(both);
    expect(await day.bookends('b1', 'bob')).toEqual(both);
  });

  it('are required for what was held when they were due, and nothing else', async () => {
    await day.tick();
    await day.hold('early', { openedAt: new Date(at('13:25')) });
    await day.hold('late', { openedAt: new Date(at('13:26')) });
    const closed = { phase: 'CLOSED', status: 'MANUAL_CLOSE' } as const;
    const opened = new Date(at('13:00'));
    await day.hold('gone', { ...closed, openedAt: opened, closedAt: new Date(at('13:20')) });
    await day.hold('left', { ...closed, openedAt: opened, closedAt: new Date(at('13:27')) });
    day.off(at('13:28'));
    await day.tick();
    expect(await day.bookends('early')).toEqual(['PRE_MARKET 09:28']);
    expect([await day.bookends('late'), await day.bookends('gone')]).toEqual([[], []]);
    expect(await day.completeness('2026-03-10')).toBe(
      '1 of 2; 1 pre-market bookend missed: desk was not running',
    );
  });

  it('are retried until it is too late, and then missed with the cause', async () => {
    await day.hold('t1', { instrument: NVDA_CALL });
    await day.tick();
    day.market.says = 'down';
    day.off(at('13:25'));
    await day.tick();
    day.market.says = 'nothing';
    day.off(at('13:29'));
    await day.tick();
    day.market.says = 'quotes';
    day.off(at('13:30'));
    await day.tick();
    expect(await day.bookends('t1')).toEqual([]);
    expect(await day.completeness('2026-03-10')).toContain('1 pre-market bookend missed: no quote');
    day.market.says = 'busy';
    day.off(at('20:05'));
    await day.tick();
    expect(await day.completeness('2026-03-10')).toContain(
      '1 post-close bookend missed: budget put off',
    );
    day.market.says = 'quotes';
    day.off(at('20:34'));
    await day.tick();
    expect(await day.bookends('t1')).toEqual(['POST_CLOSE 16:34']);
    expect(await day.completeness('2026-03-10')).not.toContain('post-close');
  });

  it('are missed when the answer came after the bell', async () => {
    await day.hold('t1', { instrument: NVDA_CALL });
    await day.tick();
    day.off(at('13:29'));
    const quotes = day.market.quotes.bind(day.market);
    day.market.quotes = async (symbols) => {
      day.clock.advance(61_000);
      return quotes(symbols);
    };
    await day.tick();
    expect(await day.bookends('t1')).toEqual([]);
    expect(await day.completeness('2026-03-10')).toContain('bookend missed: answered too late');
  });

  it('never show a stock’s price as the option’s', async () => {
    await day.hold('t1', { instrument: NVDA_CALL });
    await day.tick();
    day.market.says = 'shares';
    day.off(at('13:25'));
    await day.tick();
    expect(await day.bookends('t1')).toEqual([]);
    expect(await day.completeness('2026-03-10')).toContain('a quote of something else');
  });

  it('of a short show the ask, at which it could be bought back, like its other marks', async () => {
    await day.hold('t1', { instrument: NVDA_CALL, side: 'SELL_TO_OPEN' });
    await day.tick();
    for (const time of ['13:25', '13:35']) {
      day.off(at(time));
      await day.tick();
    }
    const { items } = await day.fresh.book
      .read('ada')
      .snapshots('t1', null, { first: 9, after: null });
    const shown = items.map(({ item }) => `${item.kind} ${item.price?.toFixed()}`);
    expect(shown).toEqual(['INTRADAY 1.5', 'PRE_MARKET 1.5']);
    expect((await day.trade('t1')).mark?.price?.toFixed()).toBe('1.5');
  });

  it('leave the trade’s own mark and its excursions alone', async () => {
    await day.hold('t1', { instrument: NVDA_CALL });
    await day.tick();
    day.off(at('19:55'));
    await day.tick();
    const before = await day.trade('t1');
    day.market.bid = '0.05';
    await day.run(at('20:25'));
    expect(await day.trade('t1')).toEqual(before);
    expect(await day.bookends('t1')).toContain('POST_CLOSE 16:05');
  });
});
