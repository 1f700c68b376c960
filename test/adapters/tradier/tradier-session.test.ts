import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TradierMarketData } from '../../../server/adapters/tradier/tradier-market-data.ts';
import { SandboxAccount } from '../../support/desks/sandbox-account.ts';
import { MAINTENANCE } from '../../venues/wire-server.ts';

const TUESDAY = '2026-03-10T15:00:00Z';
const GOOD_FRIDAY = '2026-04-03T15:00:00Z';
const CLOCK = 'GET /markets/clock';

let desk: SandboxAccount;
let data: TradierMarketData;
beforeEach(async () => {
  desk = await SandboxAccount.open();
  data = desk.marketData();
  itIs(TUESDAY);
});
afterEach(() => desk.venue.close());

function itIs(now: string): void {
  desk.clock.at = new Date(now);
  desk.venue.now = new Date(now);
}

async function sessionText() {
  const { session, source, unconfirmed } = await data.session();
  expect(unconfirmed ?? false, source).toBe(source?.startsWith('the desk’s calendar'));
  return `${session} by ${source}`;
}

describe('the source of the session', () => {
  it('is the venue’s clock', async () => {
    expect(await sessionText()).toBe('REGULAR by Tradier’s clock');
  });

  it('is the desk’s calendar when the venue does not answer, also on weekends', async () => {
    desk.venue.fail(CLOCK, MAINTENANCE, 6);
    expect(await sessionText()).toBe('REGULAR by the desk’s calendar (Tradier does not answer)');
    itIs('2026-03-14T15:00:00Z');
    expect(await sessionText()).toBe('CLOSED by the desk’s calendar (Tradier does not answer)');
    desk.venue.heal();
    expect(await sessionText()).toBe('CLOSED by Tradier’s clock');
  });

  it('is the calendar’s earlier answer when only the clock is silent', async () => {
    desk.venue.setDay('2026-03-11', 'closed');
    await data.closedOn('2026-03-11');
    desk.venue.fail(CLOCK, MAINTENANCE, 99);
    expect(await sessionText()).toBe('REGULAR by Tradier’s calendar (Tradier does not answer)');
    itIs('2026-03-11T15:00:00Z');
    expect(await sessionText()).toBe('CLOSED by Tradier’s calendar (Tradier does not answer)');
  });

  it.each([
    ['no clock', { clock: null }],
    ['an unknown word', { clock: { ...clockAt(TUESDAY), state: 'half-open' } }],
    ['no time', { clock: { ...clockAt(TUESDAY), next_change: 'soon' } }],
    ['another date', { clock: { ...clockAt(TUESDAY), date: '2026-03-09' } }],
    ['an old answer', { clock: clockAt('2026-03-10T14:55:00Z') }],
    ['invalid JSON', undefined],
  ])('is the desk’s calendar when the clock gives %s', async (_, json) => {
    desk.venue.fail(CLOCK, { json, html: json ? undefined : '<html>' }, 3);
    expect(await sessionText()).toMatch(/^REGULAR by the desk’s calendar \(Tradier/);
  });

  it('is the desk’s calendar for a clock that is not the desk’s', async () => {
    desk.clock.at = new Date('2026-03-10T22:00:00Z');
    expect(await sessionText()).toBe(
      'POST_MARKET by the desk’s calendar (Tradier’s clock tells another time)',
    );
  });

  it('is the venue when it is closed on a day of the desk’s calendar', async () => {
    desk.venue.setDay('2026-03-10', 'closed');
    expect(await sessionText()).toBe(
      'CLOSED by Tradier’s clock (the desk’s calendar has a regular session now)',
    );
  });

  it('is the desk’s calendar’s holiday when the venue says open and its own calendar does not', async () => {
    itIs(GOOD_FRIDAY);
    desk.venue.setDay('2026-04-03', 'closed');
    desk.venue.setMarketState('open');
    expect(await sessionText()).toBe(
      'CLOSED by the desk’s calendar (Tradier’s clock says open, its calendar does not)',
    );
  });

  it('is the desk’s calendar’s holiday when the calendar cannot be read', async () => {
    itIs(GOOD_FRIDAY);
    desk.venue.setMarketState('open');
    desk.venue.fail('GET /markets/calendar', MAINTENANCE, 3);
    expect(await sessionText()).toBe(
      'CLOSED by the desk’s calendar (Tradier’s clock says open, its calendar does not answer)',
    );
  });

  it('is the venue when clock and calendar have a session that the desk’s calendar lacks', async () => {
    itIs(GOOD_FRIDAY);
    expect(await sessionText()).toBe(
      'REGULAR by Tradier’s clock and calendar (the desk’s calendar has no session now)',
    );
  });
});

describe('the venue’s clock', () => {
  it('is read again every five minutes, and when its session or ours changes', async () => {
    const asked = async (at: string) => {
      itIs(at);
      await Promise.all([data.session(), data.session()]);
      return desk.venue.count(CLOCK);
    };
    expect(await asked('2026-03-10T19:53:00Z')).toBe(1);
    expect(await asked('2026-03-10T19:57:59Z')).toBe(1);
    expect(await asked('2026-03-10T19:58:00Z')).toBe(2);
    expect(await asked('2026-03-10T19:59:59Z')).toBe(2);
    expect(await asked('2026-03-10T20:00:00Z')).toBe(3);
    expect(await sessionText()).toBe('POST_MARKET by Tradier’s clock');
    expect(await asked('2026-03-10T19:00:00Z'), 'a clock that was set back').toBe(4);
  });

  it('hides the session only briefly when it lags ours at the open', async () => {
    desk.clock.at = new Date('2026-03-10T13:30:01Z');
    desk.venue.now = new Date('2026-03-10T13:29:59Z');
    expect(await sessionText()).toContain('PRE_MARKET by Tradier’s clock');
    desk.clock.at = new Date('2026-03-10T13:30:03Z');
    desk.venue.now = new Date('2026-03-10T13:30:01Z');
    expect(await sessionText()).toBe('REGULAR by Tradier’s clock');
  });

  it('is read again at once when it did not answer', async () => {
    desk.venue.fail(CLOCK, MAINTENANCE, 3);
    expect(await sessionText()).toBe('REGULAR by the desk’s calendar (Tradier does not answer)');
    desk.venue.heal();
    expect(await sessionText()).toBe('REGULAR by Tradier’s clock');
  });
});

describe('an unscheduled closure', () => {
  it('is known from the calendar, and from the clock during session hours', async () => {
    desk.venue.setDay('2026-03-11', 'closed');
    expect(await data.closedOn('2026-03-11')).toBe(true);
    expect(await data.closedOn('2026-03-12')).toBe(false);
    expect(await data.closedOn('2026-03-14'), 'no day of the desk’s calendar').toBe(false);
    expect(await data.closedOn('2026-03-10')).toBe(false);
    // The exchange stays closed this morning, which the calendar does not know yet.
    desk.venue.setMarketState('closed');
    itIs('2026-03-10T15:05:00Z');
    expect(await data.closedOn('2026-03-10')).toBe(true);
    itIs('2026-03-10T11:30:00Z');
    expect(await data.closedOn('2026-03-10')).toBe(false);
  });

  it('is unknown when nobody answers: the day counts as in the desk’s calendar', async () => {
    desk.venue.fail(CLOCK, MAINTENANCE, 9);
    desk.venue.fail('GET /markets/calendar', MAINTENANCE, 9);
    expect(await data.closedOn('2026-03-10')).toBe(false);
  });
});

function clockAt(now: string): object {
  const timestamp = Date.parse(now) / 1000;
  return { date: '2026-03-10', state: 'open', timestamp, next_change: '16:00' };
}
