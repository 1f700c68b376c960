import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Provider } from '../../../ports/provider-probe.ts';

interface UsageRow {
  provider: Provider;
  token_digest: string;
  /** YYYY-MM of the exchange date. */
  month: string;
  used: number;
}

/** Requests by token and month, over all servers of one database. */
export class SqlProviderUsage {
  constructor(private readonly knex: Knex) {}

  async count(provider: Provider, token: string, month: string): Promise<void> {
    await this.knex('provider_usage')
      .insert({ ...keyOf(provider, token, month), used: 1 })
      .onConflict(['provider', 'token_digest', 'month'])
      .merge({ used: this.knex.raw('provider_usage.used + 1') });
  }

  async used(provider: Provider, token: string, month: string): Promise<number> {
    const key = keyOf(provider, token, month);
    const row = await this.knex<UsageRow>('provider_usage').where(key).first();
    return row?.used ?? 0;
  }
}

function keyOf(provider: Provider, token: string, month: string): Omit<UsageRow, 'used'> {
  const token_digest = createHash('sha256').update(`${provider} ${token}`).digest('hex');
  return { provider, token_digest, month };
}
