import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AssistedDesk } from '../support/desks/assisted-desk.ts';

let t: AssistedDesk;
beforeAll(async () => {
  t = await AssistedDesk.start();
});
afterAll(() => t.close());

describe('a resource', () => {
  it('is listed, and is what its tool answers, in the same envelope', async () => {
    const { client } = t.of('READ');
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      ...['twinbook://guide', 'twinbook://portfolio/PAPER', 'twinbook://portfolio/REAL'],
    ]);
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'twinbook://trade/{id}',
    ]);
    const { isError: _is, ...portfolio } = await t.of('READ').call('portfolio', { mode: 'PAPER' });
    expect(await t.of('READ').read('twinbook://portfolio/PAPER')).toEqual(portfolio);
    const { isError: _was, ...trade } = await t.of('READ').call('trade', { id: t.id });
    expect(await t.of('READ').read(`twinbook://trade/${t.id}`)).toEqual(trade);
  });

  it('is a guide with what each figure means and how one works here', async () => {
    const { mode, data } = await t.of('READ').read('twinbook://guide');
    expect(mode).toBeNull();
    const { figures, ways } = data as {
      figures: { name: string; meaning: string }[];
      ways: { steps: { tool: string | null }[] }[];
    };
    const { meaning } = figures.find(({ name }) => name === 'expectancy')!;
    const explained = await t.of('READ').data<{ terms: { meaning: string }[] }>('explain', {
      topic: 'expectancy',
    });
    expect(explained.terms[0]!.meaning).toBe(meaning);
    const tools = ways.flatMap(({ steps }) => steps.flatMap(({ tool }) => tool ?? []));
    expect(tools).toEqual(expect.arrayContaining(['run_backtest', 'start_strategy', 'explain']));
  });

  it.each([
    'twinbook://trade/paper_none',
    'twinbook://portfolio/BOTH',
    'twinbook://x',
    'file:///etc',
  ])('that is not there is an error: %s', async (uri) => {
    await expect(t.of('READ').read(uri)).rejects.toThrow(/no such resource/);
  });
});
