import type { Migration } from '../migration.ts';
import * as desk from './0001_desk.ts';
import * as providerUsage from './0002_provider_usage.ts';

export const DESK_MIGRATIONS: readonly Migration[] = [
  { name: '0001_desk', ...desk },
  { name: '0002_provider_usage', ...providerUsage },
];
