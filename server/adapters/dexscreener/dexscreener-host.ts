import { JsonHost, type JsonHostOptions } from '../wire/json-host.ts';

/** DexScreener's limit for its routes with pairs. Its answers state no count. */
const A_MINUTE = 300;
/** Its firewall refuses clients that do not name themselves. */
const CLIENT = 'Mozilla/5.0 (compatible; Twinbook)';

type Options = Pick<JsonHostOptions, 'baseUrl' | 'clock' | 'log' | 'pulse' | 'timeoutMs' | 'time'>;

/** DexScreener has no keys, so the whole server shares one host. */
export function dexscreenerHost(options: Options): JsonHost {
  return new JsonHost({
    ...options,
    name: 'DexScreener',
    headers: { 'user-agent': CLIENT },
    secret: null,
    allowance: A_MINUTE,
  });
}
