import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Principal } from '../../server/graphql/books/principal.ts';
import {
  groupKey,
  sharedContext,
  type AskedStream,
} from '../../server/graphql/fanout/group-key.ts';
import type { RequestContext } from '../../server/graphql/request/context.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

const USER = {
  ...{ id: 'u1', username: 'ada', role: 'USER', demo: false, createdAt: NOON, passwordHash: 'x' },
} as Principal['user'];
const SESSION: Principal = { kind: 'session', user: USER, sessionId: 's1' };
const QUERY = `subscription A($after: String, $n: Int) {
  tradesChanged(mode: PAPER, after: $after) { trades { id snapshots(first: $n) { totalCount } } }
}`;

function contextOf(principal: Principal, address = '127.0.0.1'): RequestContext {
  return { principal, address, device: 'curl', cookie: null } as unknown as RequestContext;
}

function keyOf(asked: Partial<AskedStream> = {}, principal: Principal = SESSION): string {
  const whole = { query: QUERY, variables: { after: 'one', n: 1 }, ...asked };
  const document = parse(whole.query);
  const operation = getOperationAST(document, whole.operationName)!;
  return groupKey(contextOf(principal), whole, document, operation);
}

const token = (scopes: ('READ' | 'TRADE_PAPER')[]): Principal => ({
  ...{ kind: 'token', user: USER, tokenId: 't1', scopes },
});

describe('the group of a subscription', () => {
  it('is that of another session of the user, from another cursor', () => {
    expect(keyOf({ variables: { n: 1, after: 'two' } }, { ...SESSION, sessionId: 's2' })).toBe(
      keyOf(),
    );
    expect(keyOf({ variables: { n: 1 } })).toBe(keyOf());
    expect(keyOf({}, token(['READ', 'TRADE_PAPER']))).toBe(
      keyOf({}, { ...token(['TRADE_PAPER', 'READ']) }),
    );
  });

  it.each<[string, string]>([
    ['another user', keyOf({}, { ...SESSION, user: { ...USER, username: 'bob' } })],
    ['another role', keyOf({}, { ...SESSION, user: { ...USER, role: 'ADMIN' } })],
    ['a token', keyOf({}, token(['READ']))],
    ['another document', keyOf({ query: QUERY.replace('id', 'symbol') })],
    ['another operation', keyOf({ operationName: 'A' })],
    ['another variable', keyOf({ variables: { after: 'one', n: 2 } })],
  ])('is not that of %s', (_, other) => {
    expect(other).not.toBe(keyOf());
  });

  it('differs by scopes', () => {
    expect(keyOf({}, token(['READ']))).not.toBe(keyOf({}, token(['TRADE_PAPER'])));
  });

  it('keeps the cursor apart where the document uses it for something else', () => {
    const query = `subscription ($after: String) {
      tradesChanged(mode: PAPER, after: $after) { trades { events(after: $after) { totalCount } } }
    }`;
    const from = (after: string) => keyOf({ query, variables: { after } });
    expect(from('one')).not.toBe(from('two'));
  });

  it('holds all that its resolvers learn of their caller', () => {
    const { principal, address, device, cookie } = sharedContext(contextOf(SESSION));
    expect({ principal, address, device, cookie }).toEqual({
      ...{ principal: { ...SESSION, sessionId: '' }, address: '', device: null, cookie: null },
    });
    expect(sharedContext(contextOf(token(['READ']))).principal).toEqual({
      ...token(['READ']),
      tokenId: '',
    });
  });
});
