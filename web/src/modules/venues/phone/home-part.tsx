import { useMay } from '../../../kit/me.ts'
import { Row } from '../../../ui/light/row.tsx'
import { t } from '../texts.ts'

/** On the first page of the phone, for whoever may book for their unit. */
export default function VenuesHomePart() {
  if (!useMay('venues.book')) return null
  return (
    <ul className="rows">
      <Row to="/venues" icon="organisation" title={t('shared')} hint={t('phoneHint')} />
    </ul>
  )
}
