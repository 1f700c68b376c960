import type { Username } from '../../../domain/ids.ts';
import type { Trade, TradeAggregate } from '../../../domain/trade/trade.ts';
import type {
  DecisionMade,
  JournalledDecision,
  MovedUnlogged,
} from '../../../ports/decision-made.ts';
import { fromDecisionJson, toDecisionJson } from './decision-json.ts';

/** One row of `decision_journal`. */
export interface DecisionColumns {
  readonly username: Username;
  readonly first_sequence: number;
  readonly last_sequence: number;
  readonly trade_id: string;
  readonly kind: string;
  readonly actor: string;
  readonly at: number;
  readonly input: string;
}

type Input = Pick<JournalledDecision, 'input' | 'ids' | 'orders' | 'moved'>;

/** `last`: the sequence of the last event of this decision. */
export function decisionToRow(
  { kind, actor, at, input, ids }: DecisionMade,
  before: TradeAggregate | null,
  { id, username }: Trade,
  { last, events }: { readonly last: number; readonly events: number },
): DecisionColumns {
  const orders = (before?.orders ?? []).map((order) => order.id);
  const made: Input = { input, ids, orders, moved: before && movedOf(before.trade) };
  return {
    ...{ username, first_sequence: last - events + 1, last_sequence: last, trade_id: id },
    ...{ kind, actor, at: at.getTime(), input: toDecisionJson(made) },
  };
}

export function decisionFromRow(row: DecisionColumns): JournalledDecision {
  return {
    ...{ first: row.first_sequence, last: row.last_sequence, tradeId: row.trade_id },
    ...{ kind: row.kind, actor: row.actor, at: new Date(row.at) },
    ...(fromDecisionJson(row.input) as Input),
  };
}

function movedOf(trade: Trade): MovedUnlogged {
  const { mark, maxFavorableExcursion, maxAdverseExcursion, excursionsComplete } = trade;
  const seen = { mark, maxFavorableExcursion, maxAdverseExcursion, excursionsComplete };
  return { ...seen, best: trade.trail?.best ?? null };
}
