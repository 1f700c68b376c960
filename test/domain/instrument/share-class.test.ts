import { describe, expect, it } from 'vitest';
import { NEW_USER_SETTINGS } from '../../../server/domain/account/settings.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { Equity } from '../../../server/domain/instrument/instrument.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import { classTicker, isSameCompany } from '../../../server/domain/instrument/share-class.ts';
import { symbolForms } from '../../../server/domain/instrument/symbol-forms.ts';
import { limitUse } from '../../../server/domain/risk/limit-use.ts';
import { parseInstrument } from '../../../server/domain/ticket/parse-instrument.ts';
import { aTrade } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const share = (symbol: string): Equity => {
  return { assetClass: 'EQUITY', symbol, underlying: symbol, multiplier: 1 };
};

describe('a share class', () => {
  it.each([
    ['BRK.B', 'BRK/B'],
    ['brk.b', 'BRK/B'],
    ['BRK-B', 'BRK/B'],
    ['BF.B', 'BF/B'],
    ['LEN/B', 'LEN/B'],
    ['hei.a', 'HEI/A'],
    ['MOG.A', 'MOG/A'],
    ['BAC.PRL', 'BAC/PRL'],
    ['NFLX', 'NFLX'],
    ['BRKB', 'BRKB'],
    ['SPY260327C00560000', 'SPY260327C00560000'],
  ])('%s is requested as %s', (typed, ticker) => {
    expect(classTicker(typed)).toBe(ticker);
  });

  it.each([
    ['BRK.B', 'BRK/B', true],
    ['BRKB', 'brk.b', true],
    ['BF/B', 'BFB', true],
    ['NFLX', 'NFL/X', true],
    ['BRK.A', 'BRK.B', false],
    ['BF/B', 'BF/A', false],
    ['SPY', 'SPX', false],
  ])('%s and %s are one company: %s', (one, other, same) => {
    expect(isSameCompany(one, other)).toBe(same);
  });

  it('is one instrument, however a ticket spells it', () => {
    const input = { mode: 'PAPER', idempotencyKey: 'test-key' } as const;
    for (const symbol of ['BRK.B', 'BRK/B', ' brk.b ']) {
      const read = parseInstrument({ ...input, ...ORDER, equity: { symbol } }, NOON, null);
      expect(read).toEqual(share('BRK/B'));
      const option = { underlying: symbol, expiration: '2026-03-27', strike: dec(500) } as const;
      const call = parseInstrument(
        { ...input, ...ORDER, option: { ...option, right: 'CALL' } },
        NOON,
        null,
      );
      expect(call).toEqual(parseOccSymbol('BRKB260327C00500000'));
    }
  });

  it('counts once in the limit per underlying, with stored symbols unchanged', () => {
    const trades = ['BRK.B', 'BRK/B', 'SPY'].map((symbol) => ({
      trade: aTrade({ instrument: share(symbol) }),
      orders: [],
    }));
    const bfb = {
      trade: aTrade({ instrument: parseOccSymbol('BRKB260327C00500000')! }),
      orders: [],
    };
    const limits = [NEW_USER_SETTINGS.limits];
    const uses = limitUse({
      limits,
      activeTrades: [...trades, bfb],
      placedToday: 0,
      netToday: dec(0),
      drawdown: null,
      streak: { losses: 0, until: null, limit: null },
    });
    const use = uses.find(({ rule }) => rule === 'MAX_PER_UNDERLYING');
    expect([use?.used?.toFixed(), use?.subject]).toEqual(['3', 'BRKB']);
  });
});

it.each([
  ['spy260327c00560000', 'SPY260327C00560000'],
  ['AAPL  250117C00190000', 'AAPL250117C00190000'],
  ['brk.b', 'BRK/B BRK.B BRK-B BRKB'],
  ['spy', 'SPY'],
  ['EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v'],
])('%s may be stored as %s', (typed, forms) => {
  expect(symbolForms(typed).join(' ')).toBe(forms);
});

const ORDER = { side: 'BUY', quantity: dec(1), orderType: 'MARKET', timeInForce: 'DAY' } as const;
