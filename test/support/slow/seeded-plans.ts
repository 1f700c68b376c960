import type { Decimal } from 'decimal.js';
import type { SlowChecker } from './slow-checker.ts';
import { onTick } from './slow-contract.ts';
import type { Plan } from './slow-outcome.ts';

/** What a run of plans is drawn from. */
export interface Draw {
  readonly seed: number;
  readonly count: number;
  readonly symbols: readonly string[];
  /** Milliseconds of the minutes at which tickets are placed. */
  readonly minutes: readonly number[];
  readonly largest: number;
  /** True for tickets with a whole bracket, sent with the entry, or none. */
  readonly paired?: boolean;
  /** Whether a contract is sold to open; an account never holds a contract both ways. */
  readonly sold: (symbol: string) => boolean;
}

/** Tickets of every kind, the same for the same seed: sides, order types, brackets, trails, closes, holds. */
export function seededPlans(checker: SlowChecker, draw: Draw): Plan[] {
  const random = mulberry32(draw.seed);
  const plans: Plan[] = [];
  for (let tries = 0; plans.length < draw.count && tries < draw.count * 20; tries += 1) {
    const plan = drawn(checker, draw, random);
    if (plan) plans.push(plan);
  }
  return plans.sort((a, b) => a.at - b.at);
}

const MINUTE = 60_000;

/**
 * Tickets that an untrustworthy quote would have filled, stopped or paid: a checker that trusts every quote
 * gets another result for them.
 */
export function baits(
  checker: SlowChecker,
  trusting: SlowChecker,
  { symbols, minutes, count }: Pick<Draw, 'symbols' | 'minutes' | 'count'>,
): Plan[] {
  const found: Plan[] = [];
  for (const symbol of symbols) {
    const bad = minutes.filter(
      (at) =>
        checker.isListed(symbol, at) && checker.fault(symbol, at) && !trusting.fault(symbol, at),
    );
    const mine = bad.flatMap((at) => candidates(checker, symbol, at));
    const differ = mine.filter(
      (plan) => JSON.stringify(checker.outcome(plan)) !== JSON.stringify(trusting.outcome(plan)),
    );
    found.push(...differ.slice(0, count));
  }
  return found;
}

/** Tickets around one bad minute: entered at it, or held through it with an exit at the bad quote's price. */
function candidates(checker: SlowChecker, symbol: string, at: number): Plan[] {
  const { bid, ask } = checker.fact(symbol, at)!;
  const ticket = { symbol, side: 'BUY_TO_OPEN', quantity: 1, stopLimit: null } as const;
  const bare = { ...ticket, limit: null, stop: null, target: null, trailPct: null, closeAt: null };
  const found: Plan[] = [{ ...bare, at }];
  const begun = at - 10 * MINUTE;
  const before = checker.fault(symbol, begun) ? null : checker.fact(symbol, begun);
  if (!before?.ask || !before.bid || !bid || !ask) return found;
  const level = onTick(symbol, bid, true);
  if (bid.gt(before.ask)) found.push({ ...bare, at: begun, target: level.toFixed() });
  if (bid.lt(before.bid) && level.gt(0)) found.push({ ...bare, at: begun, stop: level.toFixed() });
  if (ask.lt(before.ask))
    found.push({ ...bare, at: begun, limit: onTick(symbol, ask, false).toFixed() });
  return found;
}

type Kind = 'both' | 'trail' | 'limit' | 'none' | 'stop' | 'target' | 'trailing';
const PAIRED: readonly Kind[] = ['both', 'both', 'both', 'trail', 'limit', 'none'];
const LONE: readonly Kind[] = ['stop', 'target', 'trailing'];
const WITH_STOP: readonly Kind[] = ['both', 'trail', 'limit', 'stop'];
const WITH_TARGET: readonly Kind[] = ['both', 'trail', 'limit', 'target'];

/** A drawn ticket; null when the quote has no two sides, or is too wide for a stop next to it. */
function drawn(checker: SlowChecker, draw: Draw, random: () => number): Plan | null {
  const dice = new Dice(random);
  const symbol = dice.pick(draw.symbols);
  const at = dice.pick(draw.minutes);
  const short = draw.sold(symbol);
  const isShare = symbol.length < 6;
  const sides = sidesOf(checker, symbol, at);
  if (!sides) return null;
  const [touch, other] = short ? sides : [...sides].reverse();
  const market = { symbol, touch: touch!, other: other!, short, scale: isShare ? 0.02 : 1 };
  const kind = dice.pick(draw.paired ? PAIRED : [...PAIRED, ...LONE]);
  const exits = priced(dice, market, kind);
  if (!exits) return null;
  const trails = kind.startsWith('trail') && !draw.paired;
  const trailPct = (dice.between(15, 40) * market.scale).toFixed(2);
  return {
    ...{ symbol, at, ...exits, trailPct: trails ? trailPct : null },
    side: short ? 'SELL_TO_OPEN' : isShare ? 'BUY' : 'BUY_TO_OPEN',
    quantity: 1 + Math.floor(random() * draw.largest),
    closeAt: closeOf(dice, draw, at, exits.stop ? 0.15 : 0.4),
  };
}

function sidesOf(checker: SlowChecker, symbol: string, at: number): [Decimal, Decimal] | null {
  const fact = checker.isListed(symbol, at) ? checker.fact(symbol, at) : null;
  if (!fact?.bid?.gt(0) || !fact.ask) return null;
  return fact.ask.minus(fact.bid).gt(fact.bid.times('0.12')) ? null : [fact.bid, fact.ask];
}

function closeOf(dice: Dice, { minutes }: Draw, at: number, share: number): number | null {
  const later = minutes.filter((minute) => minute > at + MINUTE);
  return later.length > 0 && dice.chance(share) ? dice.pick(later) : null;
}

interface Market {
  readonly symbol: string;
  readonly touch: Decimal;
  readonly other: Decimal;
  readonly short: boolean;
  /** Shares move less than options. */
  readonly scale: number;
}

/** Limit and exits on their ticks and on the correct sides; null when there is no room. */
function priced(dice: Dice, { symbol, touch, other, short, scale }: Market, kind: Kind) {
  const up = short ? -1 : 1;
  const beyond = (price: Decimal, pct: number): Decimal =>
    onTick(symbol, price.times(100 + pct * up).div(100), pct * up < 0);
  const isWorse = (one: Decimal, than: Decimal) => one.minus(than).times(up).lt(0);
  const worse = (one: Decimal, two: Decimal) => (isWorse(one, two) ? one : two);
  const away = dice.chance(0.4) ? 2 : -dice.between(0.5, 6) * scale;
  const entry = dice.chance(0.45) ? touch : beyond(touch, away);
  const near = worse(worse(entry, touch), other);
  const best = isWorse(entry, touch) ? touch : entry;
  const stop = beyond(near, -dice.between(4, 35) * scale);
  const target = beyond(best, dice.between(5, 45) * scale);
  const stopLimit = beyond(stop, -dice.between(0.5, 8) * scale);
  if (!isWorse(stop, near) || !isWorse(best, target)) return null;
  if ([entry, stop, target, stopLimit].some((price) => price.lte(0))) return null;
  const where = (isWanted: boolean, price: Decimal) => (isWanted ? price.toFixed() : null);
  return {
    limit: where(entry !== touch, entry),
    stop: where(WITH_STOP.includes(kind), stop),
    target: where(WITH_TARGET.includes(kind), target),
    stopLimit: where(kind === 'limit', stopLimit),
  };
}

class Dice {
  constructor(private readonly random: () => number) {}

  pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.random() * of.length)]!;
  }

  between(low: number, high: number): number {
    return low + this.random() * (high - low);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }
}

/** Uniform, 0..1, and the same for the same seed on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let hash = Math.imul(state ^ (state >>> 15), 1 | state);
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash;
    return ((hash ^ (hash >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
