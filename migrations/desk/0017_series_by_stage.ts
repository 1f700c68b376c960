import type { Knex } from 'knex';

const KEY = ['set_id', 'symbol', 'kind', 'interval'] as const;
const REST = ['username', 'hash', 'rows', 'missing', 'first_at', 'last_at', 'parts'] as const;

/**
 * An import writes its series next to those that it replaces: `born` is the first number of its stage. The series of
 * a stage become visible once the stage is `shown`, which is one small change for all of them. Of two rows of a
 * series the later born is visible, unless its stage is still there and not shown.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('data_stages', (t) => {
    t.smallint('shown').notNullable().defaultTo(0);
  });
  await rekey(knex, true);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    `DELETE FROM data_series WHERE EXISTS (SELECT 1 FROM data_stages s
       WHERE s.set_id = data_series.set_id AND s.first_part = data_series.born AND s.shown = 0)`,
  );
  await knex.raw(
    `DELETE FROM data_series WHERE EXISTS (SELECT 1 FROM data_series n
       WHERE n.set_id = data_series.set_id AND n.symbol = data_series.symbol AND n.kind = data_series.kind
         AND n."interval" = data_series."interval" AND n.born > data_series.born)`,
  );
  await rekey(knex, false);
  await knex.raw('ALTER TABLE data_stages DROP COLUMN shown');
}

/** Existing rows belong to no stage. */
async function rekey(knex: Knex, born: boolean): Promise<void> {
  const { dialect } = knex.client as { readonly dialect: string };
  if (dialect !== 'postgresql') return rebuild(knex, born);
  await knex.raw('ALTER TABLE data_series DROP CONSTRAINT data_series_pkey');
  if (born) await knex.raw('ALTER TABLE data_series ADD COLUMN born integer NOT NULL DEFAULT -1');
  const key = [...KEY, ...(born ? ['born'] : [])].join(', ');
  await knex.raw(`ALTER TABLE data_series ADD CONSTRAINT data_series_pkey PRIMARY KEY (${key})`);
  if (!born) await knex.raw('ALTER TABLE data_series DROP COLUMN born');
}

/** SQLite changes no primary key. */
async function rebuild(knex: Knex, born: boolean): Promise<void> {
  await knex.schema.createTable('data_series_next', (t) => {
    t.text('set_id').notNullable().references('id').inTable('data_sets').onDelete('CASCADE');
    for (const name of ['username', 'symbol', 'kind', 'interval', 'hash'])
      t.text(name).notNullable();
    for (const name of ['rows', 'missing', 'first_at', 'last_at']) t.bigInteger(name).notNullable();
    t.text('parts').notNullable().defaultTo('[]');
    if (born) t.integer('born').notNullable().defaultTo(-1);
    t.primary(born ? [...KEY, 'born'] : [...KEY]);
  });
  const columns = [...KEY, ...REST].map((name) => `"${name}"`).join(', ');
  await knex.raw(`INSERT INTO data_series_next (${columns}) SELECT ${columns} FROM data_series`);
  await knex.schema.dropTable('data_series');
  await knex.schema.renameTable('data_series_next', 'data_series');
}
