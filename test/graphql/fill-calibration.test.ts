import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';
import { Strategist } from '../support/servers/strategist.ts';
import { minutesCsv } from '../support/values/minutes-csv.ts';
import { keepVenueTrades } from '../support/values/venue-trades.ts';

const START = Date.parse('2026-03-02T14:30:00Z');
const VERSION = 'CALIBRATED v1 buys 62% sells 40%';
const CHANGE = `mutation($i: UpdateSettingsInput!) {
  updateSettings(input: $i) { version fillModel fillModelVersion } }`;

let desk: SimulatedDesk;
let ada: string;
let bob: string;

beforeAll(async () => {
  desk = await simulatedDesk();
  [ada, bob] = [await desk.api.signUp('ada'), await desk.api.signUp('bob')];
  await keepVenueTrades(desk.book, 50, { buys: 62, sells: 40 });
});
afterAll(() => desk.close());

async function choose(token: string, fillModel: string) {
  const { settings } = await desk.ask<{ settings: { version: number } }>(
    token,
    '{ settings { version } }',
  );
  const i = { expectedVersion: settings.version, fillModel };
  return desk.api.ask(CHANGE, { token, variables: { i } });
}

interface Filled {
  readonly fillModelVersion: string;
  readonly entryPrice: string;
  readonly exitPrice: string | null;
  readonly mark: { readonly bid: string; readonly ask: string };
}

async function tradeOf(id: string): Promise<Filled & { readonly version: number }> {
  const query = `query($id: ID!) { trade(id: $id) {
    version fillModelVersion entryPrice exitPrice mark { bid ask } } }`;
  return (await desk.ask<{ trade: Filled & { version: number } }>(ada, query, { id })).trade;
}

describe('the error of each fill model', () => {
  it('is told by the API, in cents and as a share of the spread, all and in parts', async () => {
    const { fillErrors } = await desk.ask<{ fillErrors: readonly object[] }>(
      ada,
      `{ fillErrors(mode: PAPER) { model version dimension key refused
        cents { value n } ofSpread { value n } bySpread { spread cents { n } } } }`,
    );
    const calibrated = { cents: { value: 0, n: 40 }, ofSpread: { value: 0, n: 40 } };
    expect(rounded(fillErrors[0])).toEqual({
      ...{ model: 'TOUCH', version: 'TOUCH v1', dimension: null, key: null, refused: 0 },
      ...{ cents: { value: 9.8, n: 100 }, ofSpread: { value: 0.49, n: 100 } },
      bySpread: [{ spread: '10–20%', cents: { n: 100 } }],
    });
    expect(rounded(fillErrors[5])).toMatchObject({ version: VERSION, ...calibrated });
    const parts = fillErrors.slice(6).map((row) => (row as { dimension: string }).dimension);
    expect([...new Set(parts)]).toEqual(['HOUR', 'DTE']);
  });
});

describe('CALIBRATED', () => {
  it('is refused with the field and the reason to whom it is not offered', async () => {
    const { errors } = await choose(bob, 'CALIBRATED');
    expect(errors[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: 'input.fillModel' },
    });
    expect(errors[0]!.message).toContain('Not enough data: a fit needs 30 earlier buys');
    const { fillCalibration } = await desk.ask<{ fillCalibration: object }>(
      bob,
      '{ fillCalibration { offered why version earlier } }',
    );
    expect(fillCalibration).toMatchObject({ offered: false, version: null, earlier: 0 });
  });

  it('is offered with its n and what it beats', async () => {
    const { fillCalibration } = await desk.ask<{ fillCalibration: object }>(
      ada,
      `{ fillCalibration { mode offered why version buys sells earlier later laterFills
        rivals { model beaten refuses closer { n } } } }`,
    );
    const beaten = { beaten: true, refuses: false, closer: { n: 40 } };
    expect(fillCalibration).toEqual({
      ...{ mode: 'PAPER', offered: true, why: null, version: VERSION, buys: 62, sells: 40 },
      ...{ earlier: 60, later: 40, laterFills: 40 },
      rivals: ['TOUCH', 'MID', 'CROSS', 'ORATS', 'INSTANT'].map((model) => ({ model, ...beaten })),
    });
  });

  it('fills paper orders by its fit, and a trade keeps the one that it was placed with', async () => {
    const { data } = await choose(ada, 'CALIBRATED');
    expect(data).toMatchObject({ updateSettings: { fillModelVersion: VERSION } });
    const { id } = await desk.buyCall(ada, { bracket: {} });
    const { mark, entryPrice, version, ...opened } = await tradeOf(id);
    const shareOf = (price: string, near: 'bid' | 'ask') =>
      dec(price).minus(mark[near]).abs().div(dec(mark.ask).minus(mark.bid)).toFixed(2);
    expect([opened.fillModelVersion, shareOf(entryPrice, 'bid')]).toEqual([VERSION, '0.62']);

    await choose(ada, 'MID');
    const i = {
      id,
      expectedVersion: version,
      idempotencyKey: 'close-it-by-its-fit',
      orderType: 'MARKET',
    };
    await desk.ask(ada, 'mutation($i: CloseTradeInput!) { closeTrade(input: $i) { id } }', { i });
    const closed = await tradeOf(id);
    expect([closed.fillModelVersion, shareOf(closed.exitPrice!, 'ask')]).toEqual([VERSION, '0.40']);
  });

  it('is the model of a backtest with its fit stored, and refused by its field where it is not offered', async () => {
    const asked = async (token: string) => {
      const trader = await Strategist.at(desk.api, token);
      await trader.import('days', minutesCsv(START, 60), 'ONE_MINUTE');
      const parameters = { fast: 3, slow: 8 };
      const strategyId = await trader.save({ name: 'cross', kind: 'sma-cross', parameters });
      const input = {
        strategyId,
        dataSet: 'days',
        ...trader.span(START, 60),
        fillModel: 'CALIBRATED',
      };
      const run = 'mutation($i: BacktestInput!) { runBacktest(input: $i) { input } }';
      return desk.api.ask(run, { token, variables: { i: input } });
    };
    const { data } = await asked(ada);
    const fit = { fillModel: 'CALIBRATED', fillFit: { buys: 62, sells: 40 } };
    expect(data).toMatchObject({ runBacktest: { input: fit } });
    const { errors } = await asked(bob);
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'fillModel' } });
  });
});

/** The row with its numbers rounded to six decimals. */
function rounded(row: unknown): unknown {
  return JSON.parse(JSON.stringify(row), (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
  );
}
