import { Canvas, type Colour } from './canvas.ts'

const width = 480
const height = 320
const red: Colour = [200, 32, 30]
const gold: Colour = [240, 190, 60]
const wood: Colour = [176, 128, 84]
const dark: Colour = [74, 66, 60]
const paper: Colour = [252, 250, 246]
const steel: Colour = [120, 132, 140]
const walls: readonly Colour[] = [
  [236, 231, 222],
  [224, 233, 236],
  [238, 229, 224],
  [228, 234, 222],
]

/** A room drawn in plain shapes with what an item of the six haves asks for. The same item and room look the same on every machine. */
export function drawEvidence(item: string, room: number): Canvas {
  const canvas = new Canvas(width, height, walls[room % walls.length]!)
  canvas.rectangle({ left: 0, top: 250, width, height: 70 }, [198, 184, 168])
  const shift = (room % 5) * 12
  ;(drawings[item] ?? drawTable)(canvas, shift)
  return canvas
}

const drawings: Record<string, (canvas: Canvas, shift: number) => void> = {
  place: drawTable,
  equipment: drawScreen,
  sign: drawSign,
  party_flag: drawFlag,
  books: drawShelf,
  rules: drawNotices,
}

/** A long table with chairs below two windows. */
function drawTable(canvas: Canvas, shift: number): void {
  for (const left of [60 + shift, 270 + shift])
    canvas
      .rectangle({ left, top: 40, width: 120, height: 90 }, paper)
      .rectangle({ left: left + 6, top: 46, width: 108, height: 78 }, [178, 208, 224])
      .rectangle({ left: left + 57, top: 46, width: 6, height: 78 }, paper)
  for (let at = 0; at < 5; at += 1)
    canvas.rectangle({ left: 70 + at * 72, top: 190, width: 44, height: 60 }, steel)
  canvas
    .rectangle({ left: 50, top: 208, width: 380, height: 24 }, wood)
    .rectangle({ left: 66, top: 232, width: 14, height: 60 }, dark)
    .rectangle({ left: 400, top: 232, width: 14, height: 60 }, dark)
}

/** A screen on the wall, a water machine, a first-aid box. */
function drawScreen(canvas: Canvas, shift: number): void {
  canvas
    .rectangle({ left: 120 + shift, top: 60, width: 200, height: 120 }, dark)
    .rectangle({ left: 128 + shift, top: 68, width: 184, height: 104 }, [64, 110, 150])
    .rectangle({ left: 370, top: 150, width: 54, height: 120 }, paper)
    .circle({ x: 397, y: 138, radius: 26 }, [150, 196, 220])
    .rectangle({ left: 40, top: 170, width: 60, height: 50 }, paper)
    .rectangle({ left: 64, top: 178, width: 12, height: 34 }, red)
    .rectangle({ left: 53, top: 189, width: 34, height: 12 }, red)
}

/** A sign board over a door. */
function drawSign(canvas: Canvas, shift: number): void {
  canvas
    .rectangle({ left: 170, top: 120, width: 140, height: 170 }, wood)
    .rectangle({ left: 180, top: 130, width: 58, height: 160 }, [196, 150, 104])
    .rectangle({ left: 244, top: 130, width: 58, height: 160 }, [196, 150, 104])
    .circle({ x: 236, y: 214, radius: 5 }, gold)
    .rectangle({ left: 90 + shift, top: 40, width: 280, height: 56 }, red)
  for (let at = 0; at < 6; at += 1)
    canvas.rectangle({ left: 112 + shift + at * 42, top: 54, width: 26, height: 28 }, gold)
}

/** A red flag on the wall between two frames. */
function drawFlag(canvas: Canvas, shift: number): void {
  canvas
    .rectangle({ left: 130 + shift, top: 60, width: 190, height: 126 }, red)
    .circle({ x: 172 + shift, y: 102, radius: 20 }, gold)
    .circle({ x: 180 + shift, y: 96, radius: 16 }, red)
    .rectangle({ left: 160 + shift, top: 108, width: 30, height: 5 }, gold)
    .rectangle({ left: 40, top: 90, width: 60, height: 80 }, paper)
    .rectangle({ left: 392, top: 90, width: 60, height: 80 }, paper)
}

/** Shelves of books of many colours. */
function drawShelf(canvas: Canvas, shift: number): void {
  const spines: readonly Colour[] = [red, [64, 110, 150], [90, 140, 96], gold, dark, [150, 100, 140]]
  canvas.rectangle({ left: 70, top: 30, width: 340, height: 240 }, wood)
  for (let board = 0; board < 3; board += 1) {
    const top = 42 + board * 76
    canvas.rectangle({ left: 82, top, width: 316, height: 64 }, [120, 84, 54])
    for (let at = 0; at < 17; at += 1) {
      const tall = 40 + ((at * 7 + board * 5 + shift) % 20)
      const book = { left: 88 + at * 18, top: top + 64 - tall, width: 14, height: tall }
      canvas.rectangle(book, spines[(at + board * 2 + shift) % spines.length]!)
    }
  }
}

/** Framed rules on the wall, line by line. */
function drawNotices(canvas: Canvas, shift: number): void {
  for (let frame = 0; frame < 3; frame += 1) {
    const left = 48 + frame * 134
    canvas
      .rectangle({ left, top: 40 + (shift % 20), width: 116, height: 170 }, wood)
      .rectangle({ left: left + 6, top: 46 + (shift % 20), width: 104, height: 158 }, paper)
      .rectangle({ left: left + 24, top: 58 + (shift % 20), width: 68, height: 14 }, red)
    for (let line = 0; line < 8; line += 1)
      canvas.rectangle(
        {
          left: left + 16,
          top: 86 + (shift % 20) + line * 14,
          width: 84 - ((line * 13 + frame * 7) % 30),
          height: 5,
        },
        steel,
      )
  }
}
