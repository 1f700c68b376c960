/**
 * Foreign things found in an account, by the caller's keys. A finding is news once two looks in a row have
 * it, because one of our own may be under way between two answers. It is news only once, until a look finds
 * nothing at all.
 */
export class ConfirmedFinding {
  readonly #seen = new Map<string, ReadonlySet<string>>();
  readonly #alerted = new Map<string, Set<string>>();

  /**
   * `over`: nothing is found, and an alert may stand. This includes the first look, because what an earlier
   * process alerted may be gone. Never after a look that was not `complete`: what it did not see may persist.
   */
  look(account: string, found: readonly string[], complete: boolean) {
    const before = this.#seen.get(account);
    this.#seen.set(account, new Set(found));
    const nothing = found.length === 0 && complete;
    if (nothing) this.#alerted.delete(account);
    const twice = found.filter((key) => before?.has(key));
    const news = twice.filter((key) => !this.#alerted.get(account)?.has(key));
    return { twice, news, over: nothing && before?.size !== 0 };
  }

  /** Call this once the alert was stored. */
  alerted(account: string, news: readonly string[]): void {
    this.#alerted.set(account, new Set([...(this.#alerted.get(account) ?? []), ...news]));
  }
}
