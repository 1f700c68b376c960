import { z } from 'zod';
import { TradierFailure } from './tradier-failure.ts';
import { asList } from './tradier-envelope.ts';
import { parseJson } from '../wire/parse-json.ts';

const faultReply = z.object({
  fault: z.object({
    faultstring: z.string().default('Fault'),
    detail: z.object({ errorcode: z.string() }).partial().nullish(),
  }),
});

const errorsReply = z.object({
  errors: z.object({ error: z.preprocess(asList, z.array(z.coerce.string()).min(1)) }),
  order: z.object({ id: z.unknown() }).nullish(),
});

const QUOTA = /^\s*quota violation/i;
const NO_SUCH_ACCOUNT = /^unauthorized account/i;
const WRONG_ENVIRONMENT = /no apiproduct match/i;
/** The only statuses whose plain text comes from the validator. Valid calls now and then get a 404. */
const REFUSALS = new Set([400, 403, 422]);
/** The order system failed while it had the order, so the order may exist. */
const FAILED_INSIDE = /^OmsInternalError/;

/**
 * Parses the JSON of an answer.
 *
 * Tradier reports errors in many styles: plain text (400, 401), a JSON fault of its gateway, errors under
 * status 200, `Quota Violation … <epoch ms>`, and HTML.
 * @throws {TradierFailure} for each of them.
 */
export function readAnswer(status: number, text: string): unknown {
  const json = parseJson(text);
  if (json === undefined) throw ofText(status, text.trim());

  const fault = faultReply.safeParse(json);
  if (fault.success) throw ofFault(status, fault.data.fault);

  const refused = errorsReply.safeParse(json);
  if (refused.success && !refused.data.order) throw ofErrors(status, refused.data.errors.error);

  if (status >= 200 && status < 300) return json;
  throw ofText(status, text.trim());
}

function ofText(status: number, text: string): TradierFailure {
  if (QUOTA.test(text) || status === 429) return overQuota(status, text);
  if (text.startsWith('<')) return new TradierFailure('UNREACHABLE', `HTML, ${status}`, status);
  const words = text.slice(0, 300) || `Empty answer, ${status}`;
  if (WRONG_ENVIRONMENT.test(text)) return new TradierFailure('UNAUTHORIZED', words, status);
  if (status === 401) {
    const kind = NO_SUCH_ACCOUNT.test(text) ? 'UNKNOWN_ORDER' : 'UNAUTHORIZED';
    return new TradierFailure(kind, words, status);
  }
  return new TradierFailure(REFUSALS.has(status) ? 'REFUSED' : 'UNREACHABLE', words, status);
}

function overQuota(status: number, text: string): TradierFailure {
  const resetAt = /(\d{13})\D*$/.exec(text)?.[1];
  return new TradierFailure(
    'OVER_QUOTA',
    text.slice(0, 300) || 'Quota Violation',
    status,
    resetAt === undefined ? null : Number(resetAt),
  );
}

function ofFault(status: number, fault: z.infer<typeof faultReply>['fault']): TradierFailure {
  const code = fault.detail?.errorcode ?? '';
  if (/quota|ratelimit/i.test(code)) return overQuota(status, fault.faultstring);
  const ours = code.startsWith('keymanagement') || status === 401 || status === 403;
  return new TradierFailure(ours ? 'UNAUTHORIZED' : 'UNREACHABLE', fault.faultstring, status);
}

function ofErrors(status: number, errors: string[]): TradierFailure {
  const accident = status >= 500 || errors.some((error) => FAILED_INSIDE.test(error));
  const kind = accident ? 'UNREACHABLE' : 'REFUSED';
  return new TradierFailure(kind, errors.join('; '), status);
}
