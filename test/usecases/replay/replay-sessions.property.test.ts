import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { SqlReplayRecord } from '../../../server/adapters/database/log/sql-replay-record.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { tellWhatIf } from '../../../server/usecases/replay/tell-what-if.ts';
import { replayAll } from '../../support/databases/replays-itself.ts';
import { simulatedDesk, type SimulatedDesk } from '../../support/desks/simulated-desk.ts';

/** What a person and the market do in turn at the simulated venue. */
type Step =
  | { readonly kind: 'buy'; readonly stop: number; readonly target: number; readonly limit: number }
  | { readonly kind: 'pass'; readonly seconds: number }
  | { readonly kind: 'close' | 'part' | 'cancel' | 'adjust' | 'annotate'; readonly which: number };

const which = fc.nat({ max: 5 });
const buy = fc.record({
  kind: fc.constant('buy' as const),
  stop: fc.constantFrom(0.3, 0.9, 0.97),
  target: fc.constantFrom(1.15, 1.3, 2),
  limit: fc.constantFrom(0.9, 1.1),
});
const pass = fc.record({
  kind: fc.constant('pass' as const),
  seconds: fc.constantFrom(1, 60, 600, 3_600),
});
const act = fc.record({
  kind: fc.constantFrom(
    'close' as const,
    'part' as const,
    'cancel' as const,
    'adjust' as const,
    'annotate' as const,
  ),
  which,
});
const session = fc
  .array(fc.oneof(buy, pass, pass, act), { minLength: 6, maxLength: 14 })
  .map((steps): Step[] => [
    { kind: 'buy', stop: 0.3, target: 2, limit: 1.1 },
    { kind: 'pass', seconds: 60 },
    ...steps,
  ]);

const TRADES = `{ trades(mode: PAPER, first: 50) { edges { node { id version status entryPrice } } } }`;
const CLOSE = 'mutation($i: CloseTradeInput!) { closeTrade(input: $i) { id } }';
const CANCEL = 'mutation($i: CancelTradeInput!) { cancelTrade(input: $i) { id } }';
const ADJUST = 'mutation($i: AdjustBracketInput!) { adjustBracket(input: $i) { id } }';
const ANNOTATE = 'mutation($i: AnnotateTradeInput!) { annotateTrade(input: $i) { id } }';

interface Listed {
  readonly trades: {
    readonly edges: readonly { node: { id: string; version: number; entryPrice: string | null } }[];
  };
}

let made: SimulatedDesk | null = null;
afterEach(async () => made?.close());

async function play(d: SimulatedDesk, steps: readonly Step[]): Promise<void> {
  const token = await d.api.signUp('ada');
  for (const [at, step] of steps.entries()) {
    if (step.kind === 'pass') await d.pass(step.seconds);
    // A refused request is a line of the log as well.
    else await asked(d, token, step, `step-${at}`).catch(() => {});
  }
}

async function asked(d: SimulatedDesk, token: string, step: Step, key: string): Promise<void> {
  if (step.kind === 'pass') return;
  if (step.kind === 'buy') {
    const ask = await askOf(d);
    const cents = (factor: number) => (Math.ceil(ask * factor * 20) / 20).toFixed(2);
    const bracket = { stopLoss: cents(step.stop * 0.95), takeProfit: cents(step.target) };
    await d.buyCall(token, { quantity: '2', limitPrice: cents(step.limit), bracket });
    return;
  }
  const { trades } = await d.ask<Listed>(token, TRADES);
  const trade = trades.edges[step.which % trades.edges.length]?.node;
  if (!trade) return;
  const { id, version: expectedVersion, entryPrice } = trade;
  const keyed = { id, expectedVersion, idempotencyKey: `${key}-${id}` };
  const stopLoss = (Number(entryPrice ?? 1) * 0.5).toFixed(2);
  switch (step.kind) {
    case 'close':
      return void (await d.ask(token, CLOSE, { i: { ...keyed, orderType: 'MARKET' } }));
    case 'part': {
      const part = { ...keyed, quantity: '1', orderType: 'MARKET' };
      return void (await d.ask(token, CLOSE, { i: part }));
    }
    case 'cancel':
      return void (await d.ask(token, CANCEL, { i: keyed }));
    case 'adjust':
      return void (await d.ask(token, ADJUST, { i: { ...keyed, stopLoss } }));
    case 'annotate':
      return void (await d.ask(token, ANNOTATE, { i: { id, expectedVersion, notes: '$decimal' } }));
  }
}

async function askOf(d: SimulatedDesk): Promise<number> {
  const symbol = await d.optionSymbol();
  return Number((await d.market.quotes([symbol])).get(symbol)?.ask);
}

/** Checks that a what-if that changes nothing gives every followed trade its recorded result. */
async function checkWhatIf(knex: Knex): Promise<void> {
  const record = new SqlReplayRecord(knex, 'PAPER');
  const [{ last } = { last: 0 }] = await knex('events').max('sequence as last');
  const whole = { first: 1, last: Number(last) };
  const nothing = { fillModel: null, stopPct: null, takeProfitPct: null };
  const same = await tellWhatIf(record, 'ada', { span: whole, asked: nothing });
  expect(same.differing.filter(({ replayed }) => !replayed.includes('unknown from'))).toEqual([]);
  expect(same.replayed.toFixed()).toBe(same.recorded.toFixed());
  const near = await tellWhatIf(record, 'ada', {
    span: whole,
    asked: { ...nothing, stopPct: dec('0.01') },
  });
  expect(near.known + near.unknown).toBe(same.known + same.unknown);
  expect(near.known + near.unknown).toBeGreaterThan(0);
}

interface Row {
  readonly first_sequence: number;
  readonly kind: string;
  readonly input: string;
}

/** Puts another price, quantity or word into one input of the journal. */
async function alter(knex: Knex, at: number): Promise<string> {
  const rows = await knex<Row, Row[]>('decision_journal')
    .whereIn('kind', ['PLACE_ENTRY', 'LEARN_ANSWER'])
    .orderBy('first_sequence');
  const { first_sequence, kind, input } = rows[at % rows.length]!;
  const altered = input.replace(
    /"(averagePrice|limitPrice)":\{"\$decimal":"[^"]*"\}/g,
    (_, name) => `"${name}":{"$decimal":"0.01"}`,
  );
  await knex('decision_journal').where({ first_sequence }).update({ input: altered });
  return altered === input ? '' : kind;
}

describe('a random session at the simulated venue', () => {
  it('comes out the same, whole and from any instant on, and otherwise once an input is another', async () => {
    const run = fc.asyncProperty(session, fc.nat(), fc.nat(), async (steps, from, altered) => {
      await made?.close();
      made = await simulatedDesk();
      await play(made, steps);
      const knex = made.bookKnex;
      const whole = await replayAll(knex);
      expect(whole.differing).toEqual([]);
      expect(whole.events).toBeGreaterThan(4);
      expect((await replayAll(knex)).hash).toBe(whole.hash);
      const times = await knex('events').orderBy('sequence').pluck<number[]>('occurred_at');
      const since = new Date(times[from % times.length]!);
      const later = await replayAll(knex, 'PAPER', [since, new Date('2999-01-01T00:00:00Z')]);
      expect(later.differing).toEqual([]);
      await checkWhatIf(knex);
      if ((await alter(knex, altered)) === '') return;
      const other = await replayAll(knex).catch(() => null);
      expect(other?.hash).not.toBe(whole.hash);
    });
    await fc.assert(run, { numRuns: 6, seed: 18, endOnFailure: true });
  }, 120_000);
});
