import type { Limits } from '../account/settings.ts';
import { higherSwitch, type Account, type KillSwitchLevel } from '../account/account.ts';
import { Decimal, ZERO, sum } from '../decimal.ts';
import { isSameCompany, isSameSymbol } from '../instrument/share-class.ts';
import type { TicketMoney } from '../ticket/ticket-money.ts';
import { coverCheck, type CoverQuestion } from './cover.ts';
import { capitalOf, freeCash } from './reserved.ts';
import type { RiskCheck } from '../refusal.ts';
import { lossStreakCheck, type LossStreak } from './loss-streak.ts';

/** Everything that an entry is checked against. Days are exchange days. */
export interface EntryRisk extends CoverQuestion {
  readonly money: TicketMoney;
  /** Of each limit, the strictest counts. */
  readonly limits: readonly Limits[];
  readonly killSwitch: KillSwitchLevel;
  readonly deskHalt: KillSwitchLevel;
  /** Null when the venue checks buying power itself. */
  readonly account: Account | null;
  readonly placedToday: number;
  /** The result that all trades realised today, including partial closes of open trades and the day's fees. */
  readonly netToday: Decimal;
  /** Dollars below the highest running net result; null when no limit asks for it. */
  readonly drawdown: Decimal | null;
  readonly streak: LossStreak;
}

/** The result of every rule; an entry is refused when one fails. No rule ever blocks an exit. */
export function checkEntry(risk: EntryRisk): readonly RiskCheck[] {
  const { money, activeTrades, instrument } = risk;
  const inUnderlying = activeTrades.filter(({ trade }) =>
    isSameCompany(trade.instrument.underlying, instrument.underlying),
  );
  const held = sum(
    activeTrades
      .filter(({ trade }) => isSameSymbol(trade.instrument.symbol, instrument.symbol))
      .map(capitalOf),
  );
  const limit = <K extends keyof Limits>(key: K) => strictest(risk.limits, key);
  const cover = coverCheck(risk);
  const capital = cover && !cover.passed ? UNBOUNDED : money.capital;
  return [
    killSwitchCheck(risk),
    ...(cover ? [cover] : []),
    atMost('MAX_OPEN_TRADES', 'Open trades', activeTrades.length + 1, limit('maxOpenTrades')),
    atMost('MAX_TRADES_PER_DAY', 'Trades today', risk.placedToday + 1, limit('maxTradesPerDay')),
    atMost(
      'MAX_PER_UNDERLYING',
      `Trades in ${instrument.underlying}`,
      inUnderlying.length + 1,
      limit('maxPerUnderlying'),
    ),
    atMost('MAX_ORDER_COST', 'Order cost', capital, limit('maxOrderCost')),
    atMost(
      'MAX_POSITION_COST',
      'Position cost',
      capital instanceof Decimal ? held.plus(capital) : capital,
      limit('maxPositionCost'),
    ),
    atMost(
      'MAX_EXPOSURE',
      `Exposure in ${instrument.underlying}`,
      capital instanceof Decimal ? sum(inUnderlying.map(capitalOf)).plus(capital) : capital,
      limit('maxExposure'),
    ),
    below('MAX_DAILY_LOSS', 'Daily loss', lossOf(risk.netToday), capital, limit('maxDailyLoss')),
    below('MAX_DRAWDOWN', 'Drawdown', risk.drawdown, capital, limit('maxDrawdown')),
    lossStreakCheck(risk.streak),
    ...buyingPowerCheck(risk, capital),
  ];
}

/** The risk of a trade with unlimited loss: above any money limit. */
const UNBOUNDED = 'UNBOUNDED';
type Capital = Decimal | typeof UNBOUNDED | null;

/** The lowest of the limits that are set; null when none is. */
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
  actual: Capital | number,
  limit: Decimal | number | null,
): RiskCheck {
  const shown = { rule, limit: limit?.toString() ?? null, actual: actual?.toString() ?? null };
  if (limit === null) return { ...shown, passed: true, message: `${label}: no limit is set.` };
  if (actual === UNBOUNDED) return { ...shown, passed: false, message: unbounded(label) };
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

function unbounded(label: string): string {
  return `${label}: the loss of this trade has no bound.`;
}

function killSwitchCheck({ killSwitch, deskHalt }: EntryRisk): RiskCheck {
  const level = higherSwitch(killSwitch, deskHalt);
  const passed = level === 'OFF';
  const message = passed ? 'Kill switch is off.' : `Kill switch is at ${level}: no entries.`;
  return { rule: 'KILL_SWITCH', passed, limit: 'OFF', actual: level, message };
}

/** The day's loss, as a positive amount. */
export function lossOf(netToday: Decimal): Decimal {
  return netToday.lessThan(0) ? netToday.neg() : ZERO;
}

/** A check of a realised loss: once the loss reaches its limit, every entry is refused. */
function below(
  rule: string,
  label: string,
  loss: Decimal | null,
  capital: Capital,
  limit: Decimal | number | null,
): RiskCheck {
  if (capital === UNBOUNDED || limit === null || loss === null)
    return atMost(rule, label, capital === UNBOUNDED ? capital : loss, limit);
  const [actual, most] = [loss.toString(), limit.toString()];
  const passed = loss.lessThan(limit);
  return {
    rule,
    passed,
    limit: most,
    actual,
    message: `${label}: ${actual} of ${most}, realised.`,
  };
}

function buyingPowerCheck(
  { account, activeTrades }: EntryRisk,
  capital: Capital,
): readonly RiskCheck[] {
  if (!account) return [];
  const free = freeCash(account.cash, activeTrades);
  const shown = {
    rule: 'BUYING_POWER',
    limit: free.toString(),
    actual: capital?.toString() ?? null,
  };
  if (capital === UNBOUNDED)
    return [{ ...shown, passed: false, message: unbounded('Buying power') }];
  if (!capital) {
    return [
      { ...shown, passed: false, message: 'Buying power cannot be reckoned: no price is known.' },
    ];
  }
  const passed = capital.lessThanOrEqualTo(free);
  return [
    {
      ...shown,
      passed,
      message: `Buying power: ${capital.toString()} of ${free.toString()} free.`,
    },
  ];
}
