/** What a chart is drawn in. */
export interface Ink {
  fill: string
  edge: string
  /** Drawn over the fill, so that the two stay apart in grey and for the colour-blind; none for the plain one. */
  hatch: string | null
}

/** The ground charts stand on (`--paper`). */
export const ground = '#ffffff'

// Blue and vermilion of Okabe and Ito's palette, which stay apart in every kind of colour blindness; the second one hatched on the ground, so that
// no colour is needed at all.
export const nowInk: Ink = { fill: '#0072b2', edge: '#0072b2', hatch: null }
export const goingOnInk: Ink = { fill: ground, edge: nowInk.fill, hatch: nowInk.fill }
export const earlierInk: Ink = { fill: ground, edge: '#a8470b', hatch: '#a8470b' }

/** Words and lines of a chart (`--ink`, `--ink-2`, `--line-strong`). */
export const words = { strong: '#2b2522', quiet: '#5d554f', line: '#978c83' }

/** How far two colours stand apart, from 1 (the same) to 21 (black on white), by WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16) / 255))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
