import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import {
  forecastSubject,
  type ForecastInput,
} from '../../../server/domain/forecast/forecast-input.ts';
import { checkUndecided, readClaim } from '../../../server/domain/forecast/read-claim.ts';
import { readJudgement } from '../../../server/domain/forecast/read-judgement.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const DAY = 86_400_000;
const after = (ms: number) => new Date(NOON.getTime() + ms);
const MINT = 'DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263';

const anInput = (parts: Partial<ForecastInput> = {}): ForecastInput => ({
  ...{ symbol: 'SPY', claim: 'TARGET_FIRST', level: dec(105), stop: dec(95) },
  ...{ horizon: after(DAY), probability: 0.65, verdict: 'BUY', model: 'm1' },
  ...{ idempotencyKey: 'forecast-1' },
  ...parts,
});
const read = (parts: Partial<ForecastInput>, alwaysOpen = false) => {
  const input = anInput(parts);
  const claim = readClaim(input, forecastSubject(input.symbol), { now: NOON, alwaysOpen });
  return { ...claim, ...readJudgement(input) };
};
const fieldOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof Refusal ? error.detail.field : error;
  }
  return null;
};
const INSTANT = { claim: 'AT_INSTANT', side: 'AT_OR_ABOVE', stop: null } as const;
const CLOSE = { claim: 'AT_CLOSE', side: 'AT_OR_BELOW', stop: null, horizon: null } as const;

describe('a forecast is read', () => {
  it('with its probability in thousandths', () => {
    for (const [probability, permille] of [
      [0, 0],
      [1, 1000],
      [0.29, 290],
      [0.057, 57],
    ] as const)
      expect(read({ probability }).permille).toBe(permille);
  });

  it('with the regular close of its date as its horizon', () => {
    const { closeOn, horizon } = read({ ...CLOSE, closeOn: '2026-03-13' });
    expect([closeOn, horizon]).toEqual(['2026-03-13', new Date('2026-03-13T20:00:00Z')]);
  });

  it('of a ticker, a contract or a mint', () => {
    const kinds = ['SPY', 'SPY260327C00560000', MINT].map(
      (each) => forecastSubject(each).assetClass,
    );
    expect(kinds).toEqual(['EQUITY', 'OPTION', 'TOKEN']);
  });
});

it.each<[string, Partial<ForecastInput>]>([
  ['input.symbol', { symbol: 'not a symbol' }],
  ['input.level', { level: dec(0) }],
  ['input.stop', { stop: null }],
  ['input.stop', { stop: dec(105) }],
  ['input.stop', { stop: dec(-1) }],
  ['input.side', { side: 'AT_OR_ABOVE' }],
  ['input.side', { ...INSTANT, side: null }],
  ['input.stop', { ...INSTANT, stop: dec(95) }],
  ['input.closeOn', { closeOn: '2026-03-13' }],
  ['input.closeOn', { ...INSTANT, closeOn: '2026-03-13' }],
  ['input.horizon', { horizon: null }],
  ['input.horizon', { horizon: after(119_999) }],
  ['input.horizon', { horizon: after(14 * DAY + 1) }],
  ['input.horizon', { symbol: MINT, horizon: after(23 * 3_600_000 + 1) }],
  // At midnight in New York no source has a price.
  ['input.horizon', { ...INSTANT, horizon: new Date('2026-03-11T04:00:00Z') }],
  // The contract no longer trades.
  ['input.horizon', { symbol: 'SPY260311C00560000', horizon: new Date('2026-03-12T15:00:00Z') }],
  ['input.horizon', { ...CLOSE, closeOn: '2026-03-13', horizon: after(DAY) }],
  ['input.closeOn', { ...CLOSE }],
  ['input.closeOn', { ...CLOSE, closeOn: '2026-03-14' }],
  ['input.closeOn', { ...CLOSE, closeOn: '2026-03-09' }],
  ['input.closeOn', { ...CLOSE, closeOn: '2027-03-15' }],
  ['input.closeOn', { ...CLOSE, closeOn: '2026-02-30' }],
  ['input.claim', { ...CLOSE, symbol: MINT, closeOn: '2026-03-13' }],
  ['input.probability', { probability: 1.001 }],
  ['input.probability', { probability: -0.001 }],
  ['input.probability', { probability: 0.1234 }],
  ['input.probability', { probability: NaN }],
  ['input.model', { model: ' ' }],
  ['input.model', { model: 'm'.repeat(65) }],
  ['input.rationale', { rationale: 'r'.repeat(10_001) }],
])('a forecast is refused for its %s: %o', (field, parts) => {
  expect(fieldOf(() => read(parts))).toBe(field);
});

it('an instant may lie at any hour where prices come at any hour', () => {
  const night = { ...INSTANT, horizon: new Date('2026-03-11T04:00:00Z') };
  expect(fieldOf(() => read(night, true))).toBeNull();
});

it('a target or a stop that is reached already is no forecast', () => {
  const field = (price: number, level: number, stop: number) =>
    fieldOf(() => checkUndecided(read({ level: dec(level), stop: dec(stop) }), dec(price)));
  expect([field(105, 105, 95), field(95, 105, 95), field(100, 105, 95)]).toEqual([
    ...['input.level', 'input.stop', null],
  ]);
  expect([field(95, 95, 105), field(105, 95, 105), field(100, 95, 105)]).toEqual([
    ...['input.level', 'input.stop', null],
  ]);
});
