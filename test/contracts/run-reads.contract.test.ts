import { afterEach, beforeEach, expect, it } from 'vitest';
import { SqlRunEvidence } from '../../server/adapters/database/runs/sql-run-evidence.ts';
import { SqlStrategyRuns } from '../../server/adapters/database/runs/sql-strategy-runs.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { watchStatements } from '../support/databases/statements.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

let fresh: FreshBook;
let runs: SqlStrategyRuns;
let evidence: SqlRunEvidence;
beforeEach(async () => {
  fresh = await freshBook(['ada']);
  runs = new SqlStrategyRuns(fresh.knex, 'PAPER');
  evidence = new SqlRunEvidence(fresh.knex);
});
afterEach(() => fresh.close());

const RUN = { username: 'ada', id: 'r1' };
const PAGE = { first: 5, after: null };
const READS: Readonly<Record<string, () => Promise<unknown>>> = {
  newest: () => runs.newest('ada'),
  newestOf: () => runs.newestOf('ada', 's1'),
  since: () => runs.since('ada', 's1', NOON),
  running: () => runs.running(),
  waiting: () => runs.waiting(RUN),
  lines: () => runs.lines(RUN, 7, 9),
  noTrades: () => runs.noTrades('ada', null, PAGE),
  'noTrades of one': () => runs.noTrades('ada', 's1', PAGE),
  activeTrades: () => runs.activeTrades('ada', 's1'),
  activeOfAll: () => runs.activeOfAll('ada'),
  heldBack: () => runs.heldBack('ada', ['paper_1', 'paper_2']),
  tradesSince: () => runs.tradesSince('ada', 's1', NOON),
  lastHalt: () => evidence.lastHalt('ada', 's1', NOON),
  lastBreach: async () => {
    await fresh.book.change('ada', (change) => change.setKillSwitch('HALT_ALL', NOON, 'user:ada'));
    return evidence.lastBreach('ada', 's1', NOON);
  },
};
/** Indexes by which a read finds no more rows than it returns. */
const INDEXES =
  /^(strategy_runs_(newest|running|strategy_id_ended_at_started_at_index)|run_decisions_(waiting|of_user|of_strategy)|sqlite_autoindex_\w+|trades_(strategy_phase|strategy_placed|phase_username_index)|events_(kill_switch|trade_id_sequence_index|trade_id_type_sequence_index)|orders_(status_username_index|trade_id_counts_index))$/;

it.each(Object.keys(READS))('%s walks neither a book nor a journal', async (name) => {
  const seen = watchStatements(fresh);
  await READS[name]!();
  const selects = seen.filter(({ sql }) => sql.startsWith('select'));
  expect(selects.length).toBeGreaterThan(0);
  for (const { sql, bindings } of [...selects]) {
    const explained = fresh.knex.raw(`EXPLAIN QUERY PLAN ${sql}`, [...bindings] as never[]);
    const plan = ((await explained) as { detail: string }[]).map(({ detail }) => detail);
    const tables = plan.filter(
      (each) => /^(SCAN|SEARCH)/.test(each) && !/json_each|VIRTUAL TABLE/.test(each),
    );
    const indexes = tables.map((each) => /INDEX (\w+)/.exec(each)?.[1] ?? each);
    expect(indexes.filter((index) => !INDEXES.test(index))).toEqual([]);
  }
});

it('the filled trades of a strategy are one statement, without orders and what was known at entry', async () => {
  const seen = watchStatements(fresh);
  await runs.tradesSince('ada', 's1', NOON);
  const [asked, ...more] = seen;
  expect(more).toEqual([]);
  expect(asked!.sql).not.toMatch(/\*|`orders`|`fills`|context_|rationale|`mark`/);
});
