import type { CandleInterval } from '../gql/graphql.ts';
import { lookAt, setNameOf } from './file-look.ts';
import { importFile, MOST_BYTES, type Imported } from './import-file.ts';

const LOOK_BYTES = 64 * 1024;
const NAME = /^[A-Za-z0-9._-]{1,64}$/;

/** A file on its way into a data set. */
export class Importing {
  file = $state.raw<File | null>(null);
  name = $state('');
  kind = $state<'bars' | 'quotes'>('bars');
  interval = $state<CandleInterval | ''>('');
  /** True when the interval was read from the file. */
  guessed = $state(false);
  /** Share of the file that is sent; null while none is on its way. */
  sent = $state<number | null>(null);
  answer = $state.raw<Imported | null>(null);
  /** Why the dropped files are not taken. */
  notTaken = $state<string | null>(null);
  #stop: () => void = () => undefined;

  get isJson(): boolean {
    return /\.json$/i.test(this.file?.name ?? '') || this.file?.type === 'application/json';
  }

  /** Takes one file, and proposes what its beginning says. */
  async take(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file || this.sent !== null) return;
    this.answer = null;
    this.notTaken = refusal(files);
    if (this.notTaken) return;
    this.file = file;
    if (this.name.trim() === '') this.name = setNameOf(file.name);
    const look = lookAt(await file.slice(0, LOOK_BYTES).text(), this.isJson);
    if (look.kind) this.kind = look.kind;
    this.guessed = look.interval !== null;
    if (look.interval) this.interval = look.interval;
  }

  readonly nameFault: string | null = $derived.by(() =>
    NAME.test(this.name.trim()) ? null : '1 to 64 of letters, digits, dot, dash and underscore.',
  );
  readonly intervalFault: string | null = $derived.by(() =>
    this.kind === 'bars' && this.interval === '' ? 'Bars need their interval.' : null,
  );

  get ready(): boolean {
    return this.file !== null && !this.nameFault && !this.intervalFault && this.sent === null;
  }

  /** Sends the file; true when the desk has kept all of it. */
  async send(): Promise<boolean> {
    if (!this.file || !this.ready) return false;
    this.sent = 0;
    this.answer = null;
    const { done, stop } = importFile({
      ...{ name: this.name.trim(), file: this.file, isJson: this.isJson },
      interval: this.kind === 'bars' ? this.interval || null : null,
      onSent: (share) => (this.sent = share),
    });
    this.#stop = stop;
    this.answer = await done;
    this.sent = null;
    const kept = this.answer.state === 'kept';
    if (kept) {
      this.file = null;
      this.name = '';
    }
    return kept;
  }

  stop(): void {
    this.#stop();
  }
}

function refusal([file, ...others]: readonly File[]): string | null {
  if (others.length > 0) return 'One file at a time: the same name adds to the set.';
  if (!file || !/\.(csv|json|txt)$/i.test(file.name)) return 'A CSV or JSON file.';
  if (file.size > MOST_BYTES)
    return 'The file is larger than 64 MB. Split it: the same name adds to the set.';
  return file.size === 0 ? 'The file is empty.' : null;
}
