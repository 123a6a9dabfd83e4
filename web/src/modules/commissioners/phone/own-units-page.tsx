import { errorSentence } from '../../../kit/errors.ts'
import { formatList, formatNumber } from '../../../kit/format.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { useReadWhen } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Row } from '../../../ui/light/row.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { gapName } from '../gap-words.ts'
import { t } from './texts.ts'

const shown = 50

/** The two-new organisations one's post reaches, each with what it lacks. */
export default function OwnUnitsPage() {
  const { actingAs } = useMe()
  const may = useMay('commissioners.read') && actingAs !== null
  const list = useReadWhen(may, 'listTwoNewOrganisations', { limit: shown })
  if (!may) return <Empty icon="organisation" title={t('noPost')} hint={t('noPostHint')} />
  if (list.error)
    return (
      <Empty icon="offline" title={t('failed')} hint={errorSentence(list.error)}>
        <Button look="primary" onClick={() => void list.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  if (!list.data) return <Skeleton lines={8} label={t('loading')} />
  if (list.data.items.length === 0)
    return <Empty icon="organisation" title={t('none')} hint={t('noneHint')} />
  return (
    <ul className="rows">
      {list.data.items.map((row) => (
        <Row
          key={row.id}
          to={`/two-new/${row.id}`}
          icon={row.gaps.length === 0 ? 'check' : 'warn'}
          title={row.name}
          hint={[
            ...(row.workers === null ? [] : [t('workers', { count: formatNumber(row.workers) })]),
            row.gaps.length === 0 ? t('noGap') : formatList(row.gaps.map(gapName)),
          ].join(' · ')}
        />
      ))}
    </ul>
  )
}
