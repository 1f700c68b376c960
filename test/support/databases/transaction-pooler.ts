import { createServer, connect, type Socket } from 'node:net';
import { frames, FrameReader } from './postgres-frames.ts';
import { urlOfProxy } from './url-of-proxy.ts';

/** The words with which PgBouncer refuses what it does not pass on. */
const REFUSED = 'unsupported startup parameter: options';

export interface TransactionPooler {
  readonly url: string;
  /** How many transactions, or single statements, were handed to a connection. */
  readonly handed: number;
  close(): Promise<void>;
}

/**
 * A pooler in transaction mode in front of a Postgres: each transaction of a client goes to any free one of a
 * few connections, and what it leaves in that session stays for the next. The server must accept its user
 * without a password.
 */
export async function transactionPooler(url: string, size = 2): Promise<TransactionPooler> {
  const target = new URL(url);
  const first = await Promise.all(Array.from({ length: size }, () => Backend.open(target)));
  const greeting = first[0]!.greeting;
  const backends = new Set(first);
  const free = [...first];
  const waiting: ((backend: Backend) => void)[] = [];
  const clients = new Set<Socket>();
  let handed = 0;

  const take = (): Promise<Backend> => {
    handed += 1;
    const backend = free.shift();
    return backend ? Promise.resolve(backend) : new Promise((resolve) => waiting.push(resolve));
  };
  const give = (backend: Backend): void => {
    const next = waiting.shift();
    if (next) next(backend);
    else free.push(backend);
  };

  /** Rolls back the open transaction of a client that has left: closes the connection and opens another. */
  const drop = async (backend: Backend): Promise<void> => {
    backends.delete(backend);
    backend.end();
    if (!server.listening) return;
    const fresh = await Backend.open(target);
    backends.add(fresh);
    if (server.listening) give(fresh);
    else fresh.end();
  };

  const server = createServer((client) => {
    clients.add(client.setNoDelay(true));
    client.on('close', () => clients.delete(client)).on('error', () => client.destroy());
    serve(client, { greeting, take, give, drop });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: urlOfProxy(url, server),
    get handed() {
      return handed;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const client of clients) client.destroy();
      for (const backend of backends) backend.end();
      await closed;
    },
  };
}

interface Lending {
  readonly greeting: Buffer;
  readonly take: () => Promise<Backend>;
  readonly give: (backend: Backend) => void;
  readonly drop: (backend: Backend) => Promise<void>;
}

function serve(client: Socket, { greeting, take, give, drop }: Lending): void {
  let greeted = false;
  let backend: Promise<Backend> | null = null;
  client.on('close', () => void backend?.then(drop));
  const reader = new FrameReader({ startup: true });
  client.on('data', (chunk) => {
    for (const frame of reader.push(chunk)) {
      if (!greeted) {
        if (frames.isTlsRequest(frame)) {
          client.write('N');
          reader.expectStartup();
          continue;
        }
        if (frames.startupParameters(frame).has('options')) {
          client.end(frames.error('08P01', REFUSED));
          return;
        }
        greeted = true;
        client.write(greeting);
        continue;
      }
      if (frames.typeOf(frame) === 'X') return client.destroy();
      backend ??= take().then((taken) => {
        taken.answerTo(client, () => {
          backend = null;
          give(taken);
        });
        return taken;
      });
      void backend.then((taken) => taken.write(frame));
    }
  });
}

/** One session at the server, lent to one transaction at a time. */
class Backend {
  #client: Socket | null = null;
  #onIdle: () => void = () => undefined;

  private constructor(
    private readonly socket: Socket,
    /** The server's messages on connecting, up to its first "ready". */
    readonly greeting: Buffer,
    reader: FrameReader,
  ) {
    socket.on('data', (chunk) => {
      for (const frame of reader.push(chunk)) this.#pass(frame);
    });
  }

  static async open(target: URL): Promise<Backend> {
    const socket = connect({ port: Number(target.port), host: target.hostname, noDelay: true });
    socket.on('error', () => socket.destroy());
    socket.write(frames.startup(target.username, target.pathname.slice(1)));
    const reader = new FrameReader({ startup: false });
    const said: Buffer[] = [];
    await new Promise<void>((resolve, reject) => {
      socket.once('close', () => reject(new Error('The server closed the connection.')));
      socket.on('data', function hear(chunk) {
        for (const frame of reader.push(chunk)) said.push(frame);
        if (!said.some((frame) => frames.typeOf(frame) === 'Z')) return;
        socket.off('data', hear);
        resolve();
      });
    });
    return new Backend(socket, Buffer.concat(said), reader);
  }

  answerTo(client: Socket, onIdle: () => void): void {
    this.#client = client;
    this.#onIdle = onIdle;
  }

  write(frame: Buffer): void {
    this.socket.write(frame);
  }

  end(): void {
    this.socket.destroy();
  }

  #pass(frame: Buffer): void {
    this.#client?.write(frame);
    if (!frames.isIdle(frame)) return;
    this.#client = null;
    this.#onIdle();
  }
}
