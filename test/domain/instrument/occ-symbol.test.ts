import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../server/domain/calendar/calendar-date.ts';
import { dec } from '../../../server/domain/decimal.ts';
import {
  formatOccSymbol,
  isAdjustedRoot,
  optionContract,
  parseOccSymbol,
} from '../../../server/domain/instrument/occ-symbol.ts';

const say = (text: string): string => {
  const contract = parseOccSymbol(text);
  if (!contract) return 'no contract';
  const { symbol, root, underlying, expiration, strike, right, multiplier } = contract;
  return `${symbol}: ${root} on ${underlying} ${expiration} ${strike.toFixed()} ${right} x${multiplier}`;
};

describe('an OCC symbol', () => {
  it.each([
    ['SPY260327C00560000', 'SPY260327C00560000: SPY on SPY 2026-03-27 560 CALL x100'],
    ['spy260327p00560500', 'SPY260327P00560500: SPY on SPY 2026-03-27 560.5 PUT x100'],
    ['AAPL  250117C00190000', 'AAPL250117C00190000: AAPL on AAPL 2025-01-17 190 CALL x100'],
    ['F     240229P00000001', 'F240229P00000001: F on F 2024-02-29 0.001 PUT x100'],
    [
      'GOOGL1280619P99999999',
      'GOOGL1280619P99999999: GOOGL1 on GOOGL 2028-06-19 99999.999 PUT x100',
    ],
    ['AAPL7 140613P00645000', 'AAPL7140613P00645000: AAPL7 on AAPL 2014-06-13 645 PUT x100'],
    ['AAPL7140613P00645000', 'AAPL7140613P00645000: AAPL7 on AAPL 2014-06-13 645 PUT x100'],
    ['SPXW261016C06000000', 'SPXW261016C06000000: SPXW on SPX 2026-10-16 6000 CALL x100'],
    ['RUTW261016C02000000', 'RUTW261016C02000000: RUTW on RUT 2026-10-16 2000 CALL x100'],
    ['NDXP261016C20000000', 'NDXP261016C20000000: NDXP on NDX 2026-10-16 20000 CALL x100'],
    ['VIXW261014C00022500', 'VIXW261014C00022500: VIXW on VIX 2026-10-14 22.5 CALL x100'],
    ['BRKB260116C00500000', 'BRKB260116C00500000: BRKB on BRK/B 2026-01-16 500 CALL x100'],
    ['BRKB1260116C00500000', 'BRKB1260116C00500000: BRKB1 on BRK/B 2026-01-16 500 CALL x100'],
  ])('%s has these terms', (text, terms) => {
    expect(say(text)).toBe(terms);
  });

  it.each([
    ['a ticker', 'SPY'],
    ['nothing', ''],
    ['February 29 of a common year', 'SPY250229C00560000'],
    ['February 30', 'SPY240230C00560000'],
    ['month 13', 'SPY261301C00560000'],
    ['day 0', 'SPY260300C00560000'],
    ['a strike of 0', 'SPY260327C00000000'],
    ['neither call nor put', 'SPY260327X00560000'],
    ['seven digits of strike', 'SPY260327C0560000'],
    ['nine digits of strike', 'SPY260327C005600000'],
    ['no root', '260327C00560000'],
    ['seven letters of root', 'ABCDEFG260327C00560000'],
    ['a digit inside the root', 'A1PL260327C00560000'],
    ['padding to the wrong width', 'SPY  260327C00560000'],
    ['padding inside the root', 'S PY  260327C0056000'],
    ['padding before the root', '   SPY260327C00560000'],
    ['a trailing line break', 'SPY260327C00560000\n'],
    ['a mint address', 'So11111111111111111111111111111111111111112'],
  ])('is not %s', (_, text) => {
    expect(parseOccSymbol(text)).toBeNull();
  });

  it('is written from an underlying or from a root', () => {
    const terms = { expiration: '2026-01-16', strike: dec('12.5'), right: 'PUT' } as const;
    expect(formatOccSymbol({ ...terms, underlying: 'BRK/B' })).toBe('BRKB260116P00012500');
    expect(formatOccSymbol({ ...terms, underlying: 'SPX' })).toBe('SPX260116P00012500');
    expect(formatOccSymbol({ ...terms, underlying: 'SPX', root: 'SPXW' })).toBe(
      'SPXW260116P00012500',
    );
    expect(optionContract({ ...terms, underlying: 'SPX', root: 'spxw' })).toEqual(
      parseOccSymbol('SPXW260116P00012500'),
    );
  });

  it.each([
    ['a third Friday', 'SPX', '2026-01-16', 'SPX'],
    ['a Friday after it', 'SPX', '2026-01-23', 'SPXW'],
    ['a Friday before it', 'SPX', '2026-01-09', 'SPXW'],
    ['a first day of a month that is a Friday', 'SPX', '2026-05-01', 'SPXW'],
    ['a third Friday of such a month', 'SPX', '2026-05-15', 'SPX'],
    ['a Monday', 'SPX', '2026-01-12', 'SPXW'],
    ['an end of a month', 'SPX', '2026-03-31', 'SPXW'],
    ['the day before Juneteenth on a third Friday', 'SPX', '2026-06-18', 'SPX'],
    ['the day before Good Friday on a third Friday', 'SPX', '2025-04-17', 'SPX'],
    ['the Thursday before a third Friday', 'SPX', '2026-01-15', 'SPXW'],
    ['a third Friday', 'NDX', '2026-01-16', 'NDX'],
    ['a Friday after it', 'NDX', '2026-01-23', 'NDXP'],
    ['a third Friday', 'RUT', '2026-01-16', 'RUT'],
    ['a Friday after it', 'RUT', '2026-01-23', 'RUTW'],
    ['30 days before the third Friday of February', 'VIX', '2026-01-21', 'VIX'],
    ['30 days before the eve of Good Friday', 'VIX', '2025-03-18', 'VIX'],
    ['another Wednesday', 'VIX', '2026-01-28', 'VIXW'],
    ['any day', 'XSP', '2026-01-23', 'XSP'],
    ['any day', 'SPY', '2026-01-23', 'SPY'],
  ])('expiring on %s for %s, %s, belongs to the listed series: %s', (_, ...said) => {
    const [underlying, expiration, root] = said;
    const terms = { expiration, strike: dec(500), right: 'CALL' } as const;
    const contract = optionContract({ ...terms, underlying });
    expect(contract).toMatchObject({ root, underlying });
    expect(contract).toEqual(parseOccSymbol(contract.symbol));
    expect(optionContract({ ...terms, underlying: root })).toEqual(contract);
  });

  it.each([
    ['a strike between thousandths', { strike: dec('10.0005') }],
    ['a strike of 0', { strike: dec(0) }],
    ['a negative strike', { strike: dec(-5) }],
    ['a strike of 100000', { strike: dec(100_000) }],
    ['a strike that is not a number', { strike: dec(NaN) }],
    ['a day that does not exist', { expiration: '2026-02-29' }],
    ['a day of another century', { expiration: '1999-01-15' }],
    ['a root of seven letters', { underlying: 'ABCDEFG' }],
    ['an empty root', { underlying: '' }],
  ])('cannot express %s', (_, change) => {
    const terms = { underlying: 'SPY', expiration: '2026-03-27', strike: dec(560) };
    expect(() => formatOccSymbol({ ...terms, right: 'CALL', ...change })).toThrow(RangeError);
  });

  it('survives a round trip, whatever the terms', () => {
    const root = fc.stringMatching(/^[A-Z]{1,5}[1-9]?$/);
    const day = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('2000-01-01', days));
    const strike = fc.integer({ min: 1, max: 99_999_999 }).map((n) => dec(n).div(1000));
    const right = fc.constantFrom('CALL' as const, 'PUT' as const);
    fc.assert(
      fc.property(root, day, strike, right, (root, expiration, strike, right) => {
        const symbol = formatOccSymbol({ root, expiration, strike, right });
        const contract = parseOccSymbol(symbol)!;
        expect(contract).toMatchObject({ symbol, root, expiration, right });
        expect(contract.strike.eq(strike)).toBe(true);
        expect(formatOccSymbol(contract)).toBe(symbol);
        const padded = root.padEnd(6) + symbol.slice(root.length);
        expect(parseOccSymbol(padded)).toEqual(contract);
      }),
      { numRuns: 500 },
    );
  });

  it('marks an adjusted root by its last digit', () => {
    expect([isAdjustedRoot('AAPL7'), isAdjustedRoot('AAPL'), isAdjustedRoot('SPXW')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
