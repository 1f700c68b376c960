import { ask } from '../ask.ts';
import { fieldTool } from '../field-tool.ts';
import { schemaOfArguments } from '../input-schema.ts';
import { READS, writes } from '../kinds.ts';
import { pageOf, SKIP, skipOf, type Paged } from '../paging.ts';
import { Refused } from '../refused.ts';
import type { Arguments, MakeTool, Told } from '../tool.ts';
import { toldOfNone } from '../told.ts';
import { ESTIMATE, PAGE, STATS } from './fields.ts';

interface Answer {
  readonly told: Readonly<Record<string, unknown>> | null;
}

const SUMMARY = `id strategyId status progress error createdAt finishedAt bars hash input warnings
  endCash endEquity exposurePct maxDrawdown maxDrawdownPct`;

/** What a backtest is asked for, and how that part goes on. */
const PARTS: Readonly<Record<string, Paged | null>> = {
  SUMMARY: null,
  TRADES: { by: 'after', list: 'trades' },
  EQUITY: { by: 'skip', list: 'equity' },
  LOG: { by: 'skip', list: 'log' },
};

const DOCUMENT = `query ($id: ID!, $after: String, $first: Int = 50, $summary: Boolean!, $trades: Boolean!,
  $equity: Boolean!, $log: Boolean!) {
  told: backtest(id: $id) {
    ${SUMMARY}
    stats @include(if: $summary) { ${STATS} sharpe sortino calmar sharpeEstimate ${ESTIMATE}
      byClose { reason count pnl } }
    openPositions @include(if: $summary) { symbol quantity costBasis price }
    trades(first: $first, after: $after) @include(if: $trades) {
      nodes { symbol side quantity entryAt entryPrice exitAt exitPrice fees realizedPnl netPnl closeReason } ${PAGE} }
    equity @include(if: $equity) { at equity cash }
    log @include(if: $log) { at text }
  }
}`;

const PART = {
  type: 'string',
  enum: Object.keys(PARTS),
  default: 'SUMMARY',
  description: 'SUMMARY has the figures; TRADES, EQUITY and LOG have one long list each.',
};

/** Its fills are simulated whatever its data, and no book is concerned. */
function toldOfBacktest({ told }: Answer): Told {
  return { ...toldOfNone(told), simulated: told !== null };
}

function partOf({ part = 'SUMMARY' }: Arguments): string {
  if (typeof part === 'string' && Object.hasOwn(PARTS, part)) return part;
  throw new Refused('BAD_USER_INPUT', `One of ${Object.keys(PARTS).join(', ')}`, { field: 'part' });
}

export const backtest: MakeTool = ({ schema }) => {
  const field = schema.getQueryType()?.getFields().backtest;
  const { properties, ...rest } = schemaOfArguments(field?.args ?? []);
  return {
    ...READS,
    name: 'backtest',
    title: 'One backtest',
    description: `${field?.description} Its figures, or a part of it.`,
    inputSchema: { ...rest, properties: { ...properties, part: PART, after: AFTER, skip: SKIP } },
    async call(args, caller) {
      const part = partOf(args);
      skipOf(args);
      const is = (name: string) => part === name;
      const wanted = {
        summary: is('SUMMARY'),
        trades: is('TRADES'),
        equity: is('EQUITY'),
        log: is('LOG'),
      };
      const { id, after } = args;
      const told = toldOfBacktest(await ask<Answer>(caller, DOCUMENT, { id, after, ...wanted }));
      const paged = PARTS[part];
      return paged ? pageOf(told, paged, args) : told;
    },
  };
};

const AFTER = {
  type: 'string',
  description: 'TRADES: continue after this cursor; `more.next` of an answer says it.',
};

export const backtests: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...READS,
    name: 'backtests',
    title: 'Backtests',
    ...{ operation: 'query', field: 'backtests' },
    select: `{ nodes { id strategyId status progress error createdAt finishedAt bars hash endEquity
      maxDrawdownPct } ${PAGE} }`,
    paged: { by: 'after' },
    tell: toldOfBacktest,
  });

export const dataSets: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...READS,
    name: 'data_sets',
    title: 'Imported data for backtests',
    ...{ operation: 'query', field: 'dataSets' },
    note: 'Left out of a backtest, the desk’s own bars are used.',
    select: '{ id name rows hash createdAt series { symbol kind interval from to rows missing } }',
    paged: { by: 'skip' },
    tell: ({ told }) => toldOfNone(told),
  });

export const runBacktest: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...writes({}),
    name: 'run_backtest',
    title: 'Run a backtest',
    ...{ operation: 'mutation', field: 'runBacktest' },
    description:
      'Tries a strategy on the past. Answers at once with a backtest that waits or runs: ask the tool backtest until it is DONE.',
    select: `{ ${SUMMARY} }`,
    tell: toldOfBacktest,
  });

export const cancelBacktest: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...writes({ idempotentHint: true }),
    name: 'cancel_backtest',
    title: 'Cancel a backtest',
    ...{ operation: 'mutation', field: 'cancelBacktest' },
    select: `{ ${SUMMARY} }`,
    tell: toldOfBacktest,
  });
