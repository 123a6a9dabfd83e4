// A list of one event: nobody signs a longer one.
const most = 5000

/**
 * The badge numbers of a signed list as people type them: “1-40, 43，50～52”. Each once, in order; or the piece that cannot be read.
 */
export function readBadgeNumbers(text: string): { badgeNos: number[] } | { wrong: string } {
  const numbers = new Set<number>()
  for (const piece of text.split(/[,，、;；\s]+/).filter((each) => each !== '')) {
    const parts = /^(\d{1,6})(?:[-–—~～至](\d{1,6}))?$/.exec(piece)
    const from = Number(parts?.[1])
    const to = Number(parts?.[2] ?? parts?.[1])
    if (parts === null || from < 1 || to < from || to - from >= most) return { wrong: piece }
    for (let number = from; number <= to; number += 1) numbers.add(number)
    if (numbers.size > most) return { wrong: piece }
  }
  return { badgeNos: [...numbers].sort((a, b) => a - b) }
}
