import type { StrategyDefinition } from '../domain/strategy/definition.ts';
import type { StrategyDesk, StrategyQuote } from '../domain/strategy/strategy.ts';
import { newYorkTime } from './helpers/new-york-day.ts';
import { nearestByDelta } from './helpers/option-choice.ts';
import { optionNamed } from './helpers/option-symbol.ts';

interface Parameters {
  readonly rankDays: number;
  readonly minRank: number;
  readonly delta: number;
  readonly minDays: number;
  readonly maxDays: number;
  readonly keepPct: number;
  readonly quantity: string;
}

interface Volatility {
  day: number;
  /** At-the-money, the last of each day, newest last. */
  readonly days: number[];
  contract: string | null;
  credit: number;
}

/** The implied volatility of the put nearest to a delta of a half. */
function atTheMoney(chain: readonly StrategyQuote[], now: Date): number | null {
  const wanted = { right: 'P', delta: 0.5, minDays: 7, maxDays: 90 } as const;
  return nearestByDelta(chain, now, wanted)?.iv ?? null;
}

/** The last of a day stands for it. */
function note(known: Volatility, iv: number, day: number, most: number): void {
  if (known.day === day) known.days.pop();
  known.days.push(iv);
  if (known.days.length > most) known.days.shift();
  known.day = day;
}

/** Where the newest lies between the lowest and the highest, 0 to 100; null while all are equal. */
function rankOf(days: readonly number[]): number | null {
  const [low, high] = [Math.min(...days), Math.max(...days)];
  return high > low ? ((days.at(-1)! - low) / (high - low)) * 100 : null;
}

export default {
  title: 'Cash-secured puts by IV rank',
  description:
    'Sells a put against cash where implied volatility is high beside the days before, and buys it back once most of the premium is earned. It earns what others pay for insurance. It fails in a crash, where one loss takes many premiums; the rank needs its days of quotes within the run before the first sale.',
  assetClasses: ['OPTION'],
  interval: 'ONE_DAY',
  parameters: {
    rankDays: {
      ...{ type: 'integer', minimum: 2, maximum: 252, default: 20 },
      description: 'Days of implied volatility that the rank compares.',
    },
    minRank: {
      ...{ type: 'integer', minimum: 0, maximum: 100, default: 50 },
      description: 'Rank from which it sells: 0 is the lowest of those days, 100 the highest.',
    },
    delta: {
      ...{ type: 'number', minimum: 0.05, maximum: 0.6, default: 0.25 },
      description: 'Absolute delta of the put to sell, a fraction.',
    },
    minDays: {
      ...{ type: 'integer', minimum: 1, maximum: 400, default: 20 },
      description: 'Fewest days to its expiry.',
    },
    maxDays: {
      ...{ type: 'integer', minimum: 1, maximum: 400, default: 50 },
      description: 'Most days to its expiry.',
    },
    keepPct: {
      ...{ type: 'integer', minimum: 1, maximum: 100, default: 60 },
      description: 'Percent points of the premium at which it buys back; 100: holds to expiry.',
    },
    quantity: {
      ...{ type: 'string', format: 'decimal', default: '1' },
      description: 'Contracts to sell.',
    },
  },
  create: (p: Parameters) => {
    const all = new Map<string, Volatility>();
    const buysBack = (contract: string, credit: number, desk: StrategyDesk) => {
      const ask = desk.quote(contract)?.ask ?? null;
      const kept = ask === null ? 0 : (1 - ask / credit) * 100;
      if (p.keepPct < 100 && kept >= p.keepPct) desk.exit(contract);
    };
    const sells = (known: Volatility, chain: readonly StrategyQuote[], desk: StrategyDesk) => {
      const { delta, minDays, maxDays } = p;
      const found = nearestByDelta(chain, desk.now, { right: 'P', delta, minDays, maxDays });
      if (!found?.bid) return;
      Object.assign(known, { contract: found.symbol, credit: found.bid });
      desk.enter({ symbol: found.symbol, side: 'SELL_TO_OPEN', quantity: p.quantity });
    };
    return {
      onBar: ({ symbol }, desk) => {
        if (optionNamed(symbol)) return;
        const known = all.get(symbol) ?? { day: NaN, days: [], contract: null, credit: 0 };
        all.set(symbol, known);
        const chain = desk.chain(symbol);
        const iv = atTheMoney(chain, desk.now);
        if (iv !== null) note(known, iv, newYorkTime(desk.now).day, p.rankDays);
        const { contract, credit } = known;
        if (contract && desk.position(contract)) {
          buysBack(contract, credit, desk);
          return;
        }
        const rank = known.days.length < p.rankDays ? null : rankOf(known.days);
        if (iv !== null && rank !== null && rank >= p.minRank) sells(known, chain, desk);
      },
    };
  },
} satisfies StrategyDefinition;
