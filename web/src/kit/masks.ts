/** A mobile with its middle hidden: `154****5678`. The server sends masks; this is for what the person has just typed. */
export function maskMobile(mobile: string): string {
  return mobile.length < 8 ? '****' : `${mobile.slice(0, 3)}****${mobile.slice(-4)}`
}

/** A document number of which the first and the last four stay: `3302**********123X`. */
export function maskDocument(number: string): string {
  if (number.length < 9) return '*'.repeat(number.length)
  return `${number.slice(0, 4)}${'*'.repeat(number.length - 8)}${number.slice(-4)}`
}

/** A name of which only the family name stays: `王*`, `欧阳**`. Characters outside the basic plane count as one. */
export function maskName(name: string): string {
  const letters = Array.from(name)
  const kept = letters.length > 3 && !name.includes('·') ? 2 : 1
  return letters.slice(0, kept).join('') + '*'.repeat(Math.max(letters.length - kept, 1))
}
