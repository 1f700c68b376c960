import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

interface Trailing {
  readonly version: number;
  readonly status: string;
  readonly stopLoss: string | null;
  readonly trailingPct: string | null;
  readonly trailingStop: string | null;
  readonly initialStopLoss: string | null;
  readonly highWaterMark: string | null;
  readonly events: { readonly nodes: readonly { type: string; message: string }[] };
}

const TRADE = `query($id: ID!) { trade(id: $id) { version status stopLoss trailingPct
  trailingStop initialStopLoss highWaterMark events(first: 200) { nodes { type message } } } }`;
const ADJUST = `mutation($input: AdjustBracketInput!) { adjustBracket(input: $input) { version
  stopLoss trailingPct trailingStop } }`;
const PREVIEW = `query($input: PlaceTradeInput!) { previewTrade(input: $input) {
  stopLoss lossAtStop maxLoss } }`;
const SENTENCE = /^Stop raised from [\d.]+ to [\d.]+: bid reached [\d.]+, trail 8 %\.$/;

let desk: SimulatedDesk;
let ada: string;
beforeAll(async () => {
  desk = await simulatedDesk();
  ada = await desk.api.signUp('ada');
});
afterAll(() => desk.close());

const shown = async (id: string) => (await desk.ask<{ trade: Trailing }>(ada, TRADE, { id })).trade;
const shares = (bracket: object, limitPrice = '700') => ({
  ...{ mode: 'PAPER', idempotencyKey: `trail-${Math.random().toString(36).slice(2)}` },
  ...{ equity: { symbol: 'SPY' }, side: 'BUY', quantity: '10', orderType: 'LIMIT', limitPrice },
  bracket,
});
const bracketOf = ({ data }: { data: unknown }) =>
  (data as { adjustBracket: Trailing }).adjustBracket;
async function look(seconds: number) {
  await desk.pass(seconds);
  await desk.desk.watchExits.execute();
}

describe('a trailing stop, over the API', () => {
  it('starts behind the fill, only tightens, and says why each time', async () => {
    const { id, entryPrice } = await desk.buyCall(ada, { bracket: { trailingPct: '8' } });
    const first = await shown(id);
    expect(first).toMatchObject({ trailingPct: '8', stopLoss: first.initialStopLoss });
    expect(Number(first.initialStopLoss)).toBeLessThanOrEqual(Number(entryPrice) * 0.92);
    expect(Number(first.initialStopLoss)).toBeGreaterThan(Number(entryPrice) * 0.92 - 0.06);
    let before = first;
    const said: string[] = [];
    for (let turn = 0; turn < 80 && before.status === 'OPEN'; turn += 1) {
      await look(240);
      const now = await shown(id);
      expect(dec(now.trailingStop!).gte(before.trailingStop!), 'never loosened').toBe(true);
      expect(dec(now.trailingStop!).gte(now.stopLoss!), 'never behind the venue').toBe(true);
      if (now.highWaterMark && now.trailingStop !== first.initialStopLoss)
        expect(dec(now.trailingStop!).lte(dec(now.highWaterMark).times('0.92'))).toBe(true);
      before = now;
    }
    for (const { type, message } of before.events.nodes)
      if (type === 'STOP_TRAILED') said.push(message);
    expect(said.length).toBeGreaterThan(0);
    for (const message of said) expect(message).toMatch(SENTENCE);
    expect(['OPEN', 'SL_HIT']).toContain(before.status);
  });

  it('is changed and ended by adjustBracket', async () => {
    const { id } = await desk.buyCall(ada, { bracket: { stopLoss: '0.05' } });
    const adjust = async (change: object) => {
      const { version: expectedVersion } = await shown(id);
      const idempotencyKey = `adjust-${expectedVersion}-key`;
      const input = { id, expectedVersion, idempotencyKey, ...change };
      return desk.api.ask(ADJUST, {
        token: ada,
        variables: { input },
      });
    };
    const begun = bracketOf(await adjust({ trailingPct: '50' }));
    expect(begun).toMatchObject({ trailingPct: '50', stopLoss: '0.05' });
    await look(40);
    const trailed = await shown(id);
    expect(Number(trailed.stopLoss)).toBeGreaterThan(0.05);
    const refused = await adjust({ trailingPct: '100' });
    expect([refused.code, refused.field]).toEqual(['BAD_USER_INPUT', 'input.trailingPct']);
    const ended = bracketOf(await adjust({ trailingPct: null }));
    expect(ended).toMatchObject({ trailingPct: null, trailingStop: null });
    expect(dec(ended.stopLoss!).gte(trailed.stopLoss!)).toBe(true);
  });

  it.each(['0', '100', '-1'])('is refused at %s percent, with its field', async (trailingPct) => {
    const input = shares({ trailingPct });
    const { code, field } = await desk.api.ask(PREVIEW, { token: ada, variables: { input } });
    expect([code, field]).toEqual(['BAD_USER_INPUT', 'input.bracket.trailingPct']);
  });

  it.each([
    [{ trailingPct: '5' }, '665', '350'],
    [{ trailingPct: '5', stopLoss: '690' }, '690', '100'],
    [{}, null, null],
  ])('previews %o: where it starts, and the loss there', async (bracket, stop, loss) => {
    const input = shares(bracket);
    const { previewTrade } = await desk.ask<{ previewTrade: object }>(ada, PREVIEW, { input });
    expect(previewTrade).toEqual({ stopLoss: stop, lossAtStop: loss, maxLoss: '7000' });
  });
});
