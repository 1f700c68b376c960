import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';

let desk: ServedDesk;
let provider: string | null = null;
let database: string | null = null;
const client = mkdtempSync(path.join(os.tmpdir(), 'twinbook-client-'));

beforeAll(async () => {
  mkdirSync(path.join(client, 'assets'));
  writeFileSync(path.join(client, 'index.html'), '<!doctype html><title>Twinbook</title>');
  writeFileSync(path.join(client, 'assets', 'main-1a2b.js'), 'export {};');
  const checks = [
    { name: 'database', essential: true, check: async () => database },
    { name: 'ORATS', essential: false, check: async () => provider },
  ];
  desk = await servedDesk({ clientDirectory: client, readiness: checks });
});
afterAll(async () => {
  await desk.close();
  rmSync(client, { recursive: true });
});

describe('the dashboard', () => {
  it.each(['/', '/history', '/trade/paper_01abc', '/settings?tab=limits'])(
    'is at %s',
    async (url) => {
      const { status, text, headers } = await desk.api.get(url);
      expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(text).toContain('<title>Twinbook');
    },
  );

  it('caches its files for ever, and answers 404 for a missing one', async () => {
    const { headers, text } = await desk.api.get('/assets/main-1a2b.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(text).toBe('export {};');
    for (const url of ['/assets/other.js', '/favicon.png', '/assets/..%2f..%2fetc/passwd']) {
      expect((await desk.api.get(url)).status).toBe(404);
    }
  });

  it('may load and connect to nothing but us', async () => {
    const { headers } = await desk.api.get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${desk.server.port}`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

it('the playground uses no third-party files', async () => {
  expect((await desk.api.get('/playground')).headers.location).toBe('/playground/');
  const { status, text } = await desk.api.get('/playground/');
  expect(status).toBe(200);
  const outside = [...text.matchAll(/(?:src|href)="(https?:)?\/\/[^"]*"/g)].map(([found]) => found);
  expect(outside).toEqual([]);
  const script = /src="([^"]+\.js)"/.exec(text)?.[1];
  const loaded = await desk.api.get(new URL(script!, `${desk.url}/playground/`).pathname);
  expect([loaded.status, loaded.text.length > 1_000]).toEqual([200, true]);
});

it('the playground runs no script that is not its own', async () => {
  const nonces: string[] = [];
  for (let each = 0; each < 2; each += 1) {
    const { headers, text } = await desk.api.get('/playground/');
    const policy = String(headers['content-security-policy']);
    const scripts = /script-src ([^;]*);/.exec(policy)?.[1];
    const nonce = /'nonce-([^']+)'/.exec(scripts!)?.[1];
    expect(scripts).toBe(`'self' 'nonce-${nonce}' 'unsafe-eval'`);
    const inline = [...text.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)].map(([tag]) => tag);
    expect(new Set(inline)).toEqual(new Set([`<script type="module" nonce="${nonce}">`]));
    expect(text).not.toMatch(/<[^>]+\son\w+=/);
    nonces.push(nonce!);
  }
  expect(nonces[0]).not.toBe(nonces[1]);
});

describe('health', () => {
  it('is alive as long as the process', async () => {
    expect((await desk.api.get('/healthz')).status).toBe(200);
  });

  it('is ready while essential parts work', async () => {
    provider = 'is down';
    const answer = await desk.api.get('/readyz');
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      200,
      { ready: true, reasons: [], notes: ['ORATS: is down'] },
    ]);
    database = 'does not answer';
    const unready = await desk.api.get('/readyz');
    expect([unready.status, JSON.parse(unready.text)]).toMatchObject([
      503,
      { ready: false, reasons: ['database: does not answer'] },
    ]);
  });
});

describe('metrics', () => {
  it('are open when only this machine can ask', async () => {
    const { status, text } = await desk.api.get('/metrics');
    expect(status).toBe(200);
    expect(text).toContain('twinbook_sockets 0');
    expect(text).toContain('twinbook_slow_readers 0');
  });

  it('require an ADMIN when others can ask', async () => {
    const open = await servedDesk({ host: '0.0.0.0', publicUrl: 'http://localhost:1' });
    const at = open.api;
    const host = 'localhost:1';
    const signUp = (name: string) =>
      at.ask(`mutation { signUp(username: "${name}", password: "long enough") { token } }`, {
        headers: { host },
      });
    const tokens = [await signUp('ada'), await signUp('bob')].map(
      ({ data }) => (data as unknown as { signUp: { token: string } }).signUp.token,
    );
    const status = async (headers: Record<string, string>) =>
      (await at.get('/metrics', { host, ...headers })).status;
    expect(await status({})).toBe(401);
    expect(await status({ authorization: `Bearer ${tokens[1]}` })).toBe(401);
    expect(await status({ authorization: `Bearer ${tokens[0]}` })).toBe(200);
    await open.close();
  });
});

it('the server lets no other site’s page read its answers', async () => {
  const { status, headers } = await desk.api.get('/healthz', { origin: 'https://evil.example' });
  expect([status, headers['access-control-allow-origin']]).toEqual([200, undefined]);
});
