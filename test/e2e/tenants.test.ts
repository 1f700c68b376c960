import { buildSchema, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { askOver } from '../support/servers/api-client.ts';
import { Pushes } from '../support/servers/pushes.ts';
import { serverDatabases, type ServerDatabase } from '../support/servers/server-databases.ts';
import { ServerProcess } from '../support/servers/server-process.ts';
import { Trader } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';
import { adasBook, aStrategy, namesOfHers, withoutAskedIds } from './adas-book.ts';
import { WATCHED } from './watched.ts';
import { FOREIGN_QUESTIONS, MARKER, type Hers } from './foreign-questions.ts';

const LAST = 'signOut';

const served = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'), {
  assumeValid: true,
});
const fieldsOf = (type: 'Query' | 'Mutation' | 'Subscription') =>
  Object.keys((served.getType(type) as GraphQLObjectType).getFields());

describe.each(serverDatabases())('on %s', (_, makeDatabase) => {
  let database: ServerDatabase;
  let server: ServerProcess;
  let ada: Trader;
  let bob: Trader;
  let hers: Hers;
  let herCursor: string;

  beforeAll(async () => {
    database = await makeDatabase();
    const { env, dataDir } = database.options;
    server = await ServerProcess.start({
      ...(dataDir && { dataDir }),
      env: { ...env, ALLOW_SIGN_UP: 'always', SYNC_SECONDS: '1' },
    });
    ada = await Trader.signUp(server, 'ada');
    bob = await Trader.signUp(server, 'bob');
    ({ hers, cursor: herCursor } = await adasBook(ada));
  });
  afterAll(async () => {
    await server.close();
    await database.remove();
  });

  /** Checks that a text contains no name of Ada's data. */
  function expectNothingOfHers(text: string): void {
    expect(namesOfHers(hers, text)).toEqual([]);
  }

  describe('one user with another user’s ids', () => {
    it('is tested for every field that is served', () => {
      const all = [...fieldsOf('Query'), ...fieldsOf('Mutation')].filter((name) => name !== LAST);
      expect(Object.keys(FOREIGN_QUESTIONS).sort()).toEqual(all.sort());
    });

    it.each(Object.entries(FOREIGN_QUESTIONS))(
      'gets no data of the other from %s',
      async (_name, [query, expected]) => {
        const { code, data, text } = await server.api.ask(query(hers), { token: bob.token });
        const asked = typeof expected === 'string';
        if (asked) expect([code, text]).toEqual([expected, expect.any(String)]);
        else expect([code, data]).toMatchObject([null, expected]);
        expectNothingOfHers(asked ? withoutAskedIds(hers, text) : text);
      },
    );

    it('has changed nothing of the other’s', async () => {
      expect(await ada.trade(hers.trade.id)).toMatchObject({
        version: hers.trade.version,
        status: 'OPEN',
      });
      const stands = await ada.ask(`{ systemStatus(mode: PAPER) { killSwitch }
      settings { version limits { maxOpenTrades } } alerts(mode: PAPER) { nodes { id } }
      sessions { id } }`);
      expect(stands).toMatchObject({
        systemStatus: { killSwitch: 'OFF' },
        settings: { version: 1 },
        alerts: { nodes: [{ id: hers.alert }] },
        sessions: [{ id: hers.session }],
      });
    });

    it('gets the same answer for another user’s id as for an unknown id', async () => {
      const nobodys = hers.trade.id.replace(/.{6}$/, 'ZZZZZZ');
      const ask = (id: string) =>
        server.api.ask(
          `mutation { cancelTrade(id: "${id}", expectedVersion: 1, idempotencyKey: "bobs-guess") { id } }`,
          { token: bob.token },
        );
      const [real, made] = [await ask(hers.trade.id), await ask(nobodys)];
      expect(real.text.replaceAll(hers.trade.id, 'ID')).toBe(made.text.replaceAll(nobodys, 'ID'));
    });
  });

  describe('subscriptions', () => {
    it('are all tested here', () => {
      expect(Object.keys(WATCHED).sort()).toEqual(fieldsOf('Subscription').sort());
    });

    it('send Bob his own data, and never Ada’s', async () => {
      await bob.ask('mutation { setKillSwitch(mode: PAPER, level: OFF) { killSwitch } }');
      const open = new Map<string, Pushes<object>>();
      const { backtest } = await aStrategy(bob, 'bobs-own');
      for (const [name, query] of Object.entries(WATCHED)) {
        const own = query.replace('BACKTEST', backtest);
        open.set(name, await Pushes.open<object>(server.api, bob.token, own));
      }
      await open.get('quoteUpdated')!.one('a quote', () => true);
      const far = { takeProfit: '900', stopLoss: '0.05' };
      await ada.place(await ada.ticket({ bracket: far, context: { notes: MARKER } }, 'AAPL'));
      await ada.ask('mutation { setKillSwitch(mode: PAPER, level: HALT_ENTRIES) { killSwitch } }');
      await until('her alerts, of both trades and of the switch', async () => {
        const { alerts } = await ada.ask<{ alerts: { nodes: { kind: string }[] } }>(
          '{ alerts(mode: PAPER) { nodes { kind } } }',
        );
        const kinds = alerts.nodes.map(({ kind }) => kind).sort();
        return kinds.join() === 'FAR_FROM_MARK,FAR_FROM_MARK,SWITCH_TRIPPED';
      });
      // On every stream Bob's own events come after Ada's, so Ada's would have arrived first.
      await bob.place(await bob.ticket({ bracket: far }, 'MSFT'));
      await bob.ask('mutation { setKillSwitch(mode: PAPER, level: HALT_ENTRIES) { killSwitch } }');
      for (const [name, pushes] of open) {
        await pushes.one(`his own of ${name}`, () => true);
        expectNothingOfHers(JSON.stringify(pushes.all));
        expect(JSON.stringify(pushes.all)).not.toContain('AAPL');
        await pushes.close();
      }
      const his = new Set((await bob.trades()).map(({ id }) => id));
      const pushed = [...open.values()].flatMap(
        ({ all }) => JSON.stringify(all).match(/paper_\w+/g) ?? [],
      );
      expect(pushed.length).toBeGreaterThan(0);
      const alerts = await bob.ask<{ alerts: { nodes: { id: string }[] } }>(
        '{ alerts(mode: PAPER, unreadOnly: false) { nodes { id } } }',
      );
      for (const { id } of alerts.alerts.nodes) his.add(id);
      for (const id of pushed) expect(his).toContain(id);
    });

    it('do not start from another user’s cursor', async () => {
      const pushes = await bob.changes(herCursor);
      await bob.place(await bob.ticket({}, 'QQQ')).catch(() => null);
      await until('an answer', () => pushes.refusal !== null || pushes.all.length > 0);
      expectNothingOfHers(JSON.stringify([pushes.all, pushes.refusal]));
      await pushes.close();
    });
  });

  describe('a stranger', () => {
    const OPEN = ['viewer', 'signInOptions', 'signUp', 'signIn', 'startDemo'];

    it('gets UNAUTHENTICATED for every other field, over HTTP and over a socket', async () => {
      const { client } = server.api.socket(null);
      for (const type of ['Query', 'Mutation', 'Subscription'] as const) {
        for (const field of fieldsOf(type).filter((name) => !OPEN.includes(name))) {
          const query = `${type.toLowerCase()} { ${field} }`;
          const [http, socket] = [await server.api.ask(query), await askOver(client, query)];
          expect([query, http.code, http.data]).toEqual([query, 'UNAUTHENTICATED', null]);
          expect([query, socket.code, socket.data]).toEqual([query, 'UNAUTHENTICATED', null]);
        }
      }
      await client.dispose();
    });

    it('stays unauthenticated after signing out', async () => {
      expect(await bob.ask('mutation { signOut }')).toEqual({ signOut: true });
      const after = await server.api.ask('{ settings { version } }', { token: bob.token });
      expect(after.code).toBe('UNAUTHENTICATED');
      expect((await server.api.ask('{ viewer { id } }')).data).toEqual({ viewer: null });
    });
  });
});
