import { describe, expect, it } from 'vitest';
import { isTraded } from '../../../server/domain/instrument/contract-hours.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import { isOfFirstMinute, mayBePhantom } from '../../../server/domain/market/phantom.ts';
import { exitSignal } from '../../../server/domain/exits/exit-signal.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { AAPL, anOpenTrade, SPY_CALL } from '../../support/values/builders.ts';
import { optionQuote } from '../../support/fakes/option-market.ts';

const at = (time: string): Date => new Date(`2026-03-10T${time}Z`);
const price = (time: string, delayed = false) => ({
  ...{ receivedAt: at(time), sourceTime: null, source: 'tradier', delayed },
});

describe('a price that may be a phantom', () => {
  it.each([
    ['before the open', '13:29:59', false, true],
    ['in the first minute', '13:30:59', false, true],
    ['after it', '13:31:00', false, false],
    ['delayed, true before the open', '13:44:59', true, true],
    ['delayed, true in the first minute', '13:45:59', true, true],
    ['delayed, true after it', '13:46:00', true, false],
    ['while the option still trades', '20:14:59', false, false],
    ['after its end', '20:15:00', false, true],
  ])('%s: %s', (_, time, delayed, phantom) => {
    const marked = price(time, delayed);
    expect(mayBePhantom('TRADIER_SANDBOX', SPY_CALL, marked, at(time))).toBe(phantom);
    expect(mayBePhantom('SIMULATED', SPY_CALL, marked, at(time))).toBe(false);
  });

  it('is judged by when it is seen and when it was true, which a delayed source may state itself', () => {
    const phantom = (parts: object, time: string) =>
      mayBePhantom('TRADIER_SANDBOX', SPY_CALL, { ...price(time, true), ...parts }, at(time));
    expect(phantom({}, '20:16:00')).toBe(true);
    expect(phantom({}, '13:40:00')).toBe(true);
    expect(phantom({ sourceTime: at('13:32:00') }, '13:40:00')).toBe(false);
  });

  it.each([
    [price('13:30:00'), true],
    [price('13:31:00'), false],
    [price('13:45:30', true), true],
    [{ ...price('13:30:00'), source: 'simulated' }, false],
    [{ ...price('13:30:00'), receivedAt: null }, false],
  ])('is flagged when it is of the first minute: %o', (marked, flagged) => {
    expect(isOfFirstMinute(marked)).toBe(flagged);
  });

  it.each([
    ['09:30:30 at the venue', 'TRADIER_SANDBOX', '13:30:30', null],
    ['09:31:00 at the venue', 'TRADIER_SANDBOX', '13:31:00', 'STOP_LOSS'],
    ['09:00:00 at the venue', 'TRADIER_SANDBOX', '13:00:00', null],
    ['09:30:30 on the simulated market', 'SIMULATED', '13:30:30', 'STOP_LOSS'],
  ] as const)('triggers no stop at %s', (_, venue, time, signal) => {
    const bracket = { stopLoss: dec(1), takeProfit: null, stopLimit: null };
    const trade = anOpenTrade({ venue, bracket, protection: 'WATCHED' });
    const quote = optionQuote('0.90', '1.00', at(time));
    expect(exitSignal({ trade, orders: [] }, quote, at(time))).toBe(signal);
  });
});

const AM = parseOccSymbol('SPX260320C05600000')!;

describe('regular trading', () => {
  it.each([
    [
      'of an index’s or a broad fund’s options ends at 16:15',
      SPY_CALL,
      '2026-03-10T20:14:59Z',
      true,
    ],
    [
      'of other options at 16:00',
      { ...SPY_CALL, underlying: 'NVDA' },
      '2026-03-10T20:00:00Z',
      false,
    ],
    ['of the fund’s shares at 16:00', AAPL, '2026-03-10T20:00:00Z', false],
    [
      'of late options at 13:15 on a half-day',
      { ...SPY_CALL, expiration: '2026-12-18' },
      '2026-11-27T18:14:59Z',
      true,
    ],
    ['and not later', { ...SPY_CALL, expiration: '2026-12-18' }, '2026-11-27T18:15:00Z', false],
    [
      'of a contract ends at 16:00 of its expiration',
      SPY_CALL,
      `${SPY_CALL.expiration}T20:00:00Z`,
      false,
    ],
    [
      'of one that the opening settles at 16:15 of the day before',
      AM,
      '2026-03-19T20:14:59Z',
      true,
    ],
    ['and never begins on its expiration', AM, '2026-03-20T15:00:00Z', false],
    ['on a holiday never begins', SPY_CALL, '2026-04-03T15:00:00Z', false],
  ] as const)('%s', (_, instrument, instant, traded) => {
    expect(isTraded(instrument, new Date(instant))).toBe(traded);
  });
});
