import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LiveDesk } from '../support/desks/live-desk.ts';
import { serverDatabases } from '../support/servers/server-databases.ts';
import { SPY_CALL } from '../support/values/builders.ts';

describe.each(serverDatabases())('while REAL_TRADING is off, on %s', (_, open) => {
  let t: LiveDesk;
  /** Id of a trade that was placed and filled with real money while real trading was on. */
  let held: string;
  let asked: number;
  let said: number;
  beforeEach(async () => {
    t = await LiveDesk.start(open);
    await t.signUp('ada');
    await t.connect('ada');
    held = (await t.place('ada', 'REAL')).id;
    t.live.fill(t.live.orders[0]!.legs[0]!.id, { price: '1.50' });
    await t.status('ada', held, 'OPEN');
    await t.stop();
    asked = t.live.requests.length;
    said = t.log.lines.length;
    await t.restart({ realTrading: false });
  });
  afterEach(() => t.close());

  const codeOf = async (query: string, variables: object = {}) => {
    try {
      await t.ask('ada', query, variables);
      return 'done';
    } catch (error) {
      return /"code":"([A-Z_]+)"/.exec(String(error))?.[1];
    }
  };

  it('sends nothing for REAL, and asks production nothing, whoever asks for it', async () => {
    const { version } = await t.trade('ada', held);
    const keyed = (key: string) => ({ id: held, expectedVersion: version, idempotencyKey: key });
    const mutation = (name: string, type: string) =>
      `mutation($input: ${type}!) { ${name}(input: $input) { id } }`;
    const refused = [
      await codeOf(mutation('placeTrade', 'PlaceTradeInput'), { input: t.ticket('REAL') }),
      await codeOf(mutation('closeTrade', 'CloseTradeInput'), {
        input: { ...keyed('close-it-1'), orderType: 'MARKET' },
      }),
      await codeOf(mutation('adjustBracket', 'AdjustBracketInput'), {
        input: { ...keyed('adjust-it-1'), stopLoss: '1.20' },
      }),
    ];
    expect(refused).toEqual(refused.map(() => 'REAL_MODE_DISABLED'));
    const cancel = `mutation { cancelTrade(id: "${held}", expectedVersion: ${version}, idempotencyKey: "cancel-it-1") { id } }`;
    expect(await codeOf(cancel)).not.toBe('done');
    for (const query of [
      'mutation { refreshPrices(mode: REAL) { id } }',
      `{ quotes(symbols: ["${SPY_CALL.symbol}"], mode: REAL) { bid } }`,
      '{ optionExpirations(underlying: "SPY", mode: REAL) }',
      '{ portfolio(mode: REAL) { connected cash } accountReports(mode: REAL) { cash } }',
      '{ systemStatus(mode: REAL) { venue armed armPhrase } }',
      'mutation { checkProvider(provider: TRADIER_LIVE) { ok message } }',
      '{ providerUsage { provider used } }',
    ])
      expect(await codeOf(query)).not.toBe('GRAPHQL_VALIDATION_FAILED');
    const trade = await t.trade('ada', held);
    expect(trade).toMatchObject({ status: 'OPEN', mode: 'REAL', version });
    // By then syncs, snapshots, watches and hints have had their turn: they are due every one to five seconds.
    const paper = await t.place('ada', 'PAPER');
    t.sandbox.fill(t.sandbox.orders[0]!.legs[0]!.id, { price: '1.50' });
    await t.status('ada', paper.id, 'OPEN');
    await wait(6_000);
    expect(t.live.requests.slice(asked).map(({ route }) => route)).toEqual([]);
    expect(t.live.stream.open).toBe(0);
    expect(JSON.stringify(t.log.lines.slice(said))).not.toContain(t.live.url);
  }, 120_000);

  it('shows what was traded before, and goes on with it once it is on again', async () => {
    expect(await t.trade('ada', held)).toMatchObject({ status: 'OPEN', venue: 'TRADIER_LIVE' });
    const [, target] = t.live.orders[0]!.legs;
    t.live.fill(target!.id, { price: '2.50' });
    const sent = t.live.count('POST /orders');
    await t.restart();
    await t.status('ada', held, 'TP_HIT');
    expect(t.live.count('POST /orders')).toBe(sent);
  }, 120_000);
});
