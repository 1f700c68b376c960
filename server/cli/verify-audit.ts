import { parseArgs } from 'node:util';
import { BadArchive } from '../adapters/database/backup/bad-archive.ts';
import { headsIn, lostFrom } from '../adapters/database/backup/kept-heads.ts';
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
 *
 * `-- --backup FILE`, any number of times: each log must contain the event that was its last when the backup was
 * made, likewise.
 */
async function main(args: readonly string[]): Promise<boolean> {
  const { head, backup } = given(args);
  const heads = head.map(headOf);
  const backups = await Promise.all(
    backup.map(async (file) => ({ file, kept: await headsIn(file) })),
  );
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
      for (const { file, kept } of backups) {
        const ofBook = kept.filter((each) => each.mode === mode);
        const lost = await lostFrom(knex, ofBook);
        whole &&= lost.length === 0;
        console.log(
          `${mode}: ${ofBook.length - lost.length} of ${ofBook.length} logs contain what ${file} knows`,
        );
        for (const { username, sequence, hash } of lost)
          console.log(`${mode} ${username}: event ${sequence} ${hash} is MISSING from the log`);
      }
    }
    return whole;
  } finally {
    await databases.close();
  }
}

/** @throws {ConfigError} naming the invalid argument. */
function headOf(text: string): LogHead {
  const head = parseHead(text);
  if (head) return head;
  throw new ConfigError([
    `--head ${text}: a head is BOOK:USER:HASH, with PAPER or REAL and 64 hexadecimal digits, as Safety shows it.`,
  ]);
}

function given(args: readonly string[]) {
  try {
    const several = { type: 'string', multiple: true } as const;
    const options = { head: several, backup: several } as const;
    const { head = [], backup = [] } = parseArgs({ args: [...args], options }).values;
    return { head, backup };
  } catch (error) {
    throw new ConfigError([(error as Error).message]);
  }
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  const isKnown = error instanceof ConfigError || error instanceof BadArchive || isMissing;
  console.error(isKnown ? (error as Error).message : error);
  process.exitCode = 2;
}
