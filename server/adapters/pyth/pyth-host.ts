import { JsonHost, type JsonHostOptions } from '../wire/json-host.ts';

/** Hermes serves 30 requests in ten seconds, and sends no count; a round asks once. */
const A_MINUTE = 60;
/** Whoever asks for more is refused for a minute, without a word of it. */
const HELD_MS = 60_000;
/** A round does not wait for a voice that it does not need. */
const TIMEOUT_MS = 1_500;

type Options = Pick<
  JsonHostOptions,
  'baseUrl' | 'secret' | 'clock' | 'log' | 'pulse' | 'timeoutMs' | 'time'
>;

/** Hermes, which serves Pyth's prices; the public one wants a key since August 2026, one's own does not. */
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
