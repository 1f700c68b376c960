import type { Limits } from '../account/settings.ts';
import { ZERO, dec, type Decimal } from '../decimal.ts';
import { joinedTicker } from '../instrument/share-class.ts';
import type { TradeAggregate } from '../trade/trade.ts';
import { lossOf, strictest, type EntryRisk } from './check-entry.ts';
import { capitalOf } from './reserved.ts';

/** How much of a limit is used, before any further entry. */
export interface LimitUse {
  /** The rule's name, as in the checks of an entry. */
  readonly rule: string;
  /** Trades or dollars, as the rule counts; null when each entry is checked by itself. */
  readonly used: Decimal | null;
  /** The stricter limit when two are stored; null means no limit. */
  readonly limit: Decimal | null;
  /** The underlying or symbol that uses the most; null when the rule covers the whole book. */
  readonly subject: string | null;
  /** Until when the rule makes entries wait; null when it does not. */
  readonly until: Date | null;
}

type Standing = Pick<
  EntryRisk,
  'limits' | 'activeTrades' | 'placedToday' | 'netToday' | 'drawdown' | 'streak'
>;

/** The use of every limit of trades and money, computed as in an entry's checks. */
export function limitUse(standing: Standing): readonly LimitUse[] {
  const { activeTrades, placedToday, netToday, drawdown, streak } = standing;
  const use = (
    rule: string,
    key: keyof Limits,
    { used = null, subject = null }: { used?: Decimal | null; subject?: string | null },
  ): LimitUse => {
    const limit = strictest(standing.limits, key);
    return { rule, used, limit: limit === null ? null : dec(limit), subject, until: null };
  };
  const perUnderlying = most(
    activeTrades,
    ({ trade }) => joinedTicker(trade.instrument.underlying),
    () => dec(1),
  );
  const perCompany = most(
    activeTrades,
    ({ trade }) => joinedTicker(trade.instrument.underlying),
    capitalOf,
  );
  const perSymbol = most(activeTrades, ({ trade }) => trade.instrument.symbol, capitalOf);
  return [
    use('MAX_OPEN_TRADES', 'maxOpenTrades', { used: dec(activeTrades.length) }),
    use('MAX_TRADES_PER_DAY', 'maxTradesPerDay', { used: dec(placedToday) }),
    use('MAX_PER_UNDERLYING', 'maxPerUnderlying', perUnderlying),
    use('MAX_ORDER_COST', 'maxOrderCost', {}),
    use('MAX_POSITION_COST', 'maxPositionCost', perSymbol),
    use('MAX_EXPOSURE', 'maxExposure', perCompany),
    use('MAX_DAILY_LOSS', 'maxDailyLoss', { used: lossOf(netToday) }),
    use('MAX_DRAWDOWN', 'maxDrawdown', { used: drawdown }),
    {
      ...use('LOSS_STREAK', 'maxConsecutiveLosses', {
        used: streak.limit === null ? null : dec(streak.losses),
      }),
      until: streak.until,
    },
  ];
}

function most(
  trades: readonly TradeAggregate[],
  keyOf: (trade: TradeAggregate) => string,
  weightOf: (trade: TradeAggregate) => Decimal,
): { used: Decimal; subject: string | null } {
  const sums = new Map<string, Decimal>();
  for (const trade of trades) {
    const key = keyOf(trade);
    sums.set(key, (sums.get(key) ?? ZERO).plus(weightOf(trade)));
  }
  let found: { used: Decimal; subject: string | null } = { used: ZERO, subject: null };
  for (const [subject, used] of sums)
    if (found.subject === null || used.greaterThan(found.used)) found = { used, subject };
  return found;
}
