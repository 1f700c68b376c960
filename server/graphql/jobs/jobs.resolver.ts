import 'reflect-metadata';
import { Query, Resolver } from 'type-graphql';
import type { JobReport } from '../../ports/trading-system.ts';
import { JobType } from './job.types.ts';

export type JobReports = () => readonly JobReport[] | Promise<readonly JobReport[]>;

@Resolver()
export class JobsResolver {
  constructor(private readonly reports: JobReports) {}

  @Query(() => [JobType], { description: 'The server’s jobs. For an ADMIN.' })
  async jobs(): Promise<readonly JobType[]> {
    return this.reports();
  }
}
