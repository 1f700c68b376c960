import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { optionContract } from '../../../server/domain/instrument/occ-symbol.ts';
import type { Instrument } from '../../../server/domain/instrument/instrument.ts';
import { buyingPower } from '../../../server/domain/matching/buying-power.ts';
import { CALL, submitted } from '../../support/fakes/option-market.ts';
import { entry, exits, close, VenueScene } from '../../support/desks/venue-scene.ts';

const PUT = optionContract({ ...CALL, right: 'PUT' });
const SPY: Instrument = { assetClass: 'EQUITY', symbol: 'SPY', underlying: 'SPY', multiplier: 1 };
describe('the simulated venue’s refusal', () => {
  const withFive = (): VenueScene => {
    const scene = new VenueScene();
    scene.submit('SINGLE', [entry(5)]);
    return scene.market('2.00', '2.10');
  };

  it.each<[string, (scene: VenueScene) => string, RegExp]>([
    ['more than held', (s) => s.submit('SINGLE', [close(6)]), /more than your current long/],
    [
      'more than other closing orders leave',
      (s) => {
        s.submit('OCO', exits(3));
        return s.submit('SINGLE', [close(3, '3.00')]);
      },
      /along with open orders/,
    ],
    [
      'against the position',
      (s) => s.submit('SINGLE', [submitted('ENTRY', 'SELL_TO_OPEN', 1)]),
      /against your current/,
    ],
    [
      'no such position',
      (s) => s.submit('SINGLE', [submitted('CLOSE', 'BUY_TO_CLOSE', 1)]),
      /unless you hold a short/,
    ],
    [
      'an uncovered call',
      (s) =>
        s.submit('SINGLE', [submitted('ENTRY', 'SELL_TO_OPEN', 1)], {
          on: optionContract({ ...CALL, root: null, strike: dec(570) }),
        }),
      /covered by 100 shares/,
    ],
    [
      'a put without its cash',
      (s) =>
        s.submit('SINGLE', [submitted('ENTRY', 'SELL_TO_OPEN', 1)], { on: PUT, deposits: 56_000 }),
      /buying power/,
    ],
    ['more than can be paid', (s) => s.submit('SINGLE', [entry(500)]), /buying power/],
    ['a price off its tick', (s) => s.submit('SINGLE', [entry(1, '2.105')]), /price increment/],
    ['a stop at the bid', (s) => s.submit('OCO', exits(5, '3.00', '2.00')), /less than the Bid/],
    [
      'exits of one kind',
      (s) => s.submit('OCO', [close(5, '3.00'), close(5, '4.00')]),
      /differ in type/,
    ],
    [
      'exits larger than the entry',
      (s) => s.submit('OTOCO', [entry(1), ...exits(2)]),
      /as large as the entry/,
    ],
    [
      'half contracts',
      (s) => s.submit('SINGLE', [submitted('ENTRY', 'BUY_TO_OPEN', 0.5)]),
      /whole number/,
    ],
    [
      'the fill model of tokens',
      (s) => s.submit('SINGLE', [entry(1)], { model: 'QUOTE' }),
      /tokens only/,
    ],
    [
      'shares sides for options',
      (s) => s.submit('SINGLE', [submitted('ENTRY', 'BUY', 1)]),
      /not valid/,
    ],
  ])('of %s', (_, act, words) => {
    const scene = withFive();
    const before = scene.state.positions;
    expect(act(scene)).toMatch(words);
    expect(scene.state.positions).toBe(before);
  });

  it('does not apply to calls covered by shares, which then cannot be sold', () => {
    const scene = new VenueScene(SPY);
    scene.submit('SINGLE', [submitted('ENTRY', 'BUY', 100, { limit: '500' })], {
      deposits: 60_000,
    });
    scene.market('499.99', '500');
    const short = submitted('ENTRY', 'SELL_TO_OPEN', 1, { limit: '2.00' });
    expect(scene.submit('SINGLE', [short], { on: CALL })).toMatch(/^\d+$/);
    expect(scene.submit('SINGLE', [short], { on: CALL })).toMatch(/covered/);
    expect(scene.submit('SINGLE', [submitted('CLOSE', 'SELL', 1)])).toMatch(/more than/);
  });

  it('does not apply to a short put with cash, which reserves its strike', () => {
    const scene = new VenueScene(PUT);
    const short = submitted('ENTRY', 'SELL_TO_OPEN', 1, { limit: '2.00' });
    expect(scene.submit('SINGLE', [short], { deposits: 57_000 })).toBe('1001');
    scene.market('2.00', '2.10');
    expect(scene.held).toBe('-1 for -200');
    expect(buyingPower(scene.state, dec(57_000)).toFixed()).toBe('1199.65');
    expect(scene.submit('SINGLE', [submitted('CLOSE', 'BUY_TO_CLOSE', 1)])).toBe('1002');
  });
});
