import type { WebSocket } from 'ws';
import type { Clock } from '../ports/clock.ts';
import type { ApiTokens, Sessions } from '../ports/desk.ts';
import type { Log } from '../ports/log.ts';
import type { Principal } from '../graphql/books/principal.ts';

const EVERY_MS = 3_000;
const FORBIDDEN = 4403;
/** How long a client has to answer the close; one that does not read never will. */
const PATIENCE_MS = 1_000;

interface Proofs {
  readonly sessions: Pick<Sessions, 'standing'>;
  readonly apiTokens: Pick<ApiTokens, 'standing'>;
}

/** Closes, within 5 s, the sockets whose session or API token was revoked, signed out or has expired. */
export function watchSockets(
  principals: ReadonlyMap<WebSocket, Principal>,
  { sessions, apiTokens }: Proofs,
  clock: Clock,
  log: Log,
): () => void {
  const check = async () => {
    // Leaves out sockets that open during the check.
    const open = [...principals];
    if (open.length === 0) return;
    const now = clock.now();
    const [bySession, byToken] = await Promise.all([
      sessions.standing(proofsOf(open, 'session'), now),
      apiTokens.standing(proofsOf(open, 'token'), now),
    ]);
    for (const [socket, principal] of open) {
      const standing = principal.kind === 'session' ? bySession : byToken;
      if (!standing.has(proofOf(principal))) end(socket);
    }
  };
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    check()
      .catch((error: unknown) =>
        log.warn('Those who hold open sockets could not be checked', { error }),
      )
      .finally(() => (running = false));
  }, EVERY_MS);
  return () => clearInterval(timer);
}

function end(socket: WebSocket): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.close(FORBIDDEN, 'Forbidden');
  const late = setTimeout(() => socket.terminate(), PATIENCE_MS);
  socket.once('close', () => clearTimeout(late));
}

function proofOf(principal: Principal): string {
  return principal.kind === 'session' ? principal.sessionId : principal.tokenId;
}

function proofsOf(
  open: readonly (readonly [WebSocket, Principal])[],
  kind: Principal['kind'],
): readonly string[] {
  const ofKind = open.filter(([, principal]) => principal.kind === kind);
  return [...new Set(ofKind.map(([, principal]) => proofOf(principal)))];
}
