import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, type TestContext } from 'vitest';
import { TradierBroker } from '../../../server/adapters/tradier/tradier-broker.ts';
import { TradierBudget } from '../../../server/adapters/tradier/tradier-budget.ts';
import { TradierClients } from '../../../server/adapters/tradier/tradier-clients.ts';
import { RateWindow } from '../../../server/adapters/tradier/rate-window.ts';
import type { RealTime } from '../../../server/adapters/wire/real-time.ts';
import { MemoryLog } from '../../support/fakes/memory-log.ts';
import { CALL, submitted } from '../../support/fakes/option-market.ts';
import { HandClock, submission } from '../../support/desks/venue-account.ts';
import { TradierEmulator } from '../../venues/tradier-emulator.ts';

const SPEED = 40;
/** The speed for tests with many answers within one window, even on a busy machine. */
const SLOWER = 12;
const START = Date.parse('2026-03-10T15:00:00Z');

/** Time for desk and venue that runs `speed` times as fast, so that minutes take seconds. */
function fastTime(speed: number): RealTime {
  const began = performance.now();
  return {
    now: () => START + (performance.now() - began) * speed,
    sleep: (ms) => pause(ms / speed),
  };
}

const limit = submitted('ENTRY', 'BUY_TO_OPEN', 1, { limit: '1.00' }, 'DAY');
const buy = submission('SINGLE', CALL, [limit]);
const exit = submitted('STOP_LOSS', 'SELL_TO_CLOSE', 1, { stop: '0.50' });
const sell = submission('SINGLE', CALL, [exit]);

/** A venue that allows 60 requests a minute, and brokers of one of its tokens. */
async function limitedVenue(speed: number, { onTestFinished }: TestContext) {
  const venue = await TradierEmulator.start({ now: new Date(START) });
  onTestFinished(() => venue.close());
  const time = fastTime(speed);
  venue.quota.limits = { standard: 60, market: 60, trading: 60 };
  venue.quota.now = () => time.now();
  const clock = new HandClock();
  const clients = new TradierClients({ clock, log: new MemoryLog(), time });
  const broker = () =>
    new TradierBroker(clients.of(venue.url, venue.token), {
      ...{ account: venue.accountId, venue: 'TRADIER_SANDBOX', clock },
    });
  return { venue, time, broker };
}

// The tests run concurrently, because each mostly waits for its own windows.
describe.concurrent('a budget of 60 requests a minute', () => {
  it('serves 50 open trades, polled by two brokers of one token, without a 429', async (test) => {
    const { venue, broker } = await limitedVenue(SLOWER, test);
    const ids = Array.from({ length: 50 }, (_, n) =>
      String(venue.placeElsewhere([legOf()], 'option', `t-${n}`).id),
    );
    const polls = [broker(), broker()].flatMap((desk) => ids.map((id) => desk.order(id)));
    const orders = await Promise.all([...polls, ...ids.map((id) => broker().order(id))]);
    expect(orders.every((order) => order?.status === 'OPEN')).toBe(true);
    expect(venue.count('GET /orders/:id')).toBe(150);
    expect(venue.quota.violations).toBe(0);
  });

  it('lets exits go before waiting entries, and reserves some requests for them', async (test) => {
    const { venue, broker } = await limitedVenue(SLOWER, test);
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push(await broker().place(buy));
    const entries = Promise.all(Array.from({ length: 70 }, () => broker().place(buy)));
    await pause(20);
    venue.setPosition(CALL.symbol, 1, 100);
    await Promise.all([...ids.map((id) => broker().cancel(id)), broker().place(sell)]);
    const sold = venue.requests.findIndex(({ form }) => form.side === 'sell_to_close');
    expect(sold).toBeGreaterThan(0);
    expect(sold).toBeLessThan(60);
    const routes = venue.requests.map((request) => request.route);
    expect(routes.lastIndexOf('DELETE /orders/:id')).toBeLessThan(60);
    expect(routes.length).toBeLessThanOrEqual(60);
    await entries;
    expect(venue.quota.violations).toBe(0);
  });

  it('makes room for others who use the same token', async (test) => {
    const { venue, broker } = await limitedVenue(SPEED, test);
    await broker().positions();
    const others = { method: 'GET', headers: { authorization: `Bearer ${venue.token}` } };
    const path = `${venue.url}/accounts/${venue.accountId}/positions`;
    for (let n = 0; n < 40; n += 1) await fetch(path, others);
    await broker().positions();
    await Promise.all(Array.from({ length: 30 }, () => broker().positions()));
    expect(venue.quota.violations).toBe(0);
  });

  it('waits out a quota violation, and asks again', async (test) => {
    const { venue, time, broker } = await limitedVenue(SPEED, test);
    await broker().positions();
    const reset = Math.round(time.now() + 5_000);
    venue.fail('GET /positions', { status: 429, text: `Quota Violation: until ${reset}` });
    expect((await broker().positions()).listed).toEqual([]);
    expect(time.now()).toBeGreaterThanOrEqual(reset);
  });
});

describe('the order of a budget', () => {
  it('puts exits first, then the rest in order of arrival', async () => {
    const time: RealTime = { now: () => 0, sleep: () => new Promise(() => undefined) };
    const budget = new TradierBudget(time);
    const gone: string[] = [];
    const ask = (name: string, priority: 'EXIT' | 'POLL') =>
      void budget.take('TRADING', priority).then(() => gone.push(name));
    ask('probe', 'POLL');
    ask('entry 1', 'POLL');
    ask('entry 2', 'POLL');
    ask('exit 1', 'EXIT');
    ask('exit 2', 'EXIT');
    await pause(1);
    expect(gone).toEqual(['probe']);
    budget.answered('TRADING', { allowed: 60, used: 1, expiry: START }, 60_000);
    await pause(1);
    expect(gone).toEqual(['probe', 'exit 1', 'exit 2', 'entry 1', 'entry 2']);
  });

  it('ignores an answer about an ended window for the next one', () => {
    const window = new RateWindow();
    const late = { allowed: 60, used: 60, expiry: START };
    window.grant(0);
    window.grant(0);
    window.answered(10, { ...late, used: 1 }, 1_000);
    expect(window.available(2_000)).toBe(60);
    window.grant(2_000);
    window.answered(2_010, late, -750);
    expect(window.available(2_020)).toBe(59);
    expect(window.end).toBeGreaterThan(60_000);
  });

  it('counts from zero when the venue began its next window within our margin', () => {
    const window = new RateWindow();
    const notice = (used: number, expiry: number) => ({
      allowed: 60,
      used,
      expiry: START + expiry,
    });
    for (let n = 1; n <= 50; n += 1) {
      window.grant(0);
      window.answered(0, notice(n, 60_000), 60_000);
    }
    window.grant(60_000);
    window.grant(60_000);
    window.answered(60_000, notice(1, 120_000), 60_000);
    expect(window.available(60_010)).toBe(58);
    window.answered(60_020, notice(2, 120_000), 60_000);
    window.grant(60_030);
    window.answered(60_040, notice(3, 120_000), 59_960);
    expect([window.available(60_050), window.end]).toEqual([57, 120_250]);
  });

  it('does not hold a request back for ever', async () => {
    let now = 0;
    const alarms: (() => void)[] = [];
    const time: RealTime = {
      now: () => now,
      sleep: () => new Promise<void>((wake) => alarms.push(wake)),
    };
    const budget = new TradierBudget(time);
    await budget.take('TRADING', 'POLL');
    const second = budget.take('TRADING', 'POLL');
    now = 66_000;
    alarms.forEach((wake) => wake());
    await expect(second).rejects.toMatchObject({ kind: 'NOT_SENT' });
  });
});

function legOf() {
  const { quantity, limitPrice: price } = submitted('ENTRY', 'BUY_TO_OPEN', 1, { limit: '1.00' });
  const { symbol: optionSymbol, underlying: symbol } = CALL;
  const common = { symbol, optionSymbol, side: 'buy_to_open', type: 'limit', duration: 'gtc' };
  return { ...common, quantity, price, stop: null };
}
