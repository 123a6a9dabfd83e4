/** Moves to the same column of the row below or above; whether there was one. */
export function focusSameColumn(from: EventTarget, direction: 'up' | 'down'): boolean {
  if (!(from instanceof HTMLInputElement) || from.dataset.field === undefined) return false
  const row = from.closest('tr')
  const next = direction === 'down' ? row?.nextElementSibling : row?.previousElementSibling
  const cell = next?.querySelector<HTMLInputElement>(`input[data-field="${from.dataset.field}"]`)
  if (!cell) return false
  focusOn(cell)
  return true
}

/** After a row was settled: to the first wrong cell of the next row that still waits, or to what can be done there. */
export function focusNextRow(table: HTMLTableElement | null, rowId: number): void {
  let row = table?.querySelector(`tr[data-row="${rowId}"]`)?.nextElementSibling
  while (row && !(row as HTMLElement).dataset.waits) row = row.nextElementSibling
  if (row) focusRow(row)
}

/** To the first cell of a row that is still wrong. */
export function focusRow(row: Element): void {
  const wrong = row.querySelector<HTMLElement>('input[aria-invalid="true"]')
  const target = wrong ?? row.querySelector<HTMLElement>('.fix-act button:not(:disabled), input[data-field]')
  if (target) focusOn(target)
}

function focusOn(target: HTMLElement): void {
  target.focus()
  if (target instanceof HTMLInputElement) target.select()
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
