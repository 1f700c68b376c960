import type { SqlProviderUsage } from '../adapters/database/desk/sql-provider-usage.ts';
import { UserUsages } from '../adapters/routing/user-usages.ts';
import type { TradierClients } from '../adapters/tradier/tradier-clients.ts';
import { addDays } from '../domain/calendar/calendar-date.ts';
import { exchangeDate } from '../domain/calendar/market-calendar.ts';
import { newYorkInstant } from '../domain/calendar/new-york-time.ts';
import type { Clock } from '../ports/clock.ts';
import type { TradierSide } from './tradier-side.ts';

interface Counters {
  readonly ledger: SqlProviderUsage;
  readonly clients: TradierClients;
  readonly clock: Clock;
}

/** Each user's use of the allowances of their tokens. */
export function composeUsages(
  { venue, url, credentials, marks: { orats } }: TradierSide,
  { ledger, clients, clock }: Counters,
): UserUsages {
  return new UserUsages(credentials, {
    ORATS: async (token) => {
      const { month, resetsAt } = monthOf(clock.now());
      const used = await ledger.used('ORATS', token, month);
      return [
        { counted: 'requests', used, allowance: orats.monthlyAllowance, putOff: 0, resetsAt },
      ];
    },
    [venue]: async (token: string) => {
      const buckets = clients.of(url, token).usage();
      return buckets.map(({ bucket, used, allowed, putOff, endsInMs }) => ({
        ...{ counted: bucket, used, allowance: allowed, putOff },
        resetsAt: endsInMs === null ? null : new Date(clock.now().getTime() + endsInMs),
      }));
    },
  });
}

/** Plans count by month. The month of the exchange date takes the place of the plan's own, which no provider states. */
function monthOf(now: Date): { month: string; resetsAt: Date } {
  const month = exchangeDate(now).slice(0, 7);
  const next = addDays(`${month}-01`, 31).slice(0, 7);
  return { month, resetsAt: newYorkInstant(`${next}-01`, 0) };
}
