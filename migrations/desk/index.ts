import type { Migration } from '../migration.ts';
import * as desk from './0001_desk.ts';

export const DESK_MIGRATIONS: readonly Migration[] = [{ name: '0001_desk', ...desk }];
