import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskOfBook } from '../../server/ports/desk-of-book.ts';
import { RealDesk } from '../support/desks/real-desk.ts';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';
import { fencedBlocks } from '../support/values/fenced-blocks.ts';

const PAGE = path.resolve(import.meta.dirname, '..', '..', 'server', 'docs', 'real-money.md');
const [example = ''] = fencedBlocks(readFileSync(PAGE, 'utf8')).values();

let r: RealDesk;
let served: ServedDesk;
beforeEach(async () => {
  r = await RealDesk.start();
  served = await servedDesk({ real: r.servers[0] as DeskOfBook<'REAL'> });
});
afterEach(async () => {
  await served.close();
  await r.stop();
});

async function run(code: string): Promise<string> {
  const { PATH = '' } = process.env;
  const env = { PATH, TWINBOOK_TOKEN: await served.api.signUp('ada') };
  const here = code.replaceAll('127.0.0.1:4000', new URL(served.url).host);
  return (await promisify(execFile)('bash', ['-c', here], { env })).stdout;
}

it('the example of the page about real money arms, confirms, places and disarms', async () => {
  const printed = await run(example);
  expect(printed).not.toContain('"errors"');
  expect(printed).toContain('"armed":true,"armedUntil":"2026-03-11T00:00:00.000Z"');
  expect(printed).toMatch(/"cost":"500".*"expiresAt":"2026-03-10T16:01:00.000Z"/);
  expect(printed).toMatch(/"id":"real_\w+","mode":"REAL","status":"PENDING"/);
  expect(printed).toContain('"disarmRealTrading":{"armed":false}');
  expect([await r.trades(), r.t.venue.orders.length]).toEqual([1, 1]);
});

it('without the confirmation it is refused', async () => {
  const printed = await run(example.replace(',"confirmationToken":"\'$token\'"', ''));
  expect(printed).toContain('CONFIRMATION_REQUIRED');
  expect(await r.trades()).toBe(0);
});
