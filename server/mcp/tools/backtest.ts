import { ask } from '../ask.ts';
import { schemaOfArguments } from '../input-schema.ts';
import { READS } from '../kinds.ts';
import { pageOf, SKIP, skipOf, type Paged } from '../paging.ts';
import { Refused } from '../refused.ts';
import type { Arguments, MakeTool } from '../tool.ts';
import { SUMMARY, toldOfBacktest, type ToldBacktest } from './backtest-told.ts';
import { ESTIMATE, PAGE, STATS } from './fields.ts';

/** The parts of a backtest that may be asked for, and how each list continues. */
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
  description: 'SUMMARY: the figures; TRADES, EQUITY and LOG: one long list each.',
};

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
    description: `${field?.description} Answers with its figures, or with one part of it.`,
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
      const told = toldOfBacktest(
        await ask<ToldBacktest>(caller, DOCUMENT, { id, after, ...wanted }),
      );
      const paged = PARTS[part];
      return paged ? pageOf(told, paged, args) : told;
    },
  };
};

const AFTER = {
  type: 'string',
  description: 'TRADES: continue after this cursor, as `more.next` of the last answer has it.',
};
