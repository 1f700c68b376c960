import type { Server, ServerResponse } from 'node:http';

/** How long running requests may take to end. */
const PATIENCE_MS = 2_000;

export interface StopSteps {
  /** Ends what no request waits for, such as sockets. */
  readonly whileAnswering: () => Promise<void>;
  /** Ends what answers requests; none runs any more. */
  readonly whenAnswered: () => Promise<void>;
}

/** A server that stops lets running requests end, and refuses what still arrives on their connections. */
export class Stopping {
  /** The server that is stopping; null while none does. */
  #stopping: Server | null = null;

  /**
   * Returns whether a request was refused because the server stops: with 503, so that the caller knows that nothing
   * was done and asks again. Otherwise the connection ends with its answer once the server stops.
   */
  refuses(response: ServerResponse): boolean {
    if (!this.#stopping) {
      response.once('finish', () => {
        if (this.#stopping) setImmediate(() => this.#stopping?.closeIdleConnections());
      });
      return false;
    }
    response
      .writeHead(503, { connection: 'close', 'retry-after': '1', 'content-type': 'text/plain' })
      .end('The server is stopping: nothing was done. Ask again.\n');
    return true;
  }

  async stop(server: Server, steps: StopSteps): Promise<void> {
    this.#stopping = server;
    const closed = new Promise((resolve) => server.close(resolve));
    const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    await steps.whileAnswering();
    server.closeIdleConnections();
    await closed;
    clearTimeout(impatient);
    await steps.whenAnswered();
  }
}
