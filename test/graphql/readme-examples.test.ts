import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PLAYGROUND_EXAMPLES } from '../../server/http/playground-examples.ts';
import { fencedBlocks } from '../support/values/fenced-blocks.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const text = readFileSync(path.join(ROOT, 'server', 'docs', 'api.md'), 'utf8');
const blocks = fencedBlocks(text);
const schema = buildSchema(readFileSync(path.join(ROOT, 'schema.graphql'), 'utf8'));

let desk: SimulatedDesk;
let token: string;
beforeAll(async () => {
  desk = await simulatedDesk();
  const session = await desk.api.signUp('ada');
  await desk.buyCall(session);
  const { createApiToken } = await desk.ask<{ createApiToken: { token: string } }>(
    session,
    'mutation { createApiToken(name: "readme", scopes: [TRADE_PAPER]) { token } }',
  );
  ({ token } = createApiToken);
});
afterAll(() => desk.close());

/** Runs a block of the page about the API as a reader would, but against this desk; returns its output. */
async function run(name: string, command: string, args: readonly string[]): Promise<string> {
  const block = blocks.get(name);
  if (block === undefined) throw new Error(`The page has no example for ${name}`);
  const code = block.replaceAll('127.0.0.1:4000', new URL(desk.url).host);
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, NO_COLOR: '1', TWINBOOK_TOKEN: token };
  const child = spawn(command, args, { cwd: ROOT, env });
  let printed = '';
  const keep = (chunk: Buffer) => void (printed += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.stdin.end(code);
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (status !== 0) throw new Error(`${name} ended with ${String(status)}:\n${printed}`);
  return printed;
}

const MODULE = ['--input-type=module', '-'];

it.each([
  ['graphql-request', ['equity:', 'cash:']],
  ['Apollo Client', ['totalCount: 1', "status: 'OPEN'"]],
  ['urql', ["username: 'ada'", "symbol: 'SPY'"]],
])('the example for %s runs', async (name, expected) => {
  const printed = await run(name, process.execPath, MODULE);
  for (const part of expected) expect(printed).toContain(part);
});

it('the example for curl runs', async () => {
  const printed = await run('curl', 'bash', ['-s']);
  expect(printed).toContain('"deposits":"100000"');
  expect(printed).toMatch(/"placeTrade":\{"id":"paper_\w+","status":"OPEN"/);
  expect(printed).not.toContain('"errors"');
});

it('every operation of the page and of the playground is one of the schema', () => {
  const operations = [...text.matchAll(/^```graphql\n([\s\S]*?)^```$/gm)].map(([, code]) => code!);
  expect(operations.length).toBeGreaterThan(1);
  for (const query of [...operations, ...PLAYGROUND_EXAMPLES.map((each) => each.query)]) {
    expect(validate(schema, parse(query))).toEqual([]);
  }
});

it.each(PLAYGROUND_EXAMPLES.filter(({ query }) => !query.includes('subscription')))(
  'the playground’s “$name” is answered',
  async ({ query, variables }) => {
    const { startDemo } = await desk.ask<{ startDemo: { token: string } }>(
      '',
      'mutation { startDemo { token } }',
    );
    const asking = { token: startDemo.token, ...(variables ? { variables } : {}) };
    const { data, errors } = await desk.api.ask(query, asking);
    expect(errors).toEqual([]);
    expect(data).not.toBeNull();
  },
);

it('the playground opens with all of them', async () => {
  const { text: page } = await desk.api.get('/playground/');
  for (const { name } of PLAYGROUND_EXAMPLES) expect(page).toContain(name);
});
