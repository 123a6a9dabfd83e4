import '../people.css'
import '../member-file.css'
import { Radio } from 'antd'
import { formatNumber } from '../../../kit/format.ts'
import { t } from '../texts.ts'
import { mostAtOnce, type Chosen, type Whom } from './chosen.ts'

interface WhomChoiceProps {
  chosen: Chosen
  whom: Whom
  onChange: (whom: Whom) => void
}

/** The ticked rows, or everybody the filters find; nothing to choose where both are the same. */
export function WhomChoice({ chosen, whom, onChange }: WhomChoiceProps) {
  const total = chosen.found?.total ?? 0
  if (total <= chosen.people.length) return null
  const tooMany = total > mostAtOnce
  return (
    <fieldset className="dialog-choice">
      <legend>{t('whom')}</legend>
      <Radio.Group value={whom} onChange={(event) => onChange(event.target.value as Whom)}>
        <Radio value="chosen">{t('onlyChosen', { count: formatNumber(chosen.people.length) })}</Radio>
        <Radio value="found" disabled={tooMany}>
          {t('allFound', { count: formatNumber(total) })}
        </Radio>
      </Radio.Group>
      {tooMany && <p className="form-group-hint">{t('allTooMany', { count: formatNumber(total) })}</p>}
    </fieldset>
  )
}
