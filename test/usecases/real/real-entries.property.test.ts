import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { HmacConfirmations } from '../../../server/adapters/vault/hmac-confirmations.ts';
import type { Confirmed } from '../../../server/ports/real-money.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { databases, type OpenTestDatabase } from '../../support/databases/databases.ts';
import { RealDesk, SECRET } from '../../support/desks/real-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';

const HOUR = 3_600;
const SIGNER = new HmacConfirmations(SECRET);
const KEYS = ['first-key', 'second-key', 'third-key'];

interface Body {
  readonly key: string;
  readonly quantity: number;
}
type Act =
  | { readonly kind: 'arm' | 'disarm' | 'start' | 'again' }
  | ({ readonly kind: 'preview' | 'preview and place' } & Body)
  | ({ readonly kind: 'place'; readonly token: 'its own' | 'another' | 'none' } & Body)
  | { readonly kind: 'pass'; readonly seconds: number };

const body = { key: fc.constantFrom(...KEYS), quantity: fc.constantFrom(1, 2) };
const small = fc.constantFrom<Act>({ kind: 'arm' }, { kind: 'disarm' }, { kind: 'again' });
const preview = fc.record({ kind: fc.constant('preview'), ...body });
const previewAndPlace = fc.record({ kind: fc.constant('preview and place'), ...body });
const token = fc.constantFrom('its own', 'its own', 'another', 'none');
const place = fc.record({ kind: fc.constant('place'), ...body, token });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: small },
  { weight: 3, arbitrary: preview },
  { weight: 3, arbitrary: place },
  { weight: 4, arbitrary: previewAndPlace },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'start' }) },
);
const pass = fc
  .constantFrom(1, 30, 60, 8 * HOUR - 30, 8 * HOUR)
  .map<Act>((seconds) => ({ kind: 'pass', seconds }));
/** A change of the arming while a confirmed order is checked. */
const race = fc
  .tuple(fc.record(body), small, fc.boolean())
  .map(([of, change, isStart]) => [
    [{ kind: 'preview', ...of } satisfies Act],
    [
      { kind: 'place', ...of, token: 'its own' },
      isStart ? { kind: 'start' } : change,
    ] satisfies Act[],
  ]);
/** What happens at once, at one server or the other. */
const step = fc.oneof(
  { weight: 4, arbitrary: act.map((each) => [[each]]) },
  { weight: 3, arbitrary: fc.array(act, { minLength: 2, maxLength: 4 }).map((each) => [each]) },
  { weight: 1, arbitrary: pass.map((each) => [[each]]) },
  { weight: 2, arbitrary: race },
);
const begins: readonly Act[] = [
  { kind: 'arm' },
  { kind: 'preview', key: KEYS[0]!, quantity: 1 },
  { kind: 'preview', key: KEYS[1]!, quantity: 2 },
];
const steps = fc
  .array(step, { minLength: 8, maxLength: 20, size: 'max' })
  .map((each) => each.flat());
const RUNS = { numRuns: 12, interruptAfterTimeLimit: 100_000 };

describe.each(databases())('whoever arms, disarms and confirms, on %s', (_, open) => {
  it.each([1, 2])(
    'no real order is stored without its arming and its confirmation, and none twice (seed %i)',
    async (seed) => {
      let placed = 0;
      const run = fc.asyncProperty(steps, async (each) => {
        placed += await story(open, each);
      });
      await fc.assert(run, { seed, ...RUNS });
      expect(placed, 'the stories place trades').toBeGreaterThan(8);
    },
    120_000,
  );
});

/** Ada at her desk, with the confirmations that she was given. */
class Hand {
  readonly given = new Map<string, Body & Pick<Confirmed, 'arming' | 'expiresAt'>>();
  /** The trade in the answer to each key. */
  readonly answered = new Map<string, string>();
  #last: TicketInput | null = null;
  #at = 0;

  constructor(readonly r: RealDesk) {}

  async act(act: Act): Promise<void> {
    const { r } = this;
    const at = (this.#at += 1) % 2;
    switch (act.kind) {
      case 'arm':
        return r.arm(ADA, at);
      case 'disarm':
        return r.disarm(ADA, at);
      case 'start':
        return r.startServer();
      case 'pass':
        return void r.t.clock.advance(act.seconds * 1000);
      case 'preview': {
        const ticket = this.#ticket(act);
        const token = await r.tokenFor(ticket, ADA, at);
        if (token) this.given.set(token, { ...act, ...SIGNER.read(token)! });
        return;
      }
      case 'place':
        return this.#place({ ...this.#ticket(act), confirmationToken: this.#token(act) }, at);
      case 'preview and place':
        await this.act({ ...act, kind: 'preview' });
        return this.act({ ...act, kind: 'place', token: 'its own' });
      case 'again':
        return this.#last ? this.#place(this.#last, at) : undefined;
    }
  }

  async #place(ticket: TicketInput, at: number): Promise<void> {
    this.#last = ticket;
    const { id } = await this.r.place(ticket, ADA, at);
    const { idempotencyKey: key } = ticket;
    expect(this.answered.get(key) ?? id, 'one trade a key').toBe(id);
    this.answered.set(key, id);
  }

  #ticket({ key: idempotencyKey, quantity }: Body): TicketInput {
    return this.r.t.ticket({ idempotencyKey, quantity: dec(quantity) });
  }

  #token({ token, key, quantity }: Extract<Act, { kind: 'place' }>): string | null {
    if (token === 'none') return null;
    const isOwn = (of: Body) => of.key === key && of.quantity === quantity;
    const fitting = [...this.given].filter(([, of]) => isOwn(of) === (token === 'its own'));
    return fitting.at(-1)?.[0] ?? null;
  }
}

async function story(open: OpenTestDatabase, steps: readonly (readonly Act[])[]): Promise<number> {
  const r = await RealDesk.start(open);
  try {
    const hand = new Hand(r);
    for (const each of begins) await hand.act(each);
    for (const together of steps) {
      const ends = await Promise.allSettled(together.map((each) => hand.act(each)));
      for (const end of ends)
        if (end.status === 'rejected' && !(end.reason instanceof Refusal)) throw end.reason;
    }
    return await checkStored(r, hand);
  } finally {
    await r.stop();
  }
}

/** Checks the stored trades by the log, which is in the order of transactions; returns their number. */
async function checkStored(r: RealDesk, { given, answered }: Hand): Promise<number> {
  const book = r.t.fresh.book.read('ada');
  const log = await book.log({ first: 500, after: null });
  expect(log.hasNextPage).toBe(false);
  let arming: { readonly armed: string; readonly at: Date } | null = null;
  const stored: string[] = [];
  for (const { action, at, tradeId, detail } of log.items.map(({ item }) => item).reverse()) {
    if (action === 'REAL_ARMED') arming = { ...(detail as { armed: string }), at };
    if (action === 'REAL_DISARMED') arming = null;
    if (action !== 'INTENT_STORED') continue;
    const { trade } = (await book.trade(tradeId!))!;
    stored.push(trade.id);
    const armedFor = at.getTime() - (arming?.at.getTime() ?? -Infinity);
    expect(armedFor, 'an entry is stored while armed').toBeLessThan(8 * HOUR * 1000);
    const [key] = [...answered].find(([, id]) => id === trade.id)!;
    const confirmed = [...given.values()].filter(
      (of) =>
        of.key === key &&
        trade.quantity.equals(of.quantity) &&
        of.arming === arming?.armed &&
        at < of.expiresAt,
    );
    expect(confirmed, 'it was confirmed').not.toEqual([]);
  }
  expect(new Set(stored)).toEqual(new Set(answered.values()));
  expect(r.t.venue.orders.length, 'each is sent once').toBe(stored.length);
  expect(await r.trades()).toBe(stored.length);
  return stored.length;
}
