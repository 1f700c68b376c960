import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';
import { Strategist } from '../support/servers/strategist.ts';

let desk: ServedDesk;
let ada: Strategist;
beforeAll(async () => {
  desk = await servedDesk();
  ada = await Strategist.at(desk.api, await desk.api.signUp('ada'));
});
afterAll(() => desk.close());

const FIELDS = `id version name kind parameters symbols interval budget stage since running runs { mode }`;

function save(input: object) {
  const query = `mutation($input: StrategyInput!) { saveStrategy(input: $input) { ${FIELDS} } }`;
  return ada.ask(query, { input });
}

async function saved(input: object): Promise<Record<string, unknown>> {
  const { data, text } = await save(input);
  if (!data) throw new Error(text);
  return data.saveStrategy as unknown as Record<string, unknown>;
}

describe('a strategy', () => {
  it('is saved with every default of its kind, on the lowest rung, and runs nowhere', async () => {
    const strategy = await saved({ name: ' mine ', kind: 'sma-cross', symbols: ['spy'] });
    expect(strategy).toMatchObject({
      ...{ version: 1, name: 'mine', kind: 'sma-cross', symbols: ['SPY'], interval: null },
      ...{ parameters: { fast: 20, slow: 50, quantity: '1' }, budget: null },
      ...{ stage: 'BACKTEST', running: [], runs: [] },
    });
    const { data } = await ada.ask(`{ strategy(id: "${String(strategy.id)}") { ${FIELDS} }
      strategies { name } }`);
    expect(data).toEqual({ strategy, strategies: [{ name: 'mine' }] });
  });

  it('begins anew with what it trades, and not with a name or a budget', async () => {
    const { id, since } = await saved({ name: 'grows', kind: 'sma-cross' });
    desk.clock.advance(60_000);
    const change = { id, kind: 'sma-cross' };
    const named = await saved({ ...change, name: 'grown', budget: '500', expectedVersion: 1 });
    expect(named).toMatchObject({ version: 1, name: 'grown', budget: '500', since });
    let version = 1;
    for (const what of [
      { parameters: { fast: 5 } },
      { symbols: ['QQQ'] },
      { interval: 'ONE_DAY' },
      { kind: 'coin-flip' },
    ]) {
      desk.clock.advance(60_000);
      const next = await saved({ ...change, name: 'grown', ...what, expectedVersion: version });
      version += 1;
      expect(next).toMatchObject({ version, since: desk.clock.now().toISOString() });
      expect(next.budget).toBe('500');
      Object.assign(change, what);
      if ('parameters' in what) {
        expect(next.parameters).toEqual({ fast: 5, slow: 50, quantity: '1' });
        expect(await saved({ ...change, name: 'grown', expectedVersion: version })).toEqual(next);
      }
      delete (change as { parameters?: unknown }).parameters;
    }
  });

  it('is a CONFLICT with the present one where it was changed meanwhile', async () => {
    const strategy = await saved({ name: 'busy', kind: 'coin-flip' });
    const { id } = strategy;
    const current = await saved({
      ...{ id, name: 'busy', kind: 'coin-flip', parameters: { every: 3 }, expectedVersion: 1 },
    });
    const late = await save({ id, name: 'late', kind: 'coin-flip', expectedVersion: 1 });
    expect(late.code).toBe('CONFLICT');
    const { running: _, runs: __, ...shown } = current;
    expect(late.errors[0]!.extensions.current).toMatchObject({
      ...shown,
      since: expect.anything() as string,
    });
    const unknown = await save({
      id: 'strategy_x',
      name: 'x',
      kind: 'coin-flip',
      expectedVersion: 1,
    });
    expect(unknown.code).toBe('NOT_FOUND');
  });

  it.each([
    ['name', { name: '  ' }],
    ['name', { name: 'x'.repeat(65) }],
    ['name', { name: 'taken' }],
    ['kind', { kind: 'no-such-kind' }],
    ['parameters.pace', { parameters: { pace: 1 } }],
    ['parameters.fast', { parameters: { fast: 0 } }],
    ['parameters.fast', { parameters: { fast: '2.5' } }],
    ['parameters.quantity', { parameters: { quantity: '-1' } }],
    ['parameters.quantity', { parameters: { quantity: 1 } }],
    ['symbols', { symbols: ['SPY', 'spy'] }],
    ['symbols', { symbols: Array.from({ length: 51 }, (_, n) => `S${n}`) }],
    ['budget', { budget: '0' }],
  ])('that makes no sense is refused at %s', async (wrong, change) => {
    await save({ name: 'taken', kind: 'sma-cross' });
    const { code, field } = await save({ name: 'new', kind: 'sma-cross', ...change });
    expect([code, field]).toEqual(['BAD_USER_INPUT', wrong]);
  });

  it('takes a number with decimals as text, and shows it as a number', async () => {
    const parameters = { movePct: '0.25', minVolume: 1000 };
    const strategy = await saved({ name: 'decimals', kind: 'token-momentum', parameters });
    expect(strategy.parameters).toMatchObject({ movePct: 0.25, minVolume: 1000 });
  });

  it('leaves a line in its user’s log for each change', async () => {
    await saved({ name: 'told', kind: 'coin-flip' });
    const { data } = await ada.ask(
      '{ auditLog(mode: PAPER, first: 1) { nodes { actor action detail } } }',
    );
    expect(data).toMatchObject({
      auditLog: { nodes: [{ actor: 'user:ada', action: 'STRATEGY_SAVED' }] },
    });
  });
});

describe('the kinds', () => {
  it('are listed with a JSON Schema, and no code of the operator’s where there is no folder', async () => {
    const { strategyKinds } = await ada.data<{ strategyKinds: Record<string, unknown>[] }>(
      '{ strategyKinds { kind title description assetClasses parameters version own error } }',
    );
    expect(strategyKinds.every(({ own, error }) => own === false && error === null)).toBe(true);
    const cross = strategyKinds.find(({ kind }) => kind === 'sma-cross');
    expect(cross).toMatchObject({
      parameters: {
        ...{ type: 'object', additionalProperties: false },
        properties: {
          fast: { type: 'integer', default: 20, description: expect.any(String) as string },
        },
      },
    });
    expect(cross!.version).toMatch(/^[0-9a-f]{64}$/);
  });
});
