import { Worker } from 'node:worker_threads';
import type { FileForm, FileReader, OpenFile } from '../../../ports/data-files.ts';
import type { ThreadProgram } from '../pool/thread.ts';
import type { FromImport, ToImport } from './serve-import.ts';

/** How many bytes may be under way to the thread. */
const MOST_UNREAD = 256 * 1024;

/** Reads each file in a thread of its own, whose memory is freed with it. */
export class ThreadFiles implements FileReader {
  constructor(private readonly program: ThreadProgram) {}

  open(form: FileForm): OpenFile {
    return new ThreadFile(this.program, form);
  }
}

class ThreadFile implements OpenFile {
  readonly #worker: Worker;
  #unread = 0;
  #failed: Error | null = null;
  #wake: () => void = () => undefined;
  #answer: FromImport | null = null;

  constructor(program: ThreadProgram, form: FileForm) {
    this.#worker = new Worker(program.file, { execArgv: [], env: {} });
    this.#worker.on('message', (message: FromImport) => {
      if ('read' in message) this.#unread -= message.read;
      else this.#answer = message;
      this.#wake();
    });
    const fail = (error: Error) => {
      this.#failed ??= error;
      this.#wake();
    };
    this.#worker.on('error', fail);
    this.#worker.on('exit', () => fail(new Error('The thread that reads a file has ended')));
    this.#tell({ begin: form });
  }

  async add(piece: Uint8Array): Promise<void> {
    // The network's piece is a part of a larger buffer; a copy of its own can be transferred.
    const own = Uint8Array.from(piece);
    this.#unread += own.byteLength;
    this.#tell({ piece: own }, [own.buffer]);
    while (this.#unread > MOST_UNREAD) await this.#news();
  }

  end() {
    return this.#ask({ end: true }) as ReturnType<OpenFile['end']>;
  }

  merge(stored: Parameters<OpenFile['merge']>[0]) {
    return this.#ask({ stored }) as ReturnType<OpenFile['merge']>;
  }

  async close(): Promise<void> {
    this.#worker.removeAllListeners();
    await this.#worker.terminate();
  }

  async #ask(message: ToImport): Promise<FromImport> {
    this.#answer = null;
    this.#tell(message);
    for (;;) {
      const answer = this.#answer as FromImport | null;
      if (answer) return answer;
      await this.#news();
    }
  }

  #tell(message: ToImport, handed: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, [...handed]);
  }

  async #news(): Promise<void> {
    if (!this.#failed) await new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.#failed) throw this.#failed;
  }
}
