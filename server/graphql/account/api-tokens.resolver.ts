import 'reflect-metadata';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Scope } from '../../domain/account/user.ts';
import type { ApiTokens } from '../../ports/desk.ts';
import type { CreateApiToken } from '../../usecases/accounts/create-api-token.ts';
import type { RevokeApiToken } from '../../usecases/accounts/revoke-api-token.ts';
import { sessionOf, userOf, type RequestContext } from '../request/context.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { ApiTokenType, CreatedApiTokenType, ScopeEnum } from './api-token.types.ts';

export interface ApiTokenDeps {
  readonly apiTokens: ApiTokens;
  readonly createApiToken: CreateApiToken;
  readonly revokeApiToken: RevokeApiToken;
}

@Resolver()
export class ApiTokensResolver {
  constructor(private readonly deps: ApiTokenDeps) {}

  @Query(() => [ApiTokenType], {
    description: 'The caller’s API tokens that are not revoked, expired ones too, newest first.',
  })
  apiTokens(@Ctx() context: RequestContext): Promise<readonly ApiTokenType[]> {
    return this.deps.apiTokens.of(userOf(context).id);
  }

  @Mutation(() => CreatedApiTokenType, {
    description: 'Creates a key with which a program acts for the caller. Needs a session.',
  })
  createApiToken(
    @Arg('name', () => String, { description: 'What to call it, 1 to 100 characters.' })
    name: string,
    @Arg('scopes', () => [ScopeEnum], { description: 'What it may do, at least one.' })
    scopes: Scope[],
    @Arg('expiresAt', () => DateTimeScalar, {
      nullable: true,
      description: 'When it expires; left out: valid until it is revoked.',
    })
    expiresAt: Date | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<CreatedApiTokenType> {
    const wanted = { name, scopes, expiresAt: expiresAt ?? null };
    return this.deps.createApiToken.execute(sessionOf(context).user, wanted);
  }

  @Mutation(() => Boolean, {
    description: 'Ends one of the caller’s API tokens; true once it has ended. Needs a session.',
  })
  async revokeApiToken(
    @Arg('id', () => ID, { description: 'Id of the API token.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    await this.deps.revokeApiToken.execute(sessionOf(context).user.id, id);
    return true;
  }
}
