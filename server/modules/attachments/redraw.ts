import type { Sharp, default as SharpLibrary } from 'sharp'
import { AppError, refuse } from '#server/platform/errors.ts'
import { Turns } from '#server/platform/turns.ts'
import { attachmentLimits, keptAs, type PictureType } from './rules.ts'

/** A picture as it is kept, and its small form, a JPEG. */
export interface Redrawn {
  content: Buffer
  contentType: string
  width: number
  height: number
  thumbnail: Buffer
}

// Redrawing takes a core for up to a second: never all of them, and nobody waits in a line without end.
const turns = new Turns({ atOnce: 2, waiting: 20 })

/**
 * Draws a picture anew from its pixels: whatever else the file held (place and time of the photograph, hidden texts, a second file behind the
 * picture) is gone. It is turned upright, its colours are sRGB, a moving picture becomes its first frame, and it fits into 4096 × 4096.
 * @throws AppError 'attachments.too_many_pixels' beyond 40 million, 'attachments.damaged' where it cannot be read to its end.
 */
export function redraw(content: Buffer, type: PictureType): Promise<Redrawn> {
  return turns.take(async () => {
    const sharp = await onlyPictures()
    const picture = sharp(content, {
      limitInputPixels: attachmentLimits.pixels,
      failOn: 'truncated',
      sequentialRead: false,
    })
    try {
      const { width, height, pages = 1 } = await picture.metadata()
      // Of a moving picture the library gives the height of one frame.
      if (width * height > attachmentLimits.pixels) tooManyPixels()
      if (pages < 1) damaged()
      return await draw(picture, type)
    } catch (error) {
      if (error instanceof AppError) throw error
      // The library's own texts can quote the file, and which of its parts was wrong helps nobody.
      return /pixel limit/i.test((error as Error).message) ? tooManyPixels() : damaged()
    }
  })
}

/** Pixels, three bytes each, line by line. */
export interface Pixels {
  pixels: Buffer
  width: number
  height: number
}

/** A drawing of our own as a picture is kept: a PNG. */
export async function redrawPixels({ pixels, width, height }: Pixels): Promise<Redrawn> {
  const sharp = await onlyPictures()
  return draw(sharp(pixels, { raw: { width, height, channels: 3 } }), 'png')
}

async function draw(picture: Sharp, type: PictureType): Promise<Redrawn> {
  const side = attachmentLimits.longestSide
  const upright = picture
    .timeout({ seconds: attachmentLimits.secondsToRedraw })
    .autoOrient()
    .toColourspace('srgb')
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
  const format = keptAs[type]
  const { data, info } = await upright.toFormat(format, { quality: 85 }).toBuffer({ resolveWithObject: true })
  const sharp = await onlyPictures()
  const small = attachmentLimits.thumbnailSide
  const thumbnail = await sharp(data)
    .resize({ width: small, height: small, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 75 })
    .toBuffer()
  return { content: data, contentType: `image/${format}`, width: info.width, height: info.height, thumbnail }
}

let library: Promise<typeof SharpLibrary> | null = null

/** The library, loaded at first use, reading nothing but the four kinds: it knows dozens more (SVG, PDF, TIFF), each a way in. */
function onlyPictures() {
  library ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: [
        'VipsForeignLoadJpegBuffer',
        'VipsForeignLoadPngBuffer',
        'VipsForeignLoadWebpBuffer',
        'VipsForeignLoadNsgifBuffer',
      ],
    })
    sharp.cache(false)
    sharp.concurrency(1)
    return sharp
  })
  return library
}

function tooManyPixels(): never {
  refuse('attachments.too_many_pixels', { millions: attachmentLimits.pixels / 1_000_000 })
}

function damaged(): never {
  refuse('attachments.damaged')
}
