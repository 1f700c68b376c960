import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/databases/scratch-folder.ts';
import { runTool } from '../support/servers/run-tool.ts';
import { ServerProcess } from '../support/servers/server-process.ts';
import { Strategist } from '../support/servers/strategist.ts';
import { minutesCsv } from '../support/values/minutes-csv.ts';

const START = Date.parse('2026-03-02T14:30:00Z');
const OWN = `interface Bar { symbol: string; close: number }
export default { title: 'Mine', description: 'Buys once.', assetClasses: ['EQUITY'],
  create: () => ({ onBar(bar: Bar, desk: any) {
    if (!desk.position(bar.symbol)) desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '1' });
  } }) };`;

describe('a built server and its tool', () => {
  let server: ServerProcess;
  let ada: Strategist;
  const folder = scratchFolder('import');
  const file = (name: string, text: string) => {
    const place = path.join(folder, name);
    writeFileSync(place, text);
    return place;
  };

  beforeAll(async () => {
    file('mine.ts', OWN);
    server = await ServerProcess.start({ env: { STRATEGIES_DIR: folder } });
    ada = await Strategist.at(server.api, await server.api.signUp('ada'));
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  async function tool(...args: string[]) {
    const query = 'mutation { createApiToken(name: "x", scopes: [TRADE_PAPER]) { token } }';
    const { createApiToken } = await ada.data<{ createApiToken: { token: string } }>(query);
    const env = { TWINBOOK_URL: server.api.url, TWINBOOK_TOKEN: createApiToken.token };
    return runTool('import-data', args, env);
  }

  it('imports files, and names the lines of one that is wrong', async () => {
    const one = file('one.csv', minutesCsv(START, 30));
    const two = file('two.csv', minutesCsv(START, 30, 'QQQ'));
    const done = await tool('days', one, two, '--interval', 'ONE_MINUTE');
    expect(done).toMatchObject({ code: 0, said: expect.stringMatching(/60 rows now/) as string });
    const bad = file('bad.csv', minutesCsv(START, 3).replace('100.00', 'x'));
    const refused = await tool('days', bad, '--interval', 'ONE_MINUTE');
    expect(refused.code).toBe(1);
    expect(refused.said).toMatch(/bad.csv:2: open:/);
    expect((await runTool('import-data', ['x'], {})).code).toBe(1);
  });

  it('runs a kind of its own in TypeScript and a shipped one to the same end as ever', async () => {
    const { strategyKinds } = await ada.data<{
      strategyKinds: { kind: string; error: string | null }[];
    }>('{ strategyKinds { kind error } }');
    expect(strategyKinds).toContainEqual({ kind: 'mine', error: null });
    for (const kind of ['mine', 'buy-and-hold']) {
      const strategyId = await ada.save({ name: kind, kind });
      const span = ada.span(START, 30);
      const done = await ada.backtest({ strategyId, dataSet: 'days', ...span });
      expect(done).toMatchObject({ status: 'DONE', error: null, bars: 30 });
    }
  });

  it('runs on the desk’s own bars, which it keeps', async () => {
    const strategyId = await ada.save({ name: 'own bars', kind: 'buy-and-hold' });
    const span = { from: '2026-03-02T14:30:00Z', to: '2026-03-02T15:30:00Z', symbols: ['SPY'] };
    const asked = { strategyId, interval: 'ONE_MINUTE', ...span };
    const [one, two] = [await ada.backtest(asked), await ada.backtest(asked)];
    expect(one).toMatchObject({ status: 'DONE', bars: 60 });
    expect(two.hash).toBe(one.hash);
    expect(one.input.dataHash).toMatch(/^[0-9a-f]{64}$/);
  });
});
