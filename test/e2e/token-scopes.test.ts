import { buildSchema, type GraphQLObjectType } from 'graphql';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Pushes } from '../support/servers/pushes.ts';
import { serverDatabases, type ServerDatabase } from '../support/servers/server-databases.ts';
import { ServerProcess } from '../support/servers/server-process.ts';
import { Trader } from '../support/servers/trader.ts';
import { adasBook, namesOfHers, withoutAskedIds } from './adas-book.ts';
import { FOREIGN_QUESTIONS, type Hers } from './foreign-questions.ts';
import { mayAsk, SCOPES, WHO_MAY, type Scope } from './scope-table.ts';
import { WATCHED } from './watched.ts';

const served = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'), {
  assumeValid: true,
});
const fields = (['Query', 'Mutation', 'Subscription'] as const).flatMap((type) =>
  Object.keys((served.getType(type) as GraphQLObjectType).getFields()),
);
const OWN_SIGN_OUT = 'mutation { signOut }';

/** The same request about the other book. */
const ofReal = (query: string) => query.replaceAll('PAPER', 'REAL').replaceAll('paper_', 'real_');

it('the table has a row for every field that is served', () => {
  expect(Object.keys(WHO_MAY).sort()).toEqual([...fields].sort());
});

describe.each(serverDatabases())('an API token on %s', (_, makeDatabase) => {
  let database: ServerDatabase;
  let server: ServerProcess;
  let hers: Hers;
  /** Tokens of Ada, who is ADMIN, and of Bob. */
  const tokens = new Map<string, string>();
  const sessions: string[] = [];

  beforeAll(async () => {
    database = await makeDatabase();
    const { env, dataDir } = database.options;
    server = await ServerProcess.start({
      ...(dataDir && { dataDir }),
      env: { ...env, ALLOW_SIGN_UP: 'always', SYNC_SECONDS: '1' },
    });
    const users = {
      ada: await Trader.signUp(server, 'ada'),
      bob: await Trader.signUp(server, 'bob'),
    };
    ({ hers } = await adasBook(users.ada));
    for (const [name, user] of Object.entries(users)) {
      sessions.push(user.token);
      for (const scope of SCOPES.filter((each) => name === 'ada' || each !== 'ADMIN')) {
        const { createApiToken } = await user.ask<{ createApiToken: { token: string } }>(
          `mutation { createApiToken(name: "${scope}", scopes: [${scope}]) { token } }`,
        );
        tokens.set(`${name} ${scope}`, createApiToken.token);
      }
    }
  });
  afterAll(async () => {
    await server.close();
    await database.remove();
  });

  /** All fields but those open to anybody, which another test requests as a stranger. */
  const questions = Object.entries(FOREIGN_QUESTIONS)
    .filter(([field]) => WHO_MAY[field] !== 'anybody')
    .map(([field, [query, answer]]) => ({ field, query, answer }));

  it.each(SCOPES.filter((scope) => scope !== 'ADMIN'))(
    'of scope %s and another user gets no data of hers, and only what its scope allows',
    async (scope) => {
      const token = tokens.get(`bob ${scope}`)!;
      for (const { field, query, answer } of questions) {
        const { code, text } = await server.api.ask(query(hers), { token });
        const expected = typeof answer === 'string' ? answer : null;
        const fitting = mayAsk(scope, field, 'PAPER') ? expected : 'FORBIDDEN';
        expect([field, code, text]).toEqual([field, fitting, expect.any(String)]);
        expect([field, namesOfHers(hers, withoutAskedIds(hers, text))]).toEqual([field, []]);
      }
    },
  );

  async function expectScope(scope: Scope, book: 'PAPER' | 'REAL'): Promise<void> {
    const token = tokens.get(`ada ${scope}`)!;
    for (const { field, query } of questions) {
      if (book === 'REAL' && field === 'depositPaper') continue;
      const asked = book === 'REAL' ? ofReal(query(hers)) : query(hers);
      const { code, text } = await server.api.ask(asked, { token });
      const may = mayAsk(scope, field, book);
      expect([field, code === 'FORBIDDEN', text]).toEqual([field, !may, expect.any(String)]);
      expect([field, code]).not.toEqual([field, 'INTERNAL']);
    }
    expect((await server.api.ask(OWN_SIGN_OUT, { token })).code).toBe('FORBIDDEN');
  }

  it.each(SCOPES)('of scope %s may use its own user’s PAPER as the table says', (scope) =>
    expectScope(scope, 'PAPER'),
  );

  it.each(SCOPES)('of scope %s may use its own user’s REAL as the table says', (scope) =>
    expectScope(scope, 'REAL'),
  );

  it('appears in no file and in no log line, and neither does a password', async () => {
    const names = readdirSync(server.dataDir, { recursive: true, encoding: 'utf8' });
    const files = names
      .map((name) => path.join(server.dataDir, name))
      .filter((file) => statSync(file).isFile());
    // Without a database server everything is in these files, write-ahead logs included.
    if (database.options.dataDir)
      expect(files.some((file) => readFileSync(file).includes('TRADE_PAPER'))).toBe(true);
    const secrets = [...tokens.values(), ...sessions, 'long enough'];
    expect(secrets).toHaveLength(10);
    for (const secret of secrets) {
      expect(server.output).not.toContain(secret);
      for (const file of files) expect(readFileSync(file).includes(secret), file).toBe(false);
    }
  });

  it.each(SCOPES)('of scope %s may subscribe to everything', async (scope) => {
    const open: Pushes<object>[] = [];
    for (const query of Object.values(WATCHED)) {
      const own = query.replace('BACKTEST', hers.backtest);
      open.push(await Pushes.open<object>(server.api, tokens.get(`ada ${scope}`)!, own));
    }
    await open.at(-1)!.one('a quote', () => true);
    expect(open.map(({ refusal }) => refusal)).toEqual(open.map(() => null));
    for (const pushes of open) await pushes.close();
  });
});
