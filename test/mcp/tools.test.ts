import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oldest } from '../../server/mcp/told.ts';
import { AssistedDesk } from '../support/desks/assisted-desk.ts';
import { LimitedUser } from '../support/desks/limited-user.ts';
import { Assistant } from '../support/servers/assistant.ts';

let t: AssistedDesk;
beforeAll(async () => {
  t = await AssistedDesk.start();
});
afterAll(() => t.close());

const CONTRACT_READS =
  `desk_status portfolio trades trade stats quotes option_chain candles strategies promotion
  backtest drift explain`.split(/\s+/);
const MORE_READS = `option_expirations search_symbols strategy_kinds backtests data_sets`.split(
  ' ',
);
const OF_STRATEGIES = ['save_strategy', 'run_backtest', 'cancel_backtest'];
const PAPER_ALONE = ['start_strategy', 'stop_strategy'];

describe('the tools of a token', () => {
  it.each([
    ['READ', []],
    ['ADMIN', []],
    ['TRADE_PAPER', [...OF_STRATEGIES, ...PAPER_ALONE]],
    ['TRADE_REAL', OF_STRATEGIES],
    ['session', [...OF_STRATEGIES, ...PAPER_ALONE]],
  ] as const)('with %s are its own, and any other is FORBIDDEN', async (scope, writes) => {
    const names = await t.of(scope).names();
    expect(names).toEqual(expect.arrayContaining([...CONTRACT_READS, ...MORE_READS, ...writes]));
    const all = [...OF_STRATEGIES, ...PAPER_ALONE];
    const beyond = all.filter((name) => !(writes as readonly string[]).includes(name));
    expect(names.filter((name) => beyond.includes(name))).toEqual([]);
    for (const name of beyond) {
      const refused = await t.of(scope).call(name, { input: {} });
      expect(refused).toMatchObject({ isError: true, code: 'FORBIDDEN', data: null });
    }
  });

  it('carry the hint of what they do', async () => {
    const hints = new Map(
      (await t.of('session').tools()).map(({ name, annotations }) => [name, annotations]),
    );
    for (const name of [...CONTRACT_READS, ...MORE_READS])
      expect(hints.get(name)).toMatchObject({ readOnlyHint: true });
    for (const name of [...OF_STRATEGIES, ...PAPER_ALONE])
      expect(hints.get(name)).toMatchObject({ readOnlyHint: false, destructiveHint: false });
  });

  it('are not what nobody has', async () => {
    for (const name of ['place_trade', 'promote_strategy', 'arm_real_trading', 'constructor'])
      await expect(t.of('session').call(name)).rejects.toThrow(/no tool of this name/);
  });
});

interface Read {
  readonly tool: string;
  readonly args: object;
  readonly mode: 'PAPER' | null;
  readonly simulated: boolean;
  readonly age?: number;
  /** The same query over GraphQL, and the part of the tool's data that it returns. */
  readonly query: string;
  readonly same?: (data: never) => unknown;
}

const reads = (): readonly Read[] => [
  {
    ...{ tool: 'desk_status', args: { mode: 'PAPER' }, mode: 'PAPER', simulated: true, age: 7 },
    query: '{ told: systemStatus(mode: PAPER) { venue killSwitch dataAgeSeconds } }',
  },
  {
    ...{ tool: 'portfolio', args: { mode: 'PAPER' }, mode: 'PAPER', simulated: true, age: 7 },
    query: '{ told: portfolio(mode: PAPER) { cash equity deposits openPnl } }',
  },
  {
    ...{ tool: 'trades', args: { mode: 'PAPER' }, mode: 'PAPER', simulated: true, age: 7 },
    query: '{ told: trades(mode: PAPER) { totalCount nodes { id status netPnl } } }',
  },
  {
    ...{
      tool: 'trades',
      args: { mode: 'PAPER', phase: 'PENDING' },
      mode: 'PAPER',
      simulated: true,
      age: 7,
    },
    query: '{ told: trades(mode: PAPER, phase: PENDING) { totalCount nodes { id } } }',
  },
  {
    ...{ tool: 'trade', args: { id: t.id }, mode: 'PAPER', simulated: true, age: 7 },
    query: `{ told: trade(id: "${t.id}") { id version costBasis orders { id tag status } } }`,
  },
  {
    ...{ tool: 'stats', args: { mode: 'PAPER' }, mode: 'PAPER', simulated: true },
    query: '{ told: stats(mode: PAPER) { trades totalPnl winRate { n } } }',
  },
  {
    ...{
      tool: 'quotes',
      args: { symbols: [t.call, 'SPY'] },
      mode: 'PAPER',
      simulated: true,
      age: 0,
    },
    query: `{ told: quotes(symbols: ["${t.call}", "SPY"]) { symbol bid ask source } }`,
  },
  {
    tool: 'option_chain',
    args: {
      underlying: 'SPY',
      expiration: `20${t.call.slice(3, 5)}-${t.call.slice(5, 7)}-${t.call.slice(7, 9)}`,
    },
    ...{ mode: 'PAPER', simulated: true, age: 0 },
    query: `{ told: optionExpirations(underlying: "SPY") }`,
    same: ({ expiration }: { expiration: string }) =>
      expect.arrayContaining([expiration]) as unknown,
  },
  {
    tool: 'candles',
    args: { symbol: 'SPY', interval: 'ONE_DAY', from: '2026-03-02T00:00:00Z' },
    ...{ mode: 'PAPER', simulated: true },
    query: `{ told: candles(symbol: "SPY", interval: ONE_DAY, from: "2026-03-02T00:00:00Z") { at close } }`,
  },
  {
    ...{ tool: 'strategies', args: {}, mode: null, simulated: false },
    query: '{ told: strategies { id name kind stage } }',
  },
  {
    ...{ tool: 'promotion', args: { strategyId: t.strategyId }, mode: null, simulated: true },
    query: `{ told: promotion(strategyId: "${t.strategyId}") { verdict gates { rule verdict } } }`,
  },
  {
    ...{ tool: 'drift', args: { mode: 'PAPER' }, mode: 'PAPER', simulated: true },
    query: '{ told: drift(mode: PAPER) { reference total causes { cause amount } } }',
  },
  {
    ...{ tool: 'explain', args: { topic: 'expectancy' }, mode: null, simulated: false },
    query: '{ told: explain(topic: "expectancy") { topic kind text } }',
  },
  {
    ...{ tool: 'explain', args: { topic: t.id }, mode: 'PAPER', simulated: true, age: 7 },
    query: `{ told: explain(topic: "${t.id}") { topic kind story { steps { sequence message } } } }`,
  },
  {
    ...{ tool: 'backtest', args: { id: 'backtest_none' }, mode: null, simulated: false },
    query: '{ told: backtest(id: "backtest_none") { id } }',
  },
];

describe('a reading tool', () => {
  it('says mode, instant, age and whether it is simulated, beside the same as GraphQL', async () => {
    for (const { tool, args, query, same, ...told } of reads()) {
      const { told: wire } = await t.user.ask<{ told: object }>(query);
      const { mode, asOf, ageSeconds, simulated, data, isError } = await t
        .of('READ')
        .call(tool, args);
      const { age = null } = told;
      expect({ tool, isError, mode, simulated, ageSeconds }).toEqual({
        ...{ tool, isError: false, mode: told.mode, simulated: told.simulated, ageSeconds: age },
      });
      expect(asOf).toBe(t.desk.clock.now().toISOString());
      if (same) expect(wire).toEqual(same(data));
      else if (wire === null) expect(data).toBeNull();
      else expect(data).toMatchObject(wire);
    }
  });

  it('has the age of the oldest price, and none where no price is known', () => {
    const [young, old, unknown] = [3, 9, null].map((ageSeconds) => ({ ageSeconds }));
    expect(oldest([young!, null, old!, unknown!])).toBe(9);
    expect(oldest([null, unknown!])).toBeNull();
    expect(oldest([])).toBeNull();
  });

  it('reads nothing of another user’s', async () => {
    const other = await LimitedUser.signUp(t.desk);
    const stranger = await Assistant.http(t.desk.url, other.token);
    expect(await stranger.call('trade', { id: t.id })).toMatchObject({
      isError: false,
      data: null,
    });
    expect(await stranger.data('trades', { mode: 'PAPER' })).toMatchObject({ nodes: [] });
    expect(await stranger.data('strategies')).toEqual([]);
    expect(await stranger.call('promotion', { strategyId: t.strategyId })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await stranger.call('explain', { topic: t.id })).toMatchObject({ code: 'NOT_FOUND' });
    await expect(stranger.read(`twinbook://trade/${t.id}`)).rejects.toThrow(/no such resource/);
    await stranger.close();
  });

  it('does not tell the phrase that arms real money', async () => {
    expect(await t.of('session').data('desk_status', { mode: 'PAPER' })).not.toHaveProperty(
      'armPhrase',
    );
  });
});
