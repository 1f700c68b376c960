import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LiveDesk, type LiveTrade, type Mode } from '../support/desks/live-desk.ts';
import { serverDatabases } from '../support/servers/server-databases.ts';
import type { TradierEmulator } from '../venues/tradier-emulator.ts';

const FLIPS = 10_000;
const USERS = ['ada', 'bob', 'cyd', 'dee'];
/** The number of fields in a document; each field has another mode than the field before. */
const FIELDS = 30;
const OTHER = { PAPER: 'REAL', REAL: 'PAPER' } as const;
/** Texts that only answers of one book contain. */
const WORDS = {
  PAPER: ['"PAPER"', 'paper_', 'TRADIER_SANDBOX', 'VA-'],
  REAL: ['"REAL"', 'real_', 'TRADIER_LIVE', '6Y-'],
} as const;
const PREFIX = { PAPER: 'paper_', REAL: 'real_' } as const;

interface Placed {
  readonly mode: Mode;
  readonly trade: LiveTrade;
}

describe('two books under load', () => {
  let t: LiveDesk;
  beforeEach(async () => {
    // One database is enough, because the books are as separate on the other.
    t = await LiveDesk.start(serverDatabases()[0]![1]);
    for (const username of USERS) {
      await t.signUp(username);
      await t.connect(username, true);
      await t.arm(username);
    }
  });
  afterEach(() => t.close());

  let flips = 0;
  let last: Mode = 'PAPER';
  /** Counts, over all users together, each request for another mode than the request before. */
  const asked = (mode: Mode): Mode => {
    if (mode !== last) flips += 1;
    last = mode;
    return mode;
  };

  /** Reads both books in turn in one document; each must answer only with its own data. */
  async function read(username: string, first: Mode): Promise<void> {
    const modes = Array.from({ length: FIELDS }, (_, n) => (n % 2 ? OTHER[first] : first));
    const fields = modes.map((mode, n) =>
      n === 0
        ? `f${n}: trades(mode: ${asked(mode)}, first: 3) { nodes { id mode } }`
        : `f${n}: reconciliation(mode: ${asked(mode)}) { checks { venue account } }`,
    );
    const answer = await t.ask<Record<string, unknown>>(username, `{ ${fields.join(' ')} }`);
    modes.forEach((mode, n) => {
      const told = JSON.stringify(answer[`f${n}`]);
      for (const word of WORDS[OTHER[mode]]) expect(told).not.toContain(word);
    });
  }

  /** A user who trades in both books, and changes the mode with each request. */
  async function user(username: string, placed: Placed[]): Promise<void> {
    const mine: Record<Mode, LiveTrade[]> = { PAPER: [], REAL: [] };
    let mode: Mode = USERS.indexOf(username) % 2 ? 'PAPER' : 'REAL';
    for (let n = 0; flips < FLIPS; n += 1) {
      mode = OTHER[mode];
      await read(username, OTHER[mode]);
      if (n % 4 === 0) {
        const trade = await t.place(username, asked(mode), { quantity: '1' });
        mine[mode].push(trade);
        placed.push({ mode, trade });
      }
      const [oldest] = mine[mode].length > 3 ? mine[mode].splice(0, 1) : [];
      if (oldest) await t.cancel(username, oldest);
    }
  }

  it('no order goes to the venue of the other, through ten thousand flips of the mode', async () => {
    flips = 0;
    const placed: Placed[] = [];
    // Each user has two browsers.
    await Promise.all([...USERS, ...USERS].map((username) => user(username, placed)));
    expect(flips).toBeGreaterThanOrEqual(FLIPS);
    const tagsOf = (mode: Mode) =>
      placed.filter((each) => each.mode === mode).map(({ trade }) => trade.orders[0]!.tag);
    const tagsAt = ({ exchange }: TradierEmulator) =>
      exchange.accounts().flatMap(({ orders }) => [...orders.values()].map(({ tag }) => tag));
    for (const [mode, venue] of [
      ['PAPER', t.sandbox],
      ['REAL', t.live],
    ] as const) {
      expect(tagsOf(mode).length).toBeGreaterThan(20);
      expect(tagsAt(venue).sort()).toEqual(tagsOf(mode).sort());
      const foreign = placed.filter(
        (each) => each.mode === mode && !each.trade.id.startsWith(PREFIX[mode]),
      );
      expect(foreign).toEqual([]);
      const others = mode === 'REAL' ? 'sandbox-' : 'live-';
      expect(venue.requests.filter(({ token }) => token?.startsWith(others))).toEqual([]);
    }
  }, 240_000);
});
