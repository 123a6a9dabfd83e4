/** Moves to the same column of the row below or above, or to what is wrong there; whether there is such a row. */
export function focusSameColumn(from: EventTarget, direction: 'up' | 'down'): boolean {
  if (!(from instanceof HTMLInputElement) || from.dataset.field === undefined) return false
  const row = from.closest('tr')
  const next = direction === 'down' ? row?.nextElementSibling : row?.previousElementSibling
  if (!next) return false
  const cell = next.querySelector<HTMLInputElement>(`input[data-field="${from.dataset.field}"]`)
  if (cell) focusOn(cell)
  else focusRow(next)
  return true
}

/** After a row was settled: to the first wrong cell of the next row that still waits, or to what can be done there. */
export function focusNextRow(from: HTMLElement): void {
  let row = from.nextElementSibling
  while (row && !(row as HTMLElement).dataset.waits) row = row.nextElementSibling
  if (row) focusRow(row)
}

/** To the first cell of a row that is still wrong. */
export function focusRow(row: Element): void {
  const wrong = row.querySelector<HTMLElement>('input[aria-invalid="true"]')
  const target = wrong ?? row.querySelector<HTMLElement>('input[data-field]')
  if (target) focusOn(target)
}

function focusOn(target: HTMLElement): void {
  target.focus()
  if (target instanceof HTMLInputElement) target.select()
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
