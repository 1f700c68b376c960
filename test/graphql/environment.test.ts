import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

let desk: ServedDesk | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await desk?.close();
  desk = undefined;
});

/** Requests that each layer refuses, and the first requests of tools. */
const ASKED: Readonly<Record<string, string>> = {
  introspection: JSON.stringify({ query: getIntrospectionQuery() }),
  'a type': JSON.stringify({ query: '{ __type(name: "Trade") { name description } }' }),
  'an unknown field': JSON.stringify({ query: '{ nothing }' }),
  'a broken document': JSON.stringify({ query: '{' }),
  'a broken body': '{',
  'a list of operations': JSON.stringify([{ query: '{ __typename }' }]),
  'a refusal of the desk': JSON.stringify({ query: '{ trade(id: "paper_none") { id } }' }),
};

async function answers(environment: string | undefined) {
  vi.stubEnv('NODE_ENV', environment);
  desk = await servedDesk();
  const token = await desk.api.signUp('ada');
  const all: Record<string, unknown> = {};
  for (const [name, body] of Object.entries(ASKED)) {
    const { status, headers, text } = await desk.api.post(body, { token });
    all[name] = { status, type: headers['content-type'], text: short(text) };
    const stranger = await desk.api.post(body);
    all[`${name}, to a stranger`] = { status: stranger.status, text: stranger.text };
  }
  const page = await desk.api.get('/graphql', { accept: 'text/html' });
  all['a browser at /graphql'] = { status: page.status, text: page.text };
  await desk.close();
  desk = undefined;
  return all;
}

/** A text, or for a long one its hash, which is enough to show a difference. */
function short(text: string): string {
  if (text.length < 2_000) return text;
  return createHash('sha256').update(text).digest('hex');
}

describe('NODE_ENV', () => {
  it.each([undefined, 'development', 'test'])(
    'changes no answer of the API: %s',
    async (environment) => {
      expect(await answers(environment)).toEqual(await answers('production'));
    },
  );

  it('keeps introspection for token holders, in production too', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    desk = await servedDesk();
    const token = await desk.api.signUp('ada');
    const { errors, data } = await desk.api.ask(getIntrospectionQuery(), { token });
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toContain('"placeTrade"');
    expect((await desk.api.ask(getIntrospectionQuery())).code).toBe('UNAUTHENTICATED');
  });
});

/** Packages in the server, each with why its switch changes nothing. A new one must be reviewed first. */
const SWITCHES: Readonly<Record<string, string>> = {
  '@solana-program/system':
    'words of errors in running programs, which rpc-host.ts never passes on',
  '@solana-program/token': 'the same',
  '@solana/errors': 'the words of its errors, which are never passed on',
  '@solana/rpc': 'the name of a mark that ends a request within it',
  '@solana/rpc-transport-http': 'a check of headers; rpc-host.ts has a transport of its own',
  '@solana/subscribable': 'the name of a mark that ends an iterator within it',
  '@apollo/server': 'graphql-endpoint.ts sets introspection, stack traces, landing page, signals',
  'altair-static': 'its bundle was built for production by its makers',
  esm: 'loads files for the command line of knex, which is not used',
  express: 'http.ts sets `env`, which its final handler reads; views are not used',
  finalhandler: 'is given `env` by express',
  graphql: 'checks for a second copy of itself, which the tests would meet as we would',
  'graphql-ws': 'graphql-socket.ts sets `isProd`',
  knex: 'its command line alone, which is not used',
  typescript: 'its own checks of itself and its command line',
};

it('NODE_ENV is read by no library of the server except those whose switch is set', () => {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; optional?: boolean }>;
  };
  const served = Object.entries(packages).filter(([folder, { dev }]) => folder !== '' && !dev);
  const readers = served
    .filter(([folder]) => readsEnvironment(path.join(ROOT, folder)))
    .map(([folder]) => folder.split('node_modules/').at(-1)!);
  expect([...new Set(readers)].sort()).toEqual(Object.keys(SWITCHES).sort());
});

/** Whether a package's own files read the environment; packages nested inside it are listed separately. */
function readsEnvironment(folder: string): boolean {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    // The package is built for another platform and not installed here.
    return false;
  }
  return entries.some((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name !== 'node_modules' && readsEnvironment(file);
    return /\.[cm]?js$/.test(entry.name) && readFileSync(file, 'utf8').includes('NODE_ENV');
  });
}
