import { Select } from 'antd'
import { useRead } from '../../../kit/query.ts'
import { t } from '../register-texts.ts'

interface MatchmakerSelectProps {
  value?: string | null
  onChange?: (matchmakerId: string | undefined) => void
  id?: string
  /** Whom to leave out. */
  except?: string
}

/** One of the active matchmakers who have room, each with how much they have. */
export function MatchmakerSelect({ value, onChange, except, ...rest }: MatchmakerSelectProps) {
  const { data } = useRead('listMatchmakers', { state: 'active', room: true, limit: 200 })
  return (
    <Select
      {...rest}
      aria-label={t('choose')}
      placeholder={t('choose')}
      className="matchmaker-select"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      value={value ?? null}
      options={(data?.items ?? [])
        .filter((one) => one.id !== except)
        .map((one) => ({
          value: one.id,
          label: `${one.name} · ${one.organisationName} ${t('ofLimit', { cases: one.openCases, limit: one.caseloadLimit })}`,
        }))}
      onChange={(chosen: string | null) => onChange?.(chosen ?? undefined)}
    />
  )
}
