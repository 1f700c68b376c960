import 'reflect-metadata';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DataSetStore } from '../../ports/data-sets.ts';
import type { DeleteDataSet } from '../../usecases/strategies/delete-data-set.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { DataSeriesType, DataSetType } from './data-set.types.ts';

export interface DataSetsDeps {
  readonly dataSets: Pick<DataSetStore, 'of' | 'series'>;
  readonly removeSet: DeleteDataSet;
}

@Resolver(() => DataSetType)
export class DataSetsResolver {
  constructor(private readonly deps: DataSetsDeps) {}

  @Query(() => [DataSetType], {
    description: 'What the caller has imported, newest first; POST /data/NAME imports.',
  })
  dataSets(@Ctx() context: RequestContext): Promise<readonly DataSetType[]> {
    return this.deps.dataSets.of(actorOf(context).username);
  }

  @FieldResolver(() => [DataSeriesType], { description: 'What it holds, by symbol.' })
  series(
    @Root() { id }: DataSetType,
    @Ctx() context: RequestContext,
  ): Promise<readonly DataSeriesType[]> {
    return this.deps.dataSets.series({ id, username: actorOf(context).username });
  }

  @Mutation(() => Boolean, {
    description:
      'Deletes a data set; true once it is gone. Results of backtests on it stay; those that wait fail.',
  })
  async deleteDataSet(
    @Arg('id', () => ID, { description: 'Id of the data set.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    await this.deps.removeSet.execute(actorOf(context), id);
    return true;
  }
}
