import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TradierAccountStream } from '../../../server/adapters/tradier/tradier-account-stream.ts';
import { TradierClient } from '../../../server/adapters/tradier/tradier-client.ts';
import { TradierHints } from '../../../server/adapters/tradier/tradier-hints.ts';
import { accountStreamUrl } from '../../../server/adapters/tradier/tradier-stream-schema.ts';
import { HintPulse } from '../../../server/loops/hint-pulse.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';
import { SandboxAccount } from '../../support/desks/sandbox-account.ts';
import { until } from '../../support/values/until.ts';

/** Waits until the condition holds. */
const soon = (ask: () => boolean | Promise<boolean>) =>
  until('what the stream should bring', ask, { every: 5, within: 8_000 });

let desk: SandboxAccount;
let hints = 0;
let stream: TradierAccountStream;
const waits: number[] = [];

beforeEach(async () => {
  desk = await SandboxAccount.open();
  hints = 0;
  waits.length = 0;
});
afterEach(async () => {
  await stream.stop();
  await desk.venue.close();
});

function listen(silence = 5_000): TradierAccountStream {
  const time = {
    now: () => performance.now(),
    sleep: (ms: number) => {
      waits.push(ms);
      return new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
  stream = new TradierAccountStream({
    client: desk.client,
    url: accountStreamUrl(desk.venue.url),
    account: desk.venue.accountId,
    log: new SilentLog(),
    onHint: () => (hints += 1),
    time,
    silence,
  });
  return stream;
}
const opened = (times = 1) => soon(() => desk.venue.stream.accepted >= times && stream.open);
const event = (more: object = {}) =>
  JSON.stringify({
    event: 'order',
    id: 1,
    status: 'filled',
    account: desk.venue.accountId,
    ...more,
  });

describe('the account-event stream', () => {
  it('is at Tradier’s address, or beside the REST API of any other host', () => {
    expect(accountStreamUrl('https://sandbox.tradier.com/v1')).toBe(
      'wss://sandbox-ws.tradier.com/v1/accounts/events',
    );
    expect(accountStreamUrl('https://api.tradier.com/v1')).toBe(
      'wss://ws.tradier.com/v1/accounts/events',
    );
    expect(accountStreamUrl('http://127.0.0.1:80/v1')).toBe('ws://127.0.0.1/v1/accounts/events');
    stream = listen();
  });

  it('hints once as it opens, and with each event of its account', async () => {
    listen();
    await opened();
    expect(hints).toBe(1);
    desk.venue.stream.heartbeat();
    desk.venue.stream.say(event({ account: 'VA99999999' }));
    desk.venue.stream.say(
      `${event({ executed_quantity: 1 })}\n${event({ exec_quantity: 'much' })}\n`,
    );
    await soon(() => hints === 3);
    expect(stream).toMatchObject({ hints: 3, unreadable: 0, connects: 1 });
  });

  it.each(['', '{', '[]', 'null', '<html>down</html>', '{"error":"x"}', '{"event":7}', '\u0000'])(
    'survives the message %j',
    async (words) => {
      listen();
      await opened();
      desk.venue.stream.say(words);
      desk.venue.stream.say(event());
      await soon(() => hints === 2);
      expect(stream.unreadable).toBe(words === '' ? 0 : 1);
      expect(stream.connects).toBe(1);
    },
  );

  it('reconnects with a new session after each drop, waiting longer each time', async () => {
    listen();
    for (const times of [1, 2, 3]) {
      await opened(times);
      desk.venue.stream.drop();
    }
    await opened(4);
    expect(waits.slice(0, 3)).toEqual([1000, 2000, 4000]);
    expect(desk.venue.count('POST /accounts/events/session')).toBe(4);
    expect(hints).toBe(4);
  });

  it.each([
    ['no session is given', { status: 401, text: 'Not available' }],
    ['the session has no id', { json: { stream: null } }],
    ['the session is unknown', { json: { stream: { sessionid: 'gone' } } }],
    ['the venue is down', { hangUp: true }],
  ])('is requested again when %s', async (_, misfortune) => {
    desk.venue.fail('POST /accounts/events/session', misfortune, 2);
    listen();
    await opened();
    expect(desk.venue.count('POST /accounts/events/session')).toBe(3);
  });

  it('is dropped and reopened when not even a heartbeat comes', async () => {
    listen(60);
    await soon(() => desk.venue.stream.accepted >= 3);
  });

  it('is closed for good by stop, also while it waits', async () => {
    listen();
    await opened();
    await stream.stop();
    await soon(() => desk.venue.stream.open === 0);
    const asked = desk.venue.count('POST /accounts/events/session');
    desk.venue.fail('POST /accounts/events/session', { status: 500 }, 9);
    const other = listen();
    await other.stop();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(desk.venue.count('POST /accounts/events/session')).toBeLessThanOrEqual(asked + 1);
  });
});

describe('hints for the desk', () => {
  let t: TradierDesk;
  let pulse: HintPulse;
  let syncs = 0;
  beforeEach(async () => {
    stream = listen();
    await stream.stop();
    t = await TradierDesk.start();
    syncs = 0;
    const time = {
      now: () => performance.now(),
      sleep: () => new Promise((resolve) => setTimeout(resolve, 5)),
    };
    const { url: baseUrl, token, accountId: account } = t.venue;
    const log = new SilentLog();
    const client = new TradierClient({ baseUrl, token, clock: t.clock, log, time });
    const open = (onHint: () => void) =>
      new TradierAccountStream({
        ...{ client, url: accountStreamUrl(baseUrl), account, log, onHint, time },
      });
    pulse = new HintPulse({
      venue: 'TRADIER_SANDBOX',
      book: t.fresh.book,
      hintsTo: (onHint) => new TradierHints(async () => ({ key: 'one', open }), onHint),
      sync: async (username) => {
        await t.desk.syncOrders.user(username);
        syncs += 1;
      },
      log: new SilentLog(),
    });
  });
  afterEach(async () => {
    await pulse.stop();
    await t.close();
  });

  it('bring a fill into the book at once, even repeated or in another spelling', async () => {
    Object.assign(t.venue.stream, { stutters: true, fillWord: 'executed_quantity' });
    const { id } = await t.place();
    await pulse.follow();
    await soon(() => t.venue.stream.open === 1 && syncs === 1);
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await soon(async () => (await t.stored(id)).trade.status === 'OPEN');
    // Entry and both exits changed, each reported twice; all together cause one look.
    await soon(() => syncs >= 2);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(syncs).toBe(2);
  });

  it('can be missed without harm: the next sync finds what a silent stream did not report', async () => {
    const { id } = await t.place();
    await pulse.follow();
    await soon(() => t.venue.stream.open === 1 && syncs === 1);
    t.venue.stream.silent = true;
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('OPEN');
    expect(syncs).toBe(1);
  });

  it('are followed only while a trade is active at the venue', async () => {
    await pulse.follow();
    expect(t.venue.count('POST /accounts/events/session')).toBe(0);
    const { id } = await t.place();
    await pulse.follow();
    await soon(() => t.venue.stream.open === 1);
    t.venue.cancelOrder(t.venue.orders[0]!.id);
    await t.sync();
    expect((await t.stored(id)).trade.phase).toBe('CLOSED');
    await pulse.follow();
    await soon(() => t.venue.stream.open === 0);
    expect(pulse.tally()).toMatchObject({ open: 0, connects: 1 });
  });
});
