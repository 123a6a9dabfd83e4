import { useMay, useMe } from '../../../kit/me.ts'
import { Row } from '../../../ui/light/row.tsx'
import { t } from './texts.ts'

/** On the first page of the phone, for whoever holds a post that sees it: the way to one's own organisations. */
export default function OwnUnitsHomePart() {
  const { actingAs } = useMe()
  const may = useMay('commissioners.read')
  if (!may || actingAs === null) return null
  return (
    <ul className="rows">
      <Row to="/two-new" icon="organisation" title={t('ownUnits')} hint={t('ownUnitsHint')} />
    </ul>
  )
}
