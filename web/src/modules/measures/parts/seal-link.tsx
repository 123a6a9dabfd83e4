import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Measure } from '#contract/measures.ts'
import { useMay } from '../../../kit/me.ts'
import { breakdownOf, type Question } from '../question.ts'
import { t } from '../texts.ts'

interface SealLinkProps {
  measure: Measure
  question: Question
}

/** The way from the figure on the screen to a sealed report of the same question; off, with the reason, where it cannot be sealed. */
export function SealLink({ measure, question }: SealLinkProps) {
  const off = useWhyNot(question)
  if (off !== null)
    return (
      <span className="off-with-reason">
        <Button disabled>{t('seal')}</Button>
        <span>{off}</span>
      </span>
    )
  return (
    <Link to={'/reports/new' as never} search={sealed(measure, question) as never}>
      {t('seal')}
    </Link>
  )
}

function useWhyNot({ knownOn }: Question): string | null {
  const may = useMay('reports.seal')
  if (!may) return t('sealWhyNot')
  return knownOn ? t('sealNotKnown') : null
}

/** The question as the form of the report reads it from the address. */
function sealed(measure: Measure, question: Question): Record<string, string> {
  const { organisationId, asOf, from, to } = question
  const days = measure.counts === 'flow' ? { from, to } : { asOf }
  const asked = { measure: measure.name, organisationId, ...days, by: breakdownOf(measure, question) }
  return Object.fromEntries(
    Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
}
