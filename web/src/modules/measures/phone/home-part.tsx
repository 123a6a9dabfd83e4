import './leader.css'
import { useMay, useMe } from '../../../kit/me.ts'
import { Row } from '../../../ui/light/row.tsx'
import { t } from './texts.ts'

/** On the first page of the phone, for whoever holds a post that sees figures: the way to the five numbers. */
export default function FiguresHomePart() {
  const { actingAs } = useMe()
  const may = useMay('figures.read')
  if (!may || actingAs === null) return null
  return (
    <ul className="rows leader-way">
      <Row to="/figures" icon="figures" title={t('five')} hint={actingAs.organisationName} />
    </ul>
  )
}
