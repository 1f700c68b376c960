import { afterEach, beforeEach, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
let ada: string;
beforeEach(async () => {
  desk = await simulatedDesk();
  ada = await desk.api.signUp('ada');
});
afterEach(() => desk.close());

interface Filled {
  readonly status: string;
  readonly version: number;
  readonly fillModel: string;
  readonly fillModelVersion: string;
  readonly exitPrice: string | null;
  readonly mark: { readonly bid: string; readonly mid: string };
}

async function choose(model: string): Promise<void> {
  const { settings } = await desk.ask<{ settings: { version: number } }>(
    ada,
    '{ settings { version } }',
  );
  const input = { expectedVersion: settings.version, fillModel: model };
  const change = 'mutation($i: UpdateSettingsInput!) { updateSettings(input: $i) { fillModel } }';
  await desk.ask(ada, change, { i: input });
}

async function tradeOf(id: string): Promise<Filled> {
  const query = `query($id: ID!) { trade(id: $id) { status version fillModel fillModelVersion
    feeSchedule exitPrice mark { bid mid } } }`;
  return (await desk.ask<{ trade: Filled }>(ada, query, { id })).trade;
}

async function close(id: string, terms: object): Promise<Filled> {
  const { version: expectedVersion } = await tradeOf(id);
  const idempotencyKey = `close-at-version-${expectedVersion}`;
  const input = { id, expectedVersion, idempotencyKey, ...terms };
  await desk.ask(ada, 'mutation($i: CloseTradeInput!) { closeTrade(input: $i) { id } }', {
    i: input,
  });
  return tradeOf(id);
}

it.each(['TOUCH', 'MID', 'CROSS', 'ORATS', 'INSTANT'])(
  'a trade names its fill model, the model’s version and its fee schedule: %s',
  async (model) => {
    await choose(model);
    const { id } = await desk.buyCall(ada);
    const named = {
      ...{ status: 'OPEN', fillModel: model, fillModelVersion: `${model} v1` },
      feeSchedule: 'RETAIL v1',
    };
    expect(await tradeOf(id)).toMatchObject(named);
  },
);

it('a trade keeps its model to its end, whatever is chosen since', async () => {
  await choose('MID');
  const { id } = await desk.buyCall(ada);
  await choose('INSTANT');
  const { mark } = await tradeOf(id);
  const far = dec(mark.mid).times('1.1').times(20).ceil().div(20).toFixed(2);
  const rests = await close(id, { orderType: 'LIMIT', limitPrice: far });
  expect(rests).toMatchObject({ status: 'CLOSING', fillModelVersion: 'MID v1', exitPrice: null });
  const other = await desk.buyCall(ada);
  expect(await tradeOf(other.id)).toMatchObject({ fillModelVersion: 'INSTANT v1' });
});
