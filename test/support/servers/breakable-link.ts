import { connect, createServer, type Socket } from 'node:net';
import { urlOfProxy } from '../databases/url-of-proxy.ts';

/** A connection to a server that breaks as when the server is killed, and can be restored. */
export interface BreakableLink {
  /** The same URL through this link. */
  readonly url: string;
  /** Drops all connections and accepts no new one. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function breakableLink(url: string): Promise<BreakableLink> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect({ port: Number(target.port), host: target.hostname, noDelay: true });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket.setNoDelay(true));
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: urlOfProxy(url, server),
    cut: () => {
      whole = false;
      drop();
    },
    mend: () => void (whole = true),
    close: async () => {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
