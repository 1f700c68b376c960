import 'reflect-metadata';
import { Query, Resolver } from 'type-graphql';
import type { JobReports } from '../../ports/job.ts';
import { JobType } from './job.types.ts';

@Resolver()
export class JobsResolver {
  constructor(private readonly reports: JobReports) {}

  @Query(() => [JobType], { description: 'The server’s jobs. For an ADMIN.' })
  async jobs(): Promise<readonly JobType[]> {
    return this.reports();
  }
}
