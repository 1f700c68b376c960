import { z } from 'zod';

/** Reply of `POST /accounts/events/session`. The id may be used to connect for five minutes. */
export const sessionReply = z.object({ stream: z.object({ sessionid: z.string().min(1) }) });

/** A heartbeat once a minute. Order events carry no symbol, side or size, so only the account is read. */
export const streamEvent = z.object({
  event: z.string().min(1),
  account: z.string().nullish().catch(null),
});

/**
 * The address of the account events. The session's own address is sometimes the HTTP one, so it is not used.
 * A host other than Tradier's serves the events next to its REST API.
 */
export function accountStreamUrl(baseUrl: string): string {
  const url = new URL(`${baseUrl}/accounts/events`);
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
  if (url.hostname === 'sandbox.tradier.com') url.hostname = 'sandbox-ws.tradier.com';
  if (url.hostname === 'api.tradier.com') url.hostname = 'ws.tradier.com';
  return url.href;
}
