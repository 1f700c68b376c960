import { AT_TOUCH, type FillRule } from '../../server/domain/matching/fill-model.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SimulatedVenue } from '../../server/adapters/simulated/simulated-venue.ts';
import { SimulatedBroker } from '../../server/adapters/simulated/simulated-broker.ts';
import { SqlVenueStore } from '../../server/adapters/simulated/sql-venue-store.ts';
import type { VenueStore } from '../../server/adapters/simulated/venue-store.ts';
import { dec, ZERO } from '../../server/domain/decimal.ts';
import type { Listed } from '../../server/domain/instrument/instrument.ts';
import { optionContract } from '../../server/domain/instrument/occ-symbol.ts';
import type { FillModel } from '../../server/domain/matching/fill-model.ts';
import { mergedOrders } from '../../server/domain/matching/submissions.ts';
import type { Quote } from '../../server/domain/market/quote.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { HandClock, submission } from '../support/desks/venue-account.ts';
import { MemoryVenueStore } from '../support/fakes/memory-venue-store.ts';
import { CALL, optionQuote, submitted } from '../support/fakes/option-market.ts';
import { ScriptedMarket } from '../support/fakes/scripted-market.ts';

/** A put that expires on the second day. */
const PUT = optionContract({
  ...{ underlying: 'SPY', expiration: '2026-03-11', strike: dec(555), right: 'PUT' },
});
const TRADED: readonly Listed[] = [CALL, PUT];
const ACCOUNTS = ['ann', 'bob', 'cyd'];

/** A market for each contract; each quote is fresh unless the market has stopped. */
class TwoMarkets extends ScriptedMarket {
  readonly said = new Map<string, { bid: number; width: number; depth: number; age: number }>();

  constructor(private readonly hand: HandClock) {
    super(hand);
    for (const { symbol } of TRADED) this.said.set(symbol, { bid: 20, width: 1, depth: 5, age: 0 });
  }

  override async quotes(symbols: readonly string[]): Promise<ReadonlyMap<string, Quote>> {
    const quoted = symbols.flatMap((symbol) => {
      const said = this.said.get(symbol);
      if (!said) return [];
      const at = new Date(this.hand.now().getTime() - said.age * 1000);
      const [bid, ask] = [dimes(said.bid), dimes(said.bid + said.width)];
      return [[symbol, optionQuote(bid, ask, at, symbol)] as const];
    });
    return new Map(quoted);
  }

  override depth(symbol = CALL.symbol) {
    return dec(this.said.get(symbol)!.depth);
  }
}

const dimes = (n: number) => (n / 10).toFixed(2);
const price = fc.integer({ min: 8, max: 34 }).map(dimes);
const contract = fc.constantFrom(...TRADED);
const account = fc.constantFrom(...ACCOUNTS);
const model = fc.constantFrom<FillModel[]>('TOUCH', 'MID', 'CROSS', 'ORATS', 'INSTANT');
const terms = fc.record({
  ...{ account, contract, model, limit: fc.option(price), target: price, stop: price },
  shape: fc.constantFrom('SINGLE', 'OTOCO', 'OTOCO', 'OCO', 'CLOSE'),
  size: fc.integer({ min: 1, max: 9 }),
  day: fc.boolean(),
  stopLimit: fc.option(price),
} as const);
type Terms = typeof terms extends fc.Arbitrary<infer T> ? T : never;
const act = fc.oneof(
  { weight: 4, arbitrary: terms.map((each) => ({ place: each })) },
  { weight: 1, arbitrary: fc.record({ account, nth: fc.nat(8) }).map((cancel) => ({ cancel })) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        contract,
        bid: fc.integer({ min: 0, max: 36 }),
        width: fc.integer({ min: 1, max: 3 }),
        depth: fc.integer({ min: 0, max: 7 }),
        age: fc.constantFrom(0, 0, 0, 0, 120),
      })
      .map((market) => ({ market })),
  },
  { weight: 5, arbitrary: fc.constantFrom(1, 1, 1, 1, 20_000, 70_000).map((pass) => ({ pass })) },
);

function orders({ shape, size, limit, target, stop, day, stopLimit }: Terms) {
  const duration = day ? 'DAY' : 'GTC';
  const at = (entry: string | null) => (entry ? { limit: entry } : {});
  const exits = [
    submitted('TAKE_PROFIT', 'SELL_TO_CLOSE', size, { limit: target }, duration),
    submitted('STOP_LOSS', 'SELL_TO_CLOSE', size, { stop, ...at(stopLimit) }, duration),
  ];
  const entry = submitted('ENTRY', 'BUY_TO_OPEN', size, at(limit), duration);
  if (shape === 'CLOSE') return [submitted('CLOSE', 'SELL_TO_CLOSE', size, at(limit), duration)];
  if (shape === 'OCO') return exits;
  return shape === 'OTOCO' ? [entry, ...exits] : [entry];
}

const BY_A_FIT: FillRule = { fillModel: 'CALIBRATED', fillFit: { buys: 62, sells: 37 } };

/** The venue over one store, or over several that share a database and serve in turn. */
class Side {
  #turn = 0;
  readonly #ids = new Map<string, string[]>();

  constructor(
    private readonly stores: readonly VenueStore[],
    private readonly market: TwoMarkets,
    private readonly clock: HandClock,
  ) {}

  async place(asked: Terms): Promise<string> {
    const { account: name, contract: instrument, shape, model: fillModel } = asked;
    const sent = submission(shape === 'CLOSE' ? 'SINGLE' : shape, instrument, orders(asked));
    const placed = this.#broker(name)
      .place({ ...sent, fillModel })
      .then((id) => {
        this.#ids.set(name, [...(this.#ids.get(name) ?? []), id]);
        return id;
      });
    return placed.catch((error: Error) => error.message);
  }

  async cancel(name: string, nth: number): Promise<void> {
    await this.#broker(name).cancel(this.#ids.get(name)?.[nth] ?? 'none');
  }

  beat = async () => (await this.#venue.tick()).changed;

  async meetAll(): Promise<readonly string[]> {
    const changed: string[] = [];
    for (const name of ACCOUNTS) if (await this.#venue.meet(name)) changed.push(name);
    return changed;
  }

  stands = () =>
    Promise.all(
      ACCOUNTS.map((name) =>
        this.#store.change(
          name,
          async (state, ended) => ({
            state,
            result: { ...state, orders: mergedOrders(ended, state.orders) },
          }),
          new Date(0),
        ),
      ),
    );

  listed = async () => {
    const lists = ACCOUNTS.map((name) => this.#broker(name).orders());
    return Promise.all(lists);
  };

  get #store(): VenueStore {
    this.#turn += 1;
    return this.stores[this.#turn % this.stores.length]!;
  }

  get #venue(): SimulatedVenue {
    return new SimulatedVenue(this.#store, this.market, this.clock);
  }

  #broker(name: string): SimulatedBroker {
    return new SimulatedBroker(name, this.#store, this.market, this.clock, {
      fillRule: async () => (name === ACCOUNTS[0] ? AT_TOUCH : BY_A_FIT),
      deposits: async () => dec(100_000),
      movedElsewhere: async () => ZERO,
    });
  }
}

describe.each(databases())('the venue’s beat on %s', (name, open) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open('book')));
  afterAll(() => database.close());

  it('leaves every account as if each had met the market, whichever server beats', async () => {
    const second = database.another();
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 30, maxLength: 60 }), async (acts) => {
        for (const table of ['simulated_venue', 'simulated_orders'])
          await database.knex(table).delete();
        const clock = new HandClock();
        const market = new TwoMarkets(clock);
        const stores = [
          new SqlVenueStore(database.knex, clock),
          new SqlVenueStore(second, clock, { most: 4 }),
        ];
        const beaten = new Side(stores, market, clock);
        const met = new Side([new MemoryVenueStore()], market, clock);
        for (const step of acts) {
          if ('place' in step)
            expect(await beaten.place(step.place)).toBe(await met.place(step.place));
          else if ('cancel' in step) {
            for (const side of [beaten, met])
              await side.cancel(step.cancel.account, step.cancel.nth);
          } else if ('market' in step) market.said.set(step.market.contract.symbol, step.market);
          else {
            clock.pass(step.pass);
            const changed = await beaten.beat();
            expect(changed).toEqual(await met.meetAll());
            changes += changed.length;
          }
          expect(await beaten.stands()).toEqual(await met.stands());
        }
        expect(await beaten.listed()).toEqual(await met.listed());
      }),
      { numRuns: name === 'SQLite' ? 30 : 8 },
    );
    expect(changes).toBeGreaterThan(5);
  }, 240_000);
});
