import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiToken, Assistant, stdioTransport } from '../support/servers/assistant.ts';
import { ServerProcess } from '../support/servers/server-process.ts';
import { Trader } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';
import { takenToPaper } from './taken-to-paper.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
/** A minute's bar takes five seconds, in which what was asked for at its end has to be done. */
const SPEED = '12';

let server: ServerProcess;
let ada: Trader;
let paper: string;
beforeAll(async () => {
  const env = { TEST_CLOCK: '2026-03-10T16:00:00.000Z', TEST_CLOCK_SPEED: SPEED };
  server = await ServerProcess.start({ env });
  ada = await Trader.signUp(server, 'ada');
  paper = await apiToken((query) => ada.ask(query), 'TRADE_PAPER');
});
afterAll(() => server.close());

const envOf = (token: string, url = server.api.url) => ({
  TWINBOOK_URL: url,
  TWINBOOK_TOKEN: token,
});

describe('an assistant', () => {
  it('has the same tools and answers over both transports', async () => {
    const assistants = [
      await Assistant.http(server.api.url, paper),
      await Assistant.stdio(server.api.url, paper),
    ] as const;
    const [http, stdio] = assistants;
    expect(await stdio.tools()).toEqual(await http.tools());
    expect(stdio.client.getInstructions()).toBe(http.client.getInstructions());
    const settled = ({ asOf: _at, ...rest }: object & { asOf: string }) => rest;
    const asked = ['trades', { mode: 'PAPER' }] as const;
    expect(settled(await stdio.call(...asked))).toEqual(settled(await http.call(...asked)));
    const refused = await stdio.call('trades', { mode: 'PAPER', first: 0 });
    expect(refused).toMatchObject({ isError: true, code: 'BAD_USER_INPUT', field: 'first' });
    const guides = await Promise.all(assistants.map((each) => each.read('twinbook://guide')));
    expect(guides[1]!.data).toEqual(guides[0]!.data);
    for (const each of assistants) await each.close();
  });

  it('takes a shipped strategy through a backtest to PAPER by the guide alone', async () => {
    const assistant = await Assistant.stdio(server.api.url, paper);
    const { told, strategy } = await takenToPaper(assistant);
    expect(told).toEqual(expect.arrayContaining(['save_strategy', 'run_backtest', 'promotion']));
    const traded = await until(
      'a trade of the strategy',
      async () => {
        const filter = { strategy: strategy.name };
        const { nodes } = await assistant.data<{ nodes: { context: object }[] }>('trades', {
          ...{ mode: 'PAPER', filter },
        });
        return nodes[0];
      },
      { within: 60_000 },
    );
    expect(traded).toMatchObject({ context: { strategy: strategy.name }, symbol: 'SPY' });
    await assistant.data('stop_strategy', { id: strategy.id });
    await assistant.close();
  });
});

/** Starts the bridge as a host does, writes these lines and closes; resolves to its whole output. */
async function spoken(env: Record<string, string>, lines: readonly object[]) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('npm', ['--prefix', ROOT, 'run', '-s', 'mcp'], {
    ...{ cwd: tmpdir(), env: { PATH, HOME, ...env } },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  child.stdin.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const [code] = (await once(child, 'close')) as [number | null];
  const messages = said.out.split('\n').filter(Boolean);
  return { code, err: said.err, messages: messages.map((line) => JSON.parse(line) as object) };
}

const HELLO = {
  ...{ jsonrpc: '2.0', id: 1, method: 'initialize' },
  params: {
    ...{ protocolVersion: '2025-06-18', capabilities: {} },
    clientInfo: { name: 'host', version: '1' },
  },
};
const LIST = { jsonrpc: '2.0', id: 2, method: 'tools/list' };

describe('the bridge over stdio', () => {
  it('starts from any folder, says messages alone on stdout, and ends with its host', async () => {
    const { code, err, messages } = await spoken(envOf(paper), [HELLO, LIST]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(messages).toHaveLength(2);
    expect(messages).toContainEqual(
      expect.objectContaining({ jsonrpc: '2.0', id: 2, result: expect.anything() as unknown }),
    );
  });

  it.each([
    ['a wrong token', () => envOf('tb_wrong'), /does not know the token in TWINBOOK_TOKEN/],
    ['no token', () => envOf(''), /TWINBOOK_TOKEN is not set/],
    ['a missing server', () => envOf(paper, 'http://127.0.0.1:1'), /No Twinbook server is at/],
    ['an address that is none', () => envOf(paper, 'nowhere'), /TWINBOOK_URL/],
  ])('tells %s in words, to the host and on stderr', async (_, env, words) => {
    const transport = stdioTransport(env());
    let err = '';
    transport.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()));
    await expect(Assistant.over(transport)).rejects.toThrow(words);
    // A line may come after the end.
    await expect.poll(() => err).toMatch(words);
    await transport.close();
  });

  it('tells of a server that has gone meanwhile, and lives on', async () => {
    const assistant = await Assistant.stdio(server.api.url, paper);
    expect(await assistant.names()).toContain('portfolio');
    await server.kill9();
    const gone = /No Twinbook server|broke before/;
    await expect(assistant.call('strategies')).rejects.toThrow(gone);
    await assistant.client.ping();
    await expect(assistant.call('strategies')).rejects.toThrow(gone);
    await assistant.close();
  });
});
