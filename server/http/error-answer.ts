import type { ErrorRequestHandler, Request, Response } from 'express';
import type { GraphQLFormattedError } from 'graphql';
import type { WireErrors } from '../graphql/errors.ts';

const GRAPHQL_JSON = 'application/graphql-response+json';
/** A malformed document gets 400 whatever the client accepts, as GraphQL over HTTP requires. */
const MALFORMED = new Set<unknown>([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'QUERY_TOO_COMPLEX',
]);
const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403 };

/**
 * Answers an operation that was not run. A client of the older media type gets 200 with errors, since some
 * read nothing else; a client of the newer one gets the fitting status.
 */
export function answerErrors(
  request: Request,
  response: Response,
  errors: readonly GraphQLFormattedError[],
  status?: number,
): void {
  const modern = request.get('accept')?.includes(GRAPHQL_JSON) ?? false;
  const code = String(errors[0]?.extensions?.code);
  const fitting = MALFORMED.has(code) ? 400 : modern ? (STATUS[code] ?? 400) : 200;
  response
    .status(status ?? fitting)
    .type(modern ? GRAPHQL_JSON : 'application/json')
    .send(JSON.stringify({ errors }));
}

/** Answers what no handler did: bodies that are too large or not JSON, and unforeseen errors. */
export function unforeseen(errors: WireErrors): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const { status, type } = error as { readonly status?: unknown; readonly type?: unknown };
    if (typeof status !== 'number' || status >= 500) {
      return answerErrors(request, response, [errors.internal(error)], 500);
    }
    const message = type === 'entity.too.large' ? 'A body has at most 256 KB' : 'Not readable';
    answerErrors(request, response, [{ message, extensions: { code: 'BAD_REQUEST' } }], status);
  };
}
