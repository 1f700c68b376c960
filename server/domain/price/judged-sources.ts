import type { Agreement } from './agreement.ts';
import { describeRefusal } from './describe-price.ts';
import type { JudgedSource, SourceRefusal } from './judged-price.ts';
import type { PriceReason } from './price-reason.ts';
import type { Standing, Voice } from './voices.ts';

/** Each source that ever answered, by its last price while that is fresh, else by its last answer. */
export function judgedSources(
  standings: readonly Standing[],
  agreement: Agreement,
  trouble: PriceReason | null,
): readonly JudgedSource[] {
  return standings.flatMap(({ source, word, voice }) => {
    if (!word) return [];
    const fresh = voice !== null && agreement.voices.includes(voice);
    const refused = fresh ? refusalOf(voice, agreement, trouble) : (word.refused ?? 'STALE');
    const { price, receivedAt, hardLiquidityUsd } = fresh ? voice : word;
    return [
      {
        ...{ source, price, receivedAt, liquidityUsd: hardLiquidityUsd },
        ...{ accepted: refused === null, refused },
        reason: refused && describeRefusal(refused),
      },
    ];
  });
}

function refusalOf(
  voice: Voice,
  { kind, outlier }: Agreement,
  trouble: PriceReason | null,
): SourceRefusal | null {
  if (voice === outlier) return 'OUTLIER';
  if (kind === 'CONFLICT') return 'CONTRADICTED';
  return trouble ? 'HELD' : null;
}
