import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { watchStatements } from '../support/databases/statements.ts';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';
import { Strategist } from '../support/servers/strategist.ts';
import { anOpenTrade, anOrder, aTrade, keep } from '../support/values/builders.ts';
import { aDecision, aLine } from '../support/values/strategy-runs.ts';

let desk: ServedDesk;
let ada: Strategist;
let bob: Strategist;
beforeAll(async () => {
  desk = await servedDesk();
  ada = await Strategist.at(desk.api, await desk.api.signUp('ada'));
  bob = await Strategist.at(desk.api, await desk.api.signUp('bob'));
});
afterAll(() => desk.close());

const RUNS = 'running runs { mode status since lastBarAt openTrades committed error }';
let named = 0;
const save = (parts: object = {}) =>
  ada.save({ name: `s${(named += 1)}`, kind: 'coin-flip', symbols: ['SPY'], ...parts });
const call = (what: 'start' | 'stop', id: string, mode = ', mode: PAPER', by = ada) =>
  by.ask(`mutation { ${what}Strategy(id: "${id}"${mode}) { id ${RUNS} } }`);
const shown = async (id: string) =>
  (await ada.data<{ strategy: unknown }>(`{ strategy(id: "${id}") { ${RUNS} } }`)).strategy;

describe('startStrategy and stopStrategy', () => {
  it('answer with the book, its state and since when, and once is as good as twice', async () => {
    const id = await save();
    const since = desk.clock.now().toISOString();
    const running = {
      running: ['PAPER'],
      runs: [
        {
          ...{ mode: 'PAPER', status: 'RUNNING', since, lastBarAt: null, openTrades: 0 },
          ...{ committed: '0', error: null },
        },
      ],
    };
    expect((await call('start', id)).data).toEqual({ startStrategy: { id, ...running } });
    desk.clock.advance(60_000);
    expect((await call('start', id)).data).toEqual({ startStrategy: { id, ...running } });
    expect((await call('stop', id, '')).data).toMatchObject({
      stopStrategy: { running: [], runs: [{ status: 'STOPPED', since }] },
    });
    expect((await call('stop', id)).code).toBeNull();
  });

  it('are NOT_FOUND for another user, and REAL is disabled where it is off', async () => {
    const id = await save();
    expect((await call('start', id, ', mode: PAPER', bob)).code).toBe('NOT_FOUND');
    expect((await call('stop', id, ', mode: PAPER', bob)).code).toBe('NOT_FOUND');
    expect((await call('start', id, ', mode: REAL')).code).toBe('REAL_MODE_DISABLED');
    expect((await call('start', 'strategy_x')).code).toBe('NOT_FOUND');
    expect(await shown(id)).toEqual({ running: [], runs: [] });
  });

  it('name the field of what cannot run', async () => {
    const { errors } = await call('start', await save({ symbols: [] }));
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'symbols' });
  });

  it('a change while it runs is a CONFLICT with the strategy', async () => {
    const id = await save();
    await call('start', id);
    const input = { id, expectedVersion: 1, name: 'x', kind: 'coin-flip', symbols: ['QQQ'] };
    const query = 'mutation($input: StrategyInput!) { saveStrategy(input: $input) { id } }';
    const { code, errors } = await ada.ask(query, { input });
    expect([code, errors[0]?.message]).toEqual([
      'CONFLICT',
      'The strategy runs: stop it before you change it',
    ]);
    expect(errors[0]?.extensions.current).toMatchObject({ id, version: 1, symbols: ['SPY'] });
  });
});

it('a token of one book stops no strategy in both', async () => {
  const id = await save();
  const made = await ada.data<{ createApiToken: { token: string } }>(
    'mutation { createApiToken(name: "paper", scopes: [TRADE_PAPER]) { token } }',
  );
  const token = await Strategist.at(desk.api, made.createApiToken.token);
  expect((await call('start', id, ', mode: PAPER', token)).code).toBeNull();
  expect((await call('start', id, ', mode: REAL', token)).code).toBe('FORBIDDEN');
  expect((await call('stop', id, '', token)).code).toBe('FORBIDDEN');
  expect(await shown(id)).toMatchObject({ running: ['PAPER'] });
  expect((await call('stop', id, ', mode: PAPER', token)).code).toBeNull();
});

describe('a run', () => {
  it('tells its trades and what they have at work, also while it is stopped', async () => {
    const id = await save();
    await call('start', id);
    const strategyRun = { runId: 'r', strategyId: id, version: 1 };
    const held = anOpenTrade({ id: `paper_held-${id}`, strategyRun });
    const pending = aTrade({
      ...{ id: `paper_pending-${id}`, strategyRun, quantity: dec(2) },
      ...{ orderType: 'LIMIT', limitPrice: dec('1.10') },
    });
    const entry = anOrder({ id: `o-${id}`, tradeId: pending.id, status: 'ACCEPTED' });
    await desk.book.change('ada', (book) => keep(book, null, held));
    await desk.book.change('ada', (book) => keep(book, null, pending, [entry]));
    // The run has one call at 1.50, and two that wait at 1.10.
    expect(await shown(id)).toMatchObject({ runs: [{ openTrades: 2, committed: '370' }] });
    await call('stop', id);
    expect(await shown(id)).toMatchObject({ runs: [{ status: 'STOPPED', openTrades: 2 }] });
  });

  it('is read in as many statements for many strategies as for one', async () => {
    const seen = watchStatements({ knex: desk.bookKnex });
    const statements = async () => {
      seen.length = 0;
      await ada.data(`{ strategies { ${RUNS} } }`);
      return seen.length;
    };
    await call('start', await save());
    const few = await statements();
    for (let n = 0; n < 5; n += 1) await call('start', await save());
    expect(await statements()).toBe(few);
  });
});

describe('noTrades', () => {
  const LIST = `totalCount pageInfo { hasNextPage endCursor }
    nodes { id mode strategyId at barEnd symbol action side quantity code message actNeeded tradeId shadowPnl shadowNote }`;
  interface Told {
    readonly noTrades: {
      readonly totalCount: number;
      readonly pageInfo: { readonly endCursor: string };
      readonly nodes: readonly { readonly code: string }[];
    };
  }

  it('lists what was asked for and not got, with code, sentence, act and shadow', async () => {
    const id = await save();
    await call('start', id);
    const run = (await desk.runs.newestOf('ada', id))!;
    const parts = { runId: run.id, state: 'NO_TRADE', settledAt: desk.clock.now() } as const;
    const budget = { code: 'STRATEGY_BUDGET', message: 'Too much.', actNeeded: true } as const;
    const nothing = { code: 'NOTHING_HELD', message: 'Nothing.', actNeeded: false } as const;
    await desk.runs.add(run, aLine(1, { runId: run.id }), [
      aDecision({ ...parts, key: 'a', noTrade: budget, tradeId: 'paper_x' }),
      aDecision({
        ...{ ...parts, key: 'b', ordinal: 1, noTrade: nothing },
        ask: { action: 'EXIT', symbol: 'SPY' },
      }),
      aDecision({ runId: run.id, key: 'c', ordinal: 2 }),
    ]);
    await desk.runs.keepShadow(run, 'a', { pnl: dec('12.50'), note: 'TOUCH' });
    const query = `query($after: String) {
      noTrades(mode: PAPER, strategyId: "${id}", first: 1, after: $after) { ${LIST} } }`;
    const { noTrades: first } = await ada.data<Told>(query);
    expect(first).toMatchObject({
      ...{ totalCount: 2, pageInfo: { hasNextPage: true } },
      nodes: [{ ...nothing, action: 'EXIT', side: null, quantity: null, shadowPnl: null }],
    });
    const { noTrades: second } = await ada.data<Told>(query, { after: first.pageInfo.endCursor });
    expect(second).toMatchObject({
      pageInfo: { hasNextPage: false },
      nodes: [
        {
          ...{ ...budget, mode: 'PAPER', strategyId: id, symbol: 'SPY', action: 'ENTER' },
          ...{ side: 'BUY', quantity: '1', tradeId: 'paper_x' },
          ...{ shadowPnl: '12.5', shadowNote: 'TOUCH' },
        },
      ],
    });
    const theirs = await bob.data<Told>(query);
    expect(theirs.noTrades.totalCount).toBe(0);
    const { noTrades: real } = await ada.data<Told>(`{ noTrades(mode: REAL) { totalCount } }`);
    expect(real.totalCount).toBe(0);
  });

  it('is refused with a cursor of another list', async () => {
    const { errors } = await ada.ask('{ noTrades(mode: PAPER, after: "x") { totalCount } }');
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
  });
});
