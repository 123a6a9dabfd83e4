import type { ImportRow } from '#contract/roster.ts'
import { useId, useState } from 'react'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../row-texts.ts'
import { fieldName, reasonWords } from '../words.ts'
import { Suggestions } from './suggestions.tsx'

export interface FixCellProps {
  row: Pick<ImportRow, 'row'>
  field: string
  text: string
  /** What is wrong with this cell, as it is typed now. */
  reasons: ImportRow['reasons']
  editing: boolean
  onType: (text: string) => void
}

/** One cell: as the sheet has it, to be typed over; a wrong one is marked, says why beneath, and offers what it could be. */
export function FixCell({ row, field, text, reasons, editing, onType }: FixCellProps) {
  const whyId = useId()
  const [entered, enter] = useState(false)
  const wrong = reasons.length > 0
  return (
    <div
      className={wrong ? 'fix-cell fix-cell-wrong' : 'fix-cell'}
      data-label={fieldName(field)}
      onFocus={() => enter(true)}
      onBlur={(event) => enter(event.currentTarget.contains(event.relatedTarget))}
    >
      <input
        aria-label={t('cellOf', { row: row.row, field: fieldName(field) })}
        aria-invalid={wrong}
        aria-describedby={wrong ? whyId : undefined}
        data-field={field}
        readOnly={!editing}
        value={text}
        size={Math.min(Math.max(widthOf(text), 9), 34)}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
      />
      {wrong && (
        <div id={whyId} className="cell-why">
          {reasons.map((reason) => (
            <p key={reason.code + reason.zh}>
              <Icon name="warn" size={14} />
              {reasonWords(reason)}
            </p>
          ))}
        </div>
      )}
      {wrong && entered && <Suggestions field={field} text={text} onChoose={onType} />}
    </div>
  )
}

// A Chinese character is as wide as two letters.
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 2 : 1), 1)
}
