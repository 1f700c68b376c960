import { atVenue } from './waiting.ts';
import { HostFailure } from './host-failure.ts';

export interface Posted {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly timeoutMs: number;
}

export interface PostAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Sends JSON once, whatever the outcome.
 * @throws {HostFailure} LATE or UNREACHABLE: it may have arrived. The message names neither the address nor
 * the body: either may hold a key.
 */
export async function postJson({ url, headers, body, timeoutMs }: Posted): Promise<PostAnswer> {
  try {
    return await atVenue(async () => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'TimeoutError') throw new HostFailure('LATE', 'no answer in time');
    throw new HostFailure('UNREACHABLE', 'cannot be reached');
  }
}
