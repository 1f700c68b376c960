import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { SOL_MINT } from '../../../server/domain/token/mint.ts';
import { databases } from '../../support/databases/databases.ts';
import { ADA, BEN, WALLET, WalletDesk } from '../../support/desks/wallet-desk.ts';

describe.each(databases())('the deposits of a wallet on %s', (_, open) => {
  let t: WalletDesk;
  beforeEach(async () => {
    t = await WalletDesk.start(open);
  });
  afterEach(() => t.close());

  /** Moves coins on the chain and in the book, as a swap of the user’s does. */
  const swaps = async (username: string, usdc: string, sol: string) => {
    t.wallet.usdc(1_000_000_000n + BigInt(dec(usdc).times(1e6).toFixed()));
    t.wallet.lamports = 2_000_000_000n + BigInt(dec(sol).times(1e9).toFixed());
    const coins = { usdc: dec(usdc), sol: dec(sol) };
    await t.fresh.book.change(username, (change) => change.moveCoins(WALLET, coins));
  };

  it('are its USDC and SOL when it was first seen, SOL at its price, wrapped or not', async () => {
    t.wallet.wrap(1_000_000_000n);
    await t.desk.seeAccounts.execute();
    expect(await t.deposits()).toEqual(['1450']);
    for (let n = 0; n < 3; n += 1) await t.look();
    expect(await t.deposits()).toEqual(['1450']);
    expect((await t.log()).join('\n')).toContain(
      `Deposited 1450 dollars (1000 USDC and 3 SOL, what it held when first seen, JUPITER ${WALLET}).`,
    );
    const [report] = await t.desk.account.accountReports(ADA);
    expect(report).toMatchObject({ cash: dec(1000), deposited: dec(1450), named: true });
  });

  it('wait for a price of SOL that is trusted', async () => {
    t.tokens.tell(SOL_MINT, { JUPITER: '150', DEXSCREENER: '15' });
    for (let n = 0; n < 2; n += 1) await t.look();
    expect(await t.deposits()).toEqual([]);
    expect((await t.states()).CASH).toBe('UNKNOWN');
    t.tokens.tell(SOL_MINT, '150');
    await t.look();
    await t.look();
    expect(await t.deposits()).toEqual(['1300']);
    expect((await t.states()).CASH).toBe('HOLDS');
  });

  it('grow by what comes and shrink by what goes, to the raw unit, once two readings agree', async () => {
    await t.look();
    t.wallet.usdc(1_000_000_001n);
    await t.look();
    expect(await t.deposits()).toEqual(['1300']);
    expect((await t.states()).CASH).toBe('UNKNOWN');
    await t.look();
    expect(await t.deposits()).toEqual(['1300', '0.000001']);
    t.tokens.tell(SOL_MINT, '151');
    t.wallet.lamports -= 500_000_000n;
    await t.look();
    await t.look();
    expect(await t.deposits()).toEqual(['1300', '0.000001', '-75.5']);
    await t.look();
    expect((await t.states()).CASH).toBe('HOLDS');
    expect(await t.alerts()).toEqual([]);
  });

  it('book nothing of what swaps moved, whoever of those who share it swapped', async () => {
    await t.look();
    await swaps('ben', '-250.5', '-0.000105');
    for (let n = 0; n < 3; n += 1) await t.look();
    expect([await t.deposits(ADA), await t.deposits(BEN)]).toEqual([['1300'], ['1300']]);
    expect((await t.states(ADA)).CASH).toBe('HOLDS');
  });

  it('book exactly what came beside a swap', async () => {
    await t.look();
    await swaps('ada', '-250', '-0.000105');
    t.wallet.usdc(750_000_000n + 7n);
    await t.look();
    await t.look();
    expect(await t.deposits()).toEqual(['1300', '0.000007']);
  });

  it('are for who is named later what the wallet held then, but for what they moved themselves', async () => {
    const moves = async (username: string, usdc: string, left: bigint) => {
      const coins = { usdc: dec(usdc), sol: dec(0) };
      await t.fresh.book.change(username, (change) => change.moveCoins(WALLET, coins));
      t.wallet.usdc(left);
      for (let n = 0; n < 3; n += 1) await t.look();
    };
    t.named.delete('ben');
    await t.look();
    await moves('ada', '-250.5', 749_500_000n);
    t.named.add('ben');
    await moves('ben', '-0.5', 749_000_000n);
    expect([await t.deposits(ADA), await t.deposits(BEN)]).toEqual([['1300'], ['1049.5']]);
    await moves('ada', '-49.5', 699_500_007n);
    expect([await t.deposits(ADA), await t.deposits(BEN)]).toEqual([
      ['1300', '0.000007'],
      ['1049.5', '0.000007'],
    ]);
  });

  it('count no token, whatever somebody claims it is worth', async () => {
    await t.look();
    t.wallet.put('Sp4mSp4mSp4mSp4mSp4mSp4mSp4mSp4mSp4mSp4mSp4', 10n ** 18n, 9);
    await t.look();
    await t.look();
    expect(await t.deposits()).toEqual(['1300']);
    expect((await t.desk.trading.calculatePnL(ADA)).cash.toFixed()).toBe('101300');
  });

  it('go on from where they were after a restart', async () => {
    await t.look();
    t.desk = t.server();
    t.wallet.usdc(1_500_000_000n);
    await t.look();
    await t.look();
    expect(await t.deposits()).toEqual(['1300', '500']);
  });
});
