import type { Knex } from 'knex';

/** One step of a schema. The lists are static, so that source, tests and build agree on names. */
export interface Migration {
  readonly name: string;
  up(knex: Knex): Promise<void>;
  down(knex: Knex): Promise<void>;
}
