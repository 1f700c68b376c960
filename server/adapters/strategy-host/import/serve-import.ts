import type { MessagePort } from 'node:worker_threads';
import type { FileForm, RowError, SeriesName } from '../../../ports/data-files.ts';
import type { ChangedSeries, StoredSeries } from '../../../ports/data-sets.ts';
import { ImportJob } from './import-job.ts';

/** Messages to an import's thread. */
export type ToImport =
  | { readonly begin: FileForm }
  | { readonly piece: Uint8Array }
  | { readonly end: true }
  | { readonly stored: readonly StoredSeries[] };

/** Its answers: for each piece the bytes read, then the series of the file, then what is to be stored. */
export type FromImport =
  | { readonly read: number }
  | { readonly series: readonly SeriesName[] }
  | { readonly changed: readonly ChangedSeries[] }
  | { readonly errors: readonly RowError[] };

/** Reads one file in this thread. */
export function serveImport(port: MessagePort): void {
  let job: ImportJob | null = null;
  port.on('message', (message: ToImport) => {
    const answer = (said: FromImport) => port.postMessage(said);
    if ('begin' in message) job = new ImportJob(message.begin);
    else if (!job) throw new Error('A file is read before it has begun');
    else if ('piece' in message) {
      job.add(message.piece);
      answer({ read: message.piece.byteLength });
    } else if ('stored' in message) answer(job.merge(message.stored));
    else {
      const ended = job.end();
      answer('errors' in ended ? ended : { series: ended.series.map(nameOf) });
    }
  });
}

function nameOf({ symbol, kind, interval }: SeriesName): SeriesName {
  return { symbol, kind, interval };
}
