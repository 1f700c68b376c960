import type { Username } from '../../../domain/ids.ts';
import type { Trade, TradeAggregate, Trail } from '../../../domain/trade/trade.ts';
import { fromColumns, namesOf, type Shape } from '../sql/record-shape.ts';
import { freezeDeep } from '../sql/freeze-deep.ts';
import { Lru } from '../sql/lru.ts';
import { MarkMemory } from './mark-memory.ts';

export type Seen = Pick<
  Trade,
  'maxFavorableExcursion' | 'maxAdverseExcursion' | 'excursionsComplete'
>;
export const SEEN: Shape<Seen> = {
  maxFavorableExcursion: 'decimal',
  maxAdverseExcursion: 'decimal',
  excursionsComplete: 'flag',
};
const BEST: Shape<Pick<Trail, 'best'>> = { best: 'decimal' };

/** Columns that `writeMarks` and `writeBests` change without a new version. */
const MOVING = [...namesOf(SEEN), 'mark', 'trailing_best'] as const;

/** The columns that tell whether a remembered trade is still the stored one. */
export const GLIMPSE: readonly string[] = ['id', 'username', 'version', ...MOVING];

/** A row of `trades` with at least these columns. */
export interface Glimpse {
  readonly id: string;
  readonly username: Username;
  readonly version: number;
  readonly mark: string | null;
  readonly trailing_best: string | null;
}

/** Trades from earlier reads. A trade is used only after its row's version has been read again. */
export interface KnownTrades {
  /** The trade in the state of this row; null when it is not known at the row's version. */
  find(row: Glimpse): TradeAggregate | null;
  /** Returns the same trade, frozen. */
  keep(row: Glimpse, read: TradeAggregate): TradeAggregate;
}

interface Kept {
  readonly row: Glimpse;
  readonly aggregate: TradeAggregate;
}

/**
 * The most trades that a server keeps of one book: a trade with its orders takes five kilobytes. A round that
 * reads more than are kept finds none of them: a thousand users with fifty each must fit.
 */
const MOST_TRADES = 60_000;

/**
 * The trades of one book that were read last. It knows no user's rights: the caller has read the row in the
 * user's own scope, and a row that names another user finds nothing.
 */
export class TradeMemory implements KnownTrades {
  readonly #kept: Lru<string, Kept>;

  constructor(
    private readonly marks = new MarkMemory(),
    most = MOST_TRADES,
  ) {
    this.#kept = new Lru(most);
  }

  find(row: Glimpse): TradeAggregate | null {
    const kept = this.#kept.get(row.id);
    if (kept?.row.version !== row.version || kept.row.username !== row.username) return null;
    return this.#set(row, isUnmoved(kept.row, row) ? kept.aggregate : this.#moved(kept, row));
  }

  keep(row: Glimpse, read: TradeAggregate): TradeAggregate {
    const { id, username, version } = row;
    const moving = Object.fromEntries(MOVING.map((name) => [name, columnOf(row, name)]));
    return this.#set({ id, username, version, ...moving } as Glimpse, freezeDeep(read));
  }

  /** Copies all its trades into another memory. */
  tell(other: TradeMemory): void {
    for (const { row, aggregate } of this.#kept.values()) other.#set(row, aggregate);
  }

  #set(row: Glimpse, aggregate: TradeAggregate): TradeAggregate {
    return this.#kept.set(row.id, { row, aggregate }).aggregate;
  }

  #moved({ aggregate: { trade, orders } }: Kept, row: Glimpse): TradeAggregate {
    const mark = this.marks.of(row.mark);
    const { best } = fromColumns<Pick<Trail, 'best'>>(row, BEST, 'trailing_');
    const trail = trade.trail && { ...trade.trail, best };
    return freezeDeep({ trade: { ...trade, ...fromColumns(row, SEEN), mark, trail }, orders });
  }
}

function isUnmoved(before: Glimpse, now: Glimpse): boolean {
  return MOVING.every((name) => columnOf(before, name) === columnOf(now, name));
}

function columnOf(row: Glimpse, name: string): unknown {
  return (row as unknown as Record<string, unknown>)[name];
}
