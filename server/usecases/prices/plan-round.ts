import { dec, Decimal } from '../../domain/decimal.ts';
import type { Mint } from '../../domain/ids.ts';
import { QUOTE_ROUNDS, type PriceRound, type PriceSource } from '../../domain/price/observation.ts';
import { SOL_MINT, USDC_MINT } from '../../domain/token/mint.ts';

/** A price that moves 10 % up or down within a round makes a step. */
const STEP = dec('1.1');
/** Rounds in which a step is looked for: it is unconfirmed for two, and the one before them has the old price. */
const STEP_ROUNDS = 3;

export interface RoundToPlan {
  readonly at: Date;
  readonly roundMs: number;
  readonly mints: readonly Mint[];
  /** Earlier rounds of each mint, oldest first. */
  readonly rounds: ReadonlyMap<Mint, readonly PriceRound[]>;
  readonly held: ReadonlySet<Mint>;
}

/** Rounds are aligned to the clock, so that all servers give one round the same instant. */
export function roundAt(now: Date, roundMs: number): Date {
  return new Date(Math.floor(now.getTime() / roundMs) * roundMs);
}

/** The part of a minute's requests that one round may make; a minute's rounds add up to them. */
export function shareOf(perMinute: number, { at, roundMs }: Pick<RoundToPlan, 'at' | 'roundMs'>) {
  const each = (perMinute * roundMs) / 60_000;
  const round = at.getTime() / roundMs;
  return Math.floor((round + 1) * each) - Math.floor(round * each);
}

/** The mints whose pools are asked for: SOL first, which converts others, then those not looked at for longest. */
export function poolsDue(round: RoundToPlan, most: number): readonly Mint[] {
  const last = lastHeard('DEXSCREENER', round);
  const rank = (mint: Mint) => (mint === SOL_MINT ? 0 : round.held.has(mint) ? 1 : 2);
  const first = (mint: Mint) => (mint === SOL_MINT ? -Infinity : last(mint));
  return [...round.mints]
    .sort((a, b) => first(a) - first(b) || rank(a) - rank(b) || compare(a, b))
    .slice(0, Math.max(most, 0));
}

/**
 * Which tokens are quoted: each in every fifth round, its own one, and at once where it has no quote yet or its price
 * has stepped. Held tokens come first, then steps, then the longest wait. USDC has no quote: quotes pay in it.
 */
export function quotesDue(
  round: RoundToPlan,
  said: ReadonlyMap<Mint, Decimal>,
  most: number,
): readonly Mint[] {
  const { at, roundMs, rounds, held } = round;
  const last = lastHeard('QUOTE', round);
  const turn = (at.getTime() / roundMs) % QUOTE_ROUNDS.renewed;
  const stepped = new Set(
    round.mints.filter((mint) => hasStepped(rounds.get(mint) ?? [], said.get(mint) ?? null)),
  );
  const isDue = (mint: Mint) => {
    const age = (at.getTime() - last(mint)) / roundMs;
    const isTurn = slotOf(mint) === turn && age >= 1;
    return isTurn || age > QUOTE_ROUNDS.renewed || stepped.has(mint);
  };
  const rank = (mint: Mint) => (held.has(mint) ? 0 : stepped.has(mint) ? 1 : 2);
  return round.mints
    .filter((mint) => mint !== USDC_MINT && isDue(mint))
    .sort((a, b) => rank(a) - rank(b) || last(a) - last(b) || compare(a, b))
    .slice(0, Math.max(most, 0));
}

/** When a source last answered about each mint, whatever it said; -Infinity for never. */
function lastHeard(source: PriceSource, { rounds }: RoundToPlan): (mint: Mint) => number {
  return (mint) => {
    const heard = rounds
      .get(mint)
      ?.findLast(({ observations }) => observations.some((each) => each.source === source));
    return heard?.at.getTime() ?? -Infinity;
  };
}

/** Whether a source's price moved by a step within the last rounds; `said` is what the index says now. */
function hasStepped(rounds: readonly PriceRound[], said: Decimal | null): boolean {
  const last = rounds.slice(-STEP_ROUNDS).flatMap(({ observations }) => observations);
  const pricesOf = (source: PriceSource) =>
    last.flatMap((each) => (each.source === source && each.refused === null ? [each.price] : []));
  const index = said?.greaterThan(0) ? [said] : [];
  return isStep([...pricesOf('JUPITER'), ...index]) || isStep(pricesOf('DEXSCREENER'));
}

function isStep(prices: readonly Decimal[]): boolean {
  if (prices.length < 2) return false;
  return Decimal.max(...prices).greaterThan(Decimal.min(...prices).times(STEP));
}

/** Spreads the mints over the rounds of a turn, alike on every server. */
function slotOf(mint: Mint): number {
  let total = 0;
  for (const letter of mint) total += letter.charCodeAt(0);
  return total % QUOTE_ROUNDS.renewed;
}

function compare(a: Mint, b: Mint): number {
  return a < b ? -1 : Number(a > b);
}
