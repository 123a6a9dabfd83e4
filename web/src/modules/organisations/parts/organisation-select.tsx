import '../organisations.css'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import type { OrganisationKind } from '#contract/organisation-shapes.ts'
import { useRead, useReadWhen } from '../../../kit/query.ts'
import { t } from '../forms/texts.ts'
import { kindName } from '../words.ts'

interface OrganisationSelectProps {
  /** One id; with `many`, a list of ids. Given by the form. */
  value?: string | string[] | null
  onChange?: (value: never) => void
  id?: string
  many?: 'many'
  kind?: OrganisationKind
  /** Only what stands below this organisation. */
  under?: string
  placeholder?: string
  label?: string
  className?: string
}

const typingPauseMs = 250
const shownAtOnce = 20

/** Chooses organisations within one’s scope by typing a part of the name or the code. */
export function OrganisationSelect({
  value,
  onChange,
  many,
  kind,
  under,
  label,
  ...rest
}: OrganisationSelectProps) {
  const [typed, setTyped] = useState('')
  const q = usePaused(typed)
  const found = useRead('listOrganisations', {
    ...(q === '' ? {} : { q }),
    ...(kind === undefined ? {} : { kind }),
    ...(under === undefined ? {} : { parentId: under }),
    limit: shownAtOnce,
  })
  const first = typeof value === 'string' ? value : undefined
  // The address or the page before may have chosen one that is not among those found: its name is read.
  const chosen = useReadWhen(first, 'getOrganisation', { organisationId: first ?? '' })
  const options = (found.data?.items ?? []).map((row) => ({
    value: row.id,
    label: row.name,
    note: [kindName(row.kind), row.street].filter(Boolean).join(' · '),
  }))
  if (chosen.data && !options.some((option) => option.value === chosen.data.id))
    options.push({ value: chosen.data.id, label: chosen.data.name, note: kindName(chosen.data.kind) })
  return (
    <Select
      {...rest}
      {...(many ? { mode: 'multiple' as const } : {})}
      showSearch
      allowClear
      aria-label={label}
      filterOption={false}
      loading={found.isFetching}
      value={(value ?? (many ? [] : null)) as never}
      placeholder={rest.placeholder ?? t('choose')}
      options={options}
      notFoundContent={found.isFetching ? null : t('nothingFound')}
      optionRender={({ data }) => (
        <span className="organisation-option">
          <span>{data.label}</span>
          <small>{data.note}</small>
        </span>
      )}
      onSearch={setTyped}
      onChange={(next) => onChange?.((next ?? undefined) as never)}
      popupMatchSelectWidth={360}
    />
  )
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text.trim()), typingPauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
