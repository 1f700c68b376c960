import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../server/adapters/database/sql/open-database.ts';
import { LiveDesk } from '../support/desks/live-desk.ts';
import { serverDatabases } from '../support/servers/server-databases.ts';
import { SPY_CALL } from '../support/values/builders.ts';
import { until } from '../support/values/until.ts';
import type { TradierEmulator } from '../venues/tradier-emulator.ts';

const SAVE = 'mutation($i: StrategyInput!) { saveStrategy(input: $i) { id } }';
const START = 'mutation($id: ID!) { startStrategy(id: $id, mode: REAL) { id } }';
const RUNS = `query($id: ID!) { strategy(id: $id) { stage runs { mode status } } }`;
const DEMOTE = 'mutation($id: ID!) { demoteStrategy(id: $id, expectedVersion: 1) { stage } }';
const LOG = '{ auditLog(mode: PAPER, first: 9) { nodes { action detail } } }';
const CASH = 'query($mode: TradingMode!) { portfolio(mode: $mode) { cash } }';
const ACTIVE = `query($mode: TradingMode!) {
  trades(mode: $mode, phase: PENDING, first: 5) { nodes { status context { strategy } twinOf } } }`;
const SOON = { within: 30_000 };

let t: LiveDesk;
let id: string;
beforeAll(async () => {
  const [, sqlite] = serverDatabases()[0]!;
  t = await LiveDesk.start(sqlite);
  await t.signUp('ada');
  await t.connect('ada');
  const input = {
    ...{ name: 'Holder', kind: 'buy-and-hold', symbols: [SPY_CALL.symbol] },
    ...{ interval: 'ONE_MINUTE', budget: '2000' },
  };
  id = (await t.ask<{ saveStrategy: { id: string } }>('ada', SAVE, { i: input })).saveStrategy.id;
});
afterAll(() => t.close());

const strategy = async () =>
  (
    await t.ask<{
      strategy: { stage: string; runs: { mode: string; status: string }[] };
    }>('ada', RUNS, { id })
  ).strategy;
const cash = async (mode: string) =>
  (await t.ask<{ portfolio: { cash: string } }>('ada', CASH, { mode })).portfolio.cash;
const runIn = async (mode: string) => (await strategy()).runs.find((run) => run.mode === mode);
const open = ({ orders }: TradierEmulator) =>
  orders.filter(({ legs, status }) => legs.length === 0 && status === 'open');

/** Moves the strategy to a rung, as a year of evidence would. */
async function stands(stage: string): Promise<void> {
  const file = path.join(t.database.options.dataDir!, 'desk.sqlite');
  const desk = openDatabase({ file });
  await desk('strategies').where({ id }).update({ stage });
  await desk.destroy();
}

it('trades for real on its rung, its twin beside it, until it is demoted', async () => {
  await t.arm('ada');
  await expect(t.ask('ada', START, { id })).rejects.toThrow('PROMOTION');
  await stands('SMALL_REAL');
  // Its one quote is told once, and nothing is entered for money that nobody has told of yet.
  await until('the money of the real account', async () => (await cash('REAL')) === '100000', SOON);
  await t.ask('ada', START, { id });
  await until(
    'an order at each venue',
    () => open(t.live).length + open(t.sandbox).length === 2,
    SOON,
  );
  expect([open(t.live), open(t.sandbox)].map((each) => each.length)).toEqual([1, 1]);
  for (const mode of ['REAL', 'PAPER']) {
    const { trades } = await t.ask<{ trades: { nodes: unknown[] } }>('ada', ACTIVE, { mode });
    const nodes = [{ status: 'PENDING', context: { strategy: 'Holder' }, twinOf: null }];
    expect(trades.nodes).toEqual(nodes);
    expect(await runIn(mode)).toMatchObject({ status: 'RUNNING' });
  }

  await t.ask('ada', DEMOTE, { id });
  expect((await strategy()).stage).toBe('PAPER');
  expect(await runIn('REAL')).toMatchObject({ status: 'STOPPED' });
  expect(await runIn('PAPER')).toMatchObject({ status: 'RUNNING' });
  await until('the entry to be canceled', () => open(t.live).length === 0, SOON);
  expect(open(t.sandbox)).toHaveLength(1);
  await expect(t.ask('ada', START, { id })).rejects.toThrow('PROMOTION');
  const { auditLog } = await t.ask<{ auditLog: { nodes: object[] } }>('ada', LOG);
  expect(auditLog.nodes).toContainEqual({
    action: 'STRATEGY_DEMOTED',
    detail: expect.objectContaining({ strategyId: id, from: 'SMALL_REAL', to: 'PAPER' }) as object,
  });
});
