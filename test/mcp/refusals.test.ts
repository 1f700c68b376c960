import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AssistedDesk } from '../support/desks/assisted-desk.ts';

let t: AssistedDesk;
beforeAll(async () => {
  t = await AssistedDesk.start();
});
afterAll(() => t.close());

describe('a refusal', () => {
  it.each([
    ['trades', {}, 'BAD_USER_INPUT', 'mode', null],
    ['trades', { mode: 'PAPER', first: 501 }, 'BAD_USER_INPUT', 'first', 'PAPER'],
    ['trades', { mode: 'PAPER', filter: { tag: 7 } }, 'BAD_USER_INPUT', 'filter.tag', 'PAPER'],
    ['trades', { mode: 'PAPER', sort: 'x' }, 'BAD_USER_INPUT', 'sort', 'PAPER'],
    ['trades', { mode: 'PAPER', __proto__x: 'x' }, 'BAD_USER_INPUT', '__proto__x', 'PAPER'],
    ['quotes', { symbols: ['SPY'], mode: null }, 'BAD_USER_INPUT', 'mode', null],
    ['quotes', { symbols: ['SPY'], skip: -1 }, 'BAD_USER_INPUT', 'skip', 'PAPER'],
    ['backtest', { id: 'x', part: 'ALL' }, 'BAD_USER_INPUT', 'part', null],
    ['explain', { topic: 'no such topic at all' }, 'NOT_FOUND', undefined, null],
    ['promotion', { strategyId: 'x' }, 'NOT_FOUND', undefined, null],
    ['save_strategy', { input: { name: '', kind: 'coin-flip' } }, 'BAD_USER_INPUT', 'name', null],
    ['start_strategy', { id: 'x', mode: 'REAL' }, 'FORBIDDEN', 'mode', 'REAL'],
    ['stop_strategy', { id: 'x', mode: 'REAL' }, 'FORBIDDEN', 'mode', 'REAL'],
    ['start_strategy', { id: 'x' }, 'NOT_FOUND', undefined, null],
  ])('of %s with %j is %s (%s)', async (tool, args, code, field, mode) => {
    const refused = await t.of('session').call(tool, args);
    expect(refused).toMatchObject({ isError: true, code, message: expect.any(String) as string });
    expect([refused.field, refused.mode]).toEqual([field, mode]);
  });

  it('of what is over a limit is that of GraphQL', async () => {
    const symbols = Array.from({ length: 501 }, (_, n) => `S${n}`);
    const many = await t.of('session').call('quotes', { symbols });
    expect(many).toMatchObject({ isError: true, code: 'BAD_USER_INPUT', field: 'symbols' });
    const input = { name: 'x', kind: 'coin-flip', parameters: { every: 'x'.repeat(10_001) } };
    const long = await t.of('session').call('save_strategy', { input });
    const field = 'input.parameters.every';
    expect(long).toMatchObject({ isError: true, code: 'BAD_USER_INPUT', field });
  });

  it('has what else is said in data, as GraphQL’s extensions do', async () => {
    const { data } = await t.of('session').call('explain', { topic: 'expectancies' });
    expect((data as { near: string[] }).near).toContain('expectancy');
  });
});

describe('the tools of strategies', () => {
  it('save, start and stop one in PAPER, with mode or without it', async () => {
    const assistant = t.of('TRADE_PAPER');
    const input = { name: 'by assistant', kind: 'coin-flip', symbols: ['SPY'] };
    const saved = await assistant.data<{ id: string }>('save_strategy', { input });
    const started = await assistant.call('start_strategy', { id: saved.id });
    expect(started).toMatchObject({ mode: 'PAPER', simulated: true, isError: false });
    expect(started.data).toMatchObject({ running: ['PAPER'] });
    const stopped = await assistant.data('stop_strategy', { id: saved.id, mode: 'PAPER' });
    expect(stopped).toMatchObject({ running: [], runs: [{ mode: 'PAPER', status: 'STOPPED' }] });
  });

  it('leave every trade as it is', async () => {
    const before = await t.user.trade(t.waiting);
    await t.of('session').call('stop_strategy', { id: t.strategyId });
    expect(await t.user.trade(t.waiting)).toEqual(before);
  });
});
