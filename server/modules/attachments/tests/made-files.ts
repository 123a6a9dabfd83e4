import { randomBytes } from 'node:crypto'
import sharp from 'sharp'

/** A place that must never leave with a picture: longitude and latitude of a photograph, and words hidden in it. */
export const hidden = 'HIDDEN-WORDS'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 60, b: 40 } } })

/** A picture wider than high. */
export const jpeg = () => plain(60, 40).jpeg().toBuffer()
export const png = () => plain(60, 40).png().toBuffer()
export const webp = () => plain(60, 40).webp().toBuffer()

/** A photograph with its place, maker, comment and author inside. */
export function jpegWithPlace(): Promise<Buffer> {
  return plain(60, 40)
    .withExif({
      IFD0: { Make: hidden, Artist: hidden, ImageDescription: hidden },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '29/1 53/1 1/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 33/1 1/1',
      },
    })
    .jpeg()
    .toBuffer()
}

/** A photograph taken with the telephone turned: it is 40 wide and 60 high when seen upright. */
export const jpegOnItsSide = () => plain(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()

/** A picture that carries a colour profile of its own. */
export const jpegWithProfile = () => plain(60, 40).withIccProfile('p3').jpeg().toBuffer()
export const pngWithProfile = () => plain(60, 40).withIccProfile('p3').png().toBuffer()

/** A picture with words in a text block of its format. */
export async function pngWithWords(): Promise<Buffer> {
  const content = await png()
  const words = Buffer.from(`Comment\u0000<script>${hidden}</script>`, 'latin1')
  const block = Buffer.concat([Buffer.from('tEXt'), words])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(words.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(block))
  // After the header block, which is 33 bytes with the format's mark.
  return Buffer.concat([content.subarray(0, 33), length, block, sum, content.subarray(33)])
}

/** A picture that is also a page, a script or an archive for whoever reads it as one. */
export const followedBy = async (picture: Promise<Buffer>, more: string) =>
  Buffer.concat([await picture, Buffer.from(more)])

/** A JPEG whose comment is a page: it stands near the beginning, where browsers that guess would look. */
export async function jpegThatIsAPage(): Promise<Buffer> {
  const content = await jpeg()
  const words = Buffer.from(`<html><script>${hidden}</script></html>`)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(words.length + 2)
  return Buffer.concat([
    content.subarray(0, 2),
    Buffer.from([0xff, 0xfe]),
    length,
    words,
    content.subarray(2),
  ])
}

/** Three frames, one above the other in memory; each is 30 × 20. */
export function moving(format: 'gif' | 'webp'): Promise<Buffer> {
  const raw = randomBytes(30 * 60 * 3)
  return sharp(raw, { raw: { width: 30, height: 60, channels: 3, pageHeight: 20 } })
    .toFormat(format, { loop: 0, delay: [100, 100, 100] })
    .toBuffer()
}

/** A picture of many more pixels than its few bytes let expect. */
export const huge = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'white' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer()

/** A header that promises 100,000 × 100,000 pixels and holds none. */
export async function lyingHeader(): Promise<Buffer> {
  const content = Buffer.from(await png())
  content.writeUInt32BE(100_000, 16)
  content.writeUInt32BE(100_000, 20)
  content.writeUInt32BE(crc32(content.subarray(12, 29)), 29)
  return content
}

export const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
)
export const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(400)])
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

function crc32(data: Buffer): number {
  let sum = 0xffffffff
  for (const byte of data) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
