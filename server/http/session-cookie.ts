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
 * Sets the cookie: unreadable for scripts and other sites, Secure only when browsers reach us by https. Its
 * lifetime is in seconds, not until an instant: browsers use their own clock, and the desk's may be a test's, long
 * past. The session itself ends by the desk's clock.
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
