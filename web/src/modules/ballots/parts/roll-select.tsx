import { Select } from 'antd'
import { useState } from 'react'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'

interface RollSelectProps {
  id: string
  ballotId: string
  value: number | null
  onChange: (entryNo: number | null) => void
}

const shownAtOnce = 30

/** Chooses somebody of the frozen roll by a part of the name or by the number printed there. */
export function RollSelect({ id, ballotId, value, onChange }: RollSelectProps) {
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  const { data, isFetching } = useRead('getBallotRoll', { ballotId, limit: shownAtOnce, ...(q && { q }) })
  return (
    <Select
      id={id}
      className="ballot-person"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={isFetching}
      value={value}
      placeholder={t('nameOrNo')}
      notFoundContent={isFetching ? null : t('notOnRoll')}
      options={(data?.items ?? []).map(({ entryNo, name }) => ({
        value: entryNo,
        label: `${entryNo}. ${name}`,
      }))}
      onChange={(chosen: number | undefined) => onChange(chosen ?? null)}
    />
  )
}
