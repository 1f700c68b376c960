import type { LeaseName, Leases } from '../../../server/ports/leases.ts';

/** Leases of several servers in one memory; none expires. */
export class MemoryLeases {
  readonly #held = new Map<string, LeaseName & { readonly holder: string }>();
  readonly #dead = new Set<string>();

  /** Ends the leases of a server that died; its code that still runs in this process gets no new one. */
  drop(holder: string): void {
    this.#dead.add(holder);
    for (const [key, lease] of this.#held) if (lease.holder === holder) this.#held.delete(key);
  }

  of(holder: string): Leases {
    const keyOf = ({ lane, name }: LeaseName) => `${lane} ${name}`;
    const all = () => [...this.#held.values()];
    return {
      take: async (lease) => {
        if (this.#dead.has(holder)) return false;
        const before = this.#held.get(keyOf(lease));
        if (before && before.holder !== holder) return false;
        this.#held.set(keyOf(lease), { ...lease, holder });
        return true;
      },
      release: async (lease) => {
        if (this.#held.get(keyOf(lease))?.holder === holder) this.#held.delete(keyOf(lease));
      },
      heldByOthers: async (lane) =>
        new Set(
          all()
            .filter((each) => each.lane === lane && each.holder !== holder)
            .map(({ name }) => name),
        ),
      users: async (lane) =>
        new Set(
          all()
            .filter((each) => each.lane === lane)
            .map(({ username }) => username),
        ),
    };
  }
}
