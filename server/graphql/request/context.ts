import type { User } from '../../domain/account/user.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor, Prepared } from '../../ports/trading-system.ts';
import type { Loaders } from './loaders.ts';
import type { Principal } from '../books/principal.ts';
import type { Streams } from '../streams/streams.ts';

/** The cookie of a request from one of our pages. */
export interface SessionCookie {
  set(token: string, expiresAt: Date): void;
  clear(): void;
}

/** What resolvers know about their request, or about their operation on a socket. */
export interface RequestContext {
  readonly principal: Principal | null;
  /** MCP for an assistant; left out for a page or a program. */
  readonly via?: 'MCP' | undefined;
  /** Set when the assistant's user has confirmed exactly this operation. */
  readonly prepared?: Prepared | undefined;
  /** Network address of the caller. */
  readonly address: string;
  /** The caller's user agent. */
  readonly device: string | null;
  /** Null unless the request comes from one of our pages. */
  readonly cookie: SessionCookie | null;
  /** Replaced before each message of a subscription: what one message read may be outdated for the next. */
  loaders: Loaders;
  readonly newLoaders: () => Loaders;
  /** The sources of subscriptions. */
  readonly streams: Streams;
}

type Caller = Pick<RequestContext, 'principal' | 'via' | 'prepared'>;

/** The caller. The gate lets no operation that needs one pass without. @throws {Refusal} UNAUTHENTICATED */
export function userOf({ principal }: Caller): User {
  if (principal) return principal.user;
  throw new Refusal('UNAUTHENTICATED', 'Sign in first');
}

export function actorOf(caller: Caller): Actor {
  const { username, role, demo } = userOf(caller);
  const { principal, via, prepared } = caller;
  const tokenId = principal?.kind === 'token' ? principal.tokenId : null;
  return {
    ...{ username, role, demo },
    ...(via && { via }),
    ...(prepared && { prepared }),
    ...(tokenId && { tokenId }),
  };
}

/** @throws {Refusal} FORBIDDEN for a caller with an API token. */
export function sessionOf(context: RequestContext): { user: User; sessionId: string } {
  const { principal } = context;
  if (principal?.kind === 'session') return principal;
  throw new Refusal('FORBIDDEN', 'This needs a session');
}

/** What type-graphql passes to the function that starts a subscription. */
export interface Listening<Args> {
  readonly args: Args;
  readonly context: RequestContext;
}
