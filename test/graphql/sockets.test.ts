import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { askOver } from '../support/servers/api-client.ts';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';

let desk: ServedDesk;
/** Sockets that wait while the tests run. */
let unnamed: { readonly silent: Unnamed; readonly slow: Unnamed };
beforeAll(async () => {
  desk = await servedDesk();
  await desk.api.signUp('ada');
  const [silent, slow] = [unnamedSocket(), unnamedSocket()];
  setTimeout(() => slow.socket.send('{"type":"connection_init"}'), SLOW_LINK_MS);
  unnamed = { silent, slow };
});
afterAll(() => desk.close());

const SIGN_IN = 'mutation { signIn(username: "ada", password: "long enough") { token } }';
const FIVE_SECONDS = 5_000;
/** Longer than graphql-ws waits by default. */
const SLOW_LINK_MS = 4_000;

type Unnamed = ReturnType<typeof unnamedSocket>;

/** A socket without `connection_init`; `ended` resolves to its first message or to its close code. */
function unnamedSocket() {
  const socket = new WebSocket(`${desk.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const began = performance.now();
  const ended = new Promise<{ readonly heard: string | number; readonly after: number }>((end) => {
    const note = (heard: string | number) => end({ heard, after: performance.now() - began });
    socket.once('message', (message: Buffer) => note(message.toString()));
    socket.once('close', note);
  });
  return { socket, ended };
}

async function signedIn(): Promise<string> {
  const { data } = await desk.api.ask(SIGN_IN);
  return (data as unknown as { signIn: { token: string } }).signIn.token;
}

async function open(token: string) {
  const socket = desk.api.socket({ authorization: `Bearer ${token}` });
  await askOver(socket.client, '{ viewer { id } }');
  return socket;
}

describe('a socket whose session ends', () => {
  it('closes with 4403 within 5 s, and no other does', async () => {
    const [leaves, stays] = [await signedIn(), await signedIn()];
    const sockets = { leaves: await open(leaves), stays: await open(stays) };
    const began = performance.now();
    await desk.api.ask('mutation { signOut }', { token: leaves });
    expect(await sockets.leaves.closed).toBe(4403);
    expect(performance.now() - began).toBeLessThan(FIVE_SECONDS);
    const { data } = await askOver(sockets.stays.client, '{ viewer { username } }');
    expect(data).toEqual({ viewer: { username: 'ada' } });
    await sockets.stays.client.dispose();
  });

  it('closes when another session revokes it', async () => {
    const [mine, stolen] = [await signedIn(), await signedIn()];
    const socket = await open(stolen);
    const { data } = await desk.api.ask('{ sessions { id current } }', { token: stolen });
    const { sessions } = data as unknown as { sessions: { id: string; current: boolean }[] };
    const { id } = sessions.find(({ current }) => current)!;
    const revoke = `mutation { revokeSession(id: "${id}") }`;
    expect((await desk.api.ask(revoke, { token: mine })).data).toEqual({ revokeSession: true });
    expect(await socket.closed).toBe(4403);
    expect((await desk.api.ask(revoke, { token: mine })).code).toBe('NOT_FOUND');
  });

  it('closes when a new password ends every other session', async () => {
    const [mine, other] = [await signedIn(), await signedIn()];
    const sockets = { mine: await open(mine), other: await open(other) };
    const change = 'mutation { changePassword(current: "long enough", next: "long enough") }';
    expect((await desk.api.ask(change, { token: mine })).data).toEqual({ changePassword: true });
    expect(await sockets.other.closed).toBe(4403);
    await expect(askOver(sockets.mine.client, '{ __typename }')).resolves.toBeDefined();
    await sockets.mine.client.dispose();
  });

  it('closes within 5 s though its client has stopped reading', async () => {
    const token = await signedIn();
    const url = `${desk.url.replace('http', 'ws')}/graphql`;
    const socket = new WebSocket(url, 'graphql-transport-ws');
    await new Promise((opened) => socket.once('open', opened));
    socket.send(
      JSON.stringify({
        type: 'connection_init',
        payload: { authorization: `Bearer ${token}` },
      }),
    );
    await new Promise((acknowledged) => socket.once('message', acknowledged));
    socket.pause();
    const open = async () => (await desk.api.get('/metrics')).text;
    await expect.poll(open).toContain('twinbook_sockets 1\n');
    const began = performance.now();
    await desk.api.ask('mutation { signOut }', { token });
    await expect.poll(open, { timeout: 8_000 }).toContain('twinbook_sockets 0\n');
    expect(performance.now() - began).toBeLessThan(FIVE_SECONDS);
    socket.terminate();
  });

  it('closes when the session expires by the desk’s clock', async () => {
    const socket = await open(await signedIn());
    desk.clock.advance(30 * 86_400_000);
    expect(await socket.closed).toBe(4403);
  });
});

it('a socket carries 100 operations', async () => {
  const { client } = await open(await signedIn());
  const streams = Array.from({ length: 100 }, () =>
    client.iterate({
      query: 'subscription { quoteUpdated(symbols: ["SPY"]) { symbol bid stale } }',
    }),
  );
  const first = await Promise.all(
    streams.map(async (each) => (await each.next()).value as unknown),
  );
  expect(new Set(first.map((each) => JSON.stringify(each)))).toEqual(
    new Set([
      JSON.stringify({ data: { quoteUpdated: { symbol: 'SPY', bid: null, stale: true } } }),
    ]),
  );
  await client.dispose();
});

it('a user may have 200 sockets', async () => {
  const token = await signedIn();
  const sockets = await Promise.all(Array.from({ length: 200 }, () => open(token)));
  const last = await askOver(sockets[199]!.client, '{ viewer { username } }');
  expect(last.data).toEqual({ viewer: { username: 'ada' } });
  for (const { client } of sockets) void client.dispose();
});

describe('a subscription', () => {
  it('delivers a changed status, and no other', async () => {
    const token = await signedIn();
    const { client } = await open(token);
    const query = 'subscription { systemStatusChanged(mode: PAPER) { killSwitch } }';
    const results = client.iterate({ query });
    const next = results.next();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await desk.api.ask('mutation { setKillSwitch(mode: PAPER, level: HALT_ENTRIES) { mode } }', {
      token,
    });
    expect((await next).value).toEqual({
      data: { systemStatusChanged: { killSwitch: 'HALT_ENTRIES' } },
    });
    await client.dispose();
  });

  it('delivers each alert once', async () => {
    const { client } = await open(await signedIn());
    const results = client.iterate({
      query: 'subscription { alertRaised(mode: PAPER) { message } }',
    });
    const next = results.next();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const raise = (message: string, tradeId: string | null) =>
      desk.book.change('ada', (book) =>
        book.raise({ kind: 'JOB_FAILED', severity: 'WARNING', message, tradeId }, desk.clock.now()),
      );
    await raise('first', null);
    expect((await next).value).toEqual({ data: { alertRaised: { message: 'first' } } });
    await raise('second', 'paper_x');
    expect((await results.next()).value).toEqual({ data: { alertRaised: { message: 'second' } } });
    await client.dispose();
  });

  it('releases the feed when its reader leaves', async () => {
    const { client } = await open(await signedIn());
    const results = client.iterate({
      query: 'subscription { tradesChanged(mode: PAPER) { cursor } }',
    });
    void results.next();
    await expect.poll(() => desk.feed.listened().length).toBe(1);
    await results.return?.();
    await expect.poll(() => desk.feed.listened().length).toBe(0);
    await client.dispose();
  });
});

describe('a socket that has not yet said who it is', () => {
  it('is heard on a slow link', async () => {
    expect((await unnamed.slow.ended).heard).toBe('{"type":"connection_ack"}');
    unnamed.slow.socket.terminate();
  });

  it('closes with 4408 after 10 s', async () => {
    const { heard, after } = await unnamed.silent.ended;
    expect(heard).toBe(4408);
    expect(after).toBeGreaterThan(9_500);
  });
});
