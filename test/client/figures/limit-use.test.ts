import { expect, it } from 'vitest';
import { limitUse } from '../../../client/figures/limit-use.ts';
import type { LimitUsePartsFragment } from '../../../client/gql/graphql.ts';

const costOf = (subject: string) =>
  limitUse([
    { rule: 'MAX_POSITION_COST', used: '62854', limit: null, subject },
  ] as LimitUsePartsFragment[])[0]!;

it.each<[string, string | null, string | null, string]>([
  ['1', '2', null, 'ok'],
  ['2', '2', '2026-03-10T18:00:00Z', 'over'],
  ['2', '2', null, 'near'],
])('shows losses in a row, %s of %s waiting until %s, as %s', (used, limit, until, state) => {
  const parts = { rule: 'LOSS_STREAK', used, limit, subject: null, until };
  const [use] = limitUse([parts]);
  expect(use).toMatchObject({ name: 'Losses in a row', text: `${used} of ${limit}`, state, until });
});

it.each(['MAX_DAILY_LOSS', 'MAX_DRAWDOWN'])('shows %s at its limit as refusing entries', (rule) => {
  const at = (used: string) => limitUse([{ rule, used, limit: '500', subject: null, until: null }]);
  expect(at('500')[0]?.state).toBe('over');
  expect(at('450')[0]?.state).toBe('near');
});

it('names the contract that uses most of a limit like the table', () => {
  expect(costOf('SPY261224C00650000').used).toBe('62,854.00 SPY 650 C');
  expect(costOf('MSFT270115P00512500').used).toBe('62,854.00 MSFT 512.50 P');
  expect(costOf('AAPL').used).toBe('62,854.00 AAPL');
});
