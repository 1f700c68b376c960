import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BadArchive, altered } from './bad-archive.ts';

const CHUNK = 64 * 1024;
const CUT = 'The file is cut off: its end is missing.';

/** A line that is no row, or the lines of some rows with their number. */
export type Piece =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'rows'; readonly text: string; readonly count: number };

/**
 * Reads a file piece by piece. Rows that follow one another come as one piece.
 * @throws {BadArchive} where the file is cut off, or is no compressed text
 */
export async function* piecesOf(file: string): AsyncGenerator<Piece> {
  let rest = '';
  for await (const text of textOf(file)) {
    const end = text.lastIndexOf('\n') + 1;
    if (end > 0) yield* split(rest + text.slice(0, end));
    rest = end > 0 ? text.slice(end) : rest + text;
  }
  if (rest !== '') throw new BadArchive(CUT);
}

/** `text`: whole lines. */
function* split(text: string): Generator<Piece> {
  for (let at = 0; at < text.length;) {
    const isRow = text[at] === '[';
    let [end, count] = [at, 0];
    do {
      end = text.indexOf('\n', end) + 1;
      count += 1;
    } while (isRow && text[end] === '[');
    const part = text.slice(at, isRow ? end : end - 1);
    yield isRow ? { kind: 'rows', text: part, count } : { kind: 'line', text: part };
    at = end;
  }
}

async function* textOf(file: string): AsyncGenerator<string> {
  const { size } = await stat(file);
  const gunzip = createGunzip({ chunkSize: CHUNK });
  const source = createReadStream(file, { highWaterMark: CHUNK });
  // The loop below receives its failures.
  pipeline(source, gunzip, () => undefined);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of gunzip) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw reasonOf(error);
  } finally {
    source.destroy();
  }
  if (gunzip.bytesWritten !== size) throw altered('something follows its end');
}

function reasonOf(error: unknown): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return new BadArchive(CUT);
  if (code.startsWith('Z_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return altered(message);
  return error;
}
