import type { AgendaBackend } from 'agenda';
import type { Knex } from 'knex';
import { SqlJobRepository } from './sql-job-repository.ts';

/** Agenda on SQLite, for which it has no backend. The connection remains its owner's. */
export class SqlJobBackend implements AgendaBackend {
  readonly name = 'Knex';
  readonly ownsConnection = false;
  readonly repository: SqlJobRepository;

  constructor(knex: Knex) {
    this.repository = new SqlJobRepository(knex);
  }

  connect(): Promise<void> {
    return this.repository.connect();
  }

  async disconnect(): Promise<void> {
    // It has opened nothing of its own.
  }
}
