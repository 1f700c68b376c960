/** Keeps credentials unreadable at rest. */
export interface Vault {
  seal(secret: string): string;
  /** @throws where it was sealed with another key or altered. */
  open(sealed: string): string;
}
