import { describe, expect, it } from 'vitest';
import { ClockDesk } from '../support/servers/clock-desk.ts';
import { bothSidesOf } from '../support/servers/trader.ts';

const LONG_DATED = 'SPY270416C00560000';
/** Both expire on Friday, 30 October 2026, with the fund at 571. */
const WORTHLESS = 'SPY261030C00600000';
const IN_THE_MONEY = 'SPY261030C00560000';
/** A call that expires on the half-day after Thanksgiving. */
const HALF_DAYS = 'SPY261127C00600000';

/**
 * Multiples of real time: slow around open and close, so that a busy machine is still in time for them. A start
 * takes seconds, which are minutes here, so a run that waits for open or close begins well before it.
 */
const [SLOW, FAST] = [30, 1000];
const LIMIT_MS = 600_000;
const HELD = { timeout: LIMIT_MS };

/** Tests the whole server as a process; `usecases/trading/trading-day.test.ts` covers all days and zones. */
describe('on a test clock', () => {
  /** Restarts the server and runs it for a span; returns the results at the end. */
  const livesOn =
    (desk: ClockDesk) =>
    async (from: string, to: string, speed: number, snapshotSeconds: number) => {
      await desk.runFrom(`${from}:00Z`, speed, snapshotSeconds);
      await desk.comeTo(`${to}:00Z`);
      const { snapshotCompleteness: ledger, marketSession: session, testClock } = await desk.day();
      const missed = ledger.gaps.reduce((sum, { count }) => sum + count, 0);
      expect(ledger.taken + missed).toBe(ledger.expected);
      expect(testClock).toBe(true);
      const [left, right] = bothSidesOf(await desk.trader.book());
      expect(left).toBe(right);
      return { ...ledger, session, causes: ledger.gaps.map(({ cause }) => cause).sort() };
    };

  /** A test that runs in parallel with others, because it mostly waits for its clock. */
  function day(
    title: string,
    start: [zone: string, at: string],
    story: (desk: ClockDesk, live: ReturnType<typeof livesOn>) => Promise<void>,
  ): void {
    it.concurrent(title, HELD, async () => {
      const desk = await ClockDesk.start(...start);
      try {
        await story(desk, livesOn(desk));
      } finally {
        await desk.close();
      }
    });
  }

  day(
    'an expiry Friday, the night in which the clocks go back, and Monday, in UTC',
    ['UTC', '2026-10-29T19:50:00Z'],
    async (desk, live) => {
      desk.venue.setClose('SPY', '2026-10-30', 571);
      const [long, worthless, inTheMoney] = await desk.hold(LONG_DATED, WORTHLESS, IN_THE_MONEY);
      await live('2026-10-30T13:20', '2026-10-30T13:33', SLOW, 20);
      await live('2026-10-30T13:33', '2026-10-30T19:55', FAST, 600);
      const friday = await live('2026-10-30T19:55', '2026-10-30T20:25', SLOW, 60);
      expect(friday).toMatchObject({ date: '2026-10-30', session: 'POST_MARKET' });
      expect(friday.taken).toBeGreaterThan(0);
      const first = (await desk.snapshots(long!)).filter((mark) => mark.firstMinute);
      expect(first.length).toBeGreaterThan(0);
      for (const { takenAt } of first) expect(takenAt).toMatch(/^2026-10-30T13:3[01]/);
      expect((await desk.trader.trade(worthless!)).status).toBe('EXPIRED_OTM');
      expect((await desk.trader.trade(inTheMoney!)).status).toBe('EXPIRED_ITM');
      expect(await desk.settledAt(inTheMoney!)).toBe('2026-10-30T20:00:00.000Z');
      desk.deliver(IN_THE_MONEY, 'SPY', 100, 56_000);

      const sunday = await live('2026-11-01T05:30', '2026-11-01T07:30', FAST, 600);
      expect(sunday).toMatchObject({ date: '2026-11-01', session: 'CLOSED', expected: 0 });

      await live('2026-11-02T14:20', '2026-11-02T14:33', SLOW, 60);
      const { orders, deliveredTo } = await desk.trader.trade(inTheMoney!);
      expect(orders.flatMap(({ fills }) => fills)).toHaveLength(1);
      const shares = { symbol: 'SPY', status: 'OPEN', openQuantity: '100' };
      expect(await desk.trader.trade(deliveredTo[0]!.id)).toMatchObject(shares);
      expect(await desk.bookends(long!)).toEqual([
        ...['10-30 PRE_MARKET 09:25', '10-30 POST_CLOSE 16:20', '11-02 PRE_MARKET 09:25'],
      ]);
      expect(await desk.bookends(worthless!)).toEqual([
        ...['10-30 PRE_MARKET 09:25', '10-30 POST_CLOSE 16:05'],
      ]);
    },
  );

  day(
    'a holiday and the half-day after it, in Tokyo',
    ['Asia/Tokyo', '2026-11-25T20:50:00Z'],
    async (desk, live) => {
      desk.venue.setDay('2026-11-26', 'closed');
      desk.venue.setDay('2026-11-27', { close: '13:00' });
      desk.venue.setClose('SPY', '2026-11-27', 571);
      const [long, half] = await desk.hold(LONG_DATED, HALF_DAYS);
      const holiday = await live('2026-11-26T14:23', '2026-11-26T14:33', SLOW, 60);
      expect(holiday).toMatchObject({ session: 'CLOSED', expected: 0, taken: 0 });
      const friday = await live('2026-11-27T17:55', '2026-11-27T18:25', SLOW, 60);
      expect(friday.session).toBe('POST_MARKET');
      // No server ran in the morning, and the record says so.
      expect(friday.causes).toContain('pre-market bookend missed: desk was not running');
      expect((await desk.trader.trade(half!)).status).toBe('EXPIRED_OTM');
      expect(await desk.settledAt(half!)).toBe('2026-11-27T18:00:00.000Z');
      expect(await desk.bookends(long!)).toEqual(['11-27 POST_CLOSE 13:20']);
      expect(await desk.bookends(half!)).toEqual(['11-27 POST_CLOSE 13:05']);
    },
  );

  day(
    'the night that loses an hour, and Monday, in Los Angeles',
    ['America/Los_Angeles', '2027-03-12T20:50:00Z'],
    async (desk, live) => {
      const [long] = await desk.hold(LONG_DATED);
      const sunday = await live('2027-03-14T06:30', '2027-03-14T07:30', FAST, 600);
      expect(sunday).toMatchObject({ date: '2027-03-14', session: 'CLOSED', expected: 0 });
      await live('2027-03-15T13:20', '2027-03-15T13:33', SLOW, 60);
      expect(await desk.bookends(long!)).toEqual(['03-15 PRE_MARKET 09:25']);
    },
  );
});
