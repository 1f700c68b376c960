import { parseArgs } from 'node:util';
import { containsHead, verifyBook } from '../adapters/database/book/verify-book.ts';
import { openDatabases } from '../compose/databases.ts';
import { loadConfig } from '../config.ts';
import { ConfigError } from '../config/problems.ts';
import { parseHead, type LogHead } from '../domain/book/log-head.ts';

/**
 * `npm run verify-audit`: recomputes every user's log, in both books, and reports rows that were altered,
 * removed, moved or added. Exits with 1 when it finds one. The server may run meanwhile.
 *
 * `-- --head BOOK:USER:HASH`, any number of times: that user's log in that book must contain the event with
 * this hash. Exits with 1 when it does not: the log was truncated or recomputed as a whole.
 */
async function main(args: readonly string[]): Promise<boolean> {
  const heads = headsOf(args);
  const databases = await openDatabases(loadConfig());
  try {
    let whole = true;
    for (const [mode, knex] of [
      ['PAPER', databases.paper],
      ['REAL', databases.real],
    ] as const) {
      for (const { username, events, lastHash, fault } of await verifyBook(knex)) {
        whole &&= fault === null;
        const found = fault
          ? `event ${fault.sequence} ${fault.problem}`
          : `${events} events, unbroken, up to ${lastHash}`;
        console.log(`${mode} ${username}: ${found}`);
      }
      for (const head of heads.filter((each) => each.mode === mode)) {
        const contained = await containsHead(knex, head);
        whole &&= contained;
        const found = contained ? 'is contained' : 'is MISSING from the log';
        console.log(`${mode} ${head.username}: head ${head.hash} ${found}`);
      }
    }
    return whole;
  } finally {
    await databases.close();
  }
}

/** @throws {ConfigError} naming the invalid argument. */
function headsOf(args: readonly string[]): readonly LogHead[] {
  return givenHeads(args).map((text) => {
    const head = parseHead(text);
    if (head) return head;
    throw new ConfigError([
      `--head ${text}: a head is BOOK:USER:HASH, with PAPER or REAL and 64 hexadecimal digits, as Safety shows it.`,
    ]);
  });
}

function givenHeads(args: readonly string[]): readonly string[] {
  try {
    const options = { head: { type: 'string', multiple: true } } as const;
    return parseArgs({ args: [...args], options }).values.head ?? [];
  } catch (error) {
    throw new ConfigError([(error as Error).message]);
  }
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 2;
}
