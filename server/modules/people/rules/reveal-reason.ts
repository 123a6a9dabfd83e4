/** Why a reason will not do: too short to tell the person anything, or with a number in it that belongs in no free text. Null: it will. */
export function reasonFault(
  reason: string,
  fewestCharacters: number,
): 'people.reason_short' | 'people.reason_number' | null {
  const characters = Array.from(reason.replace(/[\s\p{P}]/gu, ''))
  if (characters.length < fewestCharacters || new Set(characters).size < 2) return 'people.reason_short'
  // Seven digits in a row, blanks and dashes aside, are a mobile, a card or a document: never a date with its marks.
  return /\d(?:[ -]?\d){6,}/.test(reason.normalize('NFKC').replace(/\d{4}-\d{1,2}-\d{1,2}/g, ''))
    ? 'people.reason_number'
    : null
}
