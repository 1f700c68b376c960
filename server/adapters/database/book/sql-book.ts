import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { LogCheck } from '../../../domain/book/log-check.ts';
import type { LogProof } from '../../../domain/book/log-proof.ts';
import type { TradingMode } from '../../../domain/mode.ts';
import { ZERO, type Decimal } from '../../../domain/decimal.ts';
import type { Book, BookChange, BookReader } from '../../../ports/book.ts';
import type {
  BestWrite,
  BookendWrite,
  CompletenessEntry,
  MarkWrite,
  TickPassed,
  WatchedJob,
} from '../../../ports/mark-writes.ts';
import type { FiguresReader } from '../../../ports/figures.ts';
import type { LogSlice } from '../../../ports/log-checks.ts';
import type { EventFeed } from '../../../ports/event-feed.ts';
import type { Ids } from '../../../ports/ids.ts';
import { accountToRow } from './account-row.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { writeBookends } from '../marks/bookend-ledger.ts';
import { SqlBookChange } from './book-change.ts';
import { SqlBookReader } from './book-reader.ts';
import { checkLog } from './check-log.ts';
import { chunksOf } from '../sql/chunks.ts';
import { SqlDeskReads } from './desk-reads.ts';
import { keptFigures, SqlFiguresReader } from '../figures/sql-figures.ts';
import { actingFor } from '../sql/dialect.ts';
import { writeCompleteness } from '../marks/completeness-ledger.ts';
import { GENESIS } from '../log/event-row.ts';
import { nextMarkTurn } from '../marks/mark-turn.ts';
import { passTick } from '../marks/job-ticks.ts';
import { grouped } from '../../../domain/grouped.ts';
import { countUnlogged } from '../marks/unlogged-writes.ts';
import { FiguresMemory } from './open-figures.ts';
import { LockedAccount } from './locked-account.ts';
import { OneAtATime } from '../sql/one-at-a-time.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { proveLog } from './verify-chain.ts';
import { ChangeMemory } from '../trades/change-memory.ts';
import { writeBests } from '../marks/write-bests.ts';
import { writeMarks, type MarkedTrade } from '../marks/write-marks.ts';

/** Marks in one transaction: few enough that neither the event loop nor another writer waits for long. */
const MARKS_AT_ONCE = 500;

export interface BookParts {
  readonly feed: EventFeed;
  readonly ids: Ids;
}

/**
 * A book in a database that `migrate` and `claimBook` have prepared. The feed is notified after the commit.
 * When the database aborts a change because of a conflict, the change runs again from the start, so its work
 * must touch nothing but the book.
 */
export class SqlBook<M extends TradingMode = TradingMode> extends SqlDeskReads implements Book<M> {
  readonly #kept = keptFigures();
  /** One user's changes queue here: a change that waits for its row then holds no connection. */
  readonly #changes = new OneAtATime();

  constructor(
    knex: Knex,
    readonly mode: M,
    private readonly parts: BookParts,
  ) {
    super(knex);
  }

  async openAccount(username: Username, deposit: Decimal, at: Date): Promise<void> {
    const empty = { cash: ZERO, deposits: ZERO, realizedPnl: ZERO, fees: ZERO };
    const row = accountToRow({ username, ...empty, killSwitch: 'OFF', sequence: 0, hash: GENESIS });
    await retryTransient(async () => {
      await this.knex('accounts')
        .insert({ ...row, lock_count: 0, opened_at: at.getTime() })
        .onConflict('username')
        .ignore();
    });
    await this.change(username, async (book) => {
      if ((await book.account()).sequence === 0) await book.deposit(deposit, at, 'desk');
    });
  }

  read(username: Username): BookReader {
    return new SqlBookReader(this.#of(username), this.mode, username, this.memory);
  }

  view<T>(username: Username, work: (reader: BookReader) => Promise<T>): Promise<T> {
    return atOneMoment(this.#of(username), (moment) =>
      work(new SqlBookReader(moment, this.mode, username, this.memory)),
    );
  }

  figures(username: Username): FiguresReader {
    return new SqlFiguresReader(this.#of(username), username, this.#kept);
  }

  proveLog(username: Username): Promise<LogProof> {
    return proveLog(this.#of(username), username);
  }

  checkLog(username: Username, slice: LogSlice): Promise<LogCheck | null> {
    return checkLog(this.#of(username), username, slice);
  }

  async change<T>(username: Username, work: (book: BookChange) => Promise<T>): Promise<T> {
    const { mode } = this;
    const { result, book, change, memory } = await this.#changes.do(username, () =>
      retryTransient(() =>
        this.#of(username).transaction(async (trx) => {
          const locked = await LockedAccount.lock(trx, username);
          // A change may read what it has written itself, and that may be rolled back.
          const trades = new ChangeMemory(this.memory.trades);
          const memory = { trades, figures: new FiguresMemory(0) };
          const book = new SqlBookChange(trx, mode, locked, { ids: this.parts.ids, memory });
          const result = await work(book);
          await locked.store();
          return { result, book, change: locked.change, memory };
        }),
      ),
    );
    memory.trades.tell();
    this.parts.feed.own?.changed(mode, username, change);
    const alerts = book.raised;
    if (book.wasChanged || alerts.length > 0)
      this.parts.feed.publish({ mode, username, marked: [], alerts });
    return result;
  }

  #of(username: Username): Knex {
    return actingFor(this.knex, { username });
  }

  async writeMarks(marks: Iterable<MarkWrite>): Promise<void> {
    const marked: MarkedTrade[] = [];
    try {
      for (const part of chunksOf(marks, MARKS_AT_ONCE))
        marked.push(...(await this.#mark(part, (trx, turn) => writeMarks(trx, part, turn))));
    } finally {
      this.#publish(marked);
    }
  }

  async noteBests(bests: readonly BestWrite[]): Promise<void> {
    if (bests.length === 0) return;
    this.#publish(await this.#mark(bests, (trx, turn) => writeBests(trx, bests, turn)));
  }

  async #mark(
    about: readonly { readonly username: Username }[],
    write: (trx: Knex.Transaction, turn: number | null) => Promise<readonly MarkedTrade[]>,
  ): Promise<readonly MarkedTrade[]> {
    const { turn, marked } = await retryTransient(() =>
      this.knex.transaction(async (trx) => {
        const turn = await nextMarkTurn(trx);
        await countUnlogged(trx, about);
        return { turn, marked: await write(trx, turn) };
      }),
    );
    if (turn !== null) this.parts.feed.own?.marked(this.mode, turn);
    return marked;
  }

  #publish(marked: readonly MarkedTrade[]): void {
    const { mode } = this;
    for (const [username, trades] of grouped(marked, ({ username }) => username)) {
      const ids = trades.map(({ id }) => id);
      this.parts.feed.publish({ mode, username, marked: ids, alerts: [] });
    }
  }

  async recordCompleteness(entries: readonly CompletenessEntry[]): Promise<void> {
    if (entries.length > 0) await this.#unlogged(entries, (trx) => writeCompleteness(trx, entries));
  }

  passTick(job: WatchedJob, tick: TickPassed): Promise<void> {
    return this.#unlogged(tick.missed, (trx) => passTick(trx, job, tick));
  }

  async writeBookends(bookends: readonly BookendWrite[]): Promise<void> {
    if (bookends.length === 0) return;
    await this.#unlogged(bookends, (trx) => writeBookends(trx, bookends));
  }

  #unlogged(
    about: readonly { readonly username: Username }[],
    write: (trx: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    return retryTransient(() =>
      this.knex.transaction(async (trx) => {
        await countUnlogged(trx, about);
        await write(trx);
      }),
    );
  }
}
