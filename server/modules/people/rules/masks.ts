/** A document number of which the first and the last four stay; a short one shows nothing. */
export function maskDocument(number: string): string {
  if (number.length < 9) return '*'.repeat(number.length)
  return `${number.slice(0, 4)}${'*'.repeat(number.length - 8)}${number.slice(-4)}`
}

/** A mobile with its middle hidden: first three, last four. */
export function maskMobile(mobile: string): string {
  return mobile.length < 8 ? '****' : `${mobile.slice(0, 3)}****${mobile.slice(-4)}`
}

/** A card number of which the last four stay. */
export function maskCard(number: string): string {
  return `**** **** **** ${number.slice(-4)}`
}
