import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';

let desk: ServedDesk;
let cookie: string;
const SIGN_UP = 'mutation { signUp(username: "ada", password: "long enough") { token } }';
const ME = '{ viewer { username } }';
const ada = { viewer: { username: 'ada' } };

beforeAll(async () => {
  desk = await servedDesk();
  const { headers } = await desk.api.ask(SIGN_UP, { headers: { origin: desk.url } });
  cookie = headers['set-cookie']![0]!.split(';')[0]!;
});
afterAll(() => desk.close());

describe('the cookie', () => {
  it('is inaccessible to scripts and other sites', async () => {
    const query = SIGN_UP.replace('ada', 'bob');
    const { headers } = await desk.api.ask(query, { headers: { 'sec-fetch-site': 'same-origin' } });
    const [set] = headers['set-cookie']!;
    expect(set).toMatch(
      /^twinbook_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=2592000$/,
    );
    expect(set).not.toContain('Secure');
  });

  it('is not set for programs and other sites’ pages', async () => {
    const query = 'mutation { signIn(username: "ada", password: "long enough") { token } }';
    const strangers: Record<string, string>[] = [{}, { origin: 'https://evil.example' }];
    for (const headers of [...strangers, { origin: 'null' }]) {
      expect((await desk.api.ask(query, { headers })).headers['set-cookie']).toBeUndefined();
    }
  });

  it('is Secure when browsers reach us by https', async () => {
    const other = await servedDesk({ publicUrl: 'https://desk.example' });
    const { headers } = await other.api.ask(SIGN_UP, {
      headers: { origin: 'https://desk.example' },
    });
    expect(headers['set-cookie']![0]).toMatch(/; Secure$/);
    await other.close();
  });

  it.each([
    ['our origin', { origin: '' }, true],
    ['localhost on our port', { origin: 'localhost' }, true],
    ['a browser that says same-origin', { 'sec-fetch-site': 'same-origin' }, true],
    ['a program', {}, false],
    ['another site', { origin: 'https://evil.example' }, false],
    ['another port here', { origin: 'http://127.0.0.1:1' }, false],
    ['a sandboxed frame', { origin: 'null' }, false],
    ['a page of the same site', { 'sec-fetch-site': 'same-site' }, false],
    [
      'another origin that claims to be ours',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      false,
    ],
  ])('is accepted or not for %s', async (_who, given, counts) => {
    const origins: Record<string, string> = {
      '': desk.url,
      localhost: desk.url.replace('127.0.0.1', 'localhost'),
    };
    const headers: Record<string, string> = { ...given, cookie };
    if (headers.origin !== undefined) headers.origin = origins[headers.origin] ?? headers.origin;
    const { data } = await desk.api.ask(ME, { headers });
    expect(data).toEqual(counts ? ada : { viewer: null });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded'])('is ignored as %s', async (type) => {
    const headers = { cookie, origin: desk.url, 'content-type': type };
    expect((await desk.api.ask(ME, { headers })).data).toBeNull();
  });

  it('yields to a header', async () => {
    const headers = { cookie, origin: desk.url };
    expect((await desk.api.ask(ME, { headers, token: 'wrong' })).data).toEqual({ viewer: null });
  });

  it('is cleared by signOut, which ends this session only', async () => {
    const query = 'mutation { signIn(username: "ada", password: "long enough") { token } }';
    const signedIn = await desk.api.ask(query, { headers: { origin: desk.url } });
    const second = signedIn.headers['set-cookie']![0]!.split(';')[0]!;
    const headers = { cookie: second, origin: desk.url };
    const out = await desk.api.ask('mutation { signOut }', { headers });
    expect(out.data).toEqual({ signOut: true });
    expect(out.headers['set-cookie']![0]).toContain('twinbook_session=; ');
    expect((await desk.api.ask(ME, { headers })).data).toEqual({ viewer: null });
    expect((await desk.api.ask(ME, { headers: { cookie, origin: desk.url } })).data).toEqual(ada);
  });
});

describe('a host name that resolves to us', () => {
  it.each([
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    'user@localhost',
    '127.0.0.1.evil.example',
  ])('is refused: "%s"', async (host) => {
    for (const path of ['/', '/graphql', '/metrics', '/playground/']) {
      expect((await desk.api.get(path, { host })).status).toBe(403);
    }
    expect(await upgradeStatus({ host })).toBe(403);
    expect((await desk.api.get('/healthz', { host })).status).toBe(200);
  });

  it.each(['localhost', '[::1]:4000', '127.0.0.1'])('is ours: %s', async (host) => {
    const { status } = await desk.api.ask('{ __typename }', { headers: { host } });
    expect(status).toBe(200);
    expect(await upgradeStatus({ host })).toBe(101);
  });
});

describe('a socket', () => {
  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])(
    'is refused to %s',
    async (origin) => {
      expect(await upgradeStatus({ origin, cookie })).toBe(403);
    },
  );

  it('is signed in by our page’s cookie', async () => {
    const { client } = desk.api.socket(null, { cookie, origin: desk.url });
    const results = client.iterate({ query: ME });
    expect((await results.next()).value).toMatchObject({ data: ada });
    await client.dispose();
  });

  it('takes no cookie from a program', async () => {
    const { client } = desk.api.socket(null, { cookie });
    const results = client.iterate({ query: ME });
    expect((await results.next()).value).toMatchObject({ data: { viewer: null } });
    await client.dispose();
  });

  it('exists only at /graphql', async () => {
    expect(await upgradeStatus({}, '/elsewhere')).toBe(404);
  });
});

function upgradeStatus(headers: Record<string, string>, path = '/graphql'): Promise<number> {
  const all = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-protocol': 'graphql-transport-ws',
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const request = http.get(`${desk.url}${path}`, { headers: all });
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
  });
}
