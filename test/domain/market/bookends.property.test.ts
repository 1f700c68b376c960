import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bookendsBetween, mayBookendsBeDue } from '../../../server/domain/market/bookends.ts';
import type { Instrument } from '../../../server/domain/instrument/instrument.ts';
import { AAPL, SPY_CALL } from '../../support/values/builders.ts';

const MINUTE_MS = 60_000;
/** An option that trades late, one that expires in these weeks, one that stops with its shares, and shares. */
const INSTRUMENTS: readonly Instrument[] = [
  SPY_CALL,
  { ...SPY_CALL, symbol: 'SPY261127C00560000', expiration: '2026-11-27' },
  {
    ...SPY_CALL,
    symbol: 'AAPL261218C00200000',
    underlying: 'AAPL',
    root: 'AAPL',
    expiration: '2026-12-18',
  },
  AAPL,
];
/** Minutes of the weeks around a half-day, and around a change of the clocks. */
const instants = fc
  .tuple(fc.constantFrom('2026-11-23T00:00:00Z', '2026-03-05T00:00:00Z'), fc.nat(8 * 24 * 60))
  .map(([from, minutes]) => new Date(Date.parse(from) + minutes * MINUTE_MS));

it('wherever an instrument has a bookend that is due, one may be due', () => {
  let found = 0;
  fc.assert(
    fc.property(
      instants,
      fc.oneof(fc.nat(2), fc.nat(4_000)),
      fc.constantFrom(...INSTRUMENTS),
      (since, minutes, instrument) => {
        const now = new Date(since.getTime() + minutes * MINUTE_MS);
        if (bookendsBetween(instrument, since, now).length === 0) return;
        found += 1;
        expect(mayBookendsBeDue(since, now)).toBe(true);
      },
    ),
    { numRuns: 3_000 },
  );
  expect(found).toBeGreaterThan(300);
});

it.each([
  ['2026-03-10T13:20:00Z', false],
  ['2026-03-10T13:25:00Z', true],
  ['2026-03-10T13:30:00Z', false],
  ['2026-03-10T20:04:00Z', false],
  ['2026-03-10T20:05:00Z', true],
  ['2026-03-10T20:49:00Z', true],
  ['2026-03-10T20:50:00Z', false],
  ['2026-11-27T18:05:00Z', true],
  ['2026-11-27T21:05:00Z', false],
  ['2026-03-08T20:05:00Z', false],
])('at %s one may be due: %s', (at, may) => {
  expect(mayBookendsBeDue(new Date(at), new Date(at))).toBe(may);
});
