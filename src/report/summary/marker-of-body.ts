import { readMarker } from '../../conversation/marker.js';
import { codes } from '../../outcomes/codes.js';

/** What a comment of ours is about, for lists: ` (102 merged)`. Empty for a text without a marker. */
export function markerOfBody(body: string): string {
  const code = readMarker(body)?.code;
  if (code === undefined) {
    return '';
  }
  return code in codes ? ` (${code} ${codes[code as keyof typeof codes].name})` : ` (${code})`;
}
