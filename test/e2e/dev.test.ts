import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOver } from '../support/servers/api-client.ts';
import { copiedCheckout } from '../support/servers/checkout.ts';
import { ServerProcess } from '../support/servers/server-process.ts';
import { until } from '../support/values/until.ts';

const checkout = copiedCheckout('dev');
let dev: ServerProcess;
beforeAll(async () => {
  dev = await ServerProcess.start({ run: ['server/dev.mjs'], root: checkout.root });
});
afterAll(async () => {
  // The stop uses SIGTERM, not SIGKILL, so that the program can end the server that it started.
  await dev.stop();
  await dev.close();
  checkout.remove();
});

function edit(name: string, from: string, to: string): void {
  const file = path.join(checkout.root, name);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

const textOf = async (place: string) => (await dev.api.get(place)).text;

describe('the address that npm run dev prints', () => {
  it('serves a dashboard that a browser can run, on every screen', async () => {
    for (const screen of ['/', '/portfolio', '/trade/SPY', '/history']) {
      expect(await textOf(screen)).toContain('src="/main.ts"');
    }
    const { headers, text } = await dev.api.get('/main.ts');
    expect(headers['content-type']).toContain('javascript');
    expect(text).toContain('/App.svelte');
  });

  it('signs in with a cookie that requests and the socket accept only from its own page', async () => {
    const origin = dev.api.url;
    const signUp = 'signUp(username: "ada", password: "long enough")';
    const signedIn = await dev.api.ask(`mutation { ${signUp} { user { username } } }`, {
      headers: { origin },
    });
    const [set = ''] = signedIn.headers['set-cookie'] ?? [];
    expect(set).toMatch(/^twinbook_session=\S+; Path=\/; HttpOnly; SameSite=Strict/);
    const headers = { origin, cookie: set.split(';')[0] ?? '' };
    const viewer = { viewer: { username: 'ada' } };
    expect((await dev.api.ask('{ viewer { username } }', { headers })).data).toEqual(viewer);

    const { client } = dev.api.socket(null, headers);
    expect((await askOver(client, '{ viewer { username } }')).data).toEqual(viewer);
    await client.dispose();

    const elsewhere = { ...headers, origin: 'http://127.0.0.1:1' };
    const refused = await dev.api.ask('{ viewer { username } }', { headers: elsewhere });
    expect(refused.data).toEqual({ viewer: null });
    expect(refused.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('redirects its other names on this machine to it', async () => {
    const { port } = new URL(dev.api.url);
    const { status, headers } = await dev.api.get('/signin', { host: `localhost:${port}` });
    expect([status, headers.location]).toEqual([307, `${dev.api.url}/signin`]);
  });
});

it('shows a changed screen, and restarts the server when its source changes', async () => {
  const screen = '/signin/SignInPage.svelte';
  expect(await textOf(screen)).toContain('A trading desk');
  edit(`client${screen}`, 'A trading desk', 'An edited desk');
  edit('server/main.ts', 'Twinbook is at', 'The edited Twinbook is at');
  await until('the edited screen', async () => (await textOf(screen)).includes('An edited desk'));
  const isThere = () => dev.output.includes('The edited Twinbook is at');
  await until('the edited server', isThere, { within: 60_000 });
});
