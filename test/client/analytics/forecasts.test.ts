import { expect, it } from 'vitest';
import {
  asAi,
  chance,
  claimWords,
  evidenceWords,
  isEmpty,
  type ForecastRow,
  type Score,
} from '../../../client/analytics/forecasts.ts';
import { calibrationVerdict, FORECASTS } from '../../../client/analytics/calibration.ts';

const ZONE = 'America/New_York';
const row = (parts: Partial<ForecastRow> = {}): ForecastRow => ({
  ...{ id: 'f1', symbol: 'SPY', assetClass: 'EQUITY', venue: 'SIMULATED', claim: 'TARGET_FIRST' },
  ...{ side: null, level: '105', stop: '95', closeOn: null, horizon: '2026-11-18T19:42:00Z' },
  ...{ probability: 0.655, verdict: 'BUY', model: 'm1', promptVersion: null, rationale: null },
  ...{ recordedAt: '2026-11-18T15:00:00Z', recordedBy: 'user:ada', price: '100' },
  ...{ priceSource: 'simulated', priceAgeSeconds: 3, priceDelayed: false, status: 'OPEN' },
  ...{ settledAt: null, decidedPrice: null, decidedAt: null, decidedBy: null, bars: null },
  ...{ reason: null, ...parts },
});
const NONE = { value: null, low: null, high: null, n: 0 };
const score = (parts: Partial<Score> = {}): Score => ({
  ...{ open: 0, n: 0, voids: 0, brier: NONE, baseRate: NONE, baseBrier: null, lift: null },
  ...{ calibration: [], models: [], ...parts },
});

it('a claim is said with its prices and its time', () => {
  const close = {
    claim: 'AT_CLOSE',
    side: 'AT_OR_BELOW',
    stop: null,
    closeOn: '2026-11-20',
  } as const;
  const instant = { claim: 'AT_INSTANT', side: 'AT_OR_ABOVE', stop: null } as const;
  expect([row(), row(close), row(instant)].map((each) => claimWords(each, ZONE))).toEqual([
    'reaches 105.00 before 95.00 by 18 Nov 14:42',
    'closes at or below 105.00 on 20 Nov 2026',
    'is at or above 105.00 at 18 Nov 14:42',
  ]);
  expect([0.655, 0.5, 1, 0.001].map(chance)).toEqual(['65.5%', '50%', '100%', '0.1%']);
});

it('what decided a forecast is said, and why nothing did', () => {
  const decided = { decidedPrice: '95', decidedAt: '2026-11-18T16:00:00Z', bars: 60 };
  const came = {
    ...decided,
    status: 'CAME_FALSE',
    decidedBy: 'one-minute bars of simulated',
  } as const;
  expect(evidenceWords(row(came), ZONE)).toBe(
    '95.00 at 18 Nov 11:00, by one-minute bars of simulated, 60 looked at.',
  );
  expect(evidenceWords(row(), ZONE)).toBe('Not settled yet.');
  expect(evidenceWords(row({ status: 'VOID', reason: 'Nobody told.' }), ZONE)).toBe('Nobody told.');
});

it('scores are judged like those of trades, and void ones alone are not nothing', () => {
  const few = score({ n: 12, brier: { ...NONE, value: 0.2, n: 12 } });
  expect(calibrationVerdict(asAi(few), FORECASTS.predictions)).toBe(
    'Too early to say: 12 settled forecasts, needs 30.',
  );
  expect([score(), score({ voids: 1 }), score({ open: 1 })].map(isEmpty)).toEqual([
    true,
    false,
    false,
  ]);
});
