/** The check code of an anchor that people compare by eye and on paper: the first 96 bits of its digest, in groups of four. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 24).match(/.{4}/g)?.join(' ') ?? ''
}
