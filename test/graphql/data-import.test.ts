import { once } from 'node:events';
import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';
import { Strategist } from '../support/servers/strategist.ts';

let desk: ServedDesk;
let ada: Strategist;
let cookie: string;
const CSV = 'symbol,at,open,high,low,close\nSPY,2026-03-02T14:30:00Z,1,2,1,1.5\n';
const MINUTE = { interval: 'ONE_MINUTE' };

beforeAll(async () => {
  desk = await servedDesk();
  const query = 'mutation { signUp(username: "ada", password: "long enough") { token } }';
  const { headers, data } = await desk.api.ask(query, { headers: { origin: desk.url } });
  cookie = headers['set-cookie']![0]!.split(';')[0]!;
  const { token } = (data as unknown as { signUp: { token: string } }).signUp;
  ada = await Strategist.at(desk.api, token);
});
afterAll(() => desk.close());

async function tokenOf(scope: string): Promise<Strategist> {
  const query = `mutation { createApiToken(name: "x", scopes: [${scope}]) { token } }`;
  const { createApiToken } = await ada.data<{ createApiToken: { token: string } }>(query);
  return Strategist.at(desk.api, createApiToken.token);
}

const byCookie = (headers: Record<string, string>) => ({
  ...MINUTE,
  headers: { authorization: '', cookie, ...headers },
});

describe('POST /data/NAME', () => {
  it('answers with the set, which grows when sent again and lists its series', async () => {
    const first = await ada.post('bars.1', CSV, MINUTE);
    expect(first).toMatchObject({ status: 200, body: { name: 'bars.1', rows: 1 } });
    const more = CSV.replace('14:30', '14:32');
    const second = await ada.post('bars.1', more, MINUTE);
    expect(second.body).toMatchObject({ id: first.body.id, rows: 2 });
    expect(second.body.hash).not.toBe(first.body.hash);
    const { dataSets } = await ada.data<{ dataSets: object[] }>(
      '{ dataSets { id name rows hash series { symbol kind interval rows from to missing } } }',
    );
    expect(dataSets).toEqual([
      {
        ...second.body,
        series: [
          {
            ...{ symbol: 'SPY', kind: 'bars', interval: 'ONE_MINUTE', rows: 2, missing: 1 },
            ...{ from: '2026-03-02T14:30:00.000Z', to: '2026-03-02T14:32:00.000Z' },
          },
        ],
      },
    ]);
    const wrong = await ada.post('bars.1', CSV.replace('1.5', '1.75'), MINUTE);
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ line: 2, field: 'close' }] } });
    const json = `[{"symbol":"SPY","at":"2026-03-02T14:30:00Z","open":1,"high":2,"low":"1","close":1.50}]`;
    const headers = { 'content-type': 'application/json' };
    expect((await ada.post('bars.1', json, { ...MINUTE, headers })).body).toEqual(second.body);
    const deleted = await ada.data(`mutation { deleteDataSet(id: "${String(first.body.id)}") }`);
    expect(deleted).toEqual({ deleteDataSet: true });
    const gone = await ada.ask(`mutation { deleteDataSet(id: "${String(first.body.id)}") }`);
    expect(gone.code).toBe('NOT_FOUND');
  });

  it('keeps nobody waiting for those who send slowly', async () => {
    const sending = await Promise.all(
      ['slow-1', 'slow-2', 'slow-3'].map(async (name) => {
        const token = await desk.api.signUp(name);
        const request = http.request(`${desk.url}/data/slow?interval=ONE_MINUTE`, {
          method: 'POST',
          headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` },
        });
        const answered = once(request, 'response') as Promise<[http.IncomingMessage]>;
        request.write(CSV.slice(0, 20));
        return { request, answered };
      }),
    );
    // The server has accepted all three uploads before another request.
    await ada.data('{ dataSets { id } }');
    const quick = await Strategist.at(desk.api, await desk.api.signUp('quick'));
    expect((await quick.post('quick', CSV, MINUTE)).status).toBe(200);
    for (const { request, answered } of sending) {
      request.end(CSV.slice(20));
      const [response] = await answered;
      expect(response.statusCode).toBe(200);
      response.resume();
    }
  });

  it('takes a session or a TRADE scope, and nobody else', async () => {
    const stranger = await Strategist.at(desk.api, 'nonsense');
    expect((await stranger.post('x', CSV, MINUTE)).status).toBe(401);
    for (const scope of ['READ', 'ADMIN'])
      expect((await (await tokenOf(scope)).post('x', CSV, MINUTE)).status).toBe(403);
    for (const scope of ['TRADE_PAPER', 'TRADE_REAL'])
      expect((await (await tokenOf(scope)).post('x', CSV, MINUTE)).status).toBe(200);
  });

  it.each(['text/csv', 'application/json'])(
    'takes the cookie of our own origin with %s, and of no other',
    async (type) => {
      const body = type === 'text/csv' ? CSV : '[]';
      const fitting = type === 'text/csv' ? 200 : 400;
      const own = { origin: desk.url, 'content-type': type };
      const foreign = { origin: 'https://evil.example', 'content-type': type };
      const asked = async (headers: Record<string, string>) => {
        const { authorization: _none, ...rest } = byCookie(headers).headers;
        return plain('/data/cookie?interval=ONE_MINUTE', rest, body);
      };
      expect(await asked(own)).toBe(fitting);
      expect(await asked(foreign)).toBe(401);
      expect(await asked({ 'content-type': type })).toBe(401);
    },
  );

  it('refuses other types, names, intervals and more than 64 MB', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect((await ada.post('x', CSV, { ...MINUTE, headers })).status).toBe(415);
    expect((await ada.post('..%2Fx', CSV, MINUTE)).body).toMatchObject({
      errors: [{ field: 'name' }],
    });
    expect((await ada.post('x', CSV, { interval: 'ONE_WEEK' })).body).toMatchObject({
      errors: [{ field: 'interval' }],
    });
    expect((await ada.post('x', CSV)).body).toMatchObject({ errors: [{ field: 'interval' }] });
    const auth = { authorization: `Bearer ${ada.token}`, 'content-type': 'text/csv' };
    const length = { ...auth, 'content-length': String(64 * 1024 ** 2 + 1) };
    expect(await plain('/data/x?interval=ONE_MINUTE', length, null)).toBe(413);
    expect(await plain('/data/x?interval=ONE_MINUTE', auth, null, 66)).toBe(413);
    const { dataSets } = await ada.data<{ dataSets: { name: string }[] }>('{ dataSets { name } }');
    expect(dataSets.map(({ name }) => name).sort()).toEqual(['cookie', 'x']);
  });
});

/** The status of an answer; `megabytes` are sent in pieces until the answer comes. */
function plain(
  place: string,
  headers: Record<string, string>,
  body: string | null,
  megabytes = 0,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${desk.url}${place}`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      // The server ends the connection with its answer.
      if (!['ECONNRESET', 'EPIPE'].includes(error.code ?? '')) reject(error);
    });
    if (body !== null) request.end(body);
    else if (megabytes === 0) request.flushHeaders();
    else {
      const piece = Buffer.alloc(1024 ** 2, 'x');
      let sent = 0;
      const send = () => {
        while (sent < megabytes) {
          sent += 1;
          if (!request.write(piece)) return void request.once('drain', send);
        }
        request.end();
      };
      send();
    }
  });
}
