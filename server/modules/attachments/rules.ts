/** What the first bytes of a file say it is. Names and declared types say nothing: anybody can write them. */
export type FoundType = 'jpeg' | 'png' | 'webp' | 'gif' | 'pdf' | 'heic' | 'unknown'

/** Pictures that are read, and what each is kept as: a moving picture stays as its first frame. */
export const keptAs = { jpeg: 'jpeg', png: 'png', webp: 'webp', gif: 'png' } as const
export type PictureType = keyof typeof keptAs

/** Limits of technique, not of policy: what two cores can redraw in a moment, and what a phone sends (ASVS 5.0, 5.2.1 and 5.2.6). */
export const attachmentLimits = {
  bytes: 15 * 1024 * 1024,
  pixels: 40_000_000,
  longestSide: 4096,
  thumbnailSide: 320,
  secondsToRedraw: 20,
  /** Files of one account that belong to nothing yet. */
  loose: 20,
  looseHours: 24,
}

const heicBrands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis']

/** Tells the type from the content. A PDF must begin with its mark and end with its own end, or it may be something else as well. */
export function typeOf(content: Buffer): FoundType {
  if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (content.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png'
  if (textAt(content, 0, 4) === 'RIFF' && textAt(content, 8, 12) === 'WEBP') return 'webp'
  if (['GIF87a', 'GIF89a'].includes(textAt(content, 0, 6))) return 'gif'
  if (textAt(content, 4, 8) === 'ftyp' && heicBrands.includes(textAt(content, 8, 12))) return 'heic'
  const end = content.subarray(-1024).toString('latin1')
  return textAt(content, 0, 5) === '%PDF-' && /%%EOF\s*$/.test(end) ? 'pdf' : 'unknown'
}

/** Whether this is a picture that can be read. */
export function isPicture(type: FoundType): type is PictureType {
  return type in keptAs
}

function textAt(content: Buffer, from: number, to: number): string {
  return content.subarray(from, to).toString('latin1')
}
