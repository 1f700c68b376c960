import type { Log } from '../../ports/log.ts';
import type { Told } from '../../ports/token-market.ts';

/** Says once when a source of prices falls silent, and once when it answers again. */
export class SourceSilence {
  readonly #silent = new Set<string>();

  constructor(private readonly log: Log) {}

  note(source: string, told: Iterable<Told<unknown>>): void {
    const words = [...told].map((each) => ('why' in each ? each.why : 'ANSWERED'));
    const heard = words.filter((word) => word !== 'PUT_OFF');
    if (heard.length === 0) return;
    if (heard.every((word) => word === 'SILENT')) {
      if (this.#silent.has(source)) return;
      this.#silent.add(source);
      this.log.warn('A source of token prices does not answer', { source });
    } else if (this.#silent.delete(source)) {
      this.log.info('A source of token prices answers again', { source });
    }
  }
}
