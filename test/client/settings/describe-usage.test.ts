import { expect, it } from 'vitest';
import { describeUsage } from '../../../client/settings/describe-usage.ts';

type Usage = Parameters<typeof describeUsage>[0];
const told = (some: Partial<Usage>) =>
  describeUsage(
    {
      ...{ provider: 'SOLANA', counted: 'CALLS', serverWide: true, used: 7, allowance: 600 },
      ...{ putOff: 0, resetsAt: null, ...some },
    },
    'America/New_York',
  );

it('usage of a node, a swap’s host and a broker is told in words of each', () => {
  expect(told({ putOff: 2 })).toBe('7 of 600 calls this minute; 2 delayed (the server’s)');
  expect(told({ provider: 'JUPITER', counted: 'SWAPS', serverWide: false, allowance: null })).toBe(
    '7 swaps sent this minute',
  );
  expect(told({ provider: 'TRADIER_SANDBOX', counted: 'TRADING', allowance: 60 })).toBe(
    '7 of 60 orders this minute (the server’s token)',
  );
});
