import type { Scope, User } from '../../domain/account/user.ts';

/** The caller, authenticated by a session or an API token. */
export type Principal =
  | { readonly kind: 'session'; readonly user: User; readonly sessionId: string }
  | {
      readonly kind: 'token';
      readonly user: User;
      readonly tokenId: string;
      readonly scopes: readonly Scope[];
    };
