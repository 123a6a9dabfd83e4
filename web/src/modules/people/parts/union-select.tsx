import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { useReadWhen } from '../../../kit/query.ts'
import { t } from '../transfer-texts.ts'

interface UnionSelectProps {
  /** Given by the form. */
  value?: string | null
  onChange?: (value: string | undefined) => void
  id?: string
}

const typingPauseMs = 250

/** Chooses a union anywhere in the federation, within one’s scope or not, by name or code: nothing else of it is shown. */
export function UnionSelect({ value, onChange, id }: UnionSelectProps) {
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<{ value: string; label: string; code: string }>()
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useReadWhen(q, 'findUnions', { q })
  const options = (found.data?.items ?? []).map((union) => ({
    value: union.id,
    label: union.name,
    code: union.code,
  }))
  if (chosen && chosen.value === value && !options.some((option) => option.value === chosen.value))
    options.push(chosen)
  return (
    <Select
      {...(id ? { id } : {})}
      showSearch
      allowClear
      aria-label={t('toUnion')}
      placeholder={t('findUnion')}
      filterOption={false}
      value={value ?? null}
      options={options}
      notFoundContent={q === '' || found.isFetching ? null : t('noUnion')}
      loading={found.isFetching}
      optionRender={({ data }) => (
        <span className="organisation-option">
          <span>{data.label}</span>
          <small className="figures">{data.code}</small>
        </span>
      )}
      onSearch={setTyped}
      onChange={(next: string | null | undefined) => {
        setChosen(options.find((option) => option.value === next))
        onChange?.(next ?? undefined)
      }}
      popupMatchSelectWidth={360}
    />
  )
}
