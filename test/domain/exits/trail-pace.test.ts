import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Quote } from '../../../server/domain/market/quote.ts';
import type { Trade, Trail } from '../../../server/domain/trade/trade.ts';
import { mayFollow, newBest } from '../../../server/domain/exits/follow-quote.ts';
import { isPaceSpent, TRAIL_PACE } from '../../../server/domain/exits/trail-pace.ts';
import { newTrail } from '../../../server/domain/trade/trail-stop.ts';
import { anOpenTrade, SPY_CALL } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const REGULAR = NOON;

function trailing(trail: Partial<Trail> = {}): Trade {
  const bracket = { stopLoss: dec(1), takeProfit: null, stopLimit: null };
  return anOpenTrade({ bracket, trail: { ...newTrail(dec(10), bracket), ...trail } });
}

describe('a quote that a trail may follow', () => {
  const quote = (parts: Partial<Quote> = {}, at = REGULAR): Quote =>
    ({
      ...{ assetClass: 'OPTION', symbol: SPY_CALL.symbol, bid: dec('2.00'), ask: dec('2.10') },
      ...{
        last: null,
        volume: null,
        source: 'test',
        sourceTime: at,
        receivedAt: at,
        delayed: false,
      },
      ...parts,
    }) as Quote;
  const long = {
    ...trailing(),
    venue: 'TRADIER_SANDBOX' as const,
    openedAt: new Date(REGULAR.getTime() - 60_000),
  };

  it('raises the best of a long by the bid, lowers that of a short by the ask', () => {
    expect(newBest(long, quote(), REGULAR)?.toFixed(2)).toBe('2.00');
    const short = { ...long, side: 'SELL_TO_OPEN' as const };
    expect(newBest(short, quote(), REGULAR)?.toFixed(2)).toBe('2.10');
    const known = { ...long, trail: { ...long.trail!, best: dec('2.00') } };
    expect(newBest(known, quote(), REGULAR)).toBeNull();
  });

  it.each([
    ['crossed', { bid: dec('2.20') }],
    ['locked', { bid: dec('2.10') }],
    ['without an ask', { ask: null }],
    ['with an ask of more than ten bids', { bid: dec('0.20') }],
    ['stale', { receivedAt: new Date(REGULAR.getTime() - 61_000) }],
    ['heard before the entry', { receivedAt: new Date(REGULAR.getTime() - 60_001), delayed: true }],
    ['of another contract', { symbol: 'SPY260327C00570000' }],
    ['of the share', { assetClass: 'EQUITY' }],
  ])('is never %s', (_, parts) => {
    expect(newBest(long, quote(parts as Partial<Quote>), REGULAR)).toBeNull();
  });

  it.each([
    ['before the open', '2026-03-10T13:29:59Z', false],
    ['in the first minute', '2026-03-10T13:30:59Z', false],
    ['after it', '2026-03-10T13:31:00Z', true],
    ['after the close', '2026-03-10T20:15:00Z', false],
    ['on a Sunday', '2026-03-08T16:00:00Z', false],
  ])('%s: %s %s', (_, time, may) => {
    const at = new Date(time);
    const early = { ...long, openedAt: new Date('2026-03-01T00:00:00Z') };
    expect(mayFollow(early, quote({}, at), at)).toBe(may);
    expect(mayFollow({ ...early, venue: 'SIMULATED' }, quote({}, at), at)).toBe(true);
  });

  it('is not one of the first minute that arrives late', () => {
    const at = new Date('2026-03-10T13:45:30Z');
    const early = { ...long, openedAt: new Date('2026-03-01T00:00:00Z') };
    const late = { sourceTime: new Date('2026-03-10T13:30:30Z'), delayed: true };
    expect(mayFollow(early, quote({ ...late }, at), at)).toBe(false);
  });
});

it('a trail’s pace is used up by as many moves per minute as it allows', () => {
  const asked = trailing({ asked: dec(1), askedAt: NOON });
  const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
  const many = Array.from({ length: TRAIL_PACE.movesPerMinute }, () => asked);
  expect(isPaceSpent(many, at(59))).toBe(true);
  expect(isPaceSpent(many, at(60))).toBe(false);
  expect(isPaceSpent(many.slice(1), at(59))).toBe(false);
});
