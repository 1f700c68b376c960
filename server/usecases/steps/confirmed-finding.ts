/**
 * What is strange in an account, by keys of the caller's. It is news once two looks in a row have found it,
 * for something of ours may be on its way between two answers; told once, until a look finds nothing at all.
 */
export class ConfirmedFinding {
  readonly #seen = new Map<string, ReadonlySet<string>>();
  readonly #told = new Map<string, Set<string>>();

  /**
   * `over`: nothing is found, and something may stand as told: also at the first look, for what stood when
   * the desk went down may be gone. Never after a look that was not `complete`: what it did not see may stand.
   */
  look(account: string, found: readonly string[], complete: boolean) {
    const before = this.#seen.get(account);
    this.#seen.set(account, new Set(found));
    const nothing = found.length === 0 && complete;
    if (nothing) this.#told.delete(account);
    const twice = found.filter((key) => before?.has(key));
    const news = twice.filter((key) => !this.#told.get(account)?.has(key));
    return { twice, news, over: nothing && before?.size !== 0 };
  }

  /** To be called once the telling has succeeded. */
  told(account: string, news: readonly string[]): void {
    this.#told.set(account, new Set([...(this.#told.get(account) ?? []), ...news]));
  }
}
