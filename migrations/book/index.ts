import type { Migration } from '../migration.ts';
import * as book from './0001_book.ts';

export const BOOK_MIGRATIONS: readonly Migration[] = [{ name: '0001_book', ...book }];
