import table from './pinyin-readings.json' with { type: 'json' }

// Filled at the first name: 21,000 entries that a server without such work never holds.
let readings: Map<string, string> | undefined
const surnames = new Map(Object.entries(table.surnames).map(([surname, read]) => [surname, read.split(' ')]))

/** How many characters of a name are its surname: 2 for 欧阳 and the like, otherwise 1. */
export function surnameLength(characters: readonly string[]): number {
  return characters.length > 2 && surnames.has(characters[0]! + characters[1]!) ? 2 : 1
}

/** The syllables of a name without tones, ü as v, the surname read as a surname. A character without a reading gives ''. */
export function syllablesOf(characters: readonly string[]): string[] {
  const surname = surnames.get(characters.slice(0, surnameLength(characters)).join(''))
  return characters.map((character, at) => surname?.[at] ?? readingOf(character))
}

function readingOf(character: string): string {
  readings ??= new Map(
    Object.entries(table.readings).flatMap(([syllable, written]) =>
      [...written].map((each) => [each, syllable] as const),
    ),
  )
  return readings.get(character) ?? ''
}
