import type { CandleInterval } from '../gql/graphql.ts';

/** The largest file that the desk takes, in bytes. */
export const MOST_BYTES = 64 * 1024 * 1024;

export interface ImportFault {
  /** The line of the file; the header is line 1. */
  readonly line: number | null;
  readonly field: string | null;
  readonly reason: string;
}

/** What became of a file. */
export type Imported =
  | { readonly state: 'kept'; readonly name: string; readonly rows: number; readonly hash: string }
  | { readonly state: 'refused'; readonly reason: string; readonly faults: readonly ImportFault[] }
  | { readonly state: 'signed out' }
  | { readonly state: 'unanswered' };

export interface ImportRequest {
  readonly name: string;
  readonly file: Blob;
  readonly isJson: boolean;
  /** The interval of bars; null for quotes. */
  readonly interval: CandleInterval | null;
  /** Called with the share of the file that is sent, 0 to 1. */
  readonly onSent: (share: number) => void;
}

/** Sends a file into the named set. `XMLHttpRequest` reports how much is sent, which `fetch` does not. */
export function importFile(request: ImportRequest): { done: Promise<Imported>; stop: () => void } {
  const { name, file, isJson, interval, onSent } = request;
  const sending = new XMLHttpRequest();
  const done = new Promise<Imported>((resolve) => {
    sending.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    sending.onload = () => resolve(readAnswer(sending.status, sending.responseText));
    sending.onerror = () => resolve({ state: 'unanswered' });
    sending.onabort = () => resolve(refused('You stopped it.'));
  });
  const query = interval ? `?interval=${interval}` : '';
  sending.open('POST', `/data/${encodeURIComponent(name)}${query}`);
  sending.setRequestHeader('Content-Type', isJson ? 'application/json' : 'text/csv');
  sending.send(file);
  return { done, stop: () => sending.abort() };
}

function refused(reason: string, faults: readonly ImportFault[] = []): Imported {
  return { state: 'refused', reason, faults };
}

const BY_STATUS: Readonly<Record<number, string>> = {
  403: 'The desk takes no file from this page.',
  413: 'The file is larger than 64 MB. Split it: the same name adds to the set.',
  415: 'The desk reads only CSV and JSON.',
  429: 'Too many files at once. Wait a moment.',
};

/** The answer of `POST /data/NAME` in words. */
export function readAnswer(status: number, text: string): Imported {
  if (status === 401) return { state: 'signed out' };
  const body = parsed(text);
  if (status === 200 && typeof body['name'] === 'string') {
    const { name, rows, hash } = body;
    return { state: 'kept', name, rows: Number(rows), hash: String(hash) };
  }
  const errors = Array.isArray(body['errors']) ? body['errors'].map(record) : [];
  const faults = errors.filter(({ reason }) => typeof reason === 'string').map(faultOf);
  if (faults.length > 0) return refused('The file has errors.', faults);
  const told = BY_STATUS[status] ?? errors[0]?.['message'];
  return refused(typeof told === 'string' ? told : `The desk answered ${status}.`);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(text));
  } catch {
    return {};
  }
}

function faultOf({ line, field, reason }: Readonly<Record<string, unknown>>): ImportFault {
  return {
    line: typeof line === 'number' ? line : null,
    field: typeof field === 'string' ? field : null,
    reason: String(reason),
  };
}
