import type { OwnAdmission } from '#contract/events-admission.ts'
import { errorSentence } from '../../../../kit/errors.ts'
import { useReadWhen } from '../../../../kit/query.ts'
import { saveFile } from '../../../../kit/save-file.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { Button } from '../../../../ui/light/button.tsx'
import { t } from './texts.ts'

/** What anybody needs to draw again: the seed's hash, one's own token, and after the draw the file. */
export function DrawFacts({ own }: { own: OwnAdmission }) {
  const draw = useReadWhen(own.drawn, 'getDrawProof', { eventId: own.eventId })
  if (own.seedHash === null) return null
  const facts: (readonly [string, string])[] = [[t('seedHash'), own.seedHash]]
  if (own.registration !== null) facts.push([t('token'), own.registration.token])
  const proof = draw.data?.proof ?? null
  return (
    <section className="sheet admission-draw">
      <h2>{t('draw')}</h2>
      <Facts facts={facts} />
      {!own.drawn && <p>{t('proofLater')}</p>}
      {own.drawn && (
        <Button
          busy={draw.isPending}
          why={draw.error ? errorSentence(draw.error) : undefined}
          onClick={() => {
            if (proof !== null)
              saveFile({ blob: new Blob([proof], { type: 'application/json' }), name: 'draw.json' })
          }}
        >
          {t('proof')}
        </Button>
      )}
    </section>
  )
}
