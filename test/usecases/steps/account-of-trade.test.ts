import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { AccountDesk } from '../../support/desks/account-desk.ts';
import { SPY_CALL } from '../../support/values/builders.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import type { EmulatedAccount } from '../../venues/tradier/emulated-account.ts';

const MINE = 'VA00000001';
const OTHER = 'VA00000002';
const THEIRS = 'VA00000003';
/** Exits closer together than the venue accepts, so that the desk watches them. */
const TIGHT = { bracket: { stopLoss: dec('1.48'), takeProfit: dec('1.52') } };

describe('a trade whose user changes account or token', () => {
  let t: TradierDesk;
  let accounts: AccountDesk;
  let other: EmulatedAccount;
  let theirs: EmulatedAccount;
  beforeEach(async () => {
    t = await TradierDesk.start();
    t.quote(1.49, 1.51);
    other = t.venue.addAccount(OTHER);
    theirs = t.venue.addLogin('their-token', THEIRS);
    accounts = new AccountDesk(t);
    await accounts.store(t.venue.token, MINE);
  });
  afterEach(() => t.close());

  async function watched(): Promise<string> {
    const { id } = await t.place(TIGHT);
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.50' });
    await t.sync();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'OPEN', protection: 'WATCHED' });
    return id;
  }
  const watch = () => t.desk.watchExits.execute();
  const standing = async () => {
    const page = await t.fresh.book.read('ada').alerts(true, { first: 100, after: null });
    return page.items.map(({ item }) => item).filter(({ severity }) => severity === 'CRITICAL');
  };
  const said = async (kind: string) =>
    (await standing()).filter((alert) => alert.kind === kind).map(({ message }) => message);

  it('is stopped out in the account that it was made in, never in the one that settings name', async () => {
    const id = await watched();
    const held = { quantity: dec(3), costBasis: dec(450) };
    other.positions.set(SPY_CALL.symbol, held);
    await accounts.store(t.venue.token, OTHER);
    t.quote(1.4, 1.5);
    await watch();
    expect(other.orders.size).toBe(0);
    expect(t.venue.orders.at(-1)).toMatchObject({ side: 'sell_to_close' });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.40' });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('SL_HIT');
    expect(other.positions.get(SPY_CALL.symbol)?.quantity).toEqual(dec(3));
    expect(await said('ACCOUNT_UNREACHABLE')).toEqual([]);
  });

  it('keeps its UNKNOWN entry, whatever another account lists', async () => {
    t.venue.fail('POST /orders', { afterCommit: true, hangUp: true });
    const { id } = await t.place();
    expect((await t.stored(id)).orders[0]!.status).toBe('UNKNOWN');
    await accounts.store(t.venue.token, OTHER);
    for (let look = 0; look < 3; look += 1) {
      t.pass(60);
      await t.sync();
    }
    expect((await t.stored(id)).trade.status).toBe('PENDING');
    expect((await t.stored(id)).orders[0]!.status).toBe('ACCEPTED');
  });

  it('makes new entries in the account that settings name now', async () => {
    await watched();
    await accounts.store(t.venue.token, OTHER);
    const { id } = await t.place();
    expect((await t.stored(id)).trade.venueAccount).toBe(OTHER);
    expect(other.orders.size).toBe(1);
  });

  it('gets no order at all under another login’s token, and an alert names the account', async () => {
    const id = await watched();
    theirs.positions.set(SPY_CALL.symbol, { quantity: dec(3), costBasis: dec(450) });
    const sent = t.venue.count('POST /orders');
    await accounts.store('their-token', THEIRS);
    t.quote(1.4, 1.5);
    for (let look = 0; look < 3; look += 1) {
      await watch();
      await t.sync();
    }
    expect(t.venue.count('POST /orders')).toBe(sent);
    expect(await said('ACCOUNT_UNREACHABLE')).toEqual([
      expect.stringContaining(`The account TRADIER_SANDBOX ${MINE} cannot be reached`),
    ]);
    const words = { id, expectedVersion: (await t.stored(id)).trade.version };
    await expect(
      t.desk.trading.executeOrder(ADA, {
        close: { ...words, idempotencyKey: t.key(), orderType: 'MARKET' },
      }),
    ).rejects.toMatchObject({
      code: 'VENUE_UNAVAILABLE',
      message: expect.stringContaining(`TRADIER_SANDBOX ${MINE}`) as string,
    });
  });

  it('is managed again once its token is restored, and the alert ends', async () => {
    const id = await watched();
    await accounts.store('their-token', THEIRS);
    await t.sync();
    expect(await said('ACCOUNT_UNREACHABLE')).toHaveLength(1);
    accounts.restart();
    await accounts.store(t.venue.token, MINE);
    t.quote(1.4, 1.5);
    await t.sync();
    expect(await said('ACCOUNT_UNREACHABLE')).toEqual([]);
    await watch();
    expect((await t.stored(id)).trade.status).toBe('CLOSING');
  });

  it('is managed by the server’s token for an ADMIN only', async () => {
    const server = { tradierSandboxToken: 'server', tradierSandboxAccount: MINE, oratsToken: null };
    t.venue.tokens.add('server');
    accounts = new AccountDesk(t, server);
    const id = await watched();
    await accounts.store(null, null);
    t.quote(1.4, 1.5);
    await watch();
    expect((await t.stored(id)).trade.status).toBe('OPEN');
    accounts.role = 'ADMIN';
    await watch();
    expect((await t.stored(id)).trade.status).toBe('CLOSING');
  });
});
