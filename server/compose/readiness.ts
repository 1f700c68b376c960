import type { ProviderHealth } from '../loops/provider-health.ts';
import type { ReadinessCheck } from '../ports/readiness.ts';
import type { Databases } from './databases.ts';
import type { Jobs } from './jobs.ts';

interface Parts {
  readonly jobs: Pick<Jobs, 'problem'>;
  readonly providers: readonly ProviderHealth[];
  readonly loops: readonly ReadinessCheck[];
}

/** What must work for the server to be ready; also providers and recoveries, which are only reported. */
export function readinessOf(
  { desk, paper, real }: Databases,
  { jobs, providers, loops }: Parts,
): readonly ReadinessCheck[] {
  const parts = { 'desk database': desk, 'PAPER book': paper, 'REAL book': real };
  const answers = Object.entries(parts).map(([name, knex]) => ({
    name,
    essential: true,
    check: async () => {
      await knex.raw('SELECT 1');
      return null;
    },
  }));
  return [
    ...answers,
    { name: 'jobs', essential: true, check: () => jobs.problem() },
    ...providers.map((provider) => ({
      name: provider.name,
      essential: false,
      check: async () => provider.problem(),
    })),
    ...loops,
  ];
}
