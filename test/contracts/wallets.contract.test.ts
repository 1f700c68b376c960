import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlWallets } from '../../server/adapters/database/book/sql-wallets.ts';
import { actingFor } from '../../server/adapters/database/sql/dialect.ts';
import { dec } from '../../server/domain/decimal.ts';
import type { WalletLook } from '../../server/domain/wallet/wallet-look.ts';
import { AdoptedMeanwhile } from '../../server/ports/wallets.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

const LATER = new Date(NOON.getTime() + 300_000);
const MOST = 2n ** 64n - 1n;

function look(slot: number, raw: bigint, readAt = NOON): WalletLook {
  const of = { frozen: 0n, program: 'SPL_TOKEN', accounts: 1 } as const;
  const holdings = [
    { ...of, mint: 'a-mint', raw: 7n, decimals: 5 },
    { ...of, mint: 'b-mint', raw, decimals: null },
  ];
  return { wallet: 'wallet', slot, lamports: 5n, holdings, readAt };
}

describe.each(databases())('wallets as they are kept, on %s', (_, open) => {
  let fresh: FreshBook;
  let store: SqlWallets;
  beforeEach(async () => {
    fresh = await freshBook(['ada', 'ben'], open, 'REAL');
    store = new SqlWallets(fresh.knex);
  });
  afterEach(() => fresh.close());

  it('hold raw amounts exactly, each with slot and time since when it is so', async () => {
    expect(await store.keep(look(9_000_000_001, MOST))).toBe(true);
    expect(await store.keep(look(9_000_000_002, MOST - 1n, LATER))).toBe(true);
    const kept = await store.kept('wallet');
    expect(kept).toMatchObject({ slot: 9_000_000_002, lamports: 5n, readAt: LATER });
    expect(kept?.holdings.map(({ raw, slot, since }) => ({ raw, slot, since }))).toEqual([
      { raw: 7n, slot: 9_000_000_001, since: NOON },
      { raw: MOST - 1n, slot: 9_000_000_002, since: LATER },
    ]);
  });

  it('keep nothing of an older slot, and unlearn no decimals', async () => {
    await store.keep(look(10, 1n));
    expect(await store.keep(look(9, 2n))).toBe(false);
    const forgetful = look(11, 1n, LATER);
    const [first, ...rest] = forgetful.holdings;
    await store.keep({ ...forgetful, holdings: [{ ...first!, decimals: null }, ...rest] });
    const [kept] = (await store.kept('wallet'))!.holdings;
    expect(kept).toMatchObject({ decimals: 5, slot: 10 });
  });

  it('lose what is there no more', async () => {
    await store.keep(look(10, 1n));
    const { holdings, ...rest } = look(11, 1n);
    await store.keep({ ...rest, holdings: holdings.slice(0, 1) });
    expect((await store.kept('wallet'))?.holdings.map(({ mint }) => mint)).toEqual(['a-mint']);
    expect(await store.kept('another')).toBeNull();
  });

  it('lose thousands that strangers took back in few statements', async () => {
    const { holdings, ...rest } = look(10, 1n);
    const dust = Array.from({ length: 350 }, (_, at) => ({ ...holdings[0]!, mint: `dust-${at}` }));
    await store.keep({ ...rest, holdings: [...holdings, ...dust] });
    let deletes = 0;
    fresh.knex.on('query', ({ sql }: { sql: string }) => (deletes += /^delete/i.test(sql) ? 1 : 0));
    await store.keep(look(11, 1n));
    expect(deletes).toBe(4);
    expect((await store.kept('wallet'))?.holdings).toHaveLength(2);
  });

  it('are nobody’s but the desk’s, where the database has row-level security', async () => {
    await store.keep(look(10, 1n));
    const seen = actingFor(fresh.knex, { username: 'ada' });
    const rows = seen === fresh.knex ? [] : await seen('wallet_holdings').select('*');
    expect(rows).toEqual([]);
  });

  it('give each number of an adoption to one alone, over all users', async () => {
    const adopt = (username: string, number: number) =>
      fresh.book.change(username, (change) =>
        change.keepAdoption({
          ...{ username, wallet: 'wallet', mint: 'a-mint', number, tradeId: `real_${username}` },
          ...{ quantity: dec('0.1'), cost: dec(3), note: 'old', slot: 10, adoptedAt: NOON },
        }),
      );
    const tried = await Promise.allSettled([adopt('ada', 1), adopt('ben', 1)]);
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = tried.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toBeInstanceOf(AdoptedMeanwhile);
    expect((await store.books('wallet', NOON)).adopted).toEqual(new Map([['a-mint', 1]]));
  });

  it('add up what the swaps of all users moved, and of each, exactly', async () => {
    const move = (username: string, usdc: string, sol: string) =>
      fresh.book.change(username, (change) =>
        change.moveCoins('wallet', { usdc: dec(usdc), sol: dec(sol) }),
      );
    await move('ada', '-0.000001', '-0.000000001');
    await move('ben', '18446744073709.551615', '0');
    await move('ada', '-1', '2');
    const { moved, movedBy } = await store.books('wallet', NOON);
    const said = [moved, movedBy.get('ada'), movedBy.get('ben')];
    expect(said.map((coins) => [coins?.usdc.toFixed(), coins?.sol.toFixed()])).toEqual([
      ['18446744073708.551614', '1.999999999'],
      ['-1.000001', '1.999999999'],
      ['18446744073709.551615', '0'],
    ]);
    expect([...movedBy.keys()].sort()).toEqual(['ada', 'ben']);
  });
});
