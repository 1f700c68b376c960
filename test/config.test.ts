import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeFaults, reconciles } from '../server/compose/faults.ts';
import { loadConfig } from '../server/config.ts';
import { ConfigError } from '../server/config/problems.ts';
import { ENVIRONMENT } from '../server/config/environment.ts';
import { secretIn } from '../server/config/secret-file.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'twinbook-config-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function problems(env: Record<string, string>): readonly string[] {
  try {
    loadConfig({ DATA_DIR: dir, ...env });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('an empty environment', () => {
  it('is a valid configuration', () => {
    expect(loadConfig({ DATA_DIR: dir })).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      loopbackOnly: true,
      publicUrl: null,
      databaseUrl: null,
      signUpPolicy: 'first',
      realTrading: false,
      testClock: null,
      cadence: { sync: 60, snapshot: 40, tokenPrice: 10 },
      paper: { tradier: { url: 'https://sandbox.tradier.com/v1', token: null } },
    });
  });

  it('is the same as variables that are all empty', () => {
    expect(loadConfig({ DATA_DIR: dir, PORT: '', SECRET_KEY: '', HOST: '' }).port).toBe(4000);
  });
});

describe('Pyth', () => {
  const pyth = (env: Record<string, string>) => loadConfig({ DATA_DIR: dir, ...env }).pyth;

  it('is asked where it has a key or is one’s own, and nowhere else', () => {
    expect(pyth({})).toBeNull();
    const apiKey = 'key';
    expect(pyth({ PYTH_API_KEY: apiKey })).toEqual({ url: 'https://hermes.pyth.network', apiKey });
    const url = 'http://127.0.0.1:9';
    expect(pyth({ PYTH_URL: url })).toEqual({ url, apiKey: null });
    expect(pyth({ PYTH_URL: url, PYTH_API_KEY: apiKey })).toEqual({ url, apiKey });
  });
});

describe('the secret', () => {
  it('is made once, for the owner’s eyes only', () => {
    const { secretKey } = loadConfig({ DATA_DIR: dir });
    expect(secretKey.length).toBeGreaterThanOrEqual(32);
    expect(loadConfig({ DATA_DIR: dir }).secretKey).toBe(secretKey);
    const file = path.join(dir, 'secret.key');
    expect(readFileSync(file, 'utf8')).toBe(secretKey);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(secretIn(dir)).toBe(secretKey);
  });

  it('is not made when one is given', () => {
    const given = 'x'.repeat(32);
    expect(loadConfig({ DATA_DIR: dir, SECRET_KEY: given }).secretKey).toBe(given);
    expect(statSync(path.join(dir, 'secret.key'), { throwIfNoEntry: false })).toBeUndefined();
  });
});

it('reports everything that is wrong at once, by name and without values', () => {
  const reported = problems({
    PORT: 'sesame',
    PUBLIC_URL: 'https://a.example/path',
    DATABASE_URL: 'mysql://user:hunter2@db',
    SECRET_KEY: 'hunter2',
    ALLOW_SIGN_UP: 'maybe',
    REAL_TRADING: 'on',
    SYNC_SECONDS: '0',
    TEST_CLOCK: '2026-03-27T14:30:00Z',
    TEST_CLOCK_SPEED: '1001',
    WALLET_KEYPAIR: path.join(dir, 'none.json'),
  });
  const names = reported.map((line) => line.split(':')[0]);
  expect(names.sort()).toEqual(
    [
      'PORT',
      'PUBLIC_URL',
      'DATABASE_URL',
      'SECRET_KEY',
      'ALLOW_SIGN_UP',
      'SYNC_SECONDS',
      'TEST_CLOCK',
      'TEST_CLOCK_SPEED',
      'WALLET_KEYPAIR',
    ].sort(),
  );
  expect(reported.join()).not.toContain('hunter2');
});

it('lets neither address of Tradier stand for the other', () => {
  expect(problems({ TRADIER_SANDBOX_URL: 'https://api.tradier.com/v1' })).toEqual([
    'TRADIER_SANDBOX_URL: an address of the sandbox, not of production',
  ]);
  expect(problems({ TRADIER_LIVE_URL: 'https://SANDBOX.tradier.com/v1/' })).toEqual([
    'TRADIER_LIVE_URL: an address of production, not of the sandbox',
  ]);
});

describe('a server that others can reach', () => {
  it('needs a secret, and takes no new users unless ALLOW_SIGN_UP says so', () => {
    expect(problems({ HOST: '0.0.0.0' })).toEqual([
      'SECRET_KEY: required when HOST is not loopback',
    ]);
    const config = loadConfig({ DATA_DIR: dir, HOST: '0.0.0.0', SECRET_KEY: 'x'.repeat(32) });
    expect(config).toMatchObject({ loopbackOnly: false, signUpPolicy: 'never' });
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('is not %s', (HOST) => {
    expect(loadConfig({ DATA_DIR: dir, HOST }).loopbackOnly).toBe(true);
  });
});

it('refuses a keypair that others can read', () => {
  const file = path.join(dir, 'keypair.json');
  writeFileSync(file, '[]');
  chmodSync(file, 0o644);
  expect(problems({ WALLET_KEYPAIR: file })).toEqual([
    'WALLET_KEYPAIR: its mode is 0644, not 0600',
  ]);
  chmodSync(file, 0o600);
  expect(problems({ WALLET_KEYPAIR: file })).toEqual([]);
});

it('starts the test clock at TEST_CLOCK', () => {
  const env = { DATA_DIR: dir, TEST_CLOCK: '2026-03-27T10:30:00-04:00', TEST_CLOCK_SPEED: '60' };
  expect(loadConfig(env).testClock).toEqual({ start: new Date('2026-03-27T14:30:00Z'), speed: 60 });
});

describe('a desk that may be ended at a fault point', () => {
  const test = { TEST_FAULTS: 'points', TEST_CLOCK: '2026-03-27T14:30:00Z' };

  it('has a test’s clock, no real trading, and is seen by nobody else', () => {
    expect(problems({ TEST_FAULTS: 'points' })).toEqual([
      'TEST_FAULTS: refused without TEST_CLOCK',
    ]);
    expect(problems({ ...test, REAL_TRADING: 'on' })).toEqual([
      'TEST_CLOCK: refused together with REAL_TRADING=on',
      'TEST_FAULTS: refused together with REAL_TRADING=on',
    ]);
    expect(problems({ ...test, HOST: '0.0.0.0', SECRET_KEY: 'x'.repeat(32) })).toEqual([
      'TEST_FAULTS: refused where HOST is not loopback',
    ]);
    expect(problems({ ...test, TEST_FAULTS: 'all' })).toEqual([
      'TEST_FAULTS: points or no-reconciliation',
    ]);
    expect(problems(test)).toEqual([]);
  });

  it('has fault points only when its configuration says so', () => {
    const config = loadConfig({ DATA_DIR: dir, ...test, TEST_FAULTS: 'no-reconciliation' });
    expect([composeFaults(config), reconciles(config)]).toEqual([expect.any(Function), false]);
    for (const people of [{ testFaults: null }, { testClock: null }, { realTrading: true }]) {
      const theirs = { ...config, ...people };
      expect([composeFaults(theirs), reconciles(theirs)]).toEqual([undefined, true]);
    }
  });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
  const settings = lines.flatMap((line) => {
    const [, name, value] = /^#?([A-Z_]+)=(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });

  it('names every variable once, and sets none', () => {
    expect(settings.map(([name]) => name).sort()).toEqual(Object.keys(ENVIRONMENT.shape).sort());
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });

  it('lists the defaults', () => {
    const defaults: Record<string, unknown> = ENVIRONMENT.parse({});
    const withDefault = settings.filter(([name]) => defaults[name] !== undefined);
    expect(withDefault.map(([name, value]) => [name, value])).toEqual(
      withDefault.map(([name]) => [name, String(defaults[name])]),
    );
    expect(
      settings.filter(([name, value]) => value !== '' && defaults[name] === undefined),
    ).toEqual([]);
  });
});

it('knows what the compose file sets', () => {
  const compose = readFileSync(new URL('../compose.yaml', import.meta.url), 'utf8');
  const desk = /environment:\n((?: {6}.*\n)+)/.exec(compose)?.[1] ?? '';
  const names = [...desk.matchAll(/^ {6}(\w+):/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(4);
  for (const name of names) expect(Object.keys(ENVIRONMENT.shape)).toContain(name);
});

describe('a pooled database', () => {
  const pooled = 'postgres://user:hunter2@ep-cool-1-pooler.eu.example/desk';

  it('needs the direct connection as well', () => {
    expect(problems({ DATABASE_URL: pooled })).toEqual([
      expect.stringMatching(/^DIRECT_DATABASE_URL: required/),
    ]);
    const DIRECT_DATABASE_URL = pooled.replace('-pooler', '');
    const config = loadConfig({ DATA_DIR: dir, DATABASE_URL: pooled, DIRECT_DATABASE_URL });
    expect([config.databaseUrl, config.directDatabaseUrl]).toEqual([pooled, DIRECT_DATABASE_URL]);
  });

  it('is used directly when it is not pooled', () => {
    expect(problems({ DIRECT_DATABASE_URL: 'postgres://db/desk' })).toEqual([
      'DIRECT_DATABASE_URL: says nothing without DATABASE_URL',
    ]);
    const config = loadConfig({ DATA_DIR: dir, DATABASE_URL: 'postgres://db/desk' });
    expect(config.directDatabaseUrl).toBe('postgres://db/desk');
  });
});
