/**
 * The key of one intention. A retry of the same order after a lost answer sends the same key and so places
 * one order. Any change of the order makes a new key.
 */
export class IdempotencyKey {
  #intention: string | null = null;
  #key = '';

  for(intention: unknown): string {
    const written = JSON.stringify(intention);
    if (written !== this.#intention) {
      this.#intention = written;
      this.#key = newKey();
    }
    return this.#key;
  }

  /** After an answer the key is used up: the same order again gets a new one. */
  spent(): void {
    this.#intention = null;
  }
}

/** 32 hex digits; `crypto.randomUUID` is missing on plain-HTTP pages, except on localhost. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
