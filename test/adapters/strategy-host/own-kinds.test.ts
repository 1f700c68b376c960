import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { servedDesk, type ServedDesk } from '../../support/desks/served-desk.ts';
import { scratchFolder } from '../../support/databases/scratch-folder.ts';
import { fencedBlocks } from '../../support/values/fenced-blocks.ts';
import { Strategist } from '../../support/servers/strategist.ts';

const START = Date.parse('2026-03-02T14:30:00Z');

const GOOD = `type Bar = { symbol: string; close: number };
interface P { n: number }
export default {
  title: 'Mine', description: 'Buys the first bars.', assetClasses: ['EQUITY'],
  parameters: { n: { type: 'integer', minimum: 2, default: 20, description: 'bars' } },
  history: (p: P) => p.n,
  create: (p: P) => {
    let seen: number = 0;
    return { onBar(bar: Bar, desk: any) {
      globalThis.runs = (globalThis.runs ?? 0) + 1;
      seen += 1;
      if (seen === 1) desk.log('env ' + Object.keys(process.env).length + ' runs ' + globalThis.runs);
      if (seen === p.n) desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '2' });
    } };
  },
};`;

const own = (
  onBar: string,
  more = '',
) => `export default { title: 'T', description: 'D', assetClasses: ['EQUITY'], ${more}
  create: () => ({ onBar(bar, desk) { ${onBar} } }) };`;

/** The example strategy of the page about writing one. */
function documented(): string {
  const page = path.resolve(import.meta.dirname, '../../../server/docs/strategies.md');
  return fencedBlocks(readFileSync(page, 'utf8')).get('three-up.ts')!;
}

const FILES: Readonly<Record<string, string>> = {
  'mine.ts': GOOD,
  'with-library.mjs': `import { SMA } from 'trading-signals';\n${own('new SMA(3).add(bar.close);')}`,
  'documented.ts': documented(),
  'throws.js': own('throw new Error("no idea");'),
  'spins.js': own('for (;;);'),
  'eats.js': own(
    'globalThis.all = []; for (;;) globalThis.all.push(new Array(1e5).fill(bar.close));',
  ),
  'hangs-at-once.js': 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);',
  'wrong.ts': 'export default { title: ;',
  'fives.js': own('', "interval: 'FIVE_MINUTES',"),
  'odd.js': own('', "interval: 'TWO_DAYS',"),
  'bare.js': 'export const nothing = 1;',
  'sma-cross.js': own(''),
  'Upper.js': own(''),
  'ab.js': own(''),
  [`${'a'.repeat(41)}.js`]: own(''),
  'notes.txt': 'not a strategy',
};

let desk: ServedDesk;
let ada: Strategist;
let named = 0;
const folder = scratchFolder('own');

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
  mkdirSync(path.join(folder, 'folder.ts'));
  desk = await servedDesk({ strategiesFolder: folder });
  ada = await Strategist.at(desk.api, await desk.api.signUp('ada'));
  const rows = Array.from({ length: 40 }, (_, n) => {
    return `SPY,${new Date(START + n * 60_000).toISOString()},10,11,9,${10 + (n % 2)},5`;
  });
  await ada.import(
    'days',
    ['symbol,at,open,high,low,close,volume', ...rows].join('\n'),
    'ONE_MINUTE',
  );
  desk.strategies.start();
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

interface Listed {
  readonly kind: string;
  readonly own: boolean;
  readonly error: string | null;
  readonly version: string;
  readonly interval: string | null;
  readonly parameters: object;
}

async function kinds(): Promise<ReadonlyMap<string, Listed>> {
  const { strategyKinds } = await ada.data<{ strategyKinds: Listed[] }>(
    '{ strategyKinds { kind own error version interval parameters title description assetClasses } }',
  );
  return new Map(strategyKinds.map((each) => [each.kind, each]));
}

async function outcome(kind: string, parameters: object = {}) {
  const id = await ada.save({ name: `${kind} ${JSON.stringify(parameters)}`, kind, parameters });
  return ada.backtest({ strategyId: id, dataSet: 'days', ...ada.span(START, 40) });
}

describe('strategies of the operator’s folder', () => {
  it('are listed with what they say of themselves, and the digest of their text', async () => {
    const mine = (await kinds()).get('mine')!;
    const version = createHash('sha256').update(GOOD).digest('hex');
    expect(mine).toMatchObject({ own: true, error: null, version });
    expect(mine.parameters).toMatchObject({
      ...{ type: 'object', additionalProperties: false },
      properties: { n: { type: 'integer', minimum: 2, default: 20, description: 'bars' } },
    });
  });

  it.each([
    ['folder', /cannot be read/],
    ['wrong', /Line 1/],
    ['bare', /no default export/],
    ['odd', /none of ONE_MINUTE/],
    ['hangs-at-once', /does not load within/],
    ['Upper', /a-z, 0-9 and -/],
    ['ab', /3 to 40/],
    ['a'.repeat(41), /3 to 40/],
    ['sma-cross.js', /another kind sma-cross/],
  ])(
    'that cannot be loaded (%s) are listed with the reason, and cannot be saved',
    async (kind, why) => {
      const listed = await kinds();
      expect(listed.get(kind)?.error).toMatch(why);
      expect(listed.get('sma-cross')).toMatchObject({ own: false, error: null });
      expect(listed.has('notes')).toBe(false);
      const { code, field } = await ada.ask(
        `mutation { saveStrategy(input: { name: "x", kind: "${kind}" }) { id } }`,
      );
      expect([code, field]).toEqual(['BAD_USER_INPUT', 'kind']);
    },
  );

  it('run in a fresh module each time, without the server’s environment', async () => {
    for (const n of [3, 4]) {
      const done = await outcome('mine', { n });
      expect(done).toMatchObject({ status: 'DONE', error: null });
      const { backtest } = await ada.data<{ backtest: { log: { text: string }[] } }>(
        `{ backtest(id: "${done.id}") { log { text } openPositions { quantity } } }`,
      );
      expect(backtest).toMatchObject({
        ...{ log: [{ text: 'env 0 runs 1' }], openPositions: [{ quantity: '2' }] },
      });
    }
    expect(await outcome('documented', { count: 2 })).toMatchObject({ status: 'DONE' });
    expect(await outcome('with-library')).toMatchObject({ status: 'DONE', error: null });
  });

  it.each([
    ['throws', /no idea/],
    ['spins', /more than 5 s/],
    ['eats', /64 MB/],
  ])('that misbehave (%s) fail alone, with their reason', async (kind, why) => {
    const failing = outcome(kind);
    const fine = await outcome('coin-flip', { every: kind.length + 2 });
    expect(fine.status).toBe('DONE');
    const failed = await failing;
    expect(failed.status).toBe('FAILED');
    expect(failed.error).toMatch(why);
  });

  it('see bars of the interval that they name, in a backtest as in a book; others minutes', async () => {
    const cyd = await Strategist.at(desk.api, await desk.api.signUp('cyd'));
    const rows = (stepMs: number) =>
      Array.from({ length: 4 }, (_, n) => {
        return `SPY,${new Date(START + n * stepMs).toISOString()},10,11,9,10`;
      });
    const csv = (stepMs: number) => ['symbol,at,open,high,low,close', ...rows(stepMs)].join('\n');
    await cyd.import('minutes', csv(60_000), 'ONE_MINUTE');
    await cyd.import('hours', csv(3_600_000), 'ONE_HOUR');
    const intervals = async (kind: string) => {
      const strategyId = await cyd.save({ name: kind, kind, symbols: ['SPY'] });
      const asked = { strategyId, ...cyd.span(START, 4) };
      const told: unknown[] = [];
      for (const dataSet of ['minutes', 'hours', null])
        told.push((await cyd.run({ ...asked, dataSet })).input.interval);
      await cyd.data(`mutation { startStrategy(id: "${strategyId}", mode: PAPER) { id } }`);
      const run = await desk.runs.newestOf('cyd', strategyId);
      return [(await kinds()).get(kind)!.interval, ...told, run?.interval];
    };
    const fives = 'FIVE_MINUTES';
    expect(await intervals('fives')).toEqual([fives, fives, 'ONE_HOUR', fives, fives]);
    expect(await intervals('option-momentum')).toEqual([
      ...['ONE_DAY', 'ONE_DAY', 'ONE_DAY', 'ONE_DAY', 'ONE_DAY'],
    ]);
    const minute = 'ONE_MINUTE';
    expect(await intervals('throws')).toEqual([minute, minute, 'ONE_HOUR', minute, minute]);
  });

  it('run twenty of a user at once and no more, each in a thread of its own', async () => {
    const bob = await Strategist.at(desk.api, await desk.api.signUp('bob'));
    const start = async (kind: string) => {
      const name = `${kind} ${(named += 1)}`;
      const id = await bob.save({ name, kind, symbols: ['SPY'] });
      return bob.ask(`mutation { startStrategy(id: "${id}", mode: PAPER) { running } }`);
    };
    for (let n = 0; n < 20; n += 1) expect((await start('mine')).code).toBeNull();
    const { code, field } = await start('throws');
    expect([code, field]).toEqual(['BAD_USER_INPUT', 'id']);
    expect((await start('coin-flip')).code).toBeNull();
    const { strategies } = await bob.data<{ strategies: { id: string; kind: string }[] }>(
      '{ strategies { id kind } }',
    );
    const one = strategies.find(({ kind }) => kind === 'mine')!.id;
    const again = `mutation { startStrategy(id: "${one}", mode: PAPER) { running } }`;
    expect((await bob.ask(again)).code).toBeNull();
    await bob.data(`mutation { stopStrategy(id: "${one}") { id } }`);
    expect((await start('throws')).code).toBeNull();
    expect((await bob.ask(again)).code).toBe('BAD_USER_INPUT');
  });
});
