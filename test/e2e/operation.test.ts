import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { Pushes } from '../support/pushes.ts';
import { ServerProcess, type ServerOptions } from '../support/server-process.ts';
import { bothSidesOf, Trader, type WireBatch, type WireTrade } from '../support/trader.ts';
import { until } from '../support/until.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function started(options: ServerOptions = {}): Promise<ServerProcess> {
  const server = await ServerProcess.start(options);
  cleanups.push(() => server.close());
  return server;
}

describe('configuration that is wrong', () => {
  it('is told all at once, with each variable’s name, and nothing listens', async () => {
    const env = {
      ...{ PORT: 'eighty', SYNC_SECONDS: '0', DATABASE_URL: 'mysql://nowhere', HOST: '0.0.0.0' },
      ...{ TEST_CLOCK: 'noon', REAL_TRADING: 'maybe', ALLOW_SIGN_UP: 'perhaps' },
    };
    const { code, output, listened } = await ServerProcess.runToExit({ env });
    expect([code, listened]).toEqual([1, false]);
    for (const name of [...Object.keys(env).filter((name) => name !== 'HOST'), 'SECRET_KEY']) {
      expect(output).toMatch(new RegExp(`^${name}: `, 'm'));
    }
    expect(output.trim().split('\n')).toHaveLength(7);
  });
});

const pgUrl = inject('pgUrl');
const sqlite = async (): Promise<ServerOptions> => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'twinbook-two-'));
  cleanups.push(async () => rmSync(dataDir, { recursive: true, force: true }));
  return { dataDir };
};
/** A Postgres database of its own in the tests' server. */
const postgres = async (): Promise<ServerOptions> => {
  const name = `e2e_${randomUUID().replaceAll('-', '')}`;
  const run = async (sql: string) => {
    const admin = new pg.Client({ connectionString: pgUrl });
    await admin.connect();
    await admin.query(sql).finally(() => admin.end());
  };
  await run(`CREATE DATABASE ${name}`);
  cleanups.push(() => run(`DROP DATABASE ${name} WITH (FORCE)`));
  const url = new URL(pgUrl ?? '');
  url.pathname = `/${name}`;
  return { env: { DATABASE_URL: url.href, SECRET_KEY: 'one secret for both of the servers' } };
};
const shared: [string, () => Promise<ServerOptions>][] = [['SQLite DATA_DIR', sqlite]];
if (pgUrl) shared.push(['Postgres', postgres]);

describe.each(shared)('two servers on one %s', (_, options) => {
  it('push each other’s trades, share keys, and run each job once over both', async () => {
    const { env, dataDir } = await options();
    const both = {
      ...(dataDir && { dataDir }),
      env: { ...env, SYNC_SECONDS: '1', SNAPSHOT_SECONDS: '1' },
    };
    const one = await started(both);
    const two = await started(both);
    const began = performance.now();
    const here = await Trader.signUp(one, 'ada');
    const there = new Trader(two, here.token);
    const changes = await there.changes();
    const alerts = await Pushes.open<{ kind: string }>(
      two.api,
      there.token,
      'subscription { alertRaised(mode: PAPER) { kind } }',
    );
    // At once: what happens right after the subscription began must not wait for the next change.
    const ticket = await here.ticket({ bracket: { stopLoss: '0.05', takeProfit: '900' } });
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_none, at) => (at % 2 ? here : there).place(ticket)),
    );
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
    const { id } = tries[0]!;
    await changes.one('OPEN at the other server', ({ events }) =>
      events.some(({ trade }) => trade.id === id && trade.status === 'OPEN'),
    );
    await changes.one('a mark at the other server', ({ trades }) =>
      trades.some((trade) => trade.id === id && trade.mark?.price),
    );
    await alerts.one('the alert at the other server', ({ kind }) => kind === 'FAR_FROM_MARK');
    const trade = await there.trade(id);
    expect(trade.orders).toHaveLength(3);
    expect((await here.trades()).length).toBe(1);
    const versions = changes.all.flatMap(({ events }) =>
      events.map((event) => event.trade.version),
    );
    expect(versions).toEqual(versions.map((_none, index) => (versions[0] ?? 0) + index));
    const [left, right] = bothSidesOf(await there.book());
    expect(left).toBe(right);
    await expectOnce([here, there], began);
    await Promise.all([changes.close(), alerts.close()]);
    await Promise.all([one.stop(), two.stop()]);
  }, 60_000);
});

/** Runs of both together are no more than one server alone would have had. */
async function expectOnce(traders: readonly Trader[], began: number): Promise<void> {
  const runsOf = async () => {
    const both = await Promise.all(
      traders.map((trader) => trader.ask<{ jobs: WireJob[] }>('{ jobs { name runs lastError } }')),
    );
    const all = both.flatMap(({ jobs }) => jobs);
    expect(all.filter(({ lastError }) => lastError)).toEqual([]);
    const of = (name: string) => all.filter((job) => job.name === name).map(({ runs }) => runs);
    return { sync: of('sync-orders'), snapshots: of('take-snapshots') };
  };
  const sum = (runs: readonly number[]) => runs.reduce((total, each) => total + each, 0);
  const runs = await until('some runs', async () => {
    const now = await runsOf();
    return sum(now.sync) > 5 && sum(now.snapshots) > 5 && now;
  });
  const seconds = (performance.now() - began) / 1000;
  console.log('runs of both servers', JSON.stringify(runs), `in ${seconds.toFixed(1)} s`);
  // The servers started a few seconds before the count.
  for (const each of [runs.sync, runs.snapshots]) expect(sum(each)).toBeLessThan(seconds + 10);
}

interface WireJob {
  readonly name: string;
  readonly runs: number;
  readonly lastError: string | null;
}

describe('the demo', () => {
  it('has lived: open trades, a history, marks that move, and exact money', async () => {
    const server = await started();
    const { startDemo } = await server.graphql<{ startDemo: { token: string } }>(
      'mutation { startDemo { token } }',
    );
    const demo = new Trader(server, startDemo.token);
    const changes = await demo.changes();
    const trades = await demo.trades();
    const open = trades.filter(({ phase }) => phase === 'OPEN');
    const closed = trades.filter(({ phase }) => phase === 'CLOSED');
    console.log(`demo: ${open.length} open, ${closed.map(({ status }) => status).join(' ')}`);
    expect(open.length).toBeGreaterThan(1);
    expect(closed.length).toBeGreaterThan(3);
    expect(new Set(closed.map(({ status }) => status)).size).toBeGreaterThan(1);
    const [left, right] = bothSidesOf(await demo.book());
    expect(left).toBe(right);
    const prices = (batches: readonly WireBatch[]) =>
      batches.flatMap((batch) => batch.trades.map(({ id, mark }) => `${id} ${mark?.price ?? ''}`));
    const start = new Set(await marked(demo));
    await until('a mark that moved', () => prices(changes.all).some((price) => !start.has(price)), {
      within: 10_000,
    });
    expect(readdirSync(server.dataDir)).toContain('paper.sqlite');
    await changes.close();
    expect(await server.stop()).toBeLessThan(8_000);
  });
});

async function marked(trader: Trader): Promise<string[]> {
  const { trades } = await trader.ask<{
    trades: { nodes: (Pick<WireTrade, 'id'> & { mark: { price: string } | null })[] };
  }>('{ trades(mode: PAPER, phase: OPEN) { nodes { id mark { price } } } }');
  return trades.nodes.map(({ id, mark }) => `${id} ${mark?.price ?? ''}`);
}
