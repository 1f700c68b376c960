import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlProviderUsage } from '../../server/adapters/database/desk/sql-provider-usage.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';

describe.each(databases())('requests counted on %s', (_, open) => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await open('desk');
  });
  afterEach(() => db.close());

  it('add up over servers and restarts, by provider, token and month', async () => {
    const [one, other] = [new SqlProviderUsage(db.knex), new SqlProviderUsage(db.another())];
    const count = (usage: SqlProviderUsage) => usage.count('ORATS', 'token-1', '2026-03');
    await Promise.all(Array.from({ length: 20 }, (_each, n) => count(n % 2 ? one : other)));
    await one.count('ORATS', 'token-2', '2026-03');
    await one.count('ORATS', 'token-1', '2026-04');
    const later = new SqlProviderUsage(db.another());
    expect(await later.used('ORATS', 'token-1', '2026-03')).toBe(20);
    expect(await later.used('ORATS', 'token-2', '2026-03')).toBe(1);
    expect(await later.used('TRADIER_SANDBOX', 'token-1', '2026-03')).toBe(0);
  });

  it('contain no token', async () => {
    await new SqlProviderUsage(db.knex).count('ORATS', 'secret-token', '2026-03');
    const rows: unknown = await db.knex('provider_usage').select('*');
    expect(JSON.stringify(rows)).not.toContain('secret-token');
  });
});
