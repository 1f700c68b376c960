import pg, { type Connection, type Submittable } from 'pg';

type Done = (error: Error | null, answer: unknown) => void;

interface WireQuery extends Submittable {
  prepare(connection: Connection): void;
  handleDataRow(row: object): void;
  handleCommandComplete(message: object, connection: Connection): void;
}

/** The driver calls methods of its queries that its types leave out: they name the constructor alone. */
const Query = pg.Query as unknown as new (config: object, done: Done) => WireQuery;

/**
 * A statement together with the one that sets its scope, sent as one message. Postgres makes both one
 * transaction, which ends with the message: nothing has to be begun, committed or rolled back.
 */
export class ScopedQuery extends Query {
  #isScoped = false;

  constructor(
    private readonly scope: string,
    statement: { readonly text: string; readonly values: readonly unknown[] },
    done: Done,
  ) {
    super({ ...statement, queryMode: 'extended' }, done);
  }

  override prepare(connection: Connection): void {
    connection.parse({ text: this.scope, name: '', types: [] }, true);
    connection.bind({}, true);
    connection.execute({}, true);
    super.prepare(connection);
  }

  override handleDataRow(row: object): void {
    if (this.#isScoped) super.handleDataRow(row);
  }

  override handleCommandComplete(message: object, connection: Connection): void {
    if (this.#isScoped) super.handleCommandComplete(message, connection);
    this.#isScoped = true;
  }
}
