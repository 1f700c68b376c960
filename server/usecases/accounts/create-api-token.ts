import { checkedMandate, type Mandate } from '../../domain/account/mandate.ts';
import { type ApiToken, type Scope, type User } from '../../domain/account/user.ts';
import { API_TOKEN_PREFIX, type SessionTokens } from '../../ports/session-tokens.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ApiTokens } from '../../ports/desk.ts';
import type { Ids } from '../../ports/ids.ts';
import { tellMandate, type ToldBooks } from './tell-mandate.ts';

const LONGEST_NAME = 100;
const SCOPES: readonly Scope[] = ['READ', 'TRADE_PAPER', 'TRADE_REAL', 'ADMIN'];

export interface NewApiToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
  /** Null: its scopes alone bound it. */
  readonly mandate: Mandate | null;
}

export interface CreatedApiToken extends ApiToken {
  /** Shown once; only its hash is stored. */
  readonly token: string;
}

/** Creates a key with which a program acts for a user, within its scopes. */
export class CreateApiToken {
  constructor(
    private readonly apiTokens: ApiTokens,
    private readonly tokens: SessionTokens,
    private readonly books: ToldBooks,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws {Refusal} BAD_USER_INPUT; FORBIDDEN when a user without ADMIN asks for that scope. */
  async execute(user: User, wanted: NewApiToken): Promise<CreatedApiToken> {
    const now = this.clock.now();
    const name = wanted.name.trim();
    if (name === '' || [...name].length > LONGEST_NAME) {
      throw badInput('name', `A name has 1 to ${LONGEST_NAME} characters`);
    }
    if (wanted.scopes.length === 0) throw badInput('scopes', 'Without a scope it may do nothing');
    if (wanted.scopes.includes('ADMIN') && user.role !== 'ADMIN') {
      throw new Refusal('FORBIDDEN', 'Only an ADMIN may give the scope ADMIN');
    }
    if (wanted.expiresAt && wanted.expiresAt <= now) {
      throw badInput('expiresAt', 'The expiry lies in the past');
    }
    const mandate = wanted.mandate && checkedMandate(wanted.mandate);
    const token = API_TOKEN_PREFIX + this.tokens.next();
    const created: ApiToken = {
      id: this.ids.next(),
      userId: user.id,
      name,
      scopes: SCOPES.filter((scope) => wanted.scopes.includes(scope)),
      createdAt: now,
      lastUsedAt: null,
      expiresAt: wanted.expiresAt,
      mandate,
    };
    await this.apiTokens.add(created, this.tokens.hashOf(token));
    const told = { type: 'MANDATE_GIVEN', what: 'was made with a mandate' } as const;
    if (mandate) await tellMandate(this.books, user, created, told, now);
    return { ...created, token };
  }
}
