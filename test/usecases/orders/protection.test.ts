import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { protectionDetail } from '../../../server/domain/exits/protection-detail.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { MAINTENANCE } from '../../venues/wire-server.ts';

const WATCH = { everySeconds: 5, lookedAt: null, halted: false };
const NO_STOPS = { status: 400, text: 'Invalid parameter, type: stop orders are not allowed.' };
/** Exits that are less than 0.10 apart. */
const NEAR = { stopLoss: dec('1.50'), takeProfit: dec('1.58') };
const POOR = 'You do not have enough buying power for this trade.';

describe('a position whose stop is not at the venue', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  /** Buys at the market, so that the exits are sent separately once the entry has filled. */
  async function bought(bracket = { stopLoss: dec('1.00'), takeProfit: dec('2.50') }) {
    const { id } = await t.place({ orderType: 'MARKET', limitPrice: null, bracket });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.50' });
    return id;
  }
  const detail = async (id: string, watch = WATCH) =>
    protectionDetail(await t.stored(id), watch, t.clock.now());
  const trade = async (id: string) => (await t.stored(id)).trade;
  async function alert() {
    const page = await t.fresh.book.read('ada').alerts(true, { first: 9, after: null });
    return page.items.map(({ item }) => item).find(({ kind }) => kind === 'UNPROTECTED');
  }
  async function adjust(id: string, stopLoss: string) {
    const { version: expectedVersion } = await trade(id);
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    return t.desk.trading.updatePosition(ADA, { bracket: { ...keyed, stopLoss: dec(stopLoss) } });
  }
  async function later() {
    t.pass(301);
    for (let syncs = 0; syncs < 3; syncs += 1) await t.sync();
  }

  interface Row {
    way: string;
    trouble: () => void;
    over?: () => void;
    shows: [cause: string, words: string];
  }
  it.each<Row>([
    {
      way: 'a wider minimum gap than expected',
      trouble: () => {
        t.venue.quirks.minExitGap = '5';
      },
      over: () => {
        t.venue.quirks.minExitGap = '0.10';
      },
      shows: ['REFUSED', 'OcoPriceDifferenceIsLessThanDelta'],
    },
    {
      way: 'an order type that it refuses',
      trouble: () => t.venue.fail('POST /orders', NO_STOPS),
      shows: ['REFUSED', 'stop orders are not allowed'],
    },
    {
      way: 'a buying-power refusal a moment later',
      trouble: () => t.venue.rejectNextOrder(POOR),
      shows: ['REJECTED_LATER', 'buying power'],
    },
    {
      way: 'an error of its own',
      trouble: () => t.venue.fail('POST /orders', MAINTENANCE),
      shows: ['UNCONFIRMED', 'has not confirmed'],
    },
    {
      way: 'silence',
      trouble: () => t.venue.fail('POST /orders', { silent: true }),
      shows: ['UNCONFIRMED', 'has not confirmed'],
    },
    {
      way: 'a spent budget',
      trouble: () => t.venue.fail('POST /orders', { status: 429, text: 'Quota Violation' }, 2),
      shows: ['NOT_SENT', 'did not reach the venue'],
    },
  ])(
    'shows as watched after $way, and gets its stop there once the venue takes it',
    async (row) => {
      const id = await bought();
      t.pass(10);
      row.trouble();
      await t.sync();
      const [cause, words] = row.shows;
      expect(await trade(id)).toMatchObject({ status: 'OPEN', protection: 'WATCHED' });
      const shown = await detail(id);
      expect(shown).toMatchObject({ cause, watchedEverySeconds: 5 });
      expect(shown!.words).toContain(words);
      expect((await alert())!.message).toContain(words);
      expect((await trade(id)).unprotectedSince).toEqual(shown!.since);

      t.venue.heal();
      row.over?.();
      await later();
      expect(await trade(id)).toMatchObject({ protection: 'VENUE', unprotectedSince: null });
      expect(await detail(id)).toBeNull();
      expect(await alert()).toBeUndefined();
      expect((await trade(id)).unprotectedSeconds, 'from the entry’s fill on').toBe(311);
    },
  );

  it('is watched while stop and target are closer than the venue accepts', async () => {
    const id = await bought(NEAR);
    await t.sync();
    expect(await detail(id)).toMatchObject({ cause: 'MINIMUM_GAP', watchedEverySeconds: 5 });
    expect((await alert())!.message).toContain('less than 0.1 apart');
    await adjust(id, '1.20');
    expect(await trade(id)).toMatchObject({ protection: 'VENUE' });
    expect([await detail(id), await alert()]).toEqual([null, undefined]);
  });

  it('gets a DAY stop at once when the venue takes none for longer', async () => {
    const id = await bought();
    t.venue.quirks.gtcExits = 'refused';
    await t.sync();
    expect(await trade(id)).toMatchObject({ protection: 'VENUE', unprotectedSince: null });
    expect(await alert()).toBeUndefined();
  });

  it('retries its stop at growing intervals', async () => {
    t.venue.quirks.minExitGap = '5';
    const id = await bought();
    await t.sync();
    const asked: number[] = [];
    const before = t.venue.count('POST /orders');
    for (let minute = 1; minute <= 180; minute += 1) {
      const posts = t.venue.count('POST /orders');
      t.pass(60);
      await t.sync();
      if (t.venue.count('POST /orders') > posts) asked.push(minute);
    }
    expect(asked).toEqual([5, 15, 35, 75, 135]);
    expect(t.venue.count('POST /orders') - before).toBe(5);
    expect(await detail(id)).toMatchObject({ cause: 'REFUSED', watchedEverySeconds: 5 });
  });

  it('has no watch under HALT_ALL, nor while the desk’s watch is down', async () => {
    const id = await bought(NEAR);
    await t.sync();
    const halted = await detail(id, { ...WATCH, halted: true });
    expect(halted).toMatchObject({ cause: 'HALTED', watchedEverySeconds: null });
    const down = { everySeconds: null as unknown as number, lookedAt: null, halted: false };
    expect(await detail(id, down)).toMatchObject({
      cause: 'DESK_DOWN',
      watchedEverySeconds: null,
    });
  });

  it('counts as unprotected from when the venue says the stop went, also after a restart', async () => {
    const { id } = await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    t.pass(600);
    for (const leg of t.legs().slice(1)) t.venue.cancelOrder(leg);
    const went = t.clock.now();
    t.venue.fail('POST /orders', NO_STOPS);
    t.pass(240);
    t.restart();
    await t.sync();
    expect((await trade(id)).unprotectedSince).toEqual(went);
    expect(await detail(id)).toMatchObject({ cause: 'REFUSED', since: went });
    t.restart();
    await later();
    expect(await trade(id)).toMatchObject({ protection: 'VENUE', unprotectedSeconds: 541 });
  });

  it('raises a new alert when an exit watched for another reason is refused', async () => {
    const day = (wall: string) => {
      t.clock.set(new Date(wall));
      t.venue.now = t.clock.now();
    };
    t.venue.quirks.gtcExits = 'refused';
    const { id } = await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    day('2026-03-10T16:20-04:00');
    t.venue.endDay();
    await t.sync();
    expect(await detail(id)).toMatchObject({ cause: 'SESSION_CLOSED' });
    expect(await alert()).toMatchObject({ severity: 'WARNING' });
    day('2026-03-11T09:20-04:00');
    t.venue.fail('POST /orders', NO_STOPS);
    await t.sync();
    expect(await detail(id)).toMatchObject({ cause: 'REFUSED' });
    const raised = await alert();
    expect(raised).toMatchObject({ severity: 'CRITICAL' });
    expect(raised!.message).toContain('stop orders are not allowed');
  });

  it.each([
    ['goes along with its entry', {}, null],
    [
      'is too near its target',
      { bracket: { stopLoss: dec('1.45'), takeProfit: dec('1.53') } },
      'less than 0.1 apart',
    ],
    ['follows a market entry', { orderType: 'MARKET', limitPrice: null }, 'after the entry’s fill'],
  ] as const)('is announced before the ticket is sent: %s', async (_, parts, words) => {
    const { exitsNote } = await t.desk.previews.trade(ADA, t.ticket(parts));
    if (words === null) return expect(exitsNote).toBeNull();
    expect(exitsNote).toContain(words);
    expect(exitsNote).toMatch(/the desk (watches|would watch) the stop/);
  });

  it('was never without its stop when the venue held that as the entry filled', async () => {
    const { id } = await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    t.pass(600);
    await t.sync();
    expect(await trade(id)).toMatchObject({ unprotectedSince: null, unprotectedSeconds: 0 });
  });

  it('names who canceled the stop when the desk may not place it again', async () => {
    const { id } = await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    await t.desk.account.setKillSwitch(ADA, 'HALT_ALL');
    for (const leg of t.legs().slice(1)) t.venue.cancelOrder(leg);
    await t.sync();
    expect(await detail(id)).toMatchObject({ cause: 'CANCELED_ELSEWHERE' });
    expect((await alert())!.message).toContain('not by this desk');
  });
});
