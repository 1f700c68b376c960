import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { AcceptedPrice } from '../../../server/domain/price/judged-price.ts';
import { judgePrice, JUDGED_ROUNDS } from '../../../server/domain/price/judge-price.ts';
import type { PriceRound } from '../../../server/domain/price/observation.ts';
import { refusedLately } from '../../../server/domain/price/refused-lately.ts';
import {
  BONK,
  ROUND_MS,
  roundAt,
  tokenRound,
  type Said,
} from '../../support/values/token-prices.ts';

const all = (price: string): Said => ({ JUPITER: price, DEXSCREENER: price, QUOTE: price });
const roundsOf = (...said: readonly Said[]) => said.map((each, n) => tokenRound(n, each));
const refused = (rounds: readonly PriceRound[], earlier: readonly AcceptedPrice[] = []) =>
  refusedLately(rounds, { roundMs: ROUND_MS, earlier });
const inShort = (rounds: readonly PriceRound[]) =>
  refused(rounds).map(({ source, refused: code, since, until, rounds: n }) =>
    [source, code, ...[since, until].map(numberOf), n].join(' '),
  );
const numberOf = (at: Date) => (at.getTime() - roundAt(0).getTime()) / ROUND_MS;

describe('sources refused lately', () => {
  it('are none where all agree', () => {
    expect(refused(roundsOf(all('2'), all('2'), all('2')))).toEqual([]);
    expect(refused([])).toEqual([]);
  });

  it('tell how long each reason lasted, and the newest first', () => {
    const pools = (word: string): Said => ({ ...all('2'), DEXSCREENER: word });
    const said = [pools('THIN'), pools('THIN'), all('2'), pools('20'), pools('ABSENT'), all('2')];
    expect(inShort(roundsOf(...said))).toEqual([
      'DEXSCREENER ABSENT 4 4 1',
      'DEXSCREENER OUTLIER 3 3 1',
      'DEXSCREENER THIN 0 1 2',
    ]);
  });

  it('keep the price that was refused, and say why in words', () => {
    const [spell] = refused(roundsOf(all('2'), { ...all('2'), JUPITER: '20' }));
    expect([spell?.price?.toFixed(), spell?.reason]).toEqual([
      '20',
      'It lies more than 3 % from the others, which agree.',
    ]);
  });

  it('are all of them while a step waits to be confirmed', () => {
    const said = [...Array<Said>(6).fill(all('2')), all('3'), all('3'), all('3')];
    expect(inShort(roundsOf(...said))).toEqual(
      ['JUPITER', 'DEXSCREENER', 'QUOTE'].map((source) => `${source} HELD 6 7 2`),
    );
  });

  const word = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1_940, max: 2_060 }).map((n) => `${n / 1_000}`) },
    { weight: 1, arbitrary: fc.constantFrom('0.2', '1.5', '20') },
    { weight: 2, arbitrary: fc.constantFrom('SILENT', 'PUT_OFF', 'ABSENT', 'ZERO', 'NO_ROUTE') },
  );
  const said: fc.Arbitrary<Said> = fc.record(
    { JUPITER: word, DEXSCREENER: word, QUOTE: word, PYTH: word },
    { requiredKeys: [] },
  );
  const someRounds = fc
    .array(said, { minLength: 1, maxLength: 40 })
    .map((words) => words.map((each, number) => tokenRound(number, each)));
  const earlier = fc.constantFrom<readonly AcceptedPrice[]>(
    [],
    [{ price: dec('2'), at: roundAt(-1) }],
    [{ price: dec('9'), at: roundAt(-1) }],
  );

  it('are those that a judgement of each round refuses, and no others', () => {
    fc.assert(
      fc.property(someRounds, earlier, (rounds, known) => {
        const spells = refused(rounds, known);
        const last = rounds.slice(-JUDGED_ROUNDS);
        for (const [n, { at }] of last.entries()) {
          const terms = { now: at, roundMs: ROUND_MS };
          const judged = judgePrice(BONK, last.slice(0, n + 1), { ...terms, earlier: known });
          const then = spells.filter(({ since, until }) => since <= at && at <= until);
          expect(then.map((spell) => `${spell.source} ${spell.refused}`).sort()).toEqual(
            judged.sources
              .flatMap((each) => (each.refused ? [`${each.source} ${each.refused}`] : []))
              .sort(),
          );
        }
      }),
    );
  });
});
