import 'reflect-metadata';
import { Float, Int, ObjectType } from 'type-graphql';
import type { JobReport } from '../../ports/job.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';

@ObjectType('Job', {
  simpleResolvers: true,
  description: 'Something that the server does by itself at an interval.',
})
export class JobType implements JobReport {
  @Given(() => String, 'Its name, e.g. sync-orders.') name!: string;
  @Maybe(() => DateTimeScalar, 'When it last began, on any server; null before the first time.')
  lastRun!: Date | null;
  @Maybe(() => DateTimeScalar, 'When it is due next.') nextRun!: Date | null;
  @Maybe(() => String, 'What went wrong the last time; null when that went well.') lastError!:
    string | null;
  @Given(() => Int, 'How often this server has run it since it started.') runs!: number;
  @Given(() => Int, 'How many ticks passed on this server while an earlier run still went on.')
  skipped!: number;
  @Given(() => Float, 'Seconds of the desk’s clock from one beginning to the next.')
  everySeconds!: number;
  @Given(() => Boolean, 'It has not begun for so long that no server may be doing it.')
  late!: boolean;
}
