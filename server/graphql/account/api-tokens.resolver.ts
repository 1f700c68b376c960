import 'reflect-metadata';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Mandate } from '../../domain/account/mandate.ts';
import type { Scope } from '../../domain/account/user.ts';
import { badInput } from '../../domain/refusal.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ApiTokens } from '../../ports/desk.ts';
import type { CreateApiToken } from '../../usecases/accounts/create-api-token.ts';
import type { RevokeApiToken } from '../../usecases/accounts/revoke-api-token.ts';
import type { SetMandate } from '../../usecases/accounts/set-mandate.ts';
import { mandateNow } from '../../usecases/steps/mandate-gate.ts';
import { actorOf, sessionOf, userOf, type RequestContext } from '../request/context.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import {
  ApiTokenType,
  CreatedApiTokenType,
  MandateInput,
  MandateType,
  ScopeEnum,
} from './api-token.types.ts';

export interface ApiTokenDeps {
  readonly apiTokens: ApiTokens;
  readonly createApiToken: CreateApiToken;
  readonly revokeApiToken: RevokeApiToken;
  readonly setMandate: SetMandate;
  readonly clock: Clock;
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
    @Arg('mandate', () => MandateInput, {
      nullable: true,
      description: 'Its bounds within its scopes; left out: none.',
    })
    mandate: MandateInput | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<CreatedApiTokenType> {
    const bounds = mandate ? boundsOf(mandate) : null;
    const wanted = { name, scopes, expiresAt: expiresAt ?? null, mandate: bounds };
    return this.deps.createApiToken.execute(sessionOf(context).user, wanted);
  }

  @Query(() => MandateType, {
    nullable: true,
    description:
      'The bounds of the API token that asks; null when it has none, or when a session asks.',
  })
  mandate(@Ctx() context: RequestContext): Promise<MandateType | null> {
    const { apiTokens: mandates, clock } = this.deps;
    return mandateNow({ mandates, clock }, actorOf(context));
  }

  @Mutation(() => ApiTokenType, {
    description:
      'Changes the bounds of one of the caller’s API tokens; they apply to each of its later requests, over sockets too. Needs a session.',
  })
  setApiTokenMandate(
    @Arg('id', () => ID, { description: 'Id of the API token.' }) id: string,
    @Arg('mandate', () => MandateInput, {
      nullable: true,
      description: 'The whole mandate; null removes it. It cannot be left out.',
    })
    mandate: MandateInput | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ApiTokenType> {
    if (mandate === undefined) throw badInput('mandate', 'Give the mandate, or null to remove it.');
    const { user } = sessionOf(context);
    return this.deps.setMandate.execute(user, id, mandate && boundsOf(mandate));
  }

  @Mutation(() => Boolean, {
    description: 'Ends one of the caller’s API tokens; true once it has ended. Needs a session.',
  })
  async revokeApiToken(
    @Arg('id', () => ID, { description: 'Id of the API token.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    await this.deps.revokeApiToken.execute(sessionOf(context).user, id);
    return true;
  }
}

function boundsOf({ symbols, maxOrderCost, maxExposure, maxTradesPerDay }: MandateInput): Mandate {
  return {
    ...{ symbols: symbols ?? null, maxTradesPerDay: maxTradesPerDay ?? null },
    ...{ maxOrderCost: maxOrderCost ?? null, maxExposure: maxExposure ?? null },
  };
}
