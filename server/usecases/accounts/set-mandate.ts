import { checkedMandate, type Mandate } from '../../domain/account/mandate.ts';
import type { ApiToken, User } from '../../domain/account/user.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ApiTokens } from '../../ports/desk.ts';
import { tellMandate, type ToldBooks } from './tell-mandate.ts';

/** Changes what one of a user's API tokens may do. It binds whatever the token asks from then on. */
export class SetMandate {
  constructor(
    private readonly apiTokens: ApiTokens,
    private readonly books: ToldBooks,
    private readonly clock: Clock,
  ) {}

  /** Null removes it. @throws {Refusal} BAD_USER_INPUT; NOT_FOUND, also for another user's token. */
  async execute(user: User, id: string, typed: Mandate | null): Promise<ApiToken> {
    const mandate = typed && checkedMandate(typed);
    const token = await this.apiTokens.setMandate(user.id, id, mandate);
    if (!token) throw new Refusal('NOT_FOUND', 'There is no such API token');
    const told = mandate
      ? ({ type: 'MANDATE_CHANGED', what: 'has another mandate' } as const)
      : ({ type: 'MANDATE_REMOVED', what: 'has no mandate any more' } as const);
    await tellMandate(this.books, user, token, told, this.clock.now());
    return token;
  }
}
