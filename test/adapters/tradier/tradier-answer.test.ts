import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../server/adapters/tradier/tradier-answer.ts';
import { TradierFailure } from '../../../server/adapters/tradier/tradier-failure.ts';
import { referenceFile } from '../../support/recorded/reference-file.ts';

function kindOf(status: number, body: string): string {
  try {
    readAnswer(status, body);
    return 'ANSWER';
  } catch (error) {
    return error instanceof TradierFailure ? error.kind : String(error);
  }
}

describe('an answer of Tradier', () => {
  it.each([
    ['JSON', 200, '{"order":{"id":1,"status":"ok"}}', 'ANSWER'],
    ['an order with warnings', 200, '{"errors":{"error":"x"},"order":{"id":1}}', 'ANSWER'],
    ['one error under 200', 200, '{"errors":{"error":"InitialMargin"}}', 'REFUSED'],
    [
      'a failure while it had the order',
      200,
      '{"errors":{"error":["OmsInternalError"]}}',
      'UNREACHABLE',
    ],
    [
      'errors of a broken server',
      500,
      '{"errors":{"error":"Internal Server Error"}}',
      'UNREACHABLE',
    ],
    ['the validator', 400, 'Invalid parameter, tag: contains invalid characters.', 'REFUSED'],
    ['an unknown order', 401, 'Unauthorized Account: VA00000001', 'UNKNOWN_ORDER'],
    ['another environment', 401, 'invalid api call as no apiproduct match found', 'UNAUTHORIZED'],
    [
      'an expired token',
      401,
      '{"fault":{"faultstring":"Access Token expired","detail":{"errorcode":"keymanagement.service.access_token_expired"}}}',
      'UNAUTHORIZED',
    ],
    ['a broken gateway', 500, '{"fault":{"faultstring":"Datastore Error"}}', 'UNREACHABLE'],
    ['maintenance under 200', 200, '<html><h1>Maintenance</h1></html>', 'UNREACHABLE'],
    ['maintenance under 400', 400, '<html><h1>Bad Request</h1></html>', 'UNREACHABLE'],
    ['a temporary 404', 404, '', 'UNREACHABLE'],
    ['nothing', 200, '', 'UNREACHABLE'],
    [
      'too many requests',
      429,
      'Quota Violation: over limit, retry after 1773154860001',
      'OVER_QUOTA',
    ],
  ])('%s', (_, status, body, kind) => {
    expect(kindOf(status, body)).toBe(kind);
  });

  it('says when the quota is available again', () => {
    try {
      readAnswer(429, 'Quota Violation: over limit, retry after 1773154860001');
    } catch (error) {
      expect(error).toMatchObject({ resetAt: 1773154860001 });
    }
    expect.assertions(1);
  });

  it('is understood as each one was recorded', (context) => {
    const text = referenceFile('fixtures/tradier/error-bodies.recorded.json');
    if (!text) return context.skip();
    const bodies = JSON.parse(text) as { http: number | string; body: string }[];
    for (const { http, body } of bodies) {
      const status = typeof http === 'number' ? http : 400;
      const kind = kindOf(status, body);
      expect(['REFUSED', 'UNAUTHORIZED', 'UNKNOWN_ORDER'], body).toContain(kind);
    }
    expect(bodies.length).toBeGreaterThan(5);
  });
});
