import { expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { allocateShares } from '../../../server/domain/expiry/allocate-shares.ts';
import { AAPL, anOpenTrade } from '../../support/values/builders.ts';

const CLOSE = new Date('2026-03-27T20:00:00Z');
const option = anOpenTrade({ id: 'option', side: 'SELL_TO_OPEN' });
const underlying = (option.instrument as { underlying: string }).underlying;

function shares(id: string, openedAt: string) {
  const instrument = { ...AAPL, symbol: underlying };
  const parts = { id, instrument, side: 'BUY', openedAt: new Date(openedAt) } as const;
  const quantity = dec(100);
  return {
    trade: anOpenTrade({ ...parts, quantity, filledQuantity: quantity, openQuantity: quantity }),
    orders: [],
  };
}

const before = shares('before', '2026-03-20T15:00:00Z');
const after = shares('after', '2026-03-30T15:00:00Z');
const idsOf = (by?: Date, held = [after, before], wanted = 100) =>
  allocateShares(held, option, dec(wanted), by)?.map((each) => each.held.trade.id) ?? null;

it('allocation takes the oldest shares first', () => {
  expect(idsOf()).toEqual(['before']);
  expect(idsOf(undefined, [after, before], 200)).toEqual(['before', 'after']);
});

it('allocation takes no shares bought after the delivery, however late that is learned', () => {
  expect(idsOf(CLOSE, [after])).toBeNull();
  expect(idsOf(CLOSE, [after, before], 200)).toBeNull();
  expect(idsOf(CLOSE)).toEqual(['before']);
});
