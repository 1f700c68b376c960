import 'reflect-metadata';
import { ID, Int, ObjectType } from 'type-graphql';
import type { CandleInterval } from '../../domain/market/candle.ts';
import { Given, Maybe } from '../enums/described.ts';
import { CandleIntervalEnum } from '../market/candle.types.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';

@ObjectType('DataSeries', {
  simpleResolvers: true,
  description: 'Bars or quotes of one symbol in a data set.',
})
export class DataSeriesType {
  @Given(() => String, 'OCC symbol, ticker or mint.') symbol!: string;
  @Given(() => String, 'bars or quotes.') kind!: string;
  @Maybe(() => CandleIntervalEnum, 'Interval of the bars; null for quotes.')
  interval!: CandleInterval | null;
  @Given(() => Int, 'How many.') rows!: number;
  @Given(() => DateTimeScalar, 'Time of the first row; for a bar, its start.') from!: Date;
  @Given(() => DateTimeScalar, 'Time of the last row; for a bar, its start.') to!: Date;
  @Given(
    () => Int,
    'Missing bars of regular hours between from and to; for tokens, of all hours. 0 for quotes.',
  )
  missing!: number;
}

@ObjectType('DataSet', {
  simpleResolvers: true,
  description: 'Bars and quotes that the user has imported.',
})
export class DataSetType {
  @Given(() => ID, 'Id of the data set.') id!: string;
  @Given(() => String, 'Its name, unique among the user’s.') name!: string;
  @Given(() => Int, 'Bars and quotes, all symbols together.') rows!: number;
  @Given(
    () => String,
    'SHA-256 of its content, in hexadecimal: the same content has the same hash.',
  )
  hash!: string;
  @Given(() => DateTimeScalar, 'When it was first imported.') createdAt!: Date;
}
