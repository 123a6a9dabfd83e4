import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'

const typingPauseMs = 250

interface UnionChoiceProps {
  id: string
  value: string | undefined
  onChange: (unionId: string | undefined) => void
}

/** Finds one union within reach by a part of its name; where there is only one, it is chosen already. */
export function UnionChoice({ id, value, onChange }: UnionChoiceProps) {
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim())
  const unions = useRead('listOrganisations', { kind: 'basic_union', limit: 20, ...(q ? { q } : {}) })
  const items = unions.data?.items ?? []
  const only = q === '' && items.length === 1 ? items[0]!.id : undefined
  useEffect(() => {
    if (only && !value) onChange(only)
  }, [only, value, onChange])
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      className="union-choice"
      placeholder={t('unionSearch')}
      notFoundContent={unions.isFetching ? t('loading') : t('unionNone')}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      options={items.map((union) => ({ value: union.id, label: union.name }))}
    />
  )
}

function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), typingPauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
