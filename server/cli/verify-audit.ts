import { parseArgs } from 'node:util';
import { containsHead, verifyBook } from '../adapters/database/book/verify-book.ts';
import { openDatabases } from '../compose/databases.ts';
import { loadConfig } from '../config.ts';
import { ConfigError } from '../config/problems.ts';
import { parseHead, type LogHead } from '../domain/book/log-head.ts';

/**
 * `npm run verify-audit`: computes every user's log anew, in both books, and says where a row was altered, removed,
 * put elsewhere or added. Ends with 1 where one was. The server may run meanwhile.
 *
 * `-- --head BOOK:USER:HASH`, as often as wanted: that user's log in that book must contain the event of this
 * hash. Ends with 1 where it does not: its end was cut off, or the whole of it was computed anew.
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

/** @throws {ConfigError} naming the argument that is none. */
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
