import { SqlSessions } from '../../../server/adapters/database/desk/sql-sessions.ts';
import { SqlUsers } from '../../../server/adapters/database/desk/sql-users.ts';
import { RandomSessionTokens } from '../../../server/adapters/system/random-session-tokens.ts';
import { eventCursor } from '../../../server/graphql/streams/event-cursor.ts';
import { traderName, type Fill } from '../fill/fill-book.ts';
import type { LivedDesk } from '../fill/lived-desk.ts';
import { prepareBook } from '../measure.ts';
import type { Program } from '../program.ts';
import type { LiveHome } from './live-home.ts';
import type { Env } from './live-server.ts';

const DAY_MS = 86_400_000;

/** A signed-in user with a filled book. */
export interface LiveUser {
  readonly username: string;
  readonly token: string;
  /** The last sequence number of the filled log, and the cursor for it. */
  readonly filled: { readonly sequence: number; readonly cursor: string };
}

/** A filled desk without a server, for one server after another. */
export interface LiveDesk {
  readonly home: LiveHome;
  readonly users: readonly LiveUser[];
  /** Puts the desk's clock so many milliseconds ahead for the next server. */
  skip(ms: number): void;
  /** The environment of a server that starts now. Its clock goes on with real time, also over restarts. */
  env(): Env & { readonly TEST_CLOCK: string };
}

/** The program that writes a filled desk, and the desk whose trades are copied. */
export interface LiveSource {
  readonly program: Program;
  readonly lived: LivedDesk;
}

/** Fills a home's PAPER book and stores its users, each with a session, because sign-ups are rate-limited. */
export async function fillDesk(
  home: LiveHome,
  { program, lived }: LiveSource,
  fill: Fill,
): Promise<LiveDesk> {
  await prepareBook(program, home.book, lived, fill);
  const tokens = await addUsers(home, program, lived.now, fill.users);
  const ends = await logEnds(home, program);
  const users = [...tokens].map(([username, token]) => ({
    ...{ username, token, filled: ends.get(username)! },
  }));
  let began: number | null = null;
  let skipped = 0;
  const env = () => {
    began ??= performance.now();
    const now = new Date(lived.now.getTime() + skipped + performance.now() - began);
    return { ...home.env, TEST_CLOCK: now.toISOString() };
  };
  return { home, users, env, skip: (ms) => void (skipped += ms) };
}

async function addUsers(
  { desk: address }: LiveHome,
  { migrate, openDatabase }: Program,
  now: Date,
  count: number,
): Promise<ReadonlyMap<string, string>> {
  const knex = openDatabase.openDatabase(address);
  const random = new RandomSessionTokens();
  const tokens = new Map<string, string>();
  try {
    await migrate.migrate(knex, 'desk');
    const users = new SqlUsers(knex);
    const sessions = new SqlSessions(knex);
    for (let each = 0; each < count; each += 1) {
      const username = traderName(each);
      const token = random.next();
      const user = { id: `user-${username}`, username, passwordHash: null, demo: false };
      await users.add({ ...user, createdAt: now });
      const times = { createdAt: now, lastUsedAt: now };
      const expiresAt = new Date(now.getTime() + DAY_MS);
      await sessions.add(
        { id: `session-${username}`, userId: user.id, ...times, expiresAt, device: null },
        random.hashOf(token),
      );
      tokens.set(username, token);
    }
    return tokens;
  } finally {
    await knex.destroy();
  }
}

async function logEnds({ book }: LiveHome, { openDatabase }: Program) {
  const knex = openDatabase.openDatabase(book);
  try {
    const rows = await knex('accounts').select<
      { username: string; sequence: number; hash: string }[]
    >('username', 'sequence', 'hash');
    return new Map(
      rows.map(({ username, sequence, hash }) => [
        username,
        { sequence, cursor: eventCursor('PAPER', { sequence, hash }) },
      ]),
    );
  } finally {
    await knex.destroy();
  }
}
