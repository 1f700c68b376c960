import type { Client } from '@urql/svelte';
import { SvelteMap } from 'svelte/reactivity';
import {
  PromotionDocument,
  type BacktestRowFragment,
  type PromotionPartsFragment,
  type StrategyPartsFragment,
} from '../gql/graphql.ts';
import { deskError } from '../lib/errors.ts';
import { waitsForLook } from './gate-looks.ts';

type Judged = Pick<StrategyPartsFragment, 'id' | 'version' | 'stage'>;
type Run = Pick<BacktestRowFragment, 'id' | 'status'>;

interface Answer {
  /** What the strategy was judged by, as far as the list knows; other evidence needs another answer. */
  readonly evidence: string;
  readonly at: number;
  readonly report: PromotionPartsFragment | null;
  /** Why there is no report; null when there is one. */
  readonly error: string | null;
}

/** The next gates of a strategy; `report` and `error` are both null while nothing is known. */
export type NextGate = Pick<Answer, 'report' | 'error'>;

const NOTHING: NextGate = { report: null, error: null };
const FRESH_MS = 300_000;
/** How long a report stays fresh while the look for the future is not over, which takes a moment. */
const LOOKING_MS = 10_000;
const FAILED_MS = 60_000;

export function evidenceOf({ version, stage }: Judged, run: Run | null): string {
  return `${version} ${stage} ${run?.id} ${run?.status}`;
}

/**
 * What the next gates of many strategies say. An answer costs the desk a whole report, so the strategies in
 * sight are asked for one at a time, and again once their evidence has changed or the answer is old.
 */
export class NextGates {
  readonly #answers = new SvelteMap<string, Answer>();
  /** The evidence of the strategies to ask for, by id, in the order of asking. */
  readonly #wanted = new Map<string, string>();
  /** The strategy that is asked for now. */
  #asking: readonly [id: string, evidence: string] | null = null;

  constructor(private readonly client: Client) {}

  /** What is known of a strategy's gates with this evidence. */
  of(id: string, evidence: string): NextGate {
    const known = this.#answers.get(id);
    return known?.evidence === evidence ? known : NOTHING;
  }

  /** Asks for the strategies in sight, in their order; the others wait until they are in sight. */
  want(
    seen: readonly { readonly id: string; readonly evidence: string }[],
    now = Date.now(),
  ): void {
    this.#wanted.clear();
    for (const { id, evidence } of seen)
      if (!this.#isAsked(id, evidence) && !isFresh(this.#answers.get(id), evidence, now))
        this.#wanted.set(id, evidence);
    void this.#ask();
  }

  /** Asks at once for the strategies in sight whose gates could not be read. */
  again(seen: Parameters<NextGates['want']>[0]): void {
    for (const { id } of seen) if (this.#answers.get(id)?.report === null) this.#answers.delete(id);
    this.want(seen);
  }

  /** Takes a report that another panel has asked for. */
  learn({ id, stage }: Judged, evidence: string, report: PromotionPartsFragment): void {
    if (report.from !== stage) return;
    this.#wanted.delete(id);
    this.#keep(id, { evidence, report, error: null });
  }

  async #ask(): Promise<void> {
    if (this.#asking) return;
    while ((this.#asking = this.#next())) {
      const [id, evidence] = this.#asking;
      const { data, error } = await this.client
        .query(PromotionDocument, { strategyId: id }, { requestPolicy: 'network-only' })
        .toPromise();
      const report = data?.promotion ?? null;
      const why = error ? deskError(error).message : null;
      this.#keep(id, {
        evidence,
        report,
        error: report ? null : (why ?? 'The desk gave no answer.'),
      });
    }
  }

  #next(): readonly [id: string, evidence: string] | null {
    const [first] = this.#wanted;
    if (first) this.#wanted.delete(first[0]);
    return first ?? null;
  }

  #isAsked(id: string, evidence: string): boolean {
    return this.#asking?.[0] === id && this.#asking[1] === evidence;
  }

  #keep(id: string, answer: Omit<Answer, 'at'>): void {
    this.#answers.set(id, { ...answer, at: Date.now() });
  }
}

function isFresh(known: Answer | undefined, evidence: string, now: number): boolean {
  if (known?.evidence !== evidence) return false;
  if (!known.report) return now - known.at < FAILED_MS;
  return now - known.at < (waitsForLook(known.report) ? LOOKING_MS : FRESH_MS);
}
