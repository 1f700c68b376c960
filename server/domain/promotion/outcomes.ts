import { exchangeDate } from '../calendar/market-calendar.ts';
import type { Outcome } from '../statistics/staked-days.ts';
import type { EvidenceTrade } from './evidence.ts';

/** Trades whose loss has a bound, in order of opening. */
export function outcomesOf(trades: readonly EvidenceTrade[]): readonly Outcome[] {
  return [...trades]
    .sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime())
    .flatMap(({ openedAt, closedAt, atRisk, gainCap, net }) =>
      atRisk === null
        ? []
        : {
            openedOn: exchangeDate(openedAt),
            closedOn: closedAt && exchangeDate(closedAt),
            ...{ risk: atRisk.toNumber(), net: net?.toNumber() ?? null, gainCap },
          },
    );
}

/** Exchange days on which a trade closed. */
export function closedDays(trades: readonly EvidenceTrade[]): number {
  const days = trades.flatMap(({ closedAt }) => (closedAt ? exchangeDate(closedAt) : []));
  return new Set(days).size;
}
