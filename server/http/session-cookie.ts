import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SessionCookie } from '../graphql/request/context.ts';
import type { Clock } from '../ports/clock.ts';

const NAME = 'twinbook_session';

export function tokenInCookie(request: IncomingMessage): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME && value) return value;
  }
  return null;
}

/**
 * Out of reach for scripts and for other sites; over TLS only where browsers reach us by https. It lasts
 * a number of seconds and not until an instant: browsers go by a clock of their own, and the desk's may
 * be a test's, long past. It is the session that ends, on the desk's clock.
 */
export function sessionCookie(
  response: ServerResponse,
  { secure, clock }: { readonly secure: boolean; readonly clock: Clock },
): SessionCookie {
  const write = (value: string, seconds: number) => {
    const parts = [`${NAME}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Strict'];
    parts.push(`Max-Age=${seconds}`, ...(secure ? ['Secure'] : []));
    response.appendHeader('Set-Cookie', parts.join('; '));
  };
  return {
    set: (token, expiresAt) =>
      write(token, Math.ceil((expiresAt.getTime() - clock.now().getTime()) / 1000)),
    clear: () => write('', 0),
  };
}
