import 'reflect-metadata';
import { Float, ObjectType } from 'type-graphql';
import type { ProtectionDetail } from '../../domain/exits/protection-detail.ts';
import type { ProtectionCause } from '../../domain/exits/why-unprotected.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { ProtectionCauseEnum } from '../enums/trade-enums.ts';

@ObjectType('ProtectionDetail', {
  simpleResolvers: true,
  description: 'The state of a position whose stop does not work at the venue.',
})
export class ProtectionDetailType implements ProtectionDetail {
  @Given(() => ProtectionCauseEnum, 'Why it does not work there.') cause!: ProtectionCause;
  @Given(
    () => DateTimeScalar,
    'Since when: by the venue’s clock if the venue reports when the stop ended, else when the desk learned it.',
  )
  since!: Date;
  @Maybe(
    () => Float,
    'Seconds between two looks of the desk’s own watch, which sends the exit when a trusted price reaches it; null: nothing watches it.',
  )
  watchedEverySeconds!: number | null;
  @Maybe(
    () => Float,
    'Seconds since the price that the watch uses was true; null when there is none.',
  )
  dataAgeSeconds!: number | null;
  @Given(
    () => Float,
    'Seconds by which the venue’s prices lag on purpose; dataAgeSeconds is never less.',
  )
  dataDelaySeconds!: number;
  @Given(() => String, 'Why, in a sentence, with the venue’s own words when it refused.')
  words!: string;
}
