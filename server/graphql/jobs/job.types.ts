import 'reflect-metadata';
import { Float, Int, ObjectType } from 'type-graphql';
import type { JobReport } from '../../ports/job.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';

@ObjectType('Job', {
  simpleResolvers: true,
  description: 'A task that the server runs at an interval.',
})
export class JobType implements JobReport {
  @Given(() => String, 'Its name, e.g. sync-orders.') name!: string;
  @Maybe(() => DateTimeScalar, 'When it last began, on any server; null before the first time.')
  lastRun!: Date | null;
  @Maybe(() => DateTimeScalar, 'When it is due next.') nextRun!: Date | null;
  @Maybe(() => String, 'Why the last run failed; null when it succeeded.') lastError!:
    string | null;
  @Given(() => Int, 'How often this server has run it since it started.') runs!: number;
  @Given(() => Int, 'How many ticks passed on this server while an earlier run still went on.')
  skipped!: number;
  @Given(() => Float, 'Seconds from one start to the next, by the desk’s clock.')
  everySeconds!: number;
  @Given(() => Boolean, 'It has not started for so long that perhaps no server runs it.')
  late!: boolean;
}
