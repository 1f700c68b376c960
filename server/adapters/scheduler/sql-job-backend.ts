import type { AgendaBackend } from 'agenda';
import type { Knex } from 'knex';
import { SqlJobRepository } from './sql-job-repository.ts';

/** Agenda on SQLite, for which it has no backend. It neither opens nor closes the connection. */
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
    // Nothing to close: it has opened no connection.
  }
}
