import { Select } from 'antd'
import { useReadWhen } from '../../../kit/query.ts'
import { postName } from '../../access/posts.ts'
import { t } from '../texts.ts'

interface RecalledSelectProps {
  organisationId: string | undefined
  value?: string
  onChange?: (value: string) => void
  id?: string
}

const recallable: readonly string[] = ['union_chair', 'union_vice_chair']

/** Chooses the chair or a vice chair of a union who is to be recalled. */
export function RecalledSelect({ organisationId, ...rest }: RecalledSelectProps) {
  const { data, isFetching } = useReadWhen(organisationId, 'listAppointments', {
    organisationId: organisationId ?? '',
    limit: 100,
  })
  const held = (data?.items ?? []).filter(({ post }) => recallable.includes(post))
  return (
    <Select
      {...rest}
      loading={isFetching}
      placeholder={t('recallsHint')}
      notFoundContent={isFetching ? null : t('nobodyToRecall')}
      options={held.map(({ id, person, post }) => ({
        value: id,
        label: `${person.name} · ${postName(post)}`,
      }))}
    />
  )
}
