// Run by hand after an update of pinyin-pro: writes rules/pinyin-readings.json, so that the running server needs no dictionary.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pinyin } from 'pinyin-pro'
// @ts-expect-error the package declares no types for its data
import surnames from 'pinyin-pro/dist/esm/data/surname.mjs'
import { projectRoot } from '#server/platform/project-root.ts'

const blocks = [
  [0x3400, 0x9fff],
  [0x20000, 0x323af],
] as const

const readings: Record<string, string> = {}
for (const [first, last] of blocks) {
  for (let point = first; point <= last; point++) {
    const character = String.fromCodePoint(point)
    const syllable = readingOf(character)
    if (syllable !== null) readings[syllable] = (readings[syllable] ?? '') + character
  }
}

// Only where a surname is read otherwise than its characters alone, or has two characters.
const ofSurnames: Record<string, string> = {}
for (const surname of Object.keys(surnames as object)) {
  const read = pinyin(surname, { toneType: 'none', surname: 'all', v: true })
  const alone = [...surname].map((character) => readingOf(character)).join(' ')
  if (read !== alone || [...surname].length > 1) ofSurnames[surname] = read
}

const sorted = Object.fromEntries(Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1)))
const file = join(projectRoot, 'server/modules/people/rules/pinyin-readings.json')
await writeFile(file, `${JSON.stringify({ readings: sorted, surnames: ofSurnames }, null, 2)}\n`)

function readingOf(character: string): string | null {
  const syllable = pinyin(character, { toneType: 'none', v: true })
  return /^[a-zv]{1,6}$/.test(syllable) ? syllable : null
}
