import { afterAll, beforeAll, expect, it } from 'vitest';
import { SqlStrategyRuns } from '../../server/adapters/database/runs/sql-strategy-runs.ts';
import { dec, sum } from '../../server/domain/decimal.ts';
import type { Trade } from '../../server/domain/trade/trade.ts';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { AAPL, aClosedTrade, anOpenTrade, anOrder, keep } from '../support/values/builders.ts';
import { aDecision, aLine, aRun } from '../support/values/strategy-runs.ts';

interface WireRow {
  readonly id: string;
  readonly tradeId: string | null;
  readonly expected: string;
  readonly actual: string;
  readonly awaiting: boolean;
  readonly causes: readonly { cause: string; amount: string; trades: number }[];
}

const MINUTE = 60_000;
const after = (minutes: number) => new Date(NOON.getTime() + minutes * MINUTE);
/** Closes of nine bars; the strategy buys after a rise and sells after a fall. */
const CLOSES = [100, 99, 101, 98, 102, 97, 103, 96, 95];
const FIELDS = `trades awaiting reference expected actual total causes { cause amount trades }`;
const ROWS = `nodes { id tradeId symbol at expected actual awaiting causes { cause amount trades } }
  edges { cursor } totalCount pageInfo { hasNextPage endCursor }`;

let desk: ServedDesk;
let ada: string;

async function ask<T>(query: string, token = ada): Promise<T> {
  const { data, errors, text } = await desk.api.ask(query, { token });
  if (!data || errors.length > 0) throw new Error(text);
  return data as T;
}

const drift = async (filter = '{}') =>
  (
    await ask<{
      drift: {
        trades: number;
        awaiting: number;
        reference: string;
        expected: string;
        actual: string;
        total: string;
        causes: WireRow['causes'];
        rows: { nodes: WireRow[]; totalCount: number };
      };
      stats: { totalPnl: string };
    }>(
      `{ drift(mode: PAPER, filter: ${filter}) { ${FIELDS} rows { ${ROWS} } }
         stats(mode: PAPER, filter: ${filter}) { totalPnl } }`,
    )
  ).drift;

/** Stores a run of a shipped kind over nine bars, with one of its three trades, and a trade of a person. */
beforeAll(async () => {
  desk = await servedDesk();
  ada = await desk.api.signUp('ada');
  const kinds = await ask<{ strategyKinds: { kind: string; version: string }[] }>(
    '{ strategyKinds { kind version } }',
  );
  const { version } = kinds.strategyKinds.find(({ kind }) => kind === 'sma-cross')!;
  const runs = new SqlStrategyRuns(desk.bookKnex, 'PAPER');
  const run = await runs.start(
    aRun({
      codeVersion: version,
      parameters: { fast: 1, slow: 2, quantity: '10' },
      symbols: ['AAPL'],
    }),
  );
  for (const [n, close] of CLOSES.entries()) {
    const bar = {
      symbol: 'AAPL',
      at: after(n),
      open: 100 + n,
      high: 120,
      low: 90,
      close,
      volume: 9,
    };
    const input = { kind: 'BAR' as const, bar, endsAt: after(n + 1) };
    const entry = { symbol: 'AAPL', side: 'BUY' as const, quantity: '10' };
    const decisions = [
      aDecision({
        ...{ symbol: 'AAPL', sequence: 3, barEnd: after(3), decidedAt: after(3) },
        ...{ ask: { action: 'ENTER', entry }, state: 'TAKEN', tradeId: 'paper_made' },
      }),
    ];
    await runs.add(run, aLine(n + 1, { input }), n === 2 ? decisions : []);
  }
  await closed('paper_made', { runId: 'r1', strategyId: 's1', version: 1 });
  await closed('paper_own', null);
});
afterAll(() => desk.close());

async function closed(id: string, strategyRun: ReturnType<typeof anOpenTrade>['strategyRun']) {
  const base: Partial<Trade> = {
    ...{ id, instrument: AAPL, side: 'BUY', quantity: dec(10), filledQuantity: dec(10) },
    ...{ entryCost: dec(1030), openedAt: after(3), placedAt: after(3), strategyRun },
  };
  await desk.book.change('ada', async (book) => {
    const order = anOrder({ id: `${id}-e`, tradeId: id, tag: id });
    const open = await keep(
      book,
      null,
      anOpenTrade({ ...base, openQuantity: dec(10), openCost: dec(1030), cashFlow: dec(-1030) }),
      [order],
    );
    const proceeds = dec(1044);
    const money = { exitProceeds: proceeds, realizedPnl: dec(14), fees: dec('0.5') };
    const exits = { exitedQuantity: dec(10), exitFilled: dec(10), closedAt: after(4) };
    const cashFlow = dec('13.5');
    await keep(book, open, aClosedTrade('0', '0', { ...base, ...money, ...exits, cashFlow }));
  });
}

async function pageAfter(cursor: string | null): Promise<Page> {
  const after = cursor === null ? '' : `, after: "${cursor}"`;
  const rows = `rows(first: 1${after}) { ${ROWS} }`;
  return (await ask<{ drift: { rows: Page } }>(`{ drift(mode: PAPER) { ${rows} } }`)).drift.rows;
}

const toEvening = () => desk.clock.set(after(4 * 60 + 5));
const amountOf = ({ causes }: { causes: WireRow['causes'] }, cause: string) =>
  causes.find((each) => each.cause === cause)!.amount;

it('is all unexplained while the day goes on, and of strategies’ trades alone', async () => {
  const report = await drift();
  expect(report).toMatchObject({
    ...{ trades: 1, awaiting: 1, reference: 'BACKTEST', expected: '0', actual: '13.5' },
    ...{ total: '13.5', rows: { totalCount: 1 } },
  });
  expect(amountOf(report, 'UNEXPLAINED')).toBe('13.5');
  expect(report.causes).toHaveLength(9);
});

it('is explained by cause once the day is over, and adds up in every row and in all', async () => {
  toEvening();
  await desk.drift.PAPER.reckon.execute();
  const report = await drift();
  expect(report).toMatchObject({ trades: 1, awaiting: 0, actual: '13.5' });
  expect(report.rows.totalCount).toBe(3);
  for (const each of [report, ...report.rows.nodes]) {
    const total = dec(each.actual).minus(each.expected);
    expect(sum(each.causes.map(({ amount }) => dec(amount))).equals(total)).toBe(true);
  }
  expect(dec(report.total).equals(dec(report.actual).minus(report.expected))).toBe(true);
  const made = report.rows.nodes.find(({ tradeId }) => tradeId === 'paper_made')!;
  // By the bars' opens the reference enters at 103 and exits at 104; the trade got 104.40 at the same instant.
  expect([amountOf(made, 'ENTRY_PRICE'), amountOf(made, 'EXIT_PRICE')]).toEqual(['0', '4']);
  expect(report.causes.find(({ cause }) => cause === 'MISSED')?.trades).toBe(2);
  expect(amountOf(report, 'UNEXPLAINED')).toBe('0');
});

it('comes in pages of a bounded size, each row once', async () => {
  toEvening();
  await desk.drift.PAPER.reckon.execute();
  const seen: string[] = [];
  let page = await pageAfter(null);
  seen.push(...page.nodes.map(({ id }) => id));
  while (page.pageInfo.hasNextPage) {
    page = await pageAfter(page.pageInfo.endCursor);
    seen.push(...page.nodes.map(({ id }) => id));
    expect(page.totalCount).toBe(3);
  }
  expect(new Set(seen).size).toBe(3);
  expect(seen).toHaveLength(3);
  for (const [bad, code] of [
    ['first: 501', 'BAD_USER_INPUT'],
    ['after: "nonsense"', 'BAD_USER_INPUT'],
    [`after: "${Buffer.from('["drift",1]').toString('base64url')}"`, 'BAD_USER_INPUT'],
  ]) {
    const answer = await desk.api.ask(`{ drift(mode: PAPER) { rows(${bad}) { totalCount } } }`, {
      token: ada,
    });
    expect(answer.text, bad).toContain(code);
  }
});

it('is another user’s own', async () => {
  const bob = await desk.api.signUp('bob');
  const { drift: his } = await ask<{ drift: { trades: number; rows: { totalCount: number } } }>(
    '{ drift(mode: PAPER) { trades rows { totalCount } } }',
    bob,
  );
  expect(his).toEqual({ trades: 0, rows: { totalCount: 0 } });
});

interface Page {
  readonly nodes: readonly WireRow[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
