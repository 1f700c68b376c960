import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec, Decimal, ZERO } from '../../../server/domain/decimal.ts';
import type { Observation, PriceRound } from '../../../server/domain/price/observation.ts';
import { PRICE_SOURCES, type PriceSource } from '../../../server/domain/price/observation.ts';
import {
  askedRounds,
  judged,
  tokenRound,
  verdictOn,
  type Said,
} from '../../support/values/token-prices.ts';

const word = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1_940, max: 2_060 }).map((n) => `${n / 1_000}`) },
  { weight: 2, arbitrary: fc.constantFrom('0.0002', '0.2', '1.5', '2.5', '20', '200000') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('SILENT', 'PUT_OFF', 'ABSENT', 'MALFORMED', 'ZERO', 'NO_ROUTE'),
  },
);
const said: fc.Arbitrary<Said> = fc.record(
  { JUPITER: word, DEXSCREENER: word, QUOTE: word, PYTH: word },
  { requiredKeys: [] },
);
const rounds = fc
  .array(said, { minLength: 1, maxLength: 40 })
  .map((words) => words.map((each, number) => tokenRound(number, each)));
const source = fc.constantFrom(...PRICE_SOURCES);
/** Honest voices differ by less than a percent. */
const near = fc.integer({ min: 1_990, max: 2_000 }).map((n) => `${n / 1_000}`);
const honest = fc.record({ JUPITER: near, DEXSCREENER: near, QUOTE: near });

describe('a judgement', () => {
  it('is the same of the same rows, whatever order they come in', () => {
    const shuffled = rounds.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        const anew = other.map((row) => ({
          ...row,
          observations: [...row.observations].reverse(),
        }));
        expect(judged(anew)).toEqual(judged(rows));
      }),
    );
  });

  it('scales with all prices, and keeps its verdicts', () => {
    const factor = fc.constantFrom('0.000000000000001', '0.37', '3', '1000000000000');
    fc.assert(
      fc.property(rounds, factor, (rows, by) => {
        const [one, other] = [judged(rows), judged(rows.map((row) => scaled(row, by)))];
        expect(other.price?.toFixed()).toBe(one.price?.times(by).toFixed());
        expect(other.width?.toFixed()).toBe(one.width?.times(by).toFixed());
        expect(other.verdicts.map(({ code, allowed }) => [code, allowed])).toEqual(
          one.verdicts.map(({ code, allowed }) => [code, allowed]),
        );
        expect(other.confidence).toBeCloseTo(one.confidence, 3);
      }),
    );
  });

  it('allows an entry only on three prices of now, within 3 % of one another', () => {
    let entries = 0;
    fc.assert(
      fc.property(rounds, (rows) => {
        const price = judged(rows);
        if (verdictOn(price, 'ENTRY').startsWith('refused')) return;
        entries += 1;
        // A fresh fourth voice counts as well, or contradicts; without a price it is not missed.
        const counted = price.sources.filter(
          ({ source, price: told }) => told || source !== 'PYTH',
        );
        const prices = counted.map((one) => Number(one.accepted && one.price));
        expect(prices.length).toBeGreaterThanOrEqual(3);
        expect(Math.max(...prices) / Math.min(...prices)).toBeLessThanOrEqual(1.03);
      }),
      { numRuns: 1_000 },
    );
    expect(entries).toBeGreaterThan(0);
  });

  it('allows no entry on a single source, whatever it says', () => {
    const alone = fc.tuple(source, fc.array(word, { minLength: 1, maxLength: 40 }));
    fc.assert(
      fc.property(alone, ([from, words]) => {
        const price = judged(words.map((each, n) => tokenRound(n, { [from]: each })));
        expect(verdictOn(price, 'ENTRY')).toMatch(/^refused/);
        expect(price.lastAccepted).toBeNull();
      }),
    );
  });
});

describe('one liar of three', () => {
  const lies = fc.array(fc.tuple(honest, word), { minLength: 1, maxLength: 30 });

  it('takes no price away, and never moves it beyond the honest voices', () => {
    fc.assert(
      fc.property(source, lies, (liar, words) => {
        const rows = words.map(([truth, lie], n) => tokenRound(n, { ...truth, [liar]: lie }));
        const told = judged(rows);
        const [low, high] = honestRange(rows, liar);
        expect(told.price?.lessThan(low)).toBe(false);
        expect(told.price?.greaterThan(high)).toBe(false);
      }),
    );
  });

  it('costs confidence and every entry, from 3 % on', () => {
    const off = fc.oneof(
      fc.integer({ min: 2_061, max: 1_000_000 }).map((n) => `${n / 1_000}`),
      fc.integer({ min: 1, max: 1_930 }).map((n) => `${n / 1_000}`),
    );
    fc.assert(
      fc.property(source, honest, off, (liar, truth, lie) => {
        const before = [...Array(12).keys()].map((n) => tokenRound(n, truth));
        const price = judged([...before, tokenRound(12, { ...truth, [liar]: lie })]);
        expect(verdictOn(price, 'ENTRY')).toBe('refused SOURCES_APART');
        expect(verdictOn(price, 'TAKE_PROFIT')).toBe('refused SOURCES_APART');
        expect(judged(before).confidence - price.confidence).toBeGreaterThanOrEqual(0.15);
      }),
    );
  });
});

describe('Pyth', () => {
  const silence = fc.constantFrom('SILENT', 'PUT_OFF', 'ABSENT', 'MALFORMED', 'UNSURE', 'OUTDATED');

  it('is missed by nobody: what it does not say changes nothing but its own line', () => {
    const three = fc.record(
      { JUPITER: word, DEXSCREENER: word, QUOTE: word },
      { requiredKeys: [] },
    );
    const quiet = fc.array(fc.tuple(three, fc.option(silence)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(quiet, (words) => {
        const judgedWith = (pyth: boolean) =>
          judged(
            words.map(([said, why], n) =>
              tokenRound(n, { ...said, ...(pyth && why ? { PYTH: why } : {}) }),
            ),
          );
        const [without, silent] = [judgedWith(false), judgedWith(true)];
        const sources = silent.sources.filter(({ source }) => source !== 'PYTH');
        expect({ ...silent, sources }).toEqual(without);
      }),
    );
  });

  it('decides between two that contradict each other, for the one that it is near', () => {
    const pairs = fc.constantFrom<[PriceSource, PriceSource, PriceSource]>(
      ['JUPITER', 'DEXSCREENER', 'QUOTE'],
      ['DEXSCREENER', 'QUOTE', 'JUPITER'],
      ['QUOTE', 'JUPITER', 'DEXSCREENER'],
    );
    const lies = fc.constantFrom('0.2', '1.8', '2.2', '200');
    fc.assert(
      fc.property(pairs, near, near, lies, ([right, wrong, gone], one, oracle, lie) => {
        const before = [...Array(12).keys()].map((n) => tokenRound(n, allAt('2')));
        const said = { [right]: one, [wrong]: lie, [gone]: 'ABSENT' };
        const two = judged([...before, tokenRound(12, said)]);
        expect(two.price).toBeNull();
        const decided = judged([...before, tokenRound(12, { ...said, PYTH: oracle })]);
        expect(Math.abs(Number(decided.price) - 2)).toBeLessThan(0.02);
        expect(decided.sources.find(({ source }) => source === wrong)?.refused).toBe('OUTLIER');
        expect(verdictOn(decided, 'ENTRY')).toBe('refused MISSING_VOICE');
        expect(verdictOn(decided, 'TAKE_PROFIT')).toBe('refused SOURCES_APART');
      }),
    );
  });

  it('and one more against two others decide nothing', () => {
    fc.assert(
      fc.property(near, near, (one, other) => {
        const said = { JUPITER: one, DEXSCREENER: other, QUOTE: '2.2', PYTH: '2.21' };
        const before = [...Array(12).keys()].map((n) => tokenRound(n, allAt('2')));
        const price = judged([...before, tokenRound(12, said)]);
        expect(price.price).toBeNull();
        expect(verdictOn(price, 'STOP_LOSS')).toBe('refused CONTRADICTION');
      }),
    );
  });
});

it('honest sources, asked as the desk asks, allow an entry within 20 rounds and ever after', () => {
  fc.assert(
    fc.property(fc.array(honest, { minLength: 20, maxLength: 60 }), (truths) => {
      const price = judged(askedRounds(truths.length, (n) => truths[n] ?? {}));
      expect(verdictOn(price, 'ENTRY')).toMatch(/^allowed/);
      expect(price.confidence).toBeGreaterThanOrEqual(0.7);
    }),
  );
});

function allAt(price: string): Said {
  return { JUPITER: price, DEXSCREENER: price, QUOTE: price };
}

/** The range of the honest voices of the last round, with their widths. */
function honestRange(rows: readonly PriceRound[], liar: PriceSource): [Decimal, Decimal] {
  const last = rows.at(-1)?.observations ?? [];
  const honest = last.filter((one) => one.source !== liar).map(({ price }) => price ?? ZERO);
  return [Decimal.min(...honest).times('0.999'), Decimal.max(...honest).times('1.001')];
}

function scaled(row: PriceRound, by: string): PriceRound {
  const observations = row.observations.map((one): Observation => {
    const price = one.price && one.price.times(dec(by));
    return price && one.refused === null ? { ...one, price } : one;
  });
  return { ...row, observations };
}
