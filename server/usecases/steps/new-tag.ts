import type { Ids } from '../../ports/ids.ts';

/** Our mark on the wire: letters, digits and hyphens only, as the venues demand. */
export function newTag(ids: Ids): string {
  return `tb-${ids.next()}`;
}
