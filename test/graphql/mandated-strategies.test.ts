import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LimitedUser } from '../support/desks/limited-user.ts';
import { ruleOf, setMandate, tokenOf, type Token } from '../support/desks/mandated-user.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
beforeAll(async () => {
  desk = await simulatedDesk();
});
afterAll(() => desk.close());

const by = ({ token }: Token, query: string, variables: object = {}) =>
  desk.api.ask(query, { token, variables });

describe('a strategy and a mandate', () => {
  const SAVE = 'mutation($input: StrategyInput!) { saveStrategy(input: $input) { id version } }';
  const strategy = (parts: object = {}) => ({
    ...{ name: `s-${Math.floor(performance.now() * 1000)}`, kind: 'coin-flip', symbols: ['SPY'] },
    ...{ interval: 'ONE_MINUTE', budget: '1000' },
    ...parts,
  });
  const start = (id: string) => `mutation { startStrategy(id: "${id}", mode: PAPER) { running } }`;
  const stop = (id: string) => `mutation { stopStrategy(id: "${id}", mode: PAPER) { running } }`;

  it('is saved and started within its symbols and its exposure only', async () => {
    const user = await LimitedUser.signUp(desk);
    const token = await tokenOf(user, { symbols: ['SPY'], maxExposure: '1000' });
    const save = (input: object) => by(token, SAVE, { input });
    const outside = strategy({ symbols: ['SPY', 'QQQ260327C00560000'] });
    expect(ruleOf(await save(outside))).toEqual(['FORBIDDEN', 'MANDATE_SYMBOL']);
    for (const budget of ['1000.01', null])
      expect(ruleOf(await save(strategy({ budget })))).toEqual(['FORBIDDEN', 'MANDATE_EXPOSURE']);
    expect((await save(strategy())).code).toBeNull();

    const large = strategy({ budget: '5000' });
    const { saveStrategy: own } = await user.ask<{ saveStrategy: { id: string; version: number } }>(
      SAVE,
      { input: large },
    );
    expect(ruleOf(await by(token, start(own.id)))).toEqual(['FORBIDDEN', 'MANDATE_EXPOSURE']);
    await setMandate(user, token.id, { symbols: ['QQQ'] });
    const change = { ...large, id: own.id, expectedVersion: own.version, symbols: ['QQQ'] };
    expect(ruleOf(await save(change))).toEqual(['FORBIDDEN', 'MANDATE_SYMBOL']);
    const demote = `mutation { demoteStrategy(id: "${own.id}", expectedVersion: 1) { id } }`;
    for (const query of [start(own.id), stop(own.id), demote])
      expect(ruleOf(await by(token, query))).toEqual(['FORBIDDEN', 'MANDATE_SYMBOL']);
  });

  it('runs under the mandate of the token that started it, which may always stop it', async () => {
    const user = await LimitedUser.signUp(desk);
    const token = await tokenOf(user, { symbols: ['SPY'], maxExposure: '1000' });
    const ids: string[] = [];
    for (const n of [1, 2]) {
      const saved = await user.ask<{ saveStrategy: { id: string } }>(SAVE, {
        input: strategy({ name: `n-${n}` }),
      });
      ids.push(saved.saveStrategy.id);
    }
    const [mine, hers] = ids as [string, string];
    expect((await by(token, start(mine))).code).toBeNull();
    await user.ask(start(hers));
    const boundBy = async (id: string) => (await desk.runs.newestOf(user.name, id))?.boundBy;
    expect([await boundBy(mine), await boundBy(hers)]).toEqual([token.id, null]);
    const raise = (id: string, name: string) => {
      const input = strategy({ id, name, expectedVersion: 1, budget: '999' });
      return by(token, SAVE, { input });
    };
    expect(ruleOf(await raise(hers, 'n-2'))).toEqual(['FORBIDDEN', 'MANDATE_STRATEGY']);
    expect((await raise(mine, 'n-1')).code).toBeNull();
    await setMandate(user, token.id, { symbols: ['QQQ'] });
    expect(ruleOf(await by(token, stop(hers)))).toEqual(['FORBIDDEN', 'MANDATE_SYMBOL']);
    expect((await by(token, stop(mine))).code).toBeNull();
    await user.ask(stop(hers));
  });

  it('is bound by no mandate where the token has none', async () => {
    const user = await LimitedUser.signUp(desk);
    const token = await tokenOf(user, null);
    const saved = await by(token, SAVE, { input: strategy({ budget: null }) });
    const { id } = (saved.data as unknown as { saveStrategy: { id: string } }).saveStrategy;
    expect((await by(token, start(id))).code).toBeNull();
    expect((await desk.runs.newestOf(user.name, id))?.boundBy).toBeNull();
    expect((await by(token, stop(id))).code).toBeNull();
  });
});
