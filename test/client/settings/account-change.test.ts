import { describe, expect, it } from 'vitest';
import { leavings, touchedBooks, worstFirst } from '../../../client/settings/account-change.ts';

const STORED: Record<string, string> = { 'tradierSandbox.accountId': 'VA1' };
const use = (account: string, reachable = true) => ({
  ...{ venue: 'TRADIER_SANDBOX', account, reachable, trades: 2, watched: 1 },
  bySymbol: [{ symbol: 'SPY', trades: 2, watched: 1 }],
});
const typed = (edits: Record<string, string>) => ({
  isChanged: (path: string) => path in edits,
  textOf: (path: string) => edits[path] ?? STORED[path] ?? '',
  storedOf: (path: string) => STORED[path] ?? '',
});
const left = (edits: Record<string, string>, ...uses: ReturnType<typeof use>[]) =>
  leavings(typed(edits), uses).map(({ account, how, to }) => `${account} ${how} ${to}`);

const TO_VA2 = { 'tradierSandbox.accountId': 'VA2' };

describe('what a change of credentials leaves behind', () => {
  it.each([
    ['a token that is cleared', { 'tradierSandbox.token': '' }, ['VA1 CLEARED VA1']],
    ['a token that is replaced', { 'tradierSandbox.token': 'new' }, ['VA1 REPLACED VA1']],
    ['another account', TO_VA2, ['VA1 MOVED VA2']],
    ['no account', { 'tradierSandbox.accountId': '' }, ['VA1 MOVED null']],
    ['anything else', { timeZone: 'UTC', 'tradierLive.token': '' }, []],
  ])('%s', (_, edits, expected) => {
    expect(left(edits, use('VA1'))).toEqual(expected);
  });

  it('is the account in the settings when the token stays', () => {
    expect(left(TO_VA2, use('VA0'), use('VA1'), use('VA2'))).toEqual(['VA1 MOVED VA2']);
    expect(left(TO_VA2, use('VA0'))).toEqual([]);
  });

  it('is every account of the venue when the token is removed', () => {
    const accounts = left({ ...TO_VA2, 'tradierSandbox.token': 'new' }, use('VA0'), use('VA1'));
    expect(accounts).toEqual(['VA0 REPLACED VA2', 'VA1 REPLACED VA2']);
  });

  it('asks nothing when a token is stored for an unreachable account, but asks when one is cleared', () => {
    const lost = use('VA1', false);
    expect(left({ 'tradierSandbox.token': 'new' }, lost)).toEqual([]);
    expect(left(TO_VA2, lost)).toEqual([]);
    expect(left({ 'tradierSandbox.token': '' }, lost)).toEqual(['VA1 CLEARED VA1']);
  });

  it('is read from the books whose broker changes', () => {
    expect(touchedBooks(typed({ 'tradierLive.token': '' }))).toEqual(['REAL']);
    expect(touchedBooks(typed({ oratsToken: '' }))).toEqual([]);
  });

  it('shows watched trades first, and how many are left out', () => {
    const uses = [{ watched: 0 }, { watched: 2 }, { watched: 1 }];
    expect(worstFirst(uses, 2)).toEqual({ shown: [{ watched: 2 }, { watched: 1 }], more: 1 });
  });
});
