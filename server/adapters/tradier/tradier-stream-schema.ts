import { z } from 'zod';

/** `POST /accounts/events/session`. The id is good for five minutes, to connect with. */
export const sessionReply = z.object({ stream: z.object({ sessionid: z.string().min(1) }) });

/** A heartbeat once a minute; of an order no symbol, side or size, so nothing but its account is read. */
export const streamEvent = z.object({
  event: z.string().min(1),
  account: z.string().nullish().catch(null),
});

/**
 * Where account events are told. The session's own address is that of HTTP in places, so it is not used;
 * another host than Tradier's tells them beside its REST.
 */
export function accountStreamUrl(baseUrl: string): string {
  const url = new URL(`${baseUrl}/accounts/events`);
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
  if (url.hostname === 'sandbox.tradier.com') url.hostname = 'sandbox-ws.tradier.com';
  if (url.hostname === 'api.tradier.com') url.hostname = 'ws.tradier.com';
  return url.href;
}
