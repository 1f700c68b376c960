import type { Scope, User } from '../../domain/account/user.ts';

/** Who asks, as proved by a session or by an API token. */
export type Principal =
  | { readonly kind: 'session'; readonly user: User; readonly sessionId: string }
  | {
      readonly kind: 'token';
      readonly user: User;
      readonly tokenId: string;
      readonly scopes: readonly Scope[];
    };
