import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { textColumns, timeColumn } from '../columns.ts';

/**
 * What promotion looks at. `tried_data`, `tried_parameters`: for a backtest that is done, digests of its data and of
 * its kind with parameters. `look_ahead`: NONE or LEAKS, once the backtest was checked. `demoted_at`: when the desk
 * last demoted a strategy by itself.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('backtests', (t) => {
    textColumns(t, ['tried_data', 'tried_parameters', 'look_ahead']);
  });
  await knex.schema.alterTable('strategies', (t) => void timeColumn(t, 'demoted_at'));
  await fillTried(knex);
  await knex.schema.alterTable('backtests', (t) => {
    t.index(['username', 'tried_data', 'tried_parameters']);
    t.index(['strategy_id', 'strategy_version', 'status', 'sweep_id', 'created_at', 'id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('strategies', (t) => void t.dropColumn('demoted_at'));
  await knex.schema.alterTable('backtests', (t) => {
    t.dropIndex(['username', 'tried_data', 'tried_parameters']);
    t.dropIndex(['strategy_id', 'strategy_version', 'status', 'sweep_id', 'created_at', 'id']);
  });
  await knex.schema.alterTable('backtests', (t) => {
    for (const name of ['tried_data', 'tried_parameters', 'look_ahead']) t.dropColumn(name);
  });
}

interface Input {
  readonly kind?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly dataSet?: string | null;
  readonly dataHash?: string | null;
  readonly symbols?: readonly string[];
  readonly interval?: string | null;
}

const PART = 500;

/** Earlier backtests count as later ones do, by the same digests as the desk's own. */
export async function fillTried(knex: Knex): Promise<void> {
  for (let after = ''; ;) {
    const rows = await knex('backtests')
      .where({ status: 'DONE' })
      .where('id', '>', after)
      .orderBy('id')
      .limit(PART)
      .select<{ id: string; input: string }[]>('id', 'input');
    for (const { id, input } of rows)
      await knex('backtests')
        .where({ id })
        .update(triedOf(JSON.parse(input) as Input));
    if (rows.length < PART) return;
    after = rows.at(-1)!.id;
  }
}

function triedOf({ kind, parameters = {}, dataSet, dataHash, symbols = [], interval }: Input) {
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  const data =
    dataSet == null ? ['desk', [...symbols].sort(), interval ?? null] : ['set', dataHash];
  return {
    tried_data: digest(JSON.stringify(data)),
    tried_parameters: digest(JSON.stringify([kind, sorted])),
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
