/** How the file says a cell is stored: the `t` attribute. */
export const CellType = {
  number: 0,
  shared: 1,
  string: 2,
  inline: 3,
  boolean: 4,
  error: 5,
  isoDate: 6,
} as const

/** Read off the first letter; 's' and 'str' by length. Unknown types are taken as numbers, which then must be ones. */
export function cellTypeAt(bytes: Buffer, start: number, end: number): number {
  switch (bytes[start]) {
    case 0x73:
      return end - start === 1 ? CellType.shared : CellType.string
    case 0x69:
      return CellType.inline
    case 0x62:
      return CellType.boolean
    case 0x65:
      return CellType.error
    case 0x64:
      return CellType.isoDate
    default:
      return CellType.number
  }
}
