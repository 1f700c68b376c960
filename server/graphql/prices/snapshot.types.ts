import 'reflect-metadata';
import { ID, ObjectType } from 'type-graphql';
import type { SnapshotKind } from '../../domain/market/mark.ts';
import { Given } from '../enums/described.ts';
import { connectionOf } from '../paging/connection.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { SnapshotKindEnum } from '../enums/trade-enums.ts';
import { PricedPosition } from './mark.types.ts';

@ObjectType('Snapshot', {
  simpleResolvers: true,
  description: 'A mark kept for history, with its age when it was taken.',
})
export class SnapshotType extends PricedPosition {
  @Given(() => ID, 'Id of the snapshot.') id!: string;
  @Given(() => SnapshotKindEnum, 'Why it was taken.') kind!: SnapshotKind;
  @Given(() => DateTimeScalar, 'When it was taken.') takenAt!: Date;
}

export const SnapshotConnection = connectionOf('Snapshot', SnapshotType);
