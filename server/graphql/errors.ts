import type { GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { Refusal } from '../domain/refusal.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import { currentView } from './conflict-current.ts';

/** Codes that our own gate, the transport or graphql itself may give. */
const PLAIN_CODES: ReadonlySet<unknown> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'QUERY_TOO_COMPLEX',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
]);

/** Turns any error into what the caller may see; everything else goes to the log. */
export class WireErrors {
  constructor(
    private readonly ids: Ids,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly schema: GraphQLSchema,
  ) {}

  format(error: GraphQLError): GraphQLFormattedError {
    const { message, locations, path } = error;
    const where = { ...(locations && { locations }), ...(path && { path }) };
    const cause = causeOf(error);
    if (cause instanceof Refusal) {
      return { message: cause.message, ...where, extensions: this.#extensionsOf(cause) };
    }
    const { code, field } = error.extensions;
    if (cause === error && PLAIN_CODES.has(code)) {
      return { message, ...where, extensions: field === undefined ? { code } : { code, field } };
    }
    if (cause === error && code !== undefined && code !== 'INTERNAL_SERVER_ERROR') {
      return { message, ...where, extensions: { code: 'BAD_REQUEST' } };
    }
    return { ...this.internal(cause), ...where };
  }

  /** Formats an error outside any document: a refusal keeps its own words, any other error is masked. */
  of(error: unknown): GraphQLFormattedError {
    if (!(error instanceof Refusal)) return this.internal(error);
    return { message: error.message, extensions: this.#extensionsOf(error) };
  }

  /** Masks an unforeseen error; the id finds it in the log. */
  internal(error: unknown): GraphQLFormattedError {
    const id = this.ids.next();
    this.log.error('An unexpected error was masked', { id, error });
    return { message: 'Something went wrong on the server', extensions: { code: 'INTERNAL', id } };
  }

  #extensionsOf({ code, detail }: Refusal): Record<string, unknown> {
    const { current, ...rest } = detail;
    return current === undefined
      ? { code, ...rest }
      : { code, ...rest, current: currentView(current, this.schema, this.clock.now()) };
  }
}

/** The error thrown first, under any number of wrappers. */
function causeOf(error: Error & { readonly originalError?: Error | null | undefined }): Error {
  return error.originalError ? causeOf(error.originalError) : error;
}
