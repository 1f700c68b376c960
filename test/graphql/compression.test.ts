import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';

const client = mkdtempSync(path.join(os.tmpdir(), 'twinbook-client-'));
const SCRIPT = `export const many = '${'many words '.repeat(1_000)}';`;
const PAGE = '<!doctype html><title>Twinbook</title>';
let desk: ServedDesk;
let token: string;

beforeAll(async () => {
  mkdirSync(path.join(client, 'assets'));
  for (const [name, text] of [
    ['index.html', PAGE],
    ['assets/main-1a2b.js', SCRIPT],
  ] as const) {
    const file = path.join(client, name);
    writeFileSync(file, text);
    writeFileSync(`${file}.br`, brotliCompressSync(text));
    writeFileSync(`${file}.gz`, gzipSync(text));
  }
  writeFileSync(path.join(client, 'assets', 'font-1a2b.woff2'), 'no text');
  desk = await servedDesk({ clientDirectory: client });
  token = await desk.api.signUp('ada');
});
afterAll(async () => {
  await desk.close();
  rmSync(client, { recursive: true });
});

interface Raw {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

function ask(
  method: string,
  url: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${desk.url}${url}`, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    request.on('error', reject).end(body);
  });
}

const BROWSERS = 'gzip, deflate, br, zstd';
const READ: Readonly<Record<string, (body: Buffer) => string>> = {
  br: (body) => brotliDecompressSync(body).toString(),
  gzip: (body) => gunzipSync(body).toString(),
};

describe('a file of the dashboard', () => {
  it.each([
    ['brotli to a browser', BROWSERS, 'br'],
    ['gzip to a client without brotli', 'gzip', 'gzip'],
    ['plain to a client without either', 'identity', undefined],
    ['plain to a client that refuses both', 'br;q=0, gzip;q=0', undefined],
  ])('is sent as %s', async (_how, accepted, encoding) => {
    for (const [url, text, type] of [
      ['/assets/main-1a2b.js', SCRIPT, /^(text|application)\/javascript/],
      ['/history', PAGE, /^text\/html/],
      ['/', PAGE, /^text\/html/],
    ] as const) {
      const { status, headers, body } = await ask('GET', url, { 'accept-encoding': accepted });
      expect([status, headers['content-encoding'], headers.vary]).toEqual([
        ...[200, encoding, 'Accept-Encoding'],
      ]);
      expect(headers['content-type']).toMatch(type);
      expect((encoding ? READ[encoding]! : String)(body)).toBe(text);
      expect(headers['content-length']).toBe(String(body.length));
      const head = await ask('HEAD', url, { 'accept-encoding': accepted });
      expect([head.headers['content-length'], head.body.length]).toEqual([
        ...[headers['content-length'], 0],
      ]);
    }
  });

  it('is cached for ever under its hashed name, and revalidated by its tag', async () => {
    const headers = { 'accept-encoding': BROWSERS };
    const first = await ask('GET', '/assets/main-1a2b.js', headers);
    expect(first.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const tag = first.headers.etag!;
    const again = await ask('GET', '/assets/main-1a2b.js', { ...headers, 'if-none-match': tag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const plain = await ask('GET', '/assets/main-1a2b.js', { 'if-none-match': tag });
    expect(plain.status).toBe(200);
    expect((await ask('GET', '/history', headers)).headers['cache-control']).toBe('no-cache');
  });

  it('is sent whole, whatever range is requested', async () => {
    const headers = { 'accept-encoding': BROWSERS, range: 'bytes=0-3' };
    const { status, body } = await ask('GET', '/assets/main-1a2b.js', headers);
    expect([status, READ.br!(body)]).toEqual([200, SCRIPT]);
  });

  it('is sent as it is when it is already compressed', async () => {
    const headers = { 'accept-encoding': BROWSERS };
    const font = await ask('GET', '/assets/font-1a2b.woff2', headers);
    expect([font.headers['content-encoding'], font.body.toString()]).toEqual([
      undefined,
      'no text',
    ]);
  });
});

describe('an answer of the API', () => {
  const post = (query: string) =>
    ask(
      'POST',
      '/graphql',
      {
        'accept-encoding': BROWSERS,
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
      },
      JSON.stringify({ query }),
    );

  it('is compressed when it is large', async () => {
    const { headers, body } = await post(getIntrospectionQuery());
    expect(headers['content-encoding']).toBe('br');
    expect(headers.vary).toContain('Accept-Encoding');
    const text = READ.br!(body);
    expect(JSON.parse(text)).toMatchObject({ data: {} });
    expect(body.length).toBeLessThan(text.length / 5);
    console.log(`introspection: ${text.length} bytes, sent ${body.length}`);
  });

  it('is sent as it is when it is small', async () => {
    const { headers, body } = await post('{ viewer { username } }');
    expect(headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(body.toString())).toEqual({ data: { viewer: { username: 'ada' } } });
  });
});

it('the playground is compressed too', async () => {
  const { headers } = await ask('GET', '/playground/main.js', { 'accept-encoding': BROWSERS });
  expect(headers['content-encoding']).toBe('br');
});
