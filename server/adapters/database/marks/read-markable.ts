import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { VenueName } from '../../../domain/venue.ts';
import type { Held, Markable } from '../../../domain/trade/trade.ts';
import { among } from '../sql/chunks.ts';
import { isPostgres } from '../sql/dialect.ts';
import { freezeDeep } from '../sql/freeze-deep.ts';
import { Lru } from '../sql/lru.ts';
import { fromColumns, namesOf, type Shape } from '../sql/record-shape.ts';
import type { MarkMemory } from '../trades/mark-memory.ts';
import { ACTIVE } from '../trades/orders-at-venue.ts';
import { SEEN, type Seen } from '../trades/trade-memory.ts';
import { INSTRUMENT_COLUMNS, instrumentFromRow, type TradeRow } from '../trades/trade-row.ts';

/** Fields of a markable trade that change only with an event. */
type Still = Omit<Markable, 'mark' | keyof Seen>;

const STILL: Shape<Omit<Still, 'instrument'>> = {
  id: 'text',
  username: 'text',
  venue: 'text',
  venueAccount: 'text',
  phase: 'text',
  side: 'text',
  filledQuantity: 'decimal',
  openQuantity: 'decimal',
  entryCost: 'decimal',
  entryUnderlyingPrice: 'decimal',
  openedAt: 'time',
};
const ENDED: Shape<Pick<Held, 'closedAt'>> = { closedAt: 'time' };
const MOVING = ['id', 'version', 'mark', ...namesOf(SEEN)];
const WHOLE = [...new Set([...MOVING, ...namesOf(STILL), ...INSTRUMENT_COLUMNS])];

interface Kept {
  readonly version: number;
  readonly still: Still;
}

interface UserTrades {
  readonly username: Username;
  readonly trades: number;
}

/** Trades kept, at six hundred bytes each: as many as in `TradeMemory`. A round over more would find none. */
const MOST = 60_000;
/** Trades that one statement reads: more would block the event loop for too long. */
const TRADES_AT_ONCE = 1_000;

/**
 * Reads every active trade for a tick. If a trade is known at its version, only the columns that move without
 * an event are read; otherwise a quarter of its columns.
 */
export class MarkableTrades {
  readonly #kept = new Lru<string, Kept>(MOST);

  constructor(
    private readonly knex: Knex,
    private readonly marks: MarkMemory,
  ) {}

  /** Ordered by user. The trades of one user are read at one moment. */
  async read(venue?: VenueName): Promise<readonly Markable[]> {
    const active = (): Knex.QueryBuilder => {
      const all = this.knex('trades').whereIn('phase', ACTIVE);
      return venue ? all.where('venue', venue) : all;
    };
    const users = await active()
      .groupBy('username')
      .orderBy('username')
      .select<UserTrades[]>('username', this.knex.raw('count(*) AS trades'));
    const found: Markable[] = [];
    for (const usernames of chunksBySize(users))
      found.push(...(await this.#of(active().where(among(this.knex, 'username', usernames)))));
    return found;
  }

  /**
   * Ordered by user. Ended trades are read last, so that a trade that ends meanwhile is found, and found
   * once. An index of ends finds those of each user, so the work does not grow with a book's age.
   */
  async heldSince(since: Date): Promise<readonly Held[]> {
    const active = (await this.read()).filter(({ phase }) => phase === 'OPEN');
    const ended = await this.knex('accounts')
      .joinRaw(isPostgres(this.knex) ? 'JOIN trades' : 'CROSS JOIN trades')
      .joinRaw('ON trades.username = accounts.username AND trades.closed_at > ?', [since.getTime()])
      .where('trades.phase', 'CLOSED')
      .select<TradeRow[]>([...WHOLE, 'closed_at'].map((name) => `trades.${name}`));
    const held = new Map<string, Held>(
      active.map((each) => [each.id, { ...each, closedAt: null }]),
    );
    for (const row of ended) held.set(row.id, this.#ended(row));
    return [...held.values()].filter(({ openedAt }) => openedAt !== null);
  }

  #ended(row: TradeRow): Held {
    const still = {
      ...fromColumns<Omit<Still, 'instrument'>>(row, STILL),
      ...fromColumns(row, SEEN),
    };
    const rest = { instrument: instrumentFromRow(row), mark: this.marks.of(row.mark) };
    return { ...still, ...rest, ...fromColumns(row, ENDED) };
  }

  async #of(query: Knex.QueryBuilder): Promise<readonly Markable[]> {
    const rows = await query.orderBy(['username', 'id']).select<TradeRow[]>(MOVING);
    const unknown = rows.filter((row) => !this.#stillOf(row)).map(({ id }) => id);
    const learned = unknown.length > 0 ? await this.#learn(unknown) : null;
    return rows.flatMap((glimpsed) => {
      // A whole row counts more: the trade may have changed or ended since the first read.
      const row = learned?.get(glimpsed.id) ?? glimpsed;
      const still = this.#stillOf(row);
      return still ? [{ ...still, ...fromColumns(row, SEEN), mark: this.marks.of(row.mark) }] : [];
    });
  }

  #stillOf({ id, version }: TradeRow): Still | null {
    const kept = this.#kept.get(id);
    return kept?.version === version ? kept.still : null;
  }

  async #learn(ids: readonly string[]): Promise<ReadonlyMap<string, TradeRow>> {
    const query = this.knex('trades')
      .where(among(this.knex, 'id', ids))
      .whereIn('phase', ACTIVE);
    const rows = await query.select<TradeRow[]>(WHOLE);
    for (const row of rows) {
      const instrument = instrumentFromRow(row);
      const still = Object.assign(fromColumns<Omit<Still, 'instrument'>>(row, STILL), {
        instrument,
      });
      this.#kept.set(row.id, { version: row.version, still: freezeDeep(still) });
    }
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** The usernames in order, in groups that have about `TRADES_AT_ONCE` trades together. */
function* chunksBySize(users: readonly UserTrades[]): Generator<readonly Username[]> {
  let chunk: Username[] = [];
  let size = 0;
  for (const { username, trades } of users) {
    chunk.push(username);
    size += trades;
    if (size < TRADES_AT_ONCE) continue;
    yield chunk;
    [chunk, size] = [[], 0];
  }
  if (chunk.length > 0) yield chunk;
}
