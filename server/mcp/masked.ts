import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { inOurWords } from './envelope.ts';
import { Refused } from './refused.ts';
import type { McpDeps } from './tool.ts';

/**
 * The error for a request whose answer has no place for a refusal. The SDK would send any error's own words,
 * so an unforeseen error is masked first.
 */
export function masked({ errors }: McpDeps, error: unknown): McpError {
  if (error instanceof McpError) return error;
  if (error instanceof Refused) {
    return new McpError(ErrorCode.InvalidRequest, inOurWords(error).message, { code: error.code });
  }
  const { message, extensions } = errors.of(error);
  return new McpError(ErrorCode.InternalError, message, extensions);
}
