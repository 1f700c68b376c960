import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';

/** The end of the name of a file that is not whole yet. */
export const UNFINISHED = '.unfinished';

/** Fast rather than small: two thirds of the time of the best compression buy a tenth of the size. */
const LEVEL = 3;

/** A compressed file that appears under its name once it is whole and on the disk, or never. */
export class ArchiveWriter {
  readonly #gzip: Gzip;
  readonly #written: Promise<void>;
  readonly #making: string;

  constructor(private readonly file: string) {
    this.#making = file + UNFINISHED;
    this.#gzip = createGzip({ level: LEVEL });
    const out = createWriteStream(this.#making, { flags: 'wx', mode: 0o600, flush: true });
    this.#written = pipeline(this.#gzip, out);
    // `finish` awaits it; until then the next `write` finds a full disk.
    this.#written.catch(() => undefined);
  }

  /** Waits while the disk is slower than the writer. */
  async write(text: string): Promise<void> {
    if (this.#gzip.write(text)) return;
    await Promise.race([once(this.#gzip, 'drain'), this.#written]);
  }

  /** Resolves to the size of the file in bytes. */
  async finish(): Promise<number> {
    this.#gzip.end();
    await this.#written;
    await rename(this.#making, this.file);
    await syncFolder(path.dirname(this.file));
    return (await stat(this.file)).size;
  }

  async abandon(): Promise<void> {
    this.#gzip.destroy();
    await this.#written.catch(() => undefined);
    await rm(this.#making, { force: true });
  }
}

/** A new name is safe from a power failure only once its folder is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
