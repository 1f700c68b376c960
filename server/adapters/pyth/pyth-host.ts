import { JsonHost, type JsonHostOptions } from '../wire/json-host.ts';

/** Hermes serves 30 requests in ten seconds and states no count; a round sends one request. */
const A_MINUTE = 60;
/** Hermes refuses a client that asks for more for a minute, and does not say so. */
const HELD_MS = 60_000;
/** A round does not wait for a voice that it can do without. */
const TIMEOUT_MS = 1_500;

type Options = Pick<
  JsonHostOptions,
  'baseUrl' | 'secret' | 'clock' | 'log' | 'pulse' | 'timeoutMs' | 'time'
>;

/** Hermes, which serves Pyth's prices. The public one needs a key since August 2026; your own does not. */
export function pythHost(options: Options): JsonHost {
  const { secret } = options;
  return new JsonHost({
    timeoutMs: TIMEOUT_MS,
    ...options,
    name: 'Pyth',
    headers: secret === null ? {} : { authorization: `Bearer ${secret}` },
    allowance: A_MINUTE,
    holdMs: HELD_MS,
  });
}
