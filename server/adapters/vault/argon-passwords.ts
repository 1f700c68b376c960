import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../../ports/desk.ts';

export interface ArgonCost {
  /** Memory cost in KiB. */
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/**
 * OWASP's first choice for Argon2id:
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const OWASP: ArgonCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id. A hash carries its own cost, so old hashes still match after the cost is raised. */
export class ArgonPasswords implements Passwords {
  constructor(private readonly cost: ArgonCost = OWASP) {}

  hash(password: string): Promise<string> {
    return hash(password, this.cost);
  }

  matches(hashed: string, password: string): Promise<boolean> {
    return verify(hashed, password);
  }
}
