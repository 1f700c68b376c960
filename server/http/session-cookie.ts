import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SessionCookie } from '../graphql/context.ts';

const NAME = 'twinbook_session';

export function tokenInCookie(request: IncomingMessage): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME && value) return value;
  }
  return null;
}

/** Out of reach for scripts and for other sites; over TLS only where browsers reach us by https. */
export function sessionCookie(response: ServerResponse, secure: boolean): SessionCookie {
  const write = (value: string, expires: Date) => {
    const parts = [`${NAME}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Strict'];
    parts.push(`Expires=${expires.toUTCString()}`, ...(secure ? ['Secure'] : []));
    response.appendHeader('Set-Cookie', parts.join('; '));
  };
  return {
    set: (token, expiresAt) => write(token, expiresAt),
    clear: () => write('', new Date(0)),
  };
}
