import 'reflect-metadata';
import { Ctx, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { MandateUse } from '../../domain/account/mandate-checks.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { Clock } from '../../ports/clock.ts';
import { mandateUseOf } from '../../usecases/steps/entry-bounds.ts';
import type { Books } from '../books/books.ts';
import { Given } from '../enums/described.ts';
import { TradingModeEnum } from '../enums/trade-enums.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { ApiTokenType } from './api-token.types.ts';

@ObjectType('MandateUse', {
  simpleResolvers: true,
  description: 'How much of its mandate an API token has used in one book.',
})
export class MandateUseType implements MandateUse {
  @Given(() => TradingModeEnum, 'The book.') mode!: TradingMode;
  @Given(
    () => DecimalScalar,
    'Dollars that its waiting and open trades tie up now; maxExposure bounds them.',
  )
  exposure!: Decimal;
  @Given(() => Int, 'Entries that it has placed on this exchange day; maxTradesPerDay bounds them.')
  placedToday!: number;
}

/** What of its mandate a token has used. */
@Resolver(() => ApiTokenType)
export class MandateUseResolver {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => [MandateUseType], {
    description: 'How much of its mandate it has used, in each book; empty without a mandate.',
  })
  mandateUse(
    @Root() { id, mandate }: ApiTokenType,
    @Ctx() context: RequestContext,
  ): Promise<readonly MandateUseType[]> {
    const actor = actorOf(context);
    const now = this.clock.now();
    return Promise.all(
      (mandate ? this.books.kept() : []).map(async (desk) => {
        const use = await desk.view(actor, (reader) => mandateUseOf(reader, id, now));
        return { mode: desk.mode, ...use };
      }),
    );
  }
}
