import type { IncomingMessage } from 'node:http';
import { type OurPlaces } from './our-places.ts';
import { isLoopback } from '../config/loopback.ts';

/** The caller's network address; behind a proxy on this machine, the address that the proxy saw. */
export function addressOf(request: IncomingMessage): string {
  const direct = (request.socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '');
  const seen = header(request, 'x-forwarded-for')?.split(',').at(-1)?.trim();
  return isLoopback(direct) && seen ? seen : direct;
}

/** The caller's user agent. */
export function deviceOf(request: IncomingMessage): string | null {
  return header(request, 'user-agent') ?? null;
}

/** Whether one of our pages sent the request. Browsers set these headers themselves; pages cannot. */
export function isFromOurPage(request: IncomingMessage, places: OurPlaces): boolean {
  const origin = header(request, 'origin');
  if (origin !== undefined) return places.isOrigin(origin);
  return header(request, 'sec-fetch-site') === 'same-origin';
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}
