import type { Username } from '../../domain/ids.ts';
import { badInput } from '../../domain/refusal.ts';

const NAME = /^[A-Za-z0-9._-]{3,32}$/;
const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 256;

/** @throws {Refusal} BAD_USER_INPUT for `username`. */
export function checkUsername(username: Username): void {
  if (NAME.test(username)) return;
  throw badInput('username', 'A user name is 3 to 32 of A-Z a-z 0-9 . _ -');
}

/** @throws {Refusal} BAD_USER_INPUT for `field`. */
export function checkPassword(password: string, field: string): void {
  const length = [...password].length;
  if (length >= SHORTEST_PASSWORD && length <= LONGEST_PASSWORD) return;
  throw badInput(field, `A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters`);
}
