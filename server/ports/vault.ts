/** The sealed text was sealed with another key, or altered. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** Encrypts stored credentials. */
export interface Vault {
  seal(secret: string): string;
  /** @throws {SealBroken} */
  open(sealed: string): string;
}
