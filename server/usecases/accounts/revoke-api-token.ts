import type { User } from '../../domain/account/user.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ApiTokens } from '../../ports/desk.ts';
import { tellMandate, type ToldBooks } from './tell-mandate.ts';

/** Ends one of a user's API tokens; its sockets close soon after. The log records the end of a token that may trade. */
export class RevokeApiToken {
  constructor(
    private readonly apiTokens: ApiTokens,
    private readonly books: ToldBooks,
    private readonly clock: Clock,
  ) {}

  /** @throws {Refusal} NOT_FOUND, also for another user's token. */
  async execute(user: User, id: string): Promise<void> {
    const token = (await this.apiTokens.of(user.id)).find((each) => each.id === id);
    if (!token || !(await this.apiTokens.revoke(user.id, id)))
      throw new Refusal('NOT_FOUND', 'There is no such API token');
    const mayTrade = token.scopes.some((scope) => scope.startsWith('TRADE_'));
    const told = { type: 'API_TOKEN_REVOKED', what: 'was revoked' } as const;
    if (mayTrade) await tellMandate(this.books, user, token, told, this.clock.now());
  }
}
