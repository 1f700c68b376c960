import type { StrategyDefinition } from '../domain/strategy/definition.ts';
import type { StrategyBar, StrategyDesk } from '../domain/strategy/strategy.ts';
import { CLOSE_MINUTE, closeMinute, newYorkTime, OPEN_MINUTE } from './helpers/new-york-day.ts';
import { bracketOf, nearestByDelta } from './helpers/option-choice.ts';
import { optionNamed } from './helpers/option-symbol.ts';

interface Parameters {
  readonly minutes: number;
  readonly delta: number;
  readonly maxDays: number;
  readonly stopLossPct: number;
  readonly takeProfitPct: number;
  readonly exitMinute: number;
  readonly quantity: string;
}

interface Day {
  day: number;
  high: number;
  low: number;
  traded: boolean;
  contract: string | null;
}

/** The range of the first minutes of a day grows until they are over. */
function ranged(known: Day | undefined, { high, low }: StrategyBar, day: number): Day {
  if (known?.day === day)
    return { ...known, high: Math.max(known.high, high), low: Math.min(known.low, low) };
  return { day, high, low, traded: false, contract: known?.contract ?? null };
}

const QUARTER = 15;

/**
 * Whether a bar is the last at whose end a contract can still be sold in time: it ends in the minute from
 * which the day's trade closes, or the next one ends with the session.
 */
function isLate(bar: StrategyBar, now: Date, exitMinute: number): boolean {
  const { day, minute: start } = newYorkTime(bar.at);
  // At work in a book it is called some seconds after the bar's end.
  const length = Math.floor((now.getTime() - bar.at.getTime()) / 60_000);
  const close = closeMinute(day);
  const before = Math.min(CLOSE_MINUTE - exitMinute, QUARTER);
  const exit = close < CLOSE_MINUTE ? Math.min(exitMinute, close - before) : exitMinute;
  return start + length >= exit || start + 2 * length >= close;
}

export default {
  title: 'Opening-range breakout with long options',
  description:
    'The first minutes of the regular session set a range; the first close above it buys a call, the first below it a put, at most one a day, closed at its stop, its target or late in the day. It fails on days that turn back into the range, and where the spread of short-dated options eats the move.',
  assetClasses: ['OPTION'],
  parameters: {
    minutes: {
      ...{ type: 'integer', minimum: 1, maximum: 120, default: 15 },
      description: 'Minutes from 9:30 in New York that set the range.',
    },
    delta: {
      ...{ type: 'number', minimum: 0.05, maximum: 0.95, default: 0.5 },
      description: 'Absolute delta of the contract to buy, a fraction.',
    },
    maxDays: {
      ...{ type: 'integer', minimum: 0, maximum: 60, default: 7 },
      description: 'Most days to its expiry.',
    },
    stopLossPct: {
      ...{ type: 'integer', minimum: 0, maximum: 99, default: 40 },
      description: 'Percent points below the price paid at which it stops; 0: no stop.',
    },
    takeProfitPct: {
      ...{ type: 'integer', minimum: 0, maximum: 1000, default: 60 },
      description: 'Percent points above the price paid at which it takes profit; 0: no target.',
    },
    exitMinute: {
      ...{ type: 'integer', minimum: 600, maximum: 960, default: 945 },
      description:
        'Minute of New York’s day from which it closes: 945 is 15:45. On a half-day as long before 13:00, a quarter of an hour at most. Where no bar ends between it and the close, at the last one before.',
    },
    quantity: {
      ...{ type: 'string', format: 'decimal', default: '1' },
      description: 'Contracts to buy.',
    },
  },
  create: (p: Parameters) => {
    const days = new Map<string, Day>();
    const closes = ({ contract }: Day, desk: StrategyDesk) => {
      if (!contract) return;
      desk.cancel(contract);
      if (desk.position(contract)) desk.exit(contract);
    };
    const buys = (known: Day, right: 'C' | 'P', symbol: string, desk: StrategyDesk) => {
      const wanted = { right, delta: p.delta, minDays: 0, maxDays: p.maxDays };
      const found = nearestByDelta(desk.chain(symbol), desk.now, wanted);
      if (!found?.ask) return;
      days.set(symbol, { ...known, traded: true, contract: found.symbol });
      const bracket = bracketOf(found.ask, p.stopLossPct, p.takeProfitPct);
      desk.enter({ symbol: found.symbol, side: 'BUY_TO_OPEN', quantity: p.quantity, bracket });
    };
    return {
      onBar: (bar, desk) => {
        const { symbol, close } = bar;
        const { day, minute } = newYorkTime(bar.at);
        if (optionNamed(symbol) || minute < OPEN_MINUTE) return;
        const known = days.get(symbol);
        const late = isLate(bar, desk.now, p.exitMinute);
        if (known && (late || known.day !== day)) closes(known, desk);
        if (minute < OPEN_MINUTE + p.minutes) {
          days.set(symbol, ranged(known, bar, day));
          return;
        }
        if (known?.day !== day || known.traded || late) return;
        if (close > known.high) buys(known, 'C', symbol, desk);
        else if (close < known.low) buys(known, 'P', symbol, desk);
      },
    };
  },
} satisfies StrategyDefinition;
