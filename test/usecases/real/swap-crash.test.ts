import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { SWAP_FAULT_POINTS, type FaultPoint } from '../../../server/ports/fault-points.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import { databases, type OpenTestDatabase } from '../../support/databases/databases.ts';
import { Crash } from '../../support/desks/crash-at.ts';
import { codeOf } from '../../support/desks/real-desk.ts';
import { BONK, SwapDesk } from '../../support/desks/swap-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import type { ChainLuck } from '../../support/fakes/scripted-landing.ts';

/** A server that dies at a point: later writes have no effect, as after kill -9. */
class Dying {
  died = false;

  constructor(private readonly at: FaultPoint) {}

  readonly through = (deps: BookDeps): BookDeps => ({
    ...deps,
    passFaultPoint: (point) => {
      if (point === this.at) this.died = true;
      if (this.died) throw new Crash(`killed at ${this.at}`);
    },
    book: new Proxy(deps.book, {
      get: (book, name) => {
        const value: unknown = Reflect.get(book, name, book);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (this.died) throw new Crash(`dead since ${this.at}`);
          return Reflect.apply(value, book, args) as unknown;
        };
      },
    }),
  });
}

interface Flow {
  readonly name: string;
  readonly begin: (d: SwapDesk) => Promise<string | null>;
  readonly play: (d: SwapDesk, id: string | null) => Promise<unknown>;
  /** The statuses in which the trade may end, wherever the server was killed. */
  readonly ends: readonly (string | null)[];
  /** True if a swap is never signed twice: when the server is killed before sending it, the swap is over. */
  readonly once?: true;
}

const held = async (d: SwapDesk) => {
  const { id } = await d.buys({ bracket: { stopLoss: dec('0.9') } });
  await d.disarm();
  return id;
};
const tickets = new WeakMap<SwapDesk, Awaited<ReturnType<SwapDesk['confirmed']>>>();

const FLOWS: readonly Flow[] = [
  {
    name: 'an entry',
    begin: async (d) => {
      tickets.set(d, await d.confirmed());
      return null;
    },
    play: (d) => d.place(tickets.get(d)!),
    ends: ['OPEN', 'CANCELED'],
    once: true,
  },
  {
    name: 'an entry that waited for its limit',
    begin: async (d) => {
      const limit = { orderType: 'LIMIT', limitPrice: dec('0.95'), timeInForce: 'GTC' } as const;
      return (await d.buys(limit)).id;
    },
    play: (d) => d.rounds('0.94', 6),
    ends: ['OPEN'],
    once: true,
  },
  {
    name: 'a stop',
    begin: held,
    play: (d) => d.rounds('0.85', 5),
    ends: ['SL_HIT'],
  },
  {
    name: 'a close by hand',
    begin: held,
    play: (d, id) => d.closes(id!),
    ends: ['OPEN', 'MANUAL_CLOSE'],
  },
];

/** Starts a server and lets it read the log; before that it sends no entry. */
async function serves(d: SwapDesk, ...server: Parameters<SwapDesk['server']>): Promise<void> {
  d.desk = d.server(...server);
  await d.desk.previews.trade(ADA, d.ticket());
}

async function crash(open: OpenTestDatabase, flow: Flow, at: FaultPoint, luck: ChainLuck) {
  const d = await SwapDesk.start(open);
  try {
    await d.arm();
    const begun = await flow.begin(d);
    const before = d.chain.sent.length;
    d.chain.luck.push(luck);
    const dying = new Dying(at);
    await serves(d, dying.through);
    await flow.play(d, begun).catch((error: unknown) => {
      if (!dying.died) throw error;
    });
    expect(dying.died, 'the point is reached').toBe(true);
    await serves(d, undefined, true);
    const ticket = tickets.get(d);
    if (ticket) await codeOf(d.place(ticket, ADA));
    for (let round = 0; round < 4; round += 1) await d.sync(round === 0 ? 3 : 200);
    if (flow.name !== 'an entry')
      for (let n = 0; n < 3; n += 1) await flow.play(d, begun).catch(() => null);
    const id = begun ?? (await d.onlyTrade());
    const { trade } = await d.stored(id);
    const over = flow.once && at === 'swap: submitted' ? ['CANCELED'] : flow.ends;
    expect(over, `killed at ${at}`).toContain(trade.status);
    const wallet = d.chain.units.get(BONK.symbol) ?? 0n;
    expect(trade.openQuantity.times(100_000).toFixed(), 'book and wallet agree').toBe(
      String(wallet),
    );
    const swaps = d.chain.landings() - before;
    expect(swaps, 'one swap').toBeLessThanOrEqual(1);
    expect(d.chain.sent.length - before).toBeLessThanOrEqual(flow.once ? 1 : 2);
  } finally {
    await d.end();
  }
}

/** SQLite is killed at every step, Postgres only by `npm run test:crash`, otherwise at every third step. */
const pointsOn = (database: string) =>
  SWAP_FAULT_POINTS.filter(
    (_, n) => database === 'SQLite' || process.env['CRASH_MATRIX'] === 'whole' || n % 3 === 1,
  );

describe.each(databases())('one of two servers is killed, with real money on %s,', (name, open) => {
  describe.each(FLOWS)('in $name', (flow) => {
    it.each(pointsOn(name))('at “%s”: the other carries on, and one swap lands', (at) =>
      crash(open, flow, at, 'LANDS'),
    );

    it.each(['swap: submitted', 'swap: sent'] as const)(
      'at “%s”, its answer lost: the other finds out, and one swap lands',
      (at) => crash(open, flow, at, 'SILENT'),
    );
  });
});
