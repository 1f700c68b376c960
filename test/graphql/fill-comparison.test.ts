import { afterAll, beforeAll, expect, it } from 'vitest';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
let ada: string;
beforeAll(async () => {
  desk = await simulatedDesk();
  ada = await desk.api.signUp('ada');
});
afterAll(() => desk.close());

interface Model {
  readonly version: string;
  readonly entryPrice: string;
  readonly difference: string;
}

it('the comparison shows what each fill model would have made of the same order', async () => {
  const { id } = await desk.buyCall(ada);
  const { trade } = await desk.ask<{
    trade: {
      entryPrice: string;
      review: null;
      fillComparison: {
        fills: number;
        measured: number;
        bid: string;
        ask: string;
        models: Model[];
      };
    };
  }>(
    ada,
    `{ trade(id: "${id}") { entryPrice review { note } fillComparison { fills measured bid ask
      models { model version entryPrice toMid difference } } } }`,
  );
  const { bid, ask, models, ...counted } = trade.fillComparison;
  expect([counted, trade.review]).toEqual([{ fills: 1, measured: 1 }, null]);
  expect(models.map(({ version }) => version)).toEqual(
    ['TOUCH', 'MID', 'CROSS', 'ORATS', 'INSTANT'].map((name) => `${name} v1`),
  );
  const [touch, mid] = models;
  expect([touch?.entryPrice, touch?.difference]).toEqual([trade.entryPrice, '0']);
  expect(Number(mid?.entryPrice)).toBeCloseTo((Number(bid) + Number(ask)) / 2, 9);
});
