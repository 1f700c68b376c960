import type { KillSwitchLevel } from '../../domain/account/account.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { alertSwitch } from './alert-switch.ts';

/** Alerts every user with a book when the files that halt all of them appear, change or go. */
export class WatchHaltFiles {
  #known: KillSwitchLevel | null = null;

  constructor(private readonly deps: Pick<BookDeps, 'book' | 'clock' | 'deskHalt'>) {}

  async execute(): Promise<void> {
    const { book, clock, deskHalt } = this.deps;
    const level = deskHalt();
    if (level === this.#known) return;
    for (const username of await this.#concerned(level)) {
      await book.change(username, (change) => alertSwitch(change, 'files', level, clock.now()));
    }
    this.#known = level;
  }

  async #concerned(level: KillSwitchLevel): Promise<readonly string[]> {
    if (level !== 'OFF') return this.deps.book.accountNames();
    const standing = await this.deps.book.standing('SWITCH_TRIPPED');
    return standing.filter(({ about }) => about === 'files').map(({ username }) => username);
  }
}
