import type { SealVerification } from '#contract/reports-seals.ts'
import { Alert } from 'antd'
import { formatNumber } from '../../../kit/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../seal-texts.ts'
import { findingWords } from '../seal-words.ts'

/** What a verification found, in plain words: what was compared, and each thing that differs. */
export function Verification({ found }: { found: SealVerification }) {
  const grave = found.findings.filter((one) => one.grave)
  if (!found.intact)
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        icon={<Icon name="warn" />}
        title={t('broken', { count: formatNumber(grave.length) })}
        description={
          <>
            <Lines lines={grave.map(findingWords)} />
            <Notes found={found} />
          </>
        }
      />
    )
  const rows = found.figures.reduce((sum, figure) => sum + (figure.rows ?? 0), 0)
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      icon={<Icon name="check" />}
      title={t('intact')}
      description={
        <>
          <p>
            {t('intactBody', {
              seals: formatNumber(found.seals),
              figures: formatNumber(found.figures.length),
              rows: formatNumber(rows),
            })}
          </p>
          <Notes found={found} />
        </>
      }
    />
  )
}

/** What explains itself: renewed definitions, rows the law erased, and how many more differ than are named. */
function Notes({ found }: { found: SealVerification }) {
  const erased = found.figures.reduce((sum, figure) => sum + (figure.erased ?? 0), 0)
  const lines = [
    ...found.findings.filter((one) => !one.grave).map(findingWords),
    ...(erased > 0 ? [t('erased', { count: formatNumber(erased) })] : []),
    ...found.figures
      .filter(({ differences }) => differences > 100)
      .map(({ differences }) => t('more', { count: formatNumber(differences) })),
  ]
  return lines.length === 0 ? null : <Lines lines={lines} />
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
