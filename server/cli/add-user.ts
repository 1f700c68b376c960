import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { JsonLog } from '../adapters/system/json-log.ts';
import { ArgonPasswords } from '../adapters/vault/argon-passwords.ts';
import { composeCore } from '../compose/core.ts';
import { loadConfig } from '../config.ts';
import { ConfigError } from '../config/problems.ts';
import { Refusal } from '../domain/refusal.ts';
import { AddUser } from '../usecases/accounts/add-user.ts';

/** `npm run add-user -- NAME`: prompts for the password, or reads it from the first line of the input. */
async function main(name: string | undefined): Promise<void> {
  if (!name) throw new ConfigError(['Say whom to add: npm run add-user -- NAME']);
  const core = await composeCore(loadConfig(), new JsonLog(), 'cli');
  try {
    const { users, ids, clock } = core.shared;
    const addUser = new AddUser(users, new ArgonPasswords(), ids, clock);
    const { username, role } = await addUser.execute(name, await askPassword());
    console.log(`${username} is added as ${role}.`);
  } finally {
    await core.databases.close();
  }
}

/** Does not echo what is typed. */
async function askPassword(): Promise<string> {
  process.stderr.write('Password: ');
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const { isTTY: terminal } = process.stdin;
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

try {
  await main(process.argv[2]);
} catch (error) {
  const known = error instanceof ConfigError || error instanceof Refusal;
  console.error(known ? error.message : error);
  process.exitCode = 1;
}
