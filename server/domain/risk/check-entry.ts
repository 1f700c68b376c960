import type { Limits } from '../account/settings.ts';
import { higherSwitch, type Account, type KillSwitchLevel } from '../book/account.ts';
import { ZERO, sum, type Decimal } from '../decimal.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { TicketMoney } from '../trade/ticket-money.ts';
import type { TradeAggregate } from '../trade/trade.ts';
import { capitalOf, reservedBy } from './reserved.ts';
import type { RiskCheck } from './risk-check.ts';

/** All that an entry is held against. A day is the exchange's. */
export interface EntryRisk {
  readonly instrument: Instrument;
  readonly money: TicketMoney;
  /** The stricter counts. */
  readonly limits: readonly Limits[];
  readonly killSwitch: KillSwitchLevel;
  readonly deskHalt: KillSwitchLevel;
  /** Null where the venue judges buying power itself. */
  readonly account: Account | null;
  /** PENDING and OPEN ones. */
  readonly activeTrades: readonly TradeAggregate[];
  readonly placedToday: number;
  /** Net P&L of the trades closed today, and of the parts realised of open ones. */
  readonly netToday: Decimal;
}

/** Every rule with its outcome; an entry is refused where one fails. None ever blocks an exit. */
export function checkEntry(risk: EntryRisk): readonly RiskCheck[] {
  const { money, activeTrades, instrument } = risk;
  const inUnderlying = activeTrades.filter(
    ({ trade }) => trade.instrument.underlying === instrument.underlying,
  );
  const held = sum(
    activeTrades
      .filter(({ trade }) => trade.instrument.symbol === instrument.symbol)
      .map(capitalOf),
  );
  const limit = <K extends keyof Limits>(key: K) => strictest(risk.limits, key);
  return [
    killSwitchCheck(risk),
    atMost('MAX_OPEN_TRADES', 'Open trades', activeTrades.length + 1, limit('maxOpenTrades')),
    atMost('MAX_TRADES_PER_DAY', 'Trades today', risk.placedToday + 1, limit('maxTradesPerDay')),
    atMost(
      'MAX_PER_UNDERLYING',
      `Trades in ${instrument.underlying}`,
      inUnderlying.length + 1,
      limit('maxPerUnderlying'),
    ),
    atMost('MAX_ORDER_COST', 'Order cost', money.capital, limit('maxOrderCost')),
    atMost(
      'MAX_POSITION_COST',
      'Position cost',
      money.capital && held.plus(money.capital),
      limit('maxPositionCost'),
    ),
    dailyLossCheck(risk.netToday, limit('maxDailyLoss')),
    ...buyingPowerCheck(risk),
  ];
}

/** Of the limits that are set, the least; null where none is. */
export function strictest<K extends keyof Limits>(
  limits: readonly Limits[],
  key: K,
): Decimal | number | null {
  const set = limits.map((each) => each[key]).filter((value) => value !== null);
  return set.reduce<Decimal | number | null>(
    (least, value) => (least === null || Number(value) < Number(least) ? value : least),
    null,
  );
}

function atMost(
  rule: string,
  label: string,
  actual: Decimal | number | null,
  limit: Decimal | number | null,
): RiskCheck {
  const shown = { rule, limit: limit?.toString() ?? null, actual: actual?.toString() ?? null };
  if (limit === null) return { ...shown, passed: true, message: `${label}: no limit is set.` };
  if (actual === null)
    return { ...shown, passed: false, message: `${label} cannot be reckoned: no price is known.` };
  const passed =
    typeof actual === 'number' ? actual <= Number(limit) : actual.lessThanOrEqualTo(limit);
  const relation = passed ? 'of' : 'exceeds';
  return {
    ...shown,
    passed,
    message: `${label}: ${actual.toString()} ${relation} ${limit.toString()}.`,
  };
}

function killSwitchCheck({ killSwitch, deskHalt }: EntryRisk): RiskCheck {
  const level = higherSwitch(killSwitch, deskHalt);
  const passed = level === 'OFF';
  const message = passed ? 'Kill switch is off.' : `Kill switch is at ${level}: no entries.`;
  return { rule: 'KILL_SWITCH', passed, limit: 'OFF', actual: level, message };
}

/** What was lost on the day, as a positive amount. */
export function lossOf(netToday: Decimal): Decimal {
  return netToday.lessThan(0) ? netToday.neg() : ZERO;
}

function dailyLossCheck(netToday: Decimal, limit: Decimal | number | null): RiskCheck {
  const loss = lossOf(netToday);
  const shown = {
    rule: 'MAX_DAILY_LOSS',
    limit: limit?.toString() ?? null,
    actual: loss.toString(),
  };
  if (limit === null) return { ...shown, passed: true, message: 'Daily loss: no limit is set.' };
  const passed = loss.lessThan(limit);
  return {
    ...shown,
    passed,
    message: `Daily loss: ${loss.toString()} of ${limit.toString()}, realised today.`,
  };
}

function buyingPowerCheck({ account, activeTrades, money }: EntryRisk): readonly RiskCheck[] {
  if (!account) return [];
  const free = account.cash.minus(sum(activeTrades.map(reservedBy)));
  const shown = {
    rule: 'BUYING_POWER',
    limit: free.toString(),
    actual: money.capital?.toString() ?? null,
  };
  if (!money.capital) {
    return [
      { ...shown, passed: false, message: 'Buying power cannot be reckoned: no price is known.' },
    ];
  }
  const passed = money.capital.lessThanOrEqualTo(free);
  return [
    {
      ...shown,
      passed,
      message: `Buying power: ${money.capital.toString()} of ${free.toString()} free.`,
    },
  ];
}
