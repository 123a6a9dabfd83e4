import type { AuditVerification } from '#contract/audit.ts'
import { Alert, Button } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

/** The check of the whole log: a button, and what it found. */
export function useVerification() {
  const verify = useAct('verifyAuditChain', { invalidates: ['listAuditEntries'] })
  const button = (
    <Button
      type="primary"
      icon={<Icon name="audit" size={16} />}
      loading={verify.isPending}
      onClick={() => verify.mutate({})}
    >
      {verify.isPending ? t('verifying') : t('verify')}
    </Button>
  )
  const outcome = verify.error ? (
    <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(verify.error)} />
  ) : (
    verify.data && <Outcome found={verify.data} />
  )
  return { button, outcome }
}

function Outcome({ found }: { found: AuditVerification }) {
  if (found.broken.length === 0) {
    const values = { chains: found.chains, entries: formatNumber(found.entries) }
    return (
      <Alert type="success" showIcon icon={<Icon name="check" />} title={t('intact', values)} role="status" />
    )
  }
  return (
    <Alert
      type="error"
      showIcon
      icon={<Icon name="warn" />}
      title={t('broken', { count: found.broken.length })}
      description={
        <ul>
          {found.broken.map(({ chain, seq, problem }) => (
            <li key={chain}>{t('brokenAt', { chain, seq, problem: problemWords(problem) })}</li>
          ))}
        </ul>
      }
    />
  )
}

function problemWords(problem: string): string {
  switch (problem) {
    case 'gap':
    case 'previous':
    case 'content':
    case 'head':
      return t(problem)
    default:
      return problem
  }
}
