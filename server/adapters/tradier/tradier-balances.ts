import type { z } from 'zod';
import { exactTotal, type Decimal } from '../../domain/decimal.ts';
import type { AccountFigures } from '../../domain/order/account-figures.ts';
import type { VenueBalances } from '../../domain/order/venue-order.ts';
import type { balancesReply } from './tradier-schema.ts';

type Balances = z.output<typeof balancesReply>['balances'];

/** Exactly one of `margin`, `pdt` and `cash` is present. What the venue leaves out stays null. */
export function venueBalances(balances: Balances): VenueBalances {
  const { margin, pdt, cash } = balances;
  const power = margin ?? pdt ?? spendable(cash);
  return {
    cash: balances.total_cash,
    equity: balances.total_equity,
    buyingPower: power?.option_buying_power ?? null,
    details: {
      type: typeOf(balances),
      shareBuyingPower: power?.stock_buying_power ?? null,
      // A pattern day trader's buying power for positions that are closed the same day.
      dayTradeBuyingPower: pdt?.stock_buying_power ?? null,
      unsettledCash: cash?.unsettled_funds ?? null,
      marginCall: callOf(margin ?? pdt),
    },
  };
}

/** What a cash account may spend: the same dollars buy options and shares. */
function spendable(cash: Balances['cash']) {
  const available = cash?.cash_available ?? null;
  return { option_buying_power: available, stock_buying_power: available };
}

function typeOf({ account_type: said, margin, pdt, cash }: Balances): AccountFigures['type'] {
  if (pdt) return 'PATTERN_DAY_TRADER';
  if (margin || said === 'margin') return 'MARGIN';
  return cash || said === 'cash' ? 'CASH' : null;
}

/** The sum of both kinds of margin call; null in a cash account. */
function callOf(borrowing: Balances['margin']): Decimal | null {
  const calls = [borrowing?.fed_call, borrowing?.maintenance_call];
  const known = calls.filter((call) => call != null);
  return known.length > 0 ? exactTotal(known) : null;
}
