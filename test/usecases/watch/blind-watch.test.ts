import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { STALE_AFTER_SECONDS } from '../../../server/domain/market/mark-rules.ts';
import { blindCauseOf } from '../../../server/domain/exits/watch-blind.ts';
import { protectionDetail } from '../../../server/domain/exits/protection-detail.ts';
import { AccountDesk } from '../../support/desks/account-desk.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

const MINE = 'VA00000001';
/** Exits closer together than the venue accepts, so that the desk watches them. */
const TIGHT = { bracket: { stopLoss: dec('1.48'), takeProfit: dec('1.52') } };
/** Seconds after which a price is too old to act on. */
const STALE = STALE_AFTER_SECONDS.delayed.changed;
const WATCH = { everySeconds: 5, lookedAt: null, halted: false };

describe('a stop that only the desk watches', () => {
  let t: TradierDesk;
  let accounts: AccountDesk;
  let id: string;
  /** Whether the market keeps quoting. */
  let quoted: boolean;
  beforeEach(async () => {
    quoted = true;
    t = await TradierDesk.start();
    t.quote(1.49, 1.51);
    accounts = new AccountDesk(t);
    await accounts.store(t.venue.token, MINE);
    ({ id } = await t.place(TIGHT));
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.50' });
    await t.sync();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'OPEN', protection: 'WATCHED' });
  });
  afterEach(() => t.close());

  /** Watches for this many seconds, with a look every five seconds. */
  async function watched(seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds; passed += 5) {
      if (quoted) t.pass(5);
      else t.venue.now = t.clock.advance(5_000);
      await t.desk.watchExits.execute();
    }
  }
  const standing = async () => {
    const page = await t.fresh.book.read('ada').alerts(false, { first: 50, after: null });
    return page.items
      .map(({ item }) => item)
      .filter(({ kind, resolvedAt }) => kind === 'WATCH_BLIND' && !resolvedAt);
  };
  async function shown() {
    const [alert] = await t.fresh.book.read('ada').standing('WATCH_BLIND');
    const blind = blindCauseOf(alert?.condition ?? null);
    return protectionDetail(await t.stored(id), WATCH, t.clock.now(), blind);
  }

  it('is not watched without a token of its account, and says so until one is back', async () => {
    await accounts.store(null, null);
    await watched(55);
    expect(await standing()).toEqual([]);
    await watched(10);
    expect(await standing()).toEqual([
      expect.objectContaining({ severity: 'CRITICAL', tradeId: id }),
    ]);
    expect(await shown()).toMatchObject({ cause: 'NO_BROKER', watchedEverySeconds: null });
    await watched(120);
    expect(await standing()).toHaveLength(1);
    await accounts.store(t.venue.token, MINE);
    await watched(60);
    expect(await standing()).toEqual([]);
    expect(await shown()).toMatchObject({ watchedEverySeconds: 5 });
  });

  it('is not watched without a fresh price in its session, also after a restart, until there is one', async () => {
    quoted = false;
    await watched(STALE + 70);
    expect(await shown()).toMatchObject({ cause: 'NO_PRICE', watchedEverySeconds: null });
    accounts.restart();
    await watched(70);
    expect(await standing()).toHaveLength(1);
    quoted = true;
    await watched(10);
    expect(await standing()).toEqual([]);
  });

  it('needs no price once its session is over', async () => {
    t.clock.set(new Date('2026-03-10T22:00:00Z'));
    t.venue.now = t.clock.now();
    quoted = false;
    await watched(STALE + 120);
    expect(await standing()).toEqual([]);
  });

  it('ends once somebody has closed the position', async () => {
    quoted = false;
    await watched(STALE + 70);
    expect(await standing()).toHaveLength(1);
    quoted = true;
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const close = { id, expectedVersion, idempotencyKey: t.key(), orderType: 'MARKET' } as const;
    await t.desk.trading.executeOrder(ADA, { close: { ...close, limitPrice: null } });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.50' });
    await t.sync();
    await watched(5);
    expect(await standing()).toEqual([]);
  });
});
