import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServerProcess } from '../support/servers/server-process.ts';
import { fencedBlocks } from '../support/values/fenced-blocks.ts';

const PAGE = path.resolve(import.meta.dirname, '..', '..', 'server', 'docs', 'api.md');
const blocks = fencedBlocks(readFileSync(PAGE, 'utf8'));
const NOWHERE = 'http://127.0.0.1:9';

let server: ServerProcess;
beforeAll(async () => {
  const env = { TOKEN_PRICE_SECONDS: '1', JUPITER_URL: NOWHERE, DEXSCREENER_URL: NOWHERE };
  server = await ServerProcess.start({ env });
});
afterAll(() => server.close());

/** What the page's examples print when a reader types them, one after the other, against this server. */
async function typed(names: readonly string[]): Promise<string> {
  const { host } = new URL(server.api.url);
  const { PATH = '' } = process.env;
  const child = spawn('bash', ['-s'], { env: { PATH } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (printed += chunk.toString()));
  for (const name of names)
    child.stdin.write(`${blocks.get(name)?.replaceAll('127.0.0.1:4000', host)}\n`);
  child.stdin.end();
  await once(child, 'close');
  return printed;
}

/** Types the swap's examples; one swap of fifty never lands, and then another demo user types them again. */
async function swapped(): Promise<string> {
  for (let tries = 0; tries < 3; tries += 1) {
    const printed = await typed(['curl', 'token']);
    if (!/"status":"REJECTED"|never landed/.test(printed)) return printed;
  }
  throw new Error('Three swaps failed, one after the other.');
}

it('the example of a token runs on a demo, from its name to its result', async () => {
  const printed = await swapped();
  expect(printed).not.toContain('"errors"');
  expect(printed).toMatch(/"previewTrade":\{"cost":"\d+\.\d+","fees":"0\.\d+"/);
  expect(printed).toMatch(/"placeTrade":\{"status":"OPEN","filledQuantity":"(99|100)\.\d+"/);
  expect(printed).toMatch(/"closeTrade":\{"status":"MANUAL_CLOSE","exitPrice":"\d/);
});
