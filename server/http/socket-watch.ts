import type { WebSocket } from 'ws';
import type { Clock } from '../ports/clock.ts';
import type { Sessions } from '../ports/desk.ts';
import type { Log } from '../ports/log.ts';
import type { Principal } from '../graphql/principal.ts';

const EVERY_MS = 3_000;
const FORBIDDEN = 4403;

/** Closes the sockets of sessions that were revoked, signed out or have expired, within one round. */
export function watchSockets(
  principals: ReadonlyMap<WebSocket, Principal>,
  sessions: Sessions,
  clock: Clock,
  log: Log,
): () => void {
  const check = async () => {
    const ids = new Set<string>();
    for (const each of principals.values()) if (each.kind === 'session') ids.add(each.sessionId);
    if (ids.size === 0) return;
    const standing = await sessions.standing([...ids], clock.now());
    for (const [socket, each] of principals) {
      // A session that began during the check was not asked about.
      const asked = each.kind === 'session' && ids.has(each.sessionId);
      if (asked && !standing.has(each.sessionId)) socket.close(FORBIDDEN, 'Forbidden');
    }
  };
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    check()
      .catch((error: unknown) =>
        log.warn('Sessions of open sockets could not be checked', { error }),
      )
      .finally(() => (running = false));
  }, EVERY_MS);
  return () => clearInterval(timer);
}
