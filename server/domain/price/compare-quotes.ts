import type { QuoteVoice } from './gate-listed.ts';
import { isWithin, SPREAD } from './spread.ts';

export type QuoteAgreement = 'NONE' | 'LONE' | 'AGREE' | 'DEGRADED' | 'CONFLICT';

export interface ComparedQuotes {
  readonly kind: QuoteAgreement;
  /** Quotes of one instant: the quotes of now where there are any, else those that are 15 minutes late. */
  readonly compared: readonly QuoteVoice[];
  /** The quotes that the price may be made of; none where two contradict each other. */
  readonly counted: readonly QuoteVoice[];
  /** Quotes of 15 minutes ago, next to a quote of now: they have no vote on it. */
  readonly late: readonly QuoteVoice[];
}

/** Compares the quotes of one instant. A quote of another instant contradicts nothing. */
export function compareQuotes(voices: readonly QuoteVoice[]): ComparedQuotes {
  const timely = voices.filter(({ delayed }) => !delayed);
  const compared = timely.length > 0 ? timely : voices;
  const late = voices.filter((voice) => !compared.includes(voice));
  const kind = kindOf(compared);
  return { kind, compared, late, counted: kind === 'CONFLICT' ? [] : compared };
}

function kindOf(compared: readonly QuoteVoice[]): QuoteAgreement {
  const [one, other] = compared;
  if (!one) return 'NONE';
  if (!other) return 'LONE';
  if (isWithin(one.mid, other.mid, SPREAD.agree) || (holds(one, other) && holds(other, one)))
    return 'AGREE';
  const overlap = one.bid.lte(other.ask) && other.bid.lte(one.ask);
  return overlap || isWithin(one.mid, other.mid, SPREAD.conflict) ? 'DEGRADED' : 'CONFLICT';
}

/** Whether the other's mid lies between its bid and ask: a tick of a cheap option is many percent. */
function holds({ bid, ask }: QuoteVoice, { mid }: QuoteVoice): boolean {
  return bid.lte(mid) && mid.lte(ask);
}
