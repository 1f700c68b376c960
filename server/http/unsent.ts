import type { GraphQLError } from 'graphql';

const CODES: ReadonlySet<unknown> = new Set([
  ...['ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END', 'EPIPE', 'ECONNRESET'],
]);

/** Whether a message of a subscription could not be sent because its socket had ended: no client can receive it. */
export function isUnsent(errors: readonly GraphQLError[]): boolean {
  return errors.some(({ originalError }) => {
    const { code } = (originalError ?? {}) as { readonly code?: unknown };
    return CODES.has(code);
  });
}
