import { expect, it } from 'vitest';
import { limitUse } from '../../../client/figures/limit-use.ts';
import type { LimitUsePartsFragment } from '../../../client/gql/graphql.ts';

const costOf = (subject: string) =>
  limitUse([
    { rule: 'MAX_POSITION_COST', used: '62854', limit: null, subject },
  ] as LimitUsePartsFragment[])[0]!;

it('names the contract that uses most of a limit like the table', () => {
  expect(costOf('SPY261224C00650000').used).toBe('62,854.00 SPY 650 C');
  expect(costOf('MSFT270115P00512500').used).toBe('62,854.00 MSFT 512.5 P');
  expect(costOf('AAPL').used).toBe('62,854.00 AAPL');
});
