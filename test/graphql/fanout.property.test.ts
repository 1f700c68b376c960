import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Group } from '../../server/graphql/fanout/group.ts';
import { MOST_WAITING } from '../../server/graphql/fanout/outlet.ts';
import { Subscriber } from '../../server/graphql/fanout/subscriber.ts';
import { eventCursor } from '../../server/graphql/streams/event-cursor.ts';
import type { LogBatch } from '../../server/graphql/streams/log-page.ts';
import type { LogTail } from '../../server/graphql/streams/log-tail.ts';
import { LogTails } from '../../server/graphql/streams/log-tails.ts';
import { FakeOutlet } from '../support/fakes/fake-outlet.ts';
import { GrowingLog, placeAt } from '../support/fakes/growing-log.ts';

interface Message {
  readonly sequences: readonly number[];
  readonly marks: Readonly<Record<string, number>>;
}

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));
/** So long that a few waiting messages are too many. */
const LENGTH = 300_000;

function payloadOf({ events, trades }: LogBatch): Buffer {
  const marks = trades.flatMap(({ trade: { id, mark } }) =>
    mark ? [[id, mark.price?.toNumber()] as const] : [],
  );
  const sequences = events.map(({ sequence }) => sequence);
  const payload = Buffer.alloc(LENGTH);
  payload.write(`${JSON.stringify({ sequences, marks: Object.fromEntries(marks) })}\n`);
  return payload;
}

function messageOf(payload: Buffer): Message {
  return JSON.parse(payload.toString('utf8', 0, payload.indexOf('\n'))) as Message;
}

/** Everything that subscribers of one book share, and clients that reconnect where they stopped. */
class Desk {
  readonly clients: Client[] = [];
  readonly #tails: LogTails;
  readonly #groups = new Map<number, Group>();
  slow = 0;

  constructor(readonly log: GrowingLog) {
    this.#tails = new LogTails(log.feed, () => log.news);
  }

  /** Opens a subscriber; those of the same kind share a group. */
  async open(kind: number, after: number | null, outlet: FakeOutlet): Promise<Subscriber> {
    const cursor = after === null ? null : eventCursor('PAPER', placeAt(after));
    const { view } = this.log;
    const source = { view, mode: 'PAPER', username: 'ada', after: cursor } as const;
    const reading = await this.#tails.open(source);
    return new Subscriber({
      ...{ reading, outlet, onSlow: () => void (this.slow += 1) },
      payloadsOf: async function* (batch) {
        yield payloadOf(batch);
      },
      group: () => this.#group(kind, reading.tail),
    });
  }

  #group(kind: number, tail: LogTail): Group {
    const known = this.#groups.get(kind);
    if (known) return known;
    const all = async (batch: LogBatch) => {
      await soon();
      return [payloadOf(batch)];
    };
    const group = new Group(tail, all, () => void this.#groups.delete(kind));
    this.#groups.set(kind, group);
    return group;
  }
}

class Client {
  outlet = new FakeOutlet();
  /** The client must have all events from `start` on, and all marks after `knownFrom`. */
  start = 0;
  knownFrom = 0;
  readonly #earlier: Buffer[] = [];
  #subscriber: Subscriber | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly kind: number,
  ) {}

  async connect(first: boolean): Promise<void> {
    const { log } = this.desk;
    const after = first ? log.events.length : this.last;
    if (first) this.start = after;
    this.knownFrom = Math.max(0, ...log.marks.values());
    this.#subscriber = await this.desk.open(this.kind, after, this.outlet);
    void this.#subscriber.run();
  }

  async reconnect(): Promise<void> {
    this.#subscriber?.close();
    this.#earlier.push(...this.outlet.got);
    this.outlet = new FakeOutlet();
    await this.connect(false);
  }

  close(): void {
    this.#subscriber?.close();
  }

  get messages(): readonly Message[] {
    return [...this.#earlier, ...this.outlet.got].map(messageOf);
  }

  get sequences(): readonly number[] {
    return this.messages.flatMap(({ sequences }) => sequences);
  }

  get last(): number {
    return this.sequences.at(-1) ?? this.start;
  }

  get marks(): Readonly<Record<string, number>> {
    return Object.assign({}, ...this.messages.map(({ marks }) => marks)) as Message['marks'];
  }
}

const index = fc.nat({ max: 4 });
const act = fc.oneof(
  fc.record({ append: fc.integer({ min: 1, max: 3 }), wakes: fc.boolean() }),
  fc.record({ append: fc.constant(230), wakes: fc.boolean() }),
  fc.record({ mark: fc.nat({ max: 6 }) }),
  fc.record({ join: fc.nat({ max: 1 }) }),
  fc.record({ reconnect: index }),
  fc.record({ stop: index }),
  fc.record({ readOn: index }),
  fc.record({ wait: fc.integer({ min: 1, max: 12 }) }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

async function happen(desk: Desk, each: Act): Promise<void> {
  const { log, clients } = desk;
  const at = (client: number) => clients[client % clients.length];
  if ('append' in each) {
    log.append(each.append);
    if (each.wakes) log.wake();
  } else if ('mark' in each) log.mark(each.mark);
  else if ('join' in each && clients.length < 5) {
    const client = new Client(desk, each.join);
    clients.push(client);
    await client.connect(true);
  } else if ('reconnect' in each) await at(each.reconnect)?.reconnect();
  else if ('stop' in each) at(each.stop)?.outlet.stopReading();
  else if ('readOn' in each) at(each.readOn)?.outlet.readOn();
  else if ('wait' in each) for (let turn = 0; turn < each.wait; turn += 1) await soon();
}

it('brings everybody every event once, in order, and every mark as it stands', async () => {
  let slow = 0;
  const acts = fc.array(act, { minLength: 10, maxLength: 80, size: 'max' });
  const delays = fc.array(fc.nat({ max: 3 }), { minLength: 7, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(acts, delays, async (all, turns) => {
      let asked = 0;
      const log = new GrowingLog(async () => {
        asked += 1;
        for (let turn = turns[asked % turns.length] ?? 0; turn > 0; turn -= 1) await soon();
      });
      const desk = new Desk(log);
      for (const each of [{ join: 0 }, { join: 0 }, ...all]) await happen(desk, each);
      log.wake();
      for (let turn = 0; turn < 100; turn += 1) await soon();
      // No wake follows: a client that had stopped reading goes on by itself.
      for (const { outlet } of desk.clients) outlet.readOn();
      for (let turn = 0; turn < 300; turn += 1) await soon();
      for (const client of desk.clients) {
        const expected = log.events.slice(client.start).map(({ sequence }) => sequence);
        expect(client.sequences).toEqual(expected);
        const news = [...log.marks].filter(([, mark]) => mark > client.knownFrom);
        expect(client.marks).toMatchObject(Object.fromEntries(news));
        expect(client.outlet.mostBeyond).toBeLessThanOrEqual(MOST_WAITING);
        client.close();
      }
      expect(log.feed.listened()).toEqual([]);
      slow += desk.slow;
    }),
    { numRuns: 100 },
  );
  // Without slow readers the plans would not test what they are for.
  expect(slow).toBeGreaterThan(0);
});
