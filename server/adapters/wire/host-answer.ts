import { z } from 'zod';
import { HostFailure, type HostFailureKind } from './host-failure.ts';
import type { MinuteNotice } from './sliding-minute.ts';
import { parseJson } from './parse-json.ts';

const LONGEST_WORDS = 200;
/** How long a host refuses when it does not say until when. */
const UNSAID_MS = 10_000;
const LEAST_MS = 1_000;

const KINDS: Readonly<Record<number, HostFailureKind>> = {
  401: 'UNAUTHORIZED',
  403: 'DENIED',
  404: 'NOT_FOUND',
  429: 'OVER_QUOTA',
};

/** The fields with a gateway's message. Gateways differ in them, and change them. */
const words = z.object({
  message: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  errorMessage: z.string().optional().catch(undefined),
  errorCode: z.string().nullable().catch(null),
});

/** The JSON of a good answer. @throws {HostFailure} for every other answer. */
export function readHostAnswer(status: number, text: string): unknown {
  const json = parseJson(text);
  if (status >= 200 && status < 300) {
    if (json !== undefined) return json;
    throw new HostFailure('UNREADABLE', `${status} with ${htmlOr(text) || 'an empty answer'}`);
  }
  const said = words.safeParse(json);
  const { message, error, errorMessage, errorCode = null } = said.data ?? {};
  const spoken = (message ?? error ?? errorMessage ?? htmlOr(text)) || 'an empty answer';
  const kind = KINDS[status] ?? kindOf(status, said.success);
  throw new HostFailure(kind, `${status} ${spoken.slice(0, LONGEST_WORDS)}`, errorCode);
}

/** Reads `x-ratelimit-current` and `-remaining`, which may be below zero: their sum is the allowance. */
export function noticeIn(headers: Headers): MinuteNotice | null {
  const [used, left] = ['current', 'remaining'].map((name) =>
    Number(headers.get(`x-ratelimit-${name}`) ?? Number.NaN),
  );
  if (!Number.isInteger(used) || !Number.isInteger(left)) return null;
  const allowed = Number(used) + Number(left);
  return allowed > 0 ? { allowed, used: Number(used) } : null;
}

/** How long a 429 lasts. `x-ratelimit-reset` is in Unix seconds, by the host's own clock. */
export function refusedForMs(headers: Headers, now: number, unsaidMs = UNSAID_MS): number {
  const date = Date.parse(headers.get('date') ?? '');
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
  const after = Number(headers.get('retry-after') ?? Number.NaN);
  const left = Number.isNaN(reset)
    ? after * 1_000
    : reset * 1_000 - (Number.isNaN(date) ? now : date);
  return Number.isNaN(left) ? unsaidMs : Math.max(left, LEAST_MS);
}

function kindOf(status: number, spoken: boolean): HostFailureKind {
  if (status === 500 && spoken) return 'BROKEN';
  return status >= 400 && status < 500 ? 'REFUSED' : 'UNREACHABLE';
}

function htmlOr(text: string): string {
  const plain = text.trim();
  return plain.startsWith('<') ? 'a page' : plain;
}
