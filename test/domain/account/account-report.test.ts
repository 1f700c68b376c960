import { describe, expect, it } from 'vitest';
import { dayTradesFrom, dayTradesOf } from '../../../server/domain/account/account-report.ts';
import { fundsMove } from '../../../server/domain/account/account-funds.ts';
import { namedMoney } from '../../../server/domain/account/named-money.ts';
import type { OrderRole } from '../../../server/domain/order/order.ts';
import { dec } from '../../../server/domain/decimal.ts';

const fill = (tradeId: string, role: OrderRole, at: string) => ({
  ...{ tradeId, role },
  filledAt: new Date(at),
});

describe('day trades', () => {
  it.each([
    ['a Tuesday', '2026-03-10T16:00:00Z', '2026-03-04'],
    ['a Friday', '2026-03-13T16:00:00Z', '2026-03-09'],
    ['a Sunday, whose week is over', '2026-03-15T16:00:00Z', '2026-03-09'],
    ['a day after a holiday', '2026-01-20T16:00:00Z', '2026-01-13'],
  ])('count five trading days up to %s', (_, now, from) => {
    expect(dayTradesFrom(new Date(now))).toBe(from);
  });

  it('are entered and left on one exchange day, once however many fills', () => {
    const fills = [
      fill('same', 'ENTRY', '2026-03-10T14:00:00Z'),
      fill('same', 'ENTRY', '2026-03-10T14:01:00Z'),
      fill('same', 'STOP_LOSS', '2026-03-10T15:00:00Z'),
      fill('same', 'CLOSE', '2026-03-10T15:01:00Z'),
      fill('held', 'ENTRY', '2026-03-10T14:00:00Z'),
      // Past midnight in London, still the day before in New York.
      fill('late', 'ENTRY', '2026-03-10T19:00:00Z'),
      fill('late', 'CLOSE', '2026-03-11T01:00:00Z'),
      fill('overnight', 'ENTRY', '2026-03-10T19:00:00Z'),
      fill('overnight', 'TAKE_PROFIT', '2026-03-11T14:00:00Z'),
      fill('older', 'CLOSE', '2026-03-10T19:00:00Z'),
    ];
    expect(dayTradesOf(fills)).toEqual(['same', 'late']);
  });
});

describe('what an account’s cash has done', () => {
  const money = (cash: number, cashFlow: number, fees: number) => ({
    ...{ cash: dec(cash), cashFlow: dec(cashFlow), fees: dec(fees) },
  });
  const kindOf = (now: ReturnType<typeof money>) => fundsMove(money(100, -10, 1), now).kind;

  it('is NOTHING within the fees of what the trades moved, and CAME without a trade', () => {
    expect(fundsMove(null, money(100, -10, 1))).toMatchObject({ kind: 'FIRST', amount: dec(110) });
    expect(kindOf(money(100, -10, 1))).toBe('NOTHING');
    expect(kindOf(money(100.01, -10, 1))).toBe('CAME');
    expect(kindOf(money(90, -20, 1.5))).toBe('NOTHING');
    expect(kindOf(money(90.51, -20, 1.5))).toBe('NOTHING');
    expect(kindOf(money(90.52, -20, 1.5))).toBe('UNCLEAR');
    expect(kindOf(money(89.48, -20, 1.5))).toBe('UNCLEAR');
  });

  it('is named by all lines of the statement that concern no order, or by one of them', () => {
    const line = (kind: 'TRADE' | 'OTHER', amount: number, word: string) => ({
      ...{ kind, word, amount: dec(amount), date: '2026-03-10', symbol: null, quantity: null },
      ...{ price: null, description: null },
    });
    const events = [line('TRADE', 500, 'trade'), line('OTHER', 20, 'ach'), line('OTHER', 5, 'fee')];
    expect(namedMoney(events, dec(25.5), dec(1))).toEqual({
      ...{ amount: dec(25), words: 'ach of 2026-03-10; fee of 2026-03-10' },
    });
    expect(namedMoney(events, dec(5), dec(0))?.words).toBe('fee of 2026-03-10');
    expect(namedMoney(events, dec(500), dec(1))).toBeNull();
    expect(namedMoney([], dec(0), dec(1))).toBeNull();
  });
});
