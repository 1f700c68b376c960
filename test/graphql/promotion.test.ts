import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';
import { Strategist } from '../support/servers/strategist.ts';
import { DAILY_COIN, DOUBLING_SPAN, doublingDays } from '../support/values/doubling-csv.ts';
import { until } from '../support/values/until.ts';

let desk: ServedDesk;
let ada: Strategist;
beforeAll(async () => {
  desk = await servedDesk();
  ada = await Strategist.at(desk.api, await desk.api.signUp('ada'));
  desk.strategies.start();
  await ada.import('doubling', doublingDays(90), 'ONE_MINUTE');
});
afterAll(() => desk.close());

interface Report {
  readonly from: string;
  readonly to: string | null;
  readonly verdict: string;
  readonly tradesNeeded: number | null;
  readonly falsePromotionPct: number;
  readonly trades: number;
  readonly since: string | null;
  readonly gates: readonly {
    readonly rule: string;
    readonly verdict: string;
    readonly limit: string;
    readonly actual: string | null;
    readonly message: string;
  }[];
}

async function report(strategyId: string): Promise<Report> {
  const query = `query($strategyId: ID!) { promotion(strategyId: $strategyId) {
    strategyId from to verdict tradesNeeded falsePromotionPct trades since
    gates { rule verdict limit actual message } } }`;
  return (await ada.data<{ promotion: Report }>(query, { strategyId })).promotion;
}

function move(what: 'promote' | 'demote', id: string, expectedVersion = 1, user = ada) {
  const query = `mutation($id: ID!, $expectedVersion: Int!) {
    ${what}Strategy(id: $id, expectedVersion: $expectedVersion) { id version stage since } }`;
  return user.ask(query, { id, expectedVersion });
}

/** The report once the look for the future is over. */
function looked(strategyId: string): Promise<Report> {
  return until('the look for the future', async () => {
    const found = await report(strategyId);
    return verdictOf(found, 'LOOK_AHEAD') === 'NOT_ENOUGH_DATA' ? null : found;
  });
}

function verdictOf({ gates }: Report, rule: string): string | undefined {
  return gates.find((gate) => gate.rule === rule)?.verdict;
}

async function aWinner(name: string): Promise<string> {
  const id = await ada.save({ name, ...DAILY_COIN });
  const base = { strategyId: id, symbols: ['SPY'], dataSet: 'doubling', ...DOUBLING_SPAN };
  const { status, error } = await ada.backtest(base);
  if (status !== 'DONE') throw new Error(error ?? status);
  return id;
}

interface Line {
  readonly id: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The newest line of the log. */
async function audited(): Promise<Line | undefined> {
  const { auditLog } = await ada.data<{ auditLog: { nodes: Line[] } }>(
    '{ auditLog(mode: PAPER, first: 1) { nodes { id action detail } } }',
  );
  return auditLog.nodes[0];
}

describe('promotion', () => {
  it('names each gate toward PAPER, and needs a backtest of the present version', async () => {
    const id = await ada.save({ name: 'untried', ...DAILY_COIN });
    const first = await report(id);
    expect(first).toMatchObject({ from: 'BACKTEST', to: 'PAPER', verdict: 'NOT_ENOUGH_DATA' });
    expect(first.gates.map(({ rule }) => rule).sort()).toEqual(
      ['DAYS', 'DRAWDOWN', 'EXPECTANCY', 'LOOK_AHEAD', 'TRADES'].sort(),
    );
    expect(first).toMatchObject({ trades: 0 });
    for (const gate of first.gates) expect(gate.limit).not.toBe('');
    const refused = await move('promote', id);
    expect(refused.code).toBe('RISK_DENIED');
    const { checks } = refused.errors[0]!.extensions as unknown as { checks: { rule: string }[] };
    expect(checks.map(({ rule }) => rule)).toEqual(first.gates.map(({ rule }) => rule));
    expect(checks[0]).toMatchObject({ passed: false, limit: first.gates[0]!.limit });
  });

  it('leads a strategy with an edge up on its evidence, and down on a word, audited', async () => {
    const id = await aWinner('winner');
    const passed = await looked(id);
    expect(passed).toMatchObject({ verdict: 'PASS', tradesNeeded: null });
    expect(passed.trades).toBeGreaterThanOrEqual(30);
    const up = await move('promote', id);
    expect(up.data?.promoteStrategy).toMatchObject({ stage: 'PAPER', version: 1 });
    expect(await audited()).toMatchObject({
      action: 'STRATEGY_PROMOTED',
      detail: { strategyId: id, version: 1, from: 'BACKTEST', to: 'PAPER', gates: passed.gates },
    });
    const next = await report(id);
    expect(next).toMatchObject({ from: 'PAPER', to: 'SMALL_REAL', trades: 0 });
    expect(next.gates.map(({ rule }) => rule).sort()).toEqual(
      ['BREAKER', 'COMPLETENESS', 'DAYS', 'DRAWDOWN', 'DRIFT', 'EXPECTANCY', 'TRADES'].sort(),
    );
    expect((await move('promote', id)).code).toBe('RISK_DENIED');
    const down = await move('demote', id);
    expect(down.data?.demoteStrategy).toMatchObject({ stage: 'BACKTEST', version: 1 });
    const line = await audited();
    expect(line).toMatchObject({
      action: 'STRATEGY_DEMOTED',
      detail: { strategyId: id, version: 1, from: 'PAPER', to: 'BACKTEST' },
    });
    expect((await move('demote', id)).data?.demoteStrategy).toMatchObject({ stage: 'BACKTEST' });
    expect(await audited()).toEqual(line);
  });

  it('begins anew with a change, whatever the version before had proved', async () => {
    const id = await aWinner('changed');
    expect((await looked(id)).verdict).toBe('PASS');
    await ada.save({
      ...{ id, expectedVersion: 1, name: 'changed', kind: 'coin-flip' },
      parameters: { every: 10, hold: 4 },
    });
    expect(await report(id)).toMatchObject({ verdict: 'NOT_ENOUGH_DATA', trades: 0 });
    const stale = await move('promote', id);
    expect(stale.code).toBe('CONFLICT');
    expect(stale.errors[0]!.extensions.current).toMatchObject({ id, version: 2 });
    expect((await move('demote', id)).code).toBe('CONFLICT');
  });

  it('asks more of a strategy, the more sets of parameters were tried on its data', async () => {
    const limit = ({ gates }: Report) => gates.find(({ rule }) => rule === 'EXPECTANCY')!.limit;
    const id = await aWinner('swept');
    const before = limit(await report(id));
    const base = { strategyId: id, symbols: ['SPY'], dataSet: 'doubling', ...DOUBLING_SPAN };
    const sweep = await ada.sweep({ base, grid: { hold: [1, 2, 3] } });
    await until('the sweep', async () => {
      const query = `{ sweep(id: "${sweep}") { status } }`;
      const found = await ada.data<{ sweep: { status: string } }>(query);
      return found.sweep.status === 'DONE' ? true : null;
    });
    const after = limit(await report(id));
    expect(after).not.toBe(before);
    // The sets have holds of 5 and 1 to 3; this user's other strategies tried no others on these data.
    expect(after).toContain('4 sets');
  });

  it('takes a promotion from a session alone, a demotion from a token that may trade', async () => {
    const id = await aWinner('tokens');
    const query = `mutation($scopes: [Scope!]!) {
      createApiToken(name: "t", scopes: $scopes) { token } }`;
    const tokenOf = async (scopes: readonly string[]) => {
      const made = await ada.data<{ createApiToken: { token: string } }>(query, { scopes });
      return Strategist.at(desk.api, made.createApiToken.token);
    };
    const trader = await tokenOf(['READ', 'TRADE_PAPER', 'TRADE_REAL']);
    expect((await move('promote', id, 1, trader)).code).toBe('FORBIDDEN');
    expect((await move('demote', id, 1, trader)).errors).toEqual([]);
    expect((await move('demote', id, 1, await tokenOf(['READ']))).code).toBe('FORBIDDEN');
  });
});
