import { verifyBook } from '../adapters/database/verify-book.ts';
import { openDatabases } from '../compose/databases.ts';
import { loadConfig } from '../config.ts';
import { ConfigError } from '../config/problems.ts';

/**
 * `npm run verify-audit`: computes every user's log anew, in both books, and says where a row was altered, removed,
 * put elsewhere or added. Ends with 1 where one was. The server may run meanwhile.
 */
async function main(): Promise<boolean> {
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
    }
    return whole;
  } finally {
    await databases.close();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 2;
}
