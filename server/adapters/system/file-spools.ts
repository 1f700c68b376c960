import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Spool, Spools } from '../../ports/spools.ts';

/** Files without a name: the system removes them even when the server is killed. */
export class FileSpools implements Spools {
  async open(): Promise<Spool> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'twinbook-'));
    try {
      return new FileSpool(await open(path.join(folder, 'spool'), 'wx+', 0o600));
    } finally {
      await rm(folder, { recursive: true });
    }
  }
}

class FileSpool implements Spool {
  constructor(private readonly file: FileHandle) {}

  async add(piece: Uint8Array): Promise<void> {
    await this.file.appendFile(piece);
  }

  read(): AsyncIterable<Uint8Array> {
    return this.file.createReadStream({ start: 0, autoClose: false });
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}
