import { describe, expect, it } from 'vitest';
import {
  accountFacts,
  dayTradeRule,
  type AccountReport,
} from '../../../client/safety/account-facts.ts';

const report = (parts: Partial<AccountReport> = {}): AccountReport => ({
  ...{ venue: 'TRADIER_LIVE', account: '6YA00001', named: true, type: 'MARGIN', cash: '100' },
  ...{ equity: '120', buyingPower: '90', shareBuyingPower: '180', dayTradeBuyingPower: null },
  ...{ unsettledCash: null, marginCall: '0', dayTrades: 0, deposited: '100', asOf: null },
  ...parts,
});
const namesOf = (parts: Partial<AccountReport>) =>
  accountFacts(report(parts)).map(({ name }) => name);

describe('facts of an account', () => {
  it('are those of its kind', () => {
    expect(namesOf({ type: 'CASH' })).toContain('Unsettled cash');
    expect(namesOf({ type: 'CASH' })).not.toContain('Margin call');
    expect(namesOf({ type: 'MARGIN' })).not.toContain('Unsettled cash');
    expect(namesOf({ type: 'MARGIN' })).not.toContain('Buying power within the day');
    expect(namesOf({ type: 'PATTERN_DAY_TRADER' })).toContain('Buying power within the day');
  });

  it('stay unknown where the venue does not say', () => {
    const [equity] = accountFacts(report({ equity: null }));
    expect(equity).toEqual({ name: 'Equity', amount: null, why: 'the venue does not say' });
  });
});

describe('the rule for day traders', () => {
  it('counts down to the fourth within five days, in a margin account alone', () => {
    const said = (dayTrades: number) => dayTradeRule(report({ dayTrades }));
    expect(said(0)).toMatch(/allows 3 more/);
    expect(said(2)).toMatch(/allows 1 more/);
    expect(said(3)).toMatch(/^One more within five days makes it/);
    expect(said(4)).toMatch(/^It may be treated/);
    expect(dayTradeRule(report({ type: 'CASH', dayTrades: 9 }))).toBeNull();
    expect(dayTradeRule(report({ type: null, dayTrades: 9 }))).toBeNull();
  });
});
