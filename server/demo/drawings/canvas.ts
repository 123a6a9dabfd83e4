/** A colour as red, green and blue. */
export type Colour = readonly [number, number, number]

/** A picture of plain shapes, three bytes a pixel: enough for drawings that nobody takes for photographs. */
export class Canvas {
  readonly width: number
  readonly height: number
  readonly pixels: Buffer

  constructor(width: number, height: number, ground: Colour) {
    this.width = width
    this.height = height
    this.pixels = Buffer.alloc(width * height * 3)
    this.rectangle({ left: 0, top: 0, width, height }, ground)
  }

  /** Fills a rectangle; what lies outside the picture is left out. */
  rectangle(at: { left: number; top: number; width: number; height: number }, colour: Colour): this {
    this.fill(at, colour, () => true)
    return this
  }

  /** Fills a circle. */
  circle({ x, y, radius }: { x: number; y: number; radius: number }, colour: Colour): this {
    const around = { left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius }
    this.fill(around, colour, (column, row) => (column - x) ** 2 + (row - y) ** 2 <= radius ** 2)
    return this
  }

  private fill(
    { left, top, width, height }: { left: number; top: number; width: number; height: number },
    colour: Colour,
    holds: (column: number, row: number) => boolean,
  ): void {
    for (let row = Math.max(0, top); row < Math.min(this.height, top + height); row += 1)
      for (let column = Math.max(0, left); column < Math.min(this.width, left + width); column += 1)
        if (holds(column, row)) this.pixels.set(colour, (row * this.width + column) * 3)
  }
}
