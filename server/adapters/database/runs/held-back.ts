import type { Knex } from 'knex';
import type { KillSwitchLevel } from '../../../domain/account/account.ts';
import type { TradeId, Username } from '../../../domain/ids.ts';
import { fromDecisionJson } from '../log/decision-json.ts';
import { tradesAmong } from '../sql/chunks.ts';

/** Kinds of decisions that send stored orders; the input of each holds the state of the kill switch. */
const SENDING = ['SUBMIT', 'KEEP_INSPECTED', 'SUBMIT_SIGNED'];

/** See `StrategyRuns.heldBack`. Reads the journal: the log has only a sentence, and none for a halt for all. */
export async function heldBack(
  knex: Knex,
  username: Username,
  ids: readonly TradeId[],
): Promise<ReadonlySet<TradeId>> {
  // The ORDER_CANCELED event is the first event of the decision that ended the order.
  const rows = await tradesAmong(knex, username, ids)
    .join('events', 'events.trade_id', 'trades.id')
    .join('decision_journal', (on) =>
      on
        .on('decision_journal.username', 'trades.username')
        .andOn('decision_journal.first_sequence', 'events.sequence'),
    )
    .where('events.type', 'ORDER_CANCELED')
    .whereNull('trades.opened_at')
    .whereIn('decision_journal.kind', SENDING)
    .select<Made[]>('trades.id', 'decision_journal.input');
  return new Set(rows.filter(({ input }) => haltOf(input) !== 'OFF').map(({ id }) => id));
}

interface Made {
  readonly id: TradeId;
  readonly input: string;
}

function haltOf(text: string): KillSwitchLevel {
  const { input } = fromDecisionJson(text) as {
    readonly input: { readonly halt: KillSwitchLevel };
  };
  return input.halt;
}
