import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Mint } from '../../../server/domain/ids.ts';
import type { PriceRound } from '../../../server/domain/price/observation.ts';
import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import {
  poolsDue,
  quotesDue,
  roundAt,
  shareOf,
  type RoundToPlan,
} from '../../../server/usecases/prices/plan-round.ts';
import { mintNumber, ROUND_MS } from '../../support/desks/price-scene.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { aRound } from '../../support/values/price-rounds.ts';

const NOBODY: ReadonlySet<Mint> = new Set();
const at = (round: number): Date => new Date(NOON.getTime() + round * ROUND_MS);
const mints = (count: number): Mint[] => Array.from({ length: count }, (_, n) => mintNumber(n));

function toPlan(round: number, of: readonly Mint[], parts: Partial<RoundToPlan> = {}): RoundToPlan {
  return { at: at(round), roundMs: ROUND_MS, mints: of, rounds: new Map(), held: NOBODY, ...parts };
}

it('a round begins at the same instant on every server', () => {
  expect(roundAt(new Date(NOON.getTime() + 9_999), ROUND_MS)).toEqual(NOON);
  expect(roundAt(new Date(NOON.getTime() + 10_000), ROUND_MS)).toEqual(at(1));
});

it('the rounds of an hour take its requests, whatever the cadence', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 300 }), (s, most) => {
      const roundMs = s * 1000;
      const begin = roundAt(NOON, roundMs).getTime();
      const rounds = Math.ceil(3_600_000 / roundMs);
      let taken = 0;
      for (let n = 0; n < rounds; n += 1)
        taken += shareOf(most, { at: new Date(begin + n * roundMs), roundMs });
      const whole = (rounds * roundMs * most) / 60_000;
      expect(Math.abs(taken - whole)).toBeLessThanOrEqual(1);
    }),
  );
});

describe('pools', () => {
  it('are asked for where nobody looked for longest, SOL’s in each round', () => {
    const all = [...mints(6), SOL_MINT];
    const rounds = new Map(
      mints(6).map((mint, n) => [mint, n === 4 ? [] : [aRound(mint, at(n), '1')]] as const),
    );
    const due = poolsDue(toPlan(10, all, { rounds }), 4);
    expect(due).toEqual([SOL_MINT, mintNumber(4), mintNumber(0), mintNumber(1)]);
    expect(poolsDue(toPlan(10, all, { rounds }), 0)).toEqual([]);
  });
});

describe('quotes', () => {
  /** Quotes every mint as planned for so many rounds; returns the rounds in which each mint was quoted. */
  function quoted(all: readonly Mint[], count: number, most: number, held = NOBODY) {
    const rounds = new Map<Mint, readonly PriceRound[]>();
    const seen = new Map<Mint, number[]>(all.map((mint) => [mint, []]));
    for (let n = 0; n < count; n += 1) {
      const due = new Set(quotesDue(toPlan(n, all, { rounds, held }), new Map(), most));
      for (const mint of all) {
        const whole = aRound(mint, at(n), '1');
        const observations = whole.observations.filter(
          ({ source }) => source !== 'QUOTE' || due.has(mint),
        );
        rounds.set(mint, [...(rounds.get(mint) ?? []), { ...whole, observations }]);
        if (due.has(mint)) seen.get(mint)!.push(n);
      }
      expect(due.size).toBeLessThanOrEqual(most);
    }
    return seen;
  }

  it('are renewed every fifth round, not all in the same', () => {
    const seen = quoted(mints(10), 40, 10);
    for (const rounds of seen.values()) {
      const gaps = rounds.slice(2).map((round, n) => round - rounds[n + 1]!);
      expect(new Set(gaps)).toEqual(new Set([5]));
    }
    expect(new Set([...seen.values()].map((rounds) => rounds.at(-1)! % 5)).size).toBe(5);
  });

  it('go round among more tokens than the budget serves, held ones first', () => {
    const all = mints(20);
    const held = new Set([mintNumber(19)]);
    const seen = quoted(all, 60, 2, held);
    expect(seen.get(mintNumber(19))!.length).toBeGreaterThanOrEqual(12);
    for (const rounds of seen.values()) expect(rounds.length).toBeGreaterThanOrEqual(3);
  });

  it('are asked for at once after a step, and never of USDC', () => {
    const mint = mintNumber(0);
    const all = [mint, USDC_MINT];
    for (let turn = 0; turn < 5; turn += 1) {
      const rounds = new Map([[mint, [aRound(mint, at(turn), '1')]]]);
      const due = (price: string) =>
        quotesDue(toPlan(turn + 1, all, { rounds }), new Map([[mint, dec(price)]]), 5);
      expect(due('1.101')).toEqual([mint]);
      expect(due('0.9')).toEqual([mint]);
    }
    const rounds = new Map([[mint, [aRound(mint, at(2), '1')]]]);
    const calm = [0, 1, 2, 3, 4].flatMap((n) =>
      quotesDue(toPlan(3 + n, all, { rounds }), new Map([[mint, dec('1.05')]]), 5),
    );
    expect(calm).toEqual([mint]);
  });
});
