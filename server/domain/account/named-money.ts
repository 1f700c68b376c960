import { sum, type Decimal } from '../decimal.ts';
import type { AccountEvent } from '../order/account-event.ts';

/** An amount of money that the venue's statement names. */
export interface NamedMoney {
  readonly amount: Decimal;
  /** The venue's own words. */
  readonly words: string;
}

/**
 * The lines of a statement that explain an amount, to within a tolerance: all lines that concern no order, or
 * one of them. Null when none does: the venue writes its statement at night.
 */
export function namedMoney(
  events: readonly AccountEvent[],
  amount: Decimal,
  tolerance: Decimal,
): NamedMoney | null {
  const money = events.filter(({ kind, amount: moved }) => kind === 'OTHER' && !moved.isZero());
  const tried = [money, ...money.map((event) => [event])];
  const found = tried.find(
    (events) =>
      events.length > 0 &&
      sum(events.map((event) => event.amount))
        .minus(amount)
        .abs()
        .lessThanOrEqualTo(tolerance),
  );
  if (!found) return null;
  return { amount: sum(found.map((event) => event.amount)), words: found.map(wordsOf).join('; ') };
}

function wordsOf({ word, description, date }: AccountEvent): string {
  const said = [word, description].filter((text) => text).join(' ');
  return `${said || 'an entry'} of ${date}`;
}
