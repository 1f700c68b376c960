import { expect, it, describe } from 'vitest';
import type { AccountFunds } from '../../server/domain/account/account-funds.ts';
import { dec } from '../../server/domain/decimal.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

const FUNDS: AccountFunds = {
  venue: 'TRADIER_LIVE',
  account: '6YA00001',
  type: 'CASH',
  cash: dec('0.1234567890123456789'),
  equity: dec('-1'),
  buyingPower: dec(3),
  shareBuyingPower: dec(4),
  dayTradeBuyingPower: null,
  unsettledCash: dec('5.5'),
  marginCall: null,
  asOf: NOON,
  deposited: dec('100000.00000000000000000001'),
  baseCash: dec(6),
  baseCashFlow: dec(-7),
  baseFees: dec('0.35'),
  basedAt: new Date(NOON.getTime() + 5),
  baseSol: dec('1.000000001'),
  baseSolMoved: dec('-0.000000001'),
};

describe.each(databases())('accounts of real money on %s', (_, open) => {
  it('are stored exactly, one row an account, for their user alone', async () => {
    const fresh = await freshBook(['ada', 'bob'], open, 'REAL');
    const kept = (username: string) => fresh.book.read(username).accountFunds();
    await fresh.book.change('ada', (book) => book.keepFunds(FUNDS));
    expect(await kept('ada')).toEqual([FUNDS]);
    const unknown = { deposited: null, baseCash: null, baseCashFlow: null, baseFees: null };
    const next = { ...FUNDS, ...unknown, type: null, cash: null, basedAt: null };
    const other = { ...FUNDS, account: '6YA00002' };
    await fresh.book.change('ada', (book) => book.keepFunds(other));
    await fresh.book.change('ada', (book) => book.keepFunds(next));
    expect(await kept('ada')).toEqual([next, other]);
    expect(await kept('bob')).toEqual([]);
    await fresh.close();
  });
});
