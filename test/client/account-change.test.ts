import { describe, expect, it } from 'vitest';
import { leavings, touchedBooks } from '../../client/settings/account-change.ts';

const STORED: Record<string, string> = { 'tradierSandbox.accountId': 'VA1' };
const use = (account: string, venue = 'TRADIER_SANDBOX') => ({
  ...{ venue, account, reachable: true, trades: 2, symbols: ['SPY'], watched: 1 },
});
const typed = (edits: Record<string, string>) => ({
  isChanged: (path: string) => path in edits,
  textOf: (path: string) => edits[path] ?? STORED[path] ?? '',
});
const left = (edits: Record<string, string>, ...accounts: string[]) =>
  leavings(
    typed(edits),
    accounts.map((account) => use(account)),
  ).map(({ account, how, to }) => `${account} ${how} ${to}`);

describe('what a change of credentials leaves behind', () => {
  it.each([
    ['a token that is cleared', { 'tradierSandbox.token': '' }, ['VA1 CLEARED VA1']],
    ['a token that is replaced', { 'tradierSandbox.token': 'new' }, ['VA1 REPLACED VA1']],
    ['another account', { 'tradierSandbox.accountId': 'VA2' }, ['VA1 MOVED VA2']],
    ['no account', { 'tradierSandbox.accountId': '' }, ['VA1 MOVED null']],
    ['anything else', { timeZone: 'UTC', 'tradierLive.token': '' }, []],
  ])('%s', (_, edits, expected) => {
    expect(left(edits, 'VA1')).toEqual(expected);
  });

  it('is not the account that new trades go to under the same token', () => {
    expect(left({ 'tradierSandbox.accountId': 'VA2' }, 'VA1', 'VA2')).toEqual(['VA1 MOVED VA2']);
  });

  it('is asked of the books whose broker is touched', () => {
    expect(touchedBooks(typed({ 'tradierLive.token': '' }))).toEqual(['REAL']);
    expect(touchedBooks(typed({ oratsToken: '' }))).toEqual([]);
  });
});
