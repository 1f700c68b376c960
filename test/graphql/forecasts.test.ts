import { afterAll, beforeAll, expect, it } from 'vitest';
import { LimitedUser } from '../support/desks/limited-user.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
let user: LimitedUser;
beforeAll(async () => {
  desk = await simulatedDesk();
  user = await LimitedUser.signUp(desk);
});
afterAll(() => desk.close());

const RECORD = 'mutation($input: RecordForecastInput!) { recordForecast(input: $input) { id } }';
const input = (key: string, parts: object = {}) => ({
  ...{ symbol: 'SPY', claim: 'AT_CLOSE', side: 'AT_OR_ABOVE', level: '1', closeOn: '2026-03-10' },
  ...{ probability: 0.25, verdict: 'AVOID', model: 'outlook', idempotencyKey: `forecast-${key}` },
  ...parts,
});
const WHOLE = `{ id mode symbol assetClass venue simulated claim side level stop closeOn horizon probability verdict
  model promptVersion rationale recordedAt recordedBy price bid ask priceSource priceAgeSeconds priceDelayed status
  settledAt decidedPrice decidedAt decidedBy bars reason }`;

it('a forecast is recorded, read, settled by the official close and scored', async () => {
  const { recordForecast } = await user.ask<{ recordForecast: { id: string } }>(RECORD, {
    input: input('close', { rationale: 'Earnings.', promptVersion: 'v2' }),
  });
  const one = () =>
    user.ask<{ forecast: Record<string, unknown> }>(
      `query($id: ID!) { forecast(id: $id) ${WHOLE} }`,
      { id: recordForecast.id },
    );
  const { forecast } = await one();
  expect(forecast).toMatchObject({
    ...{ mode: 'PAPER', symbol: 'SPY', assetClass: 'EQUITY', venue: 'SIMULATED', simulated: true },
    ...{ claim: 'AT_CLOSE', side: 'AT_OR_ABOVE', level: '1', stop: null, closeOn: '2026-03-10' },
    ...{ horizon: '2026-03-10T20:00:00.000Z', probability: 0.25, verdict: 'AVOID' },
    ...{ model: 'outlook', promptVersion: 'v2', rationale: 'Earnings.', status: 'OPEN' },
    ...{ priceSource: 'simulated', priceDelayed: false, settledAt: null, decidedPrice: null },
  });
  expect(forecast.priceAgeSeconds).toBeGreaterThanOrEqual(0);
  const [bid, price, ask] = [forecast.bid, forecast.price, forecast.ask].map(Number);
  expect(price).toBeCloseTo((bid! + ask!) / 2, 9);
  desk.clock.set(new Date('2026-03-10T20:03:00Z'));
  await desk.forecasts.settle.execute();
  const settled = (await one()).forecast;
  expect(settled).toMatchObject({
    ...{ status: 'CAME_TRUE', decidedAt: '2026-03-10T20:00:00.000Z', decidedBy: 'simulated' },
    ...{ settledAt: '2026-03-10T20:03:00.000Z', bars: null, reason: null, price: forecast.price },
  });
  const { forecastStats, forecasts } = await user.ask<{ forecastStats: object; forecasts: object }>(
    `{ forecastStats(simulated: true) { simulated open n voids lift baseBrier brier { value low high n }
         baseRate { value n } models { model n } calibration { bucket n predicted observed } }
       forecasts(filter: { symbol: "SPY", status: CAME_TRUE }) { totalCount nodes { id } } }`,
  );
  expect(forecasts).toEqual({ totalCount: 1, nodes: [{ id: recordForecast.id }] });
  expect(forecastStats).toMatchObject({
    ...{ simulated: true, open: 0, n: 1, voids: 0, lift: null, baseBrier: 0 },
    ...{ brier: { value: 0.5625, low: null, high: null, n: 1 }, baseRate: { value: 1, n: 1 } },
    models: [{ model: 'outlook', n: 1 }],
  });
  const { calibration } = forecastStats as { calibration: readonly object[] };
  expect(calibration[2]).toEqual({ bucket: '0.2–0.3', n: 1, predicted: 0.25, observed: 1 });
});

it('a wrong field is named, and the refusal is in the log', async () => {
  const refused = await desk.api.ask(RECORD, {
    token: user.token,
    variables: { input: input('wrong', { closeOn: '2026-03-14' }) },
  });
  expect([refused.code, refused.errors[0]?.extensions]).toMatchObject([
    'BAD_USER_INPUT',
    { field: 'input.closeOn' },
  ]);
  const { auditLog } = await user.ask<{ auditLog: object }>(
    '{ auditLog(mode: PAPER, first: 1) { nodes { action detail } } }',
  );
  expect(auditLog).toMatchObject({
    nodes: [{ action: 'RECORD_FORECAST_REFUSED', detail: { field: 'input.closeOn' } }],
  });
});

it('an unknown forecast is null', async () => {
  expect(await user.ask('{ forecast(id: "forecast_none") { id } }')).toEqual({ forecast: null });
});
