import 'reflect-metadata';
import { Float, ObjectType } from 'type-graphql';
import type { ProtectionDetail } from '../../domain/exits/protection-detail.ts';
import type { ProtectionCause } from '../../domain/exits/why-unprotected.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { ProtectionCauseEnum } from '../enums/trade-enums.ts';

@ObjectType('ProtectionDetail', {
  simpleResolvers: true,
  description: 'How a position stands whose stop does not stand at the venue.',
})
export class ProtectionDetailType implements ProtectionDetail {
  @Given(() => ProtectionCauseEnum, 'Why it does not stand there.') cause!: ProtectionCause;
  @Given(
    () => DateTimeScalar,
    'Since when: by the venue’s clock where that says when the stop went, else when the desk learned it.',
  )
  since!: Date;
  @Maybe(
    () => Float,
    'Seconds between two looks of the desk’s own watch, which sends the exit where a trusted price reaches it; null: nobody acts.',
  )
  watchedEverySeconds!: number | null;
  @Maybe(
    () => Float,
    'Seconds since the price that the watch goes by was true; null where there is none.',
  )
  dataAgeSeconds!: number | null;
  @Given(
    () => Float,
    'Seconds by which the venue’s prices lag on purpose; dataAgeSeconds is never less.',
  )
  dataDelaySeconds!: number;
  @Given(() => String, 'Why, in a sentence, with the venue’s own words where it refused.')
  words!: string;
}
