import { createHash, type Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Knex } from 'knex';
import { SqlReplayRecord } from '../adapters/database/log/sql-replay-record.ts';
import { atOneMoment } from '../adapters/database/sql/at-one-moment.ts';
import { appliedMigrations, knownMigrations } from '../adapters/database/sql/migrate.ts';
import { openToRead, type DatabaseAddress } from '../adapters/database/sql/open-database.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import type { Username } from '../domain/ids.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { LogSpan, NumberedLine, ReplayRecord } from '../ports/replay-record.ts';
import { NotReplayable } from '../usecases/replay/replayed-trades.ts';
import { replaySpan } from '../usecases/replay/replay-span.ts';
import { tellWhatIf } from '../usecases/replay/tell-what-if.ts';
import type { WhatIf } from '../usecases/replay/what-if-outcome.ts';
import { addressesOf } from './databases.ts';
import { columnsOf, told } from './replayed-lines.ts';

/** What is replayed: lines at or after `from` and before `to`. */
export interface Asked {
  readonly from: Date;
  readonly to: Date;
  /** Null: the only user with lines in the span. */
  readonly user: Username | null;
  readonly books: readonly TradingMode[];
  /** Null: the replay changes nothing. */
  readonly whatIf: WhatIf | null;
}

type Print = (line: string) => void;

/**
 * Replays a span of one user's books, PAPER before REAL, and prints one line an event, the journal's size by day and
 * the hashes. Writes nothing. False: something came out differently.
 * @throws {NotReplayable} where the record does not reach.
 */
export async function replay(
  config: Pick<SharedConfig, 'databaseUrl' | 'realDatabaseUrl' | 'dataDir'>,
  asked: Asked,
  print: Print,
): Promise<boolean> {
  const addresses = addressesOf(config);
  const places = { PAPER: addresses.paper, REAL: addresses.real };
  const there = asked.books.filter((mode) => isThere(places[mode]));
  if (there.length === 0) throw new NotReplayable(`No book of a desk is in ${config.dataDir}.`);
  const opened = there.map((mode) => ({ mode, knex: openToRead(places[mode]) }));
  try {
    for (const { knex, mode } of opened) await checkMigrated(knex, mode);
    return await new Replay(opened, asked, print).run();
  } finally {
    await Promise.all(opened.map(({ knex }) => knex.destroy()));
  }
}

function isThere(address: DatabaseAddress): boolean {
  return 'url' in address || existsSync(address.file);
}

async function checkMigrated(knex: Knex, mode: TradingMode): Promise<void> {
  const applied = new Set(await appliedMigrations(knex));
  const missing = knownMigrations('book').filter((name) => !applied.has(name));
  if (missing.length === 0 && applied.size === knownMigrations('book').length) return;
  const newer = missing.length === 0 ? 'a newer program' : 'an older program';
  throw new NotReplayable(
    `The book ${mode} is of ${newer}: start the server of this version once, which brings it up to date.`,
  );
}

interface Opened {
  readonly knex: Knex;
  readonly mode: TradingMode;
}

/** Reads the book as it is at one moment, whatever a server writes meanwhile; one at a time, as a pooler needs it. */
function atMoment<T>({ knex, mode }: Opened, work: (record: ReplayRecord) => Promise<T>) {
  return atOneMoment(knex, (moment) => work(new SqlReplayRecord(moment, mode)));
}

class Replay {
  readonly #hashes = { recorded: createHash('sha256'), replayed: createHash('sha256') };
  #events = 0;
  #differing = 0;
  #unknown = 0;

  constructor(
    private readonly opened: readonly Opened[],
    private readonly asked: Asked,
    private readonly print: Print,
  ) {}

  async run(): Promise<boolean> {
    const username = await this.#user();
    if (username !== null)
      for (const each of this.opened)
        await atMoment(each, (record) => this.#book(record, username));
    const [recorded, replayed] = [this.#hashes.recorded, this.#hashes.replayed].map((hash) =>
      hash.digest('hex'),
    );
    this.print(`events ${this.#events} recorded ${recorded} replayed ${replayed}`);
    if (this.#unknown > 0)
      throw new NotReplayable(`The record does not tell how ${this.#unknown} of the trades go on.`);
    return this.#differing === 0;
  }

  /** Null: no user has a line in the span. */
  async #user(): Promise<Username | null> {
    const { from, to, user } = this.asked;
    if (user !== null) return user;
    const found = new Set<Username>();
    for (const each of this.opened)
      for (const name of await atMoment(each, (record) => record.usersBetween(from, to)))
        found.add(name);
    const users = [...found].sort();
    if (users.length <= 1) return users[0] ?? null;
    throw new NotReplayable(
      `Several users have events in this span: name one with --user. They are ${users.join(', ')}.`,
    );
  }

  async #book(record: ReplayRecord, username: Username): Promise<void> {
    const { from, to } = this.asked;
    const span = await record.spanOf(username, from, to);
    if (!span) return;
    for await (const { recorded, replayed } of replaySpan(record, username, span)) {
      if (recorded) this.#events += 1;
      this.#take(this.#hashes.recorded, record.mode, recorded);
      this.#take(this.#hashes.replayed, record.mode, replayed);
      this.#tell(record.mode, recorded, replayed);
    }
    for (const { date, rows, bytes } of await record.journalDays(username, span))
      this.print(`journal ${record.mode} ${date}: ${rows} rows, ${bytes} bytes`);
    if (this.asked.whatIf) await this.#whatIf(record, username, span, this.asked.whatIf);
  }

  async #whatIf(
    record: ReplayRecord,
    username: Username,
    span: LogSpan,
    asked: WhatIf,
  ): Promise<void> {
    const { mode } = record;
    const told = await tellWhatIf(record, username, { span, asked });
    for (const { recorded, replayed } of told.differing) {
      this.#hashes.replayed.update(`${mode} ${replayed}\n`);
      this.print(`- ${mode} ${recorded}`);
      this.print(`+ ${mode} ${replayed}`);
    }
    const net = `recorded ${told.recorded.toFixed(2)} replayed ${told.replayed.toFixed(2)}`;
    this.print(`net ${mode} ${net} of ${told.known} trades, ${told.unknown} unknown`);
    this.#unknown += told.unknown;
  }

  #take(hash: Hash, mode: TradingMode, line: NumberedLine | null): void {
    if (line) hash.update(`${JSON.stringify(columnsOf(mode, line))}\n`);
  }

  #tell(mode: TradingMode, recorded: NumberedLine | null, replayed: NumberedLine | null): void {
    const same =
      recorded &&
      replayed &&
      JSON.stringify(columnsOf(mode, recorded)) === JSON.stringify(columnsOf(mode, replayed));
    if (same) return this.print(`  ${told(mode, recorded)}`);
    this.#differing += 1;
    if (recorded) this.print(`- ${told(mode, recorded)}`);
    if (replayed) this.print(`+ ${told(mode, replayed)}`);
  }
}
