import type { FoundByVerification } from '#contract/audit.ts'
import { Alert } from 'antd'
import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { s } from '../seal-texts.ts'

/** What a verification found, in words: whole and how far that reaches, or where the log was changed. */
export function Outcome({ found }: { found: FoundByVerification }) {
  if (found.intact)
    return (
      <Alert
        type={found.anchoredUntil === null ? 'warning' : 'success'}
        showIcon
        icon={<Icon name={found.anchoredUntil === null ? 'info' : 'check'} />}
        title={s('intact', { chains: found.chains, entries: formatNumber(found.entries) })}
        description={<Coverage found={found} />}
        role="status"
      />
    )
  const lines = linesOf(found)
  return (
    <Alert
      type="error"
      showIcon
      icon={<Icon name="warn" />}
      title={s('broken', { count: lines.length })}
      description={
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  )
}

function Coverage({ found: { anchoredUntil, anchors, sealedUntil } }: { found: FoundByVerification }) {
  return (
    <>
      <p>
        {anchoredUntil === null
          ? s('noAnchor')
          : s('coveredByAnchor', { until: formatInstant(anchoredUntil), count: anchors })}
      </p>
      {sealedUntil !== null && <p>{s('coveredBySeal', { until: formatInstant(sealedUntil) })}</p>}
    </>
  )
}

function linesOf({ broken, brokenSeals, brokenAnchors }: FoundByVerification): string[] {
  return [
    ...broken.map(({ chain, since, seq, problem }) =>
      since < seq
        ? s('brokenBetween', { chain, since, seq, problem: chainProblem(problem) })
        : s('brokenAt', { chain, seq, problem: chainProblem(problem) }),
    ),
    ...brokenSeals.map(({ number, problem }) => s('brokenSeal', { number, problem: sealProblem(problem) })),
    ...brokenAnchors.map(({ number, problem }) =>
      s('brokenAnchor', { number, problem: anchorProblem(problem) }),
    ),
  ]
}

function chainProblem(problem: string): string {
  switch (problem) {
    case 'gap':
    case 'previous':
    case 'content':
    case 'head':
      return s(problem)
    default:
      return problem === 'anchor' ? s('anchorProblem') : s('sealProblem')
  }
}

function sealProblem(problem: string): string {
  if (problem === 'gap') return s('sealGap')
  return problem === 'previous' ? s('previous') : s('content')
}

function anchorProblem(problem: string): string {
  switch (problem) {
    case 'damaged':
    case 'key':
    case 'previous':
      return s(problem)
    default:
      return s('otherSeal')
  }
}
