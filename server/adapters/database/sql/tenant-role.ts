import type { Knex } from 'knex';
import { rawRows } from './dialect.ts';
import { TENANT_ROLE } from './scoped-postgres.ts';

/** The database user bypasses every policy, and the role that does not is not available. */
export class UnsafeDatabaseUser extends Error {
  override readonly name = 'UnsafeDatabaseUser';
}

interface Self {
  readonly name: string;
  readonly passes: boolean;
  readonly may_create: boolean;
  readonly is_member: boolean | null;
}

const SELF = `
  SELECT rolname AS name, rolsuper OR rolbypassrls AS passes, rolsuper OR rolcreaterole AS may_create,
    (SELECT pg_has_role(oid, 'MEMBER') FROM pg_roles WHERE rolname = ?) AS is_member
  FROM pg_roles WHERE rolname = current_user`;

/**
 * Creates the role if needed and grants it this schema's rows. A user that may not create roles is bound by
 * the forced policies itself, unless it bypasses all of them.
 * @throws {UnsafeDatabaseUser}
 */
export async function grantTenantRole(trx: Knex.Transaction, schema: string): Promise<void> {
  await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('twinbook:roles'))`);
  const [self] = await rawRows<Self>(trx, SELF, [TENANT_ROLE]);
  if (!self) throw new Error('The current user is not among the roles.');
  // Roles belong to the whole server: another database's desk may create it at the same moment.
  if (self.is_member === null && self.may_create)
    await trx.raw(
      `DO $$ BEGIN CREATE ROLE ${TENANT_ROLE} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
    );
  if (!self.is_member && self.may_create) {
    await trx.raw('GRANT ?? TO ??', [TENANT_ROLE, self.name]);
  } else if (!self.is_member) {
    if (self.passes)
      throw new UnsafeDatabaseUser(
        `The user ${self.name} passes row-level security and may not create the role ${TENANT_ROLE}.`,
      );
    return;
  }
  await trx.raw('GRANT USAGE ON SCHEMA ?? TO ??', [schema, TENANT_ROLE]);
  for (const kind of ['TABLES', 'SEQUENCES'])
    await trx.raw(`GRANT ALL ON ALL ${kind} IN SCHEMA ?? TO ??`, [schema, TENANT_ROLE]);
}
