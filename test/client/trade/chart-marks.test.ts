import { expect, it } from 'vitest';
import type { TradePageQuery } from '../../../client/gql/graphql.ts';
import { chartMarks } from '../../../client/trade/charted.ts';

type Trade = NonNullable<TradePageQuery['trade']>;
const fill = (time: string, quantity: string, price: string) => ({
  filledAt: `2026-03-11T${time}Z`,
  quantity,
  price,
});
const traded = (...fills: object[]) =>
  ({ orders: [{ side: 'BUY_TO_OPEN', role: 'ENTRY', fills }] }) as unknown as Trade;

it('marks an order’s fills within a minute once, with their sum and average price', () => {
  const trade = traded(
    fill('15:00:10', '136', '0.46'),
    fill('15:00:14', '100', '0.40'),
    fill('15:02:00', '1', '0.45'),
  );
  expect(chartMarks(trade, []).map(({ text, kind }) => [text, kind])).toEqual([
    ['in 236 at 0.43', 'buy'],
    ['in 1 at 0.45', 'buy'],
  ]);
});
