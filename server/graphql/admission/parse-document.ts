import { GraphQLError, parse, type DocumentNode } from 'graphql';
import { OperationRefused, refuse } from './refused.ts';

const MOST_TOKENS = 5_000;

/** @throws {OperationRefused} GRAPHQL_PARSE_FAILED, QUERY_TOO_COMPLEX */
export function parseDocument(source: string): DocumentNode {
  try {
    return parse(source, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (/contains more tha[nt] \d+ tokens/.test(error.message)) {
      throw refuse('QUERY_TOO_COMPLEX', `A document has at most ${MOST_TOKENS} tokens`);
    }
    const { message, source: text, positions } = error;
    const extensions = { code: 'GRAPHQL_PARSE_FAILED' };
    throw new OperationRefused([
      new GraphQLError(message, { source: text, positions, extensions }),
    ]);
  }
}
