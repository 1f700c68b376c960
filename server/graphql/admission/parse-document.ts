import {
  GraphQLError,
  Lexer,
  parse,
  Source,
  TokenKind,
  type DocumentNode,
  type TokenKind as Kind,
} from 'graphql';
import { MOST_NESTED, tooComplex } from './document-limits.ts';
import { OperationRefused } from './refused.ts';

const MOST_TOKENS = 5_000;
const OPENING: ReadonlySet<Kind> = new Set([
  TokenKind.BRACE_L,
  TokenKind.BRACKET_L,
  TokenKind.PAREN_L,
]);
const CLOSING: ReadonlySet<Kind> = new Set([
  TokenKind.BRACE_R,
  TokenKind.BRACKET_R,
  TokenKind.PAREN_R,
]);

/** @throws {OperationRefused} GRAPHQL_PARSE_FAILED, QUERY_TOO_COMPLEX */
export function parseDocument(text: string): DocumentNode {
  try {
    const source = new Source(text);
    checkTokens(source);
    return parse(source);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, source, positions } = error;
    const extensions = { code: 'GRAPHQL_PARSE_FAILED' };
    throw new OperationRefused([new GraphQLError(message, { source, positions, extensions })]);
  }
}

/**
 * Checks the tokens one by one. The parser and every visitor of its tree recurse with each bracket, so nested
 * brackets would exhaust the stack long before there are too many tokens.
 */
function checkTokens(source: Source): void {
  const lexer = new Lexer(source);
  let tokens = 0;
  let nested = 0;
  while (lexer.advance().kind !== TokenKind.EOF) {
    const { kind } = lexer.token;
    tokens += 1;
    if (OPENING.has(kind)) nested += 1;
    else if (CLOSING.has(kind)) nested -= 1;
    if (tokens > MOST_TOKENS) throw tooComplex(`at most ${MOST_TOKENS} tokens`);
    if (nested > MOST_NESTED) throw tooComplex(`at most ${MOST_NESTED} brackets in one another`);
  }
}
