import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { MarkWrite } from '../../server/ports/mark-writes.ts';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';
import { Pushes } from '../support/servers/pushes.ts';
import { until } from '../support/values/until.ts';
import { aMark, anEvent, anOpenTrade, keep } from '../support/values/builders.ts';
import { UNJOURNALLED } from '../support/values/unjournalled.ts';

interface Change {
  readonly cursor: string;
  readonly events: readonly { readonly sequence: number }[];
  readonly trades: readonly { readonly id: string; readonly version: number }[];
}

const CHANGES = `subscription ($after: String) {
  tradesChanged(mode: PAPER, after: $after) { cursor events { sequence } trades { id version } }
}`;
const OTHER_WORDS = `subscription { tradesChanged(mode: PAPER) { events { message } } }`;

let desk: ServedDesk;
let token: string;
let bobs: string;
beforeAll(async () => {
  desk = await servedDesk();
  token = await desk.api.signUp('ada');
  bobs = await desk.api.signUp('bob');
});
afterAll(() => desk.close());

const pushes: Pushes<Change>[] = [];
const sockets: WebSocket[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const socket of sockets.splice(0)) socket.terminate();
  await Promise.all(pushes.splice(0).map((each) => each.close()));
});

let trades = 0;
/** Stores a new trade of this user with one event; returns the event's number. */
async function happens(username = 'ada'): Promise<number> {
  trades += 1;
  const id = `paper_${trades}`;
  await desk.book.change(username, (book) => keep(book, null, anOpenTrade({ id, username })));
  return (await desk.book.read(username).account()).sequence;
}

const markOf = (tradeId: string): MarkWrite => ({
  ...{ username: 'ada', tradeId, snapshotId: null, kind: 'INTRADAY', takenAt: desk.clock.now() },
  ...{ maxFavorableExcursion: null, maxAdverseExcursion: null, excursionsComplete: true },
  mark: aMark(),
});

async function listen(
  query = CHANGES,
  variables: Record<string, unknown> = {},
  as = token,
): Promise<Pushes<Change>> {
  const each = await Pushes.open<Change>(desk.api, as, query, variables);
  pushes.push(each);
  return each;
}

const sequencesOf = ({ all }: Pushes<Change>) =>
  all.flatMap(({ events }) => events.map(({ sequence }) => sequence));

/** All of these have had an event: they are in their groups. What they have heard so far is forgotten. */
async function settled(all: readonly Pushes<Change>[]): Promise<void> {
  await until('an event for each', async () => {
    await happens();
    return all.every((each) => each.all.length > 0);
  });
  const sequence = await happens();
  const isLast = (each: Pushes<Change>) => {
    const heard = JSON.stringify(each.all.at(-1));
    return heard.includes(`"sequence":${sequence}`) || heard.includes(`paper_${trades}"`);
  };
  for (const each of all) await expect.poll(() => isLast(each)).toBe(true);
  for (const each of all) each.all.length = 0;
}

describe('many sockets that ask the same', () => {
  it('are one look at the book, and get the same message', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => listen()));
    await settled(all);
    const news = vi.spyOn(desk.paper, 'news');
    const sequence = await happens();
    for (const each of all) await expect.poll(() => sequencesOf(each)).toEqual([sequence]);
    expect(news).toHaveBeenCalledTimes(1);
    expect(new Set(all.map((each) => JSON.stringify(each.all))).size).toBe(1);
  });

  it('share that look with those who ask for something else of it', async () => {
    const all = [await listen(), await listen(), await listen(OTHER_WORDS)];
    await settled(all.slice(0, 2));
    const news = vi.spyOn(desk.paper, 'news');
    await happens();
    for (const each of all) await expect.poll(() => each.all.length).toBeGreaterThan(0);
    expect(all[2]!.all.at(-1)).toEqual({
      events: [{ message: `INTENT_STORED of paper_${trades}` }],
    });
    expect(news).toHaveBeenCalledTimes(1);
  });

  it('get what came after their own cursors first, and then share', async () => {
    const first = await listen();
    await settled([first]);
    const missed = [await happens(), await happens(), await happens()];
    await expect.poll(() => sequencesOf(first)).toEqual(missed);
    const cursors = first.all.map(({ cursor }) => cursor);
    const late = await Promise.all(cursors.map((after) => listen(CHANGES, { after })));
    for (const [at, each] of late.entries())
      await expect.poll(() => sequencesOf(each)).toEqual(missed.slice(at + 1));
    const news = vi.spyOn(desk.paper, 'news');
    const sequence = await happens();
    for (const [at, each] of late.entries())
      await expect.poll(() => sequencesOf(each)).toEqual([...missed.slice(at + 1), sequence]);
    expect(news).toHaveBeenCalledTimes(1);
  });

  it('fail alone, and leave alone', async () => {
    const stays = await listen();
    const wrong = await listen(CHANGES, { after: 'nonsense' });
    const leaves = await listen();
    await settled([stays, leaves]);
    const refusal = [{ extensions: { code: 'BAD_USER_INPUT' } }];
    await expect.poll(() => wrong.refusal).toMatchObject(refusal);
    await leaves.close();
    const sequence = await happens();
    await expect.poll(() => sequencesOf(stays)).toEqual([sequence]);
    expect(stays.refusal).toBeNull();
  });
});

it('a socket that asks for events alone has nothing read, and gets nothing, on a tick of marks', async () => {
  const query = 'subscription { tradeUpdated(mode: PAPER) { sequence } }';
  const events = await listen(query);
  await settled([events]);
  const first = await happens();
  await expect.poll(() => events.all).toEqual([{ sequence: first }]);
  const news = vi.spyOn(desk.paper, 'news');
  await desk.book.writeMarks([markOf(`paper_${trades}`)]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(news).not.toHaveBeenCalled();
  const second = await happens();
  await expect.poll(() => events.all).toEqual([{ sequence: first }, { sequence: second }]);
  expect(news).toHaveBeenCalledTimes(1);
});

it('a message keeps apart what an event changed and what only has a new mark', async () => {
  const ids = 'changed { id mark { price } } marked { id mark { price } } trades { id }';
  const all = await listen(`subscription { tradesChanged(mode: PAPER) { ${ids} } }`);
  await settled([all]);
  await happens();
  const id = `paper_${trades}`;
  await expect
    .poll(() => all.all)
    .toEqual([{ changed: [{ id, mark: null }], marked: [], trades: [{ id }] }]);
  await desk.book.writeMarks([markOf(id)]);
  const marked = { id, mark: { price: '1.4' } };
  await expect
    .poll(() => all.all.at(-1))
    .toEqual({ changed: [], marked: [marked], trades: [{ id }] });
});

describe('sockets of different users', () => {
  it('get nothing of each other', async () => {
    const [ada, bob] = [await listen(), await listen(CHANGES, {}, bobs)];
    await settled([ada]);
    const hers = await happens();
    const his = await happens('bob');
    await expect.poll(() => sequencesOf(ada)).toEqual([hers]);
    await expect
      .poll(() => bob.all.flatMap(({ trades: [trade] }) => trade?.id))
      .toEqual([`paper_${trades}`]);
    expect(sequencesOf(bob)).toEqual([his]);
  });
});

describe('a socket whose client stops reading', () => {
  const LONG = `subscription {
    tradesChanged(mode: PAPER) { ${Array.from({ length: 25 }, (_, at) => `e${at}: events { sequence message }`).join(' ')} }
  }`;
  const tell = () =>
    desk.book.change('ada', async (book) => {
      trades += 1;
      const trade = anOpenTrade({ id: `paper_${trades}`, version: 1 });
      const event = { ...anEvent(trade), message: 'x'.repeat(9_000) };
      await book.save(null, { trade, orders: [] }, [event], UNJOURNALLED);
    });

  async function stoppable() {
    const socket = new WebSocket(
      `${desk.url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
    );
    sockets.push(socket);
    const told: number[] = [];
    const say = (message: object) => socket.send(JSON.stringify(message));
    await new Promise((open) => socket.once('open', open));
    socket.on('message', (data: Buffer) => {
      const { type, payload } = JSON.parse(data.toString('utf8')) as {
        type: string;
        payload?: { data: { tradesChanged: { e0: { sequence: number }[] } } };
      };
      if (type === 'connection_ack') say({ id: '1', type: 'subscribe', payload: { query: LONG } });
      told.push(...(payload?.data.tradesChanged.e0.map(({ sequence }) => sequence) ?? []));
    });
    say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    return { socket, told };
  }

  it('is counted, keeps nobody waiting, and gets all once when it reads on', async () => {
    const others = await listen();
    const { socket, told } = await stoppable();
    await settled([others]);
    const start = (await desk.book.read('ada').account()).sequence;
    await expect.poll(() => told.at(-1)).toBe(start);
    told.length = 0;
    socket.pause();
    const slow = async () => {
      const { text } = await desk.api.get('/metrics');
      return Number(/^twinbook_slow_readers (\d+)$/m.exec(text)?.[1]);
    };
    const before = await slow();
    let rounds = 0;
    for (; rounds < 60 && (await slow()) === before; rounds += 1) {
      await tell();
      await expect.poll(() => sequencesOf(others).length).toBe(rounds + 1);
    }
    expect(await slow()).toBe(before + 1);
    for (const _ of [1, 2, 3]) await tell();
    const all = Array.from({ length: rounds + 3 }, (_, at) => start + 1 + at);
    await expect.poll(() => sequencesOf(others)).toEqual(all);
    socket.resume();
    await expect.poll(() => told).toEqual(all);
  });
});
