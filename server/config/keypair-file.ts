import { statSync } from 'node:fs';

/** Why a keypair file may not be used; null when it may. Does not read its content. */
export function keypairProblem(file: string): string | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) return 'there is no such file';
  const mode = stats.mode & 0o777;
  return mode === 0o600 ? null : `its mode is 0${mode.toString(8)}, not 0600`;
}
