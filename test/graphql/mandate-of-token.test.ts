import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LimitedUser } from '../support/desks/limited-user.ts';
import {
  CREATE_TOKEN,
  OWN_MANDATE,
  ruleOf,
  SET_MANDATE,
  setMandate,
  tokenOf,
  TOKENS,
  type Token,
} from '../support/desks/mandated-user.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
beforeAll(async () => {
  desk = await simulatedDesk();
});
afterAll(() => desk.close());

const by = ({ token }: Token, query: string, variables: object = {}) =>
  desk.api.ask(query, { token, variables });
const bounds = (parts: object) => ({
  ...{ symbols: null, maxOrderCost: null, maxExposure: null, maxTradesPerDay: null },
  ...parts,
});

describe('a mandate', () => {
  it('is given, changed and removed by a session alone, and the log tells of it', async () => {
    const user = await LimitedUser.signUp(desk);
    const { createApiToken } = await user.ask<{ createApiToken: Token }>(CREATE_TOKEN, {
      ...{ name: 'mine', scopes: ['TRADE_PAPER'] },
      mandate: { symbols: ['spy', 'brk.b', 'SPY'], maxOrderCost: '500.50' },
    });
    const { id } = createApiToken;
    const first = bounds({ symbols: ['SPY', 'BRK/B'], maxOrderCost: '500.5' });
    expect(createApiToken).toMatchObject({ mandate: first });
    expect((await by(createApiToken, OWN_MANDATE)).data).toEqual({ mandate: first });
    expect(await user.ask(OWN_MANDATE)).toEqual({ mandate: null });
    const next = { symbols: null, maxOrderCost: null, maxExposure: '9', maxTradesPerDay: 0 };
    const refused = await by(createApiToken, SET_MANDATE, { id, mandate: null });
    expect(refused.code).toBe('FORBIDDEN');
    const stranger = await LimitedUser.signUp(desk);
    const foreign = await desk.api.ask(SET_MANDATE, {
      ...{ token: stranger.token, variables: { id, mandate: null } },
    });
    expect(foreign.code).toBe('NOT_FOUND');
    const changed = { setApiTokenMandate: { id, mandate: next } };
    expect(await setMandate(user, id, next)).toEqual(changed);
    expect((await by(createApiToken, OWN_MANDATE)).data).toEqual({ mandate: next });
    const { apiTokens } = await user.ask<{ apiTokens: object[] }>(TOKENS);
    expect(apiTokens).toEqual([{ id, mandate: next }]);
    await setMandate(user, id, null);
    expect((await by(createApiToken, OWN_MANDATE)).data).toEqual({ mandate: null });
    await user.ask(`mutation { revokeApiToken(id: "${id}") }`);
    const { auditLog } = await user.ask<{ auditLog: { nodes: object[] } }>(
      '{ auditLog(mode: PAPER, first: 4) { nodes { action actor } } }',
    );
    const actor = `user:${user.name}`;
    expect(auditLog.nodes).toEqual([
      { action: 'API_TOKEN_REVOKED', actor },
      { action: 'MANDATE_REMOVED', actor },
      { action: 'MANDATE_CHANGED', actor },
      { action: 'MANDATE_GIVEN', actor },
    ]);
  });

  it.each([
    ['mandate', {}],
    ['mandate.symbols', { symbols: [] }],
    ['mandate.symbols', { symbols: ['SPY260327C00560000'] }],
    ['mandate.symbols', { symbols: ['no symbol'] }],
    ['mandate.maxOrderCost', { maxOrderCost: '-1' }],
    ['mandate.maxExposure', { maxExposure: '-0.01' }],
    ['mandate.maxTradesPerDay', { maxTradesPerDay: -1 }],
  ])('is BAD_USER_INPUT for %s: %o', async (field, mandate) => {
    const user = await LimitedUser.signUp(desk);
    const { id } = await tokenOf(user, null);
    const ask = (query: string, variables: object) =>
      desk.api.ask(query, { token: user.token, variables });
    const made = await ask(CREATE_TOKEN, { name: 'x', scopes: ['READ'], mandate });
    expect([made.code, made.field]).toEqual(['BAD_USER_INPUT', field]);
    const changed = await ask(SET_MANDATE, { id, mandate });
    expect([changed.code, changed.field]).toEqual(['BAD_USER_INPUT', field]);
  });

  it('is not removed by leaving it out', async () => {
    const user = await LimitedUser.signUp(desk);
    const { id } = await tokenOf(user, { maxTradesPerDay: 1 });
    const left = `mutation { setApiTokenMandate(id: "${id}") { id } }`;
    const { code, field } = await desk.api.ask(left, { token: user.token });
    expect([code, field]).toEqual(['BAD_USER_INPUT', 'mandate']);
  });

  it('with symbols keeps its token’s hands off all other trades, whoever placed them', async () => {
    const user = await LimitedUser.signUp(desk);
    const token = await tokenOf(user, { symbols: ['QQQ'] });
    const held = (await user.buyCall()).id;
    const waiting = await user.placed(user.shares('10'));
    const touch = async (id: string) => {
      const { version } = await user.trade(id);
      const at = `id: "${id}", expectedVersion: ${version}`;
      const keyed = `${at}, idempotencyKey: "touch-${desk.clock.now().getTime()}-${version}"`;
      return [
        `{ previewClose(input: { ${keyed} }) { cost } }`,
        `{ previewAdjust(input: { ${keyed}, stopLoss: "0.25" }) { cost } }`,
        `mutation { annotateTrade(${at}, notes: "mine") { id } }`,
        `mutation { adjustBracket(input: { ${keyed}, stopLoss: "0.25" }) { id } }`,
        id === held
          ? `mutation { closeTrade(input: { ${keyed} }) { id } }`
          : `mutation { cancelTrade(${keyed}) { id } }`,
      ];
    };
    for (const id of [held, waiting])
      for (const query of await touch(id)) {
        const answer = await by(token, query);
        expect([query, ...ruleOf(answer)]).toEqual([query, 'FORBIDDEN', 'MANDATE_SYMBOL']);
      }
    await setMandate(user, token.id, { symbols: ['SPY'], maxTradesPerDay: 0 });
    const [annotate, , close] = (await touch(held)).slice(2);
    expect((await by(token, close!)).code).toBeNull();
    expect((await by(token, annotate!)).code).toBe('CONFLICT');
    expect((await by(token, (await touch(waiting)).at(-1)!)).code).toBeNull();
  });

  it('leaves to a person what the book takes on somebody’s word', async () => {
    const user = await LimitedUser.signUp(desk);
    const token = await tokenOf(user, { symbols: ['SPY'] });
    const free = await tokenOf(user, null);
    const { id, version } = await user.buyCall();
    // The version does not exist, so a request that the mandate admits ends in a CONFLICT.
    const at = `id: "${id}", expectedVersion: ${version + 7}`;
    const keyed = `${at}, idempotencyKey: "12345678"`;
    const split = `input: { ${keyed}, newShares: 2, oldShares: 1 }`;
    const WORDS = [
      `mutation { reviewTrade(${at}, resolution: { status: CANCELED, note: "x" }) { id } }`,
      `mutation { bookSplit(${split}) { id } }`,
      `{ previewSplit(${split}) { valueAfter } }`,
      `mutation { settleExitAdjustment(input: { ${keyed}, choice: KEEP }) { id } }`,
      `mutation { settleFillCorrection(input: { ${at}, orderId: "x", take: OURS, note: "x" }) { id } }`,
    ];
    for (const query of WORDS) {
      const answer = await by(token, query);
      expect([query, ...ruleOf(answer)]).toEqual([query, 'FORBIDDEN', 'MANDATE_PERSON']);
      expect([query, (await by(free, query)).code]).toEqual([query, 'CONFLICT']);
    }
    const deposit = 'mutation { depositPaper(amount: "1") { cash } }';
    const differences = 'venue: "SIMULATED", differences: [], note: "x"';
    const accept = `mutation { acceptDifferences(input: { mode: PAPER, ${differences},
      idempotencyKey: "12345678" }) { mode } }`;
    for (const query of [deposit, accept])
      expect(ruleOf(await by(token, query))).toEqual(['FORBIDDEN', 'MANDATE_PERSON']);
    expect((await by(free, deposit)).code).toBeNull();
    expect((await by(free, accept)).code).toBe('BAD_USER_INPUT');
  });

  it('lets its token raise the switch, acknowledge and test strategies all the same', async () => {
    const user = await LimitedUser.signUp(desk);
    const token = await tokenOf(user, { symbols: ['SPY'] });
    const raise = 'mutation { setKillSwitch(mode: PAPER, level: HALT_ENTRIES) { killSwitch } }';
    expect((await by(token, raise)).code).toBeNull();
    const acknowledge = 'mutation { acknowledgeAlert(id: "paper_x") { id } }';
    expect((await by(token, acknowledge)).code).toBe('NOT_FOUND');
    const cancel = 'mutation { cancelBacktest(id: "nobody") { id } }';
    expect((await by(token, cancel)).code).toBe('NOT_FOUND');
  });
});
