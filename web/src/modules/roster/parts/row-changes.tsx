import type { ImportRow } from '#contract/roster.ts'
import { useReadWhen } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../row-texts.ts'
import { fieldName } from '../words.ts'

/** What a row changes of a person on record: old, then new. */
export function RowChanges({ row }: { row: ImportRow }) {
  return (
    <ul className="row-changes">
      {row.changes.map(({ field, old, new: now }) => (
        <li key={field}>
          <span className="quiet">{fieldName(field)}</span>
          <OldValue field={field} value={old} />
          <Icon name="next" size={12} />
          <strong>{newValue(row, field, now)}</strong>
        </li>
      ))}
    </ul>
  )
}

function OldValue({ field, value }: { field: string; value: string | null }) {
  const organisation = useReadWhen(field === 'employer' && value, 'getOrganisation', {
    organisationId: value ?? '',
  })
  if (field === 'mobile' || field === 'service_card') return <s>{t('otherNumber')}</s>
  if (value === null || value === '') return <span className="quiet">{t('empty')}</span>
  if (field === 'employer') return <s>{organisation.data?.name ?? '…'}</s>
  return <s>{said(field, value)}</s>
}

// Organisations come by their ids and numbers not at all: what is shown is what the row says.
function newValue(row: ImportRow, field: string, value: string | null): string {
  if (field === 'employer') return row.values.employer_name ?? ''
  if (field === 'membership') return t('newNow')
  if (field === 'mobile') return row.values.mobile ?? ''
  if (field === 'service_card') return t('newNumber')
  return said(field, value ?? '')
}

function said(field: string, value: string): string {
  if (field === 'sex' && (value === 'male' || value === 'female'))
    return value === 'male' ? t('male') : t('female')
  if (field === 'migrant_worker') return value === 'true' ? t('yes') : t('no')
  return value
}
